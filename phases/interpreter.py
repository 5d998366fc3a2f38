"""More time where somebody interprets: everything is said twice (domain §1.5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phases.case import Case
    from phases.sitting import Sitting

TIMES, OF = 13, 10
"""Minutes × 1.3, in whole numbers: 1.3 itself can't be written as a float."""


def with_interpreter(minutes: Sequence[int]) -> tuple[int, ...]:
    """The minutes of each phase × 1.3: whole ones that add up, by the floor of the sums so far.

    5/5/10/5/10/5/5 become 6/7/13/6/13/7/6. Rounding each alone would give 59 or 56 for 58.
    """
    before, told = 0, []
    total = 0
    for each in minutes:
        total += each
        until = total * TIMES // OF
        told.append(until - before)
        before = until
    return tuple(told)


def needs_interpreting(case: Case, sitting: Sitting | None) -> bool:
    """Whether somebody interprets, and the minutes are those of a meeting without."""
    if sitting is not None and sitting.meeting.interpreter:
        return False
    return any(person.role == "interpreter" for person in case.present)
