"""What the papers are called in a window, and for whom each can be made: pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.papers.kinds import KINDS, sitting_for
from app.screens.choice_option import Option
from app.wording.capital import capital
from phases.minutes import kept_from, share_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from app.words import Words
    from phases.case import Case
    from phases.records import Meeting, Participant

FOR_THE_FAMILY: Final = frozenset({"agreed", "agreed-child", "feedback-form"})
"""Papers for one reader: whom they are for is asked first."""

FOR_ANYBODY: Final = frozenset({"minutes", "log"})
"""Papers for the folder, of which each who takes part may get their share (R-E9, S2-6d)."""


def called(kind: str, words: Words) -> str:
    """What a kind is called; what stands after a colon is for the command line's help."""
    return capital(words(KINDS[kind].words)).partition(":")[0]


def readers(kind: str, case: Case, today: date, words: Words) -> list[Option]:
    """Who may be chosen; who may not stands there too, with the reason (R-E9, S2-6d)."""
    sitting = sitting_for(kind, case)
    met = sitting.meeting if sitting else None
    return [_option(person, case, met, today, words) for person in _people(kind, case)]


def _people(kind: str, case: Case) -> Iterator[Participant]:
    for person in case.participants.values():
        if kind in FOR_ANYBODY:
            if person.role != "interpreter":
                yield person
        elif person.family and (
            kind == "feedback-form" or (person.role == "child") == (kind == "agreed-child")
        ):
            yield person


def _option(
    person: Participant, case: Case, met: Meeting | None, today: date, words: Words
) -> Option:
    note = ""
    if share_of(case, person, today) == "none":
        note = words("not covered by a consent")
    elif kept_from(met, person):
        note = words("the meeting agreed otherwise")
    return Option(person.id, person.label, note, enabled=not note)
