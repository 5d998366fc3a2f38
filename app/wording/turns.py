"""One turn in words, for screens and for papers: who has it, and what they do with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from app.wording.capital import capital
from app.wording.units import unit_words
from app.words import N_

if TYPE_CHECKING:
    from app.words import Words
    from phases.floor import Called
    from phases.structures import Act, Who

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

_SEVERAL: Final[dict[Act, str]] = {
    "lead": N_("{who} lead"),
    "introduce": N_("{who} introduce themselves"),
    "tell": N_("{who} tell"),
    "ask": N_("{who} ask"),
    "answer": N_("{who} answer"),
    "think": N_("{who} think aloud"),
    "offer": N_("{who} offer"),
    "choose": N_("{who} choose"),
    "read": N_("{who} read aloud"),
    "sum-up": N_("{who} sum up"),
}
"""The same of several: English says it otherwise, and the wall is read in English too."""

SEVERAL: Final = frozenset({"family-and-teacher", "guardians", "others", "newcomer"})
"""Groups that English takes for several; a family, a school and everybody are one to it."""


_GROUPS: Final[dict[Who, str]] = {
    "family": N_("The family"),
    "family-and-teacher": N_("The family and the teacher"),
    "guardians": N_("The guardians"),
    "everyone": N_("Everybody"),
    "others": N_("The others"),
    "newcomer": N_("Those who are new"),
}
"""More people than are named, or all there are."""


def act_words(act: Act, who: str, _: Words, *, several: bool = False) -> str:
    """What somebody does with the floor; `several` where `who` are more than one."""
    return _((_SEVERAL if several else _ACTS)[act], who=who)


def turn_said(turn: Called, unit: str, _: Words) -> str:
    """A turn as a short sentence; `unit` is a school or a kindergarten."""
    named = _named(turn)
    several = len(turn.names) > 1 if named else turn.who in SEVERAL
    one_service = bool(turn.service) and turn.act != "answer"
    who = called_words(turn, unit, _)
    return act_words(turn.act, who, _, several=several and not one_service)


def joined(names: Sequence[str], _: Words) -> str:
    """Names as a sentence has them: "Mor, Far og Lærar"."""
    if len(names) < 2:
        return "".join(names)
    return _("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])


def called_words(turn: Called, unit: str, _: Words) -> str:
    """The same of a turn that is known by its facts alone; `unit` is a school or a kindergarten."""
    if turn.service and turn.act != "answer":
        return turn.service
    if _named(turn):
        return joined(turn.names, _)
    if turn.who == "unit":
        word = unit_words(unit, _.language)["unit"]
        return capital(word)
    return _(_GROUPS.get(turn.who, _GROUPS["others"]))


def _named(turn: Called) -> bool:
    """Whether its people are called by their names, and not as a group."""
    together = turn.who == "everyone" and len(turn.names) > 1
    return not together and len(turn.names) <= NAMED_AT_MOST
