"""Consents and how people take part, in words: what is covered, by which way they join."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from app.words import N_
from phases.case import LOG
from phases.covering import COOPERATION

if TYPE_CHECKING:
    from app.words import Words
    from phases.records import Participant

JOINS: Final[Mapping[str, str]] = {
    "room": N_("in the room"),
    "phone": N_("on the phone"),
    "video": N_("on video"),
}
"""How somebody takes part; a word, for a symbol alone says nothing to those who don't know it."""

REASONS: Final[Mapping[str, str]] = {
    "goals-reached": N_("the goals are reached"),
    "consent-withdrawn": N_("the consent was taken back"),
    "family-wishes": N_("the family wishes it so"),
    "individual-plan": N_("an individual plan takes over"),
    "referred": N_("referred"),
    "other": N_("another reason"),
}
"""Why a log is closed."""

STATUS: Final[Mapping[str, str]] = {
    "open": N_("not closed"),
    "closed": N_("closed"),
    "referred": N_("referred"),
}


def covers_words(covers: str, words: Words) -> str:
    """What a consent covers: the log, the cooperation, or the service by its name."""
    if covers == LOG:
        return words("the log")
    return words("the cooperation") if covers == COOPERATION else covers


def withdrawal_words(name: str, covers: str, words: Words) -> str:
    """The question before a consent is taken back: whose it is, and for what."""
    if covers == LOG:
        return words("Take back {name}'s consent to the log?", name=name)
    if covers == COOPERATION:
        return words("Take back {name}'s consent to the cooperation?", name=name)
    return words("Take back {name}'s consent to share with {service}?", name=name, service=covers)


def joins_words(person: Participant, words: Words) -> str:
    """How somebody takes part, when it isn't in the room, and whether they sit in for somebody."""
    told = []
    if person.joins != "room":
        told.append(words(JOINS[person.joins]))
    if person.sits_in_for:
        told.append(words("sits in for {name}", name=person.sits_in_for))
    elif person.substitute:
        told.append(words("sits in"))
    return ", ".join(told)


def case_state_words(status: str, reason: str | None, words: Words) -> str:
    """Whether a log is open or why not."""
    told = words(STATUS.get(status, status))
    return f"{told}: {words(REASONS.get(reason, reason))}" if reason else told
