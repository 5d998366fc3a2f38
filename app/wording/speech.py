"""Who speaks, in words: "No: PPT spør", "Så: Mor, Far og kontaktlærar svarar"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.widgets.plain import cut
from app.wording.units import unit_words
from app.words import N_, Words
from phases.case import Case
from phases.floor import Called, Floor, Speaking, called
from phases.structures import Act, Who

MINUTE_S: Final = 60.0
HOUR_S: Final = 60 * MINUTE_S
DAY_S: Final = 24 * HOUR_S

ABOUT = 36
"""Cells of an activity's title beside whose turn it is; the table has all of it."""

NAMED_AT_MOST = 3
"""More people than this are named as a group: the line is read from the back row."""

_ACTS: Final[dict[Act, str]] = {
    "lead": N_("{who} leads"),
    "introduce": N_("{who} introduces themselves"),
    "tell": N_("{who} tells"),
    "ask": N_("{who} asks"),
    "answer": N_("{who} answers"),
    "think": N_("{who} thinks aloud"),
    "offer": N_("{who} offers"),
    "choose": N_("{who} chooses"),
    "read": N_("{who} reads aloud"),
    "sum-up": N_("{who} sums up"),
}


_GROUPS: Final[dict[Who, str]] = {
    "family": N_("The family"),
    "family-and-teacher": N_("The family and the teacher"),
    "guardians": N_("The guardians"),
    "everyone": N_("Everybody"),
    "others": N_("The others"),
    "newcomer": N_("Those who are new"),
}
"""More people than are named, or all there are."""


def act_words(act: Act, who: str, _: Words) -> str:
    """What somebody does with the floor."""
    return _(_ACTS[act], who=who)


def joined(names: Sequence[str], _: Words) -> str:
    """Names as a sentence has them: "Mor, Far og Lærar"."""
    if len(names) < 2:
        return "".join(names)
    return _("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])


def who_words(turn: Speaking, case: Case, _: Words) -> str:
    """The people of a turn: by what they are called, or as a group."""
    return called_words(called(turn, case), case.facts.unit, _)


def called_words(turn: Called, unit: str, _: Words) -> str:
    """The same of a turn that is known by its facts alone; `unit` is a school or a kindergarten."""
    if turn.service and turn.act != "answer":
        return turn.service
    together = turn.who == "everyone" and len(turn.names) > 1
    if not together and len(turn.names) <= NAMED_AT_MOST:
        return joined(turn.names, _)
    if turn.who == "unit":
        word = unit_words(unit, _.language)["unit"]
        return word[:1].upper() + word[1:]
    return _(_GROUPS.get(turn.who, _GROUPS["others"]))


def away_words(away_s: float, _: Words) -> str:
    """How long nobody was here; under a minute is said as such, not rounded up."""
    if away_s < MINUTE_S:
        return _("Nobody was here for less than a minute.")
    if away_s > DAY_S:
        return _("Nobody was here for more than a day.")
    if away_s >= 2 * HOUR_S:
        hours = round(away_s / HOUR_S)
        return _.many(
            "Nobody was here for about {n} hour.", "Nobody was here for about {n} hours.", hours
        )
    return _.many(
        "Nobody was here for about {n} minute.",
        "Nobody was here for about {n} minutes.",
        round(away_s / MINUTE_S),
    )


def turn_words(turn: Speaking, case: Case, _: Words) -> str:
    """A turn as a short sentence."""
    return _sentence(called(turn, case), case.facts.unit, _)


def floor_words(floor: Floor, case: Case, _: Words) -> tuple[str, str]:
    """Who has the floor now, and who follows; empty where nobody does."""
    now, then = floor.now, floor.following
    speaks, follows = (called(turn, case) if turn else None for turn in (now, then))
    return turns_words(speaks, follows, case.facts.unit, _)


def turns_words(now: Called | None, then: Called | None, unit: str, _: Words) -> tuple[str, str]:
    """The same of turns that are known by their facts alone."""
    return (
        _("Now: {turn}", turn=_sentence(now, unit, _)) if now else "",
        _("Then: {turn}", turn=_sentence(then, unit, _)) if then else "",
    )


def _sentence(turn: Called, unit: str, _: Words) -> str:
    said = _(_ACTS[turn.act], who=called_words(turn, unit, _))
    return f"{said} · {cut(turn.activity, ABOUT)}" if turn.activity else said
