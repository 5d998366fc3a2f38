"""Who carries the baton, as a projected window may tell it (S3-20, INV-02)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from phases.case import Case
from phases.sitting import Sitting


class Baton(NamedTuple):
    """Who has it, or who answers by a date; never who said no."""

    name: str
    """What the person is called."""
    answers_by: date | None = None
    """None: it has been taken."""


def baton_told(case: Case, sitting: Sitting) -> Baton | None:
    """From when it is taken, or the day of the answer is agreed, until the family has left.

    Where this meeting handed it to nobody, whoever had it before has it still: said at the end,
    when everybody wants to know whom to turn to.
    """
    if not (sitting.underway or sitting.over):
        return None
    given = sitting.meeting.hand_over
    if given is not None and given.accepted:
        return _of(case, given.to)
    if given is not None and given.waiting and given.answer_by is not None:
        return _of(case, given.to, given.answer_by)
    return _of(case, case.facts.relay_holder) if sitting.over else None


def _of(case: Case, who: str, answers_by: date | None = None) -> Baton | None:
    found = case.participants.get(who)
    return Baton(found.label, answers_by) if found else None
