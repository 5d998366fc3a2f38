"""What a decision may know besides the case: when, who, from which window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING, Literal, NamedTuple

from phases.clock import Stamp
from phases.rights import Window
from phases.structures import Structure

if TYPE_CHECKING:
    from phases.calendar import Calendar

MINUTES_DAYS = 2
"""Working days after a meeting in which its minutes become final (R-E6); no seed has a number."""


def _no_words(language: str) -> Sequence[str]:
    """No list: nothing is hinted at."""
    del language
    return ()


class Context(NamedTuple):
    """Passed to every decision, so that nothing in here asks a clock, a file or chance.

    A tuple and not a dataclass, which takes four times as long to make: each save needs one.
    """

    now: Stamp
    new_id: Callable[[], str]
    zone: tzinfo
    """Where the meeting is held; dates are told in this zone (DA-12)."""
    structures: Mapping[str, Structure]
    who: str = ""
    """A label for the history, not authentication."""
    window: Window = "lead"
    reason: str = ""
    """Why a rule is passed, where that rule names an override."""
    calendar: Calendar | None = None
    """When the school is closed; None: red days and weekends alone (DA-4)."""
    roll: Literal["back", "forward"] = "back"
    """Where a deadline on a closed day moves to (DA-3)."""
    minutes_days: int = MINUTES_DAYS
    noted: bool = True
    """Whether the access log could note that this log was opened (R-S1)."""
    interpretive: Callable[[str], Sequence[str]] = _no_words
    """A language -> words that say what one makes of it, not what was seen (R-M10)."""

    def __repr__(self) -> str:
        """The window alone: who and why are what somebody typed."""
        return f"Context({self.window})"

    @property
    def today(self) -> date:
        """The local date of this decision."""
        return self.local_day(self.now.utc)

    def local_day(self, moment: datetime) -> date:
        """The date of `moment` where the meeting is held (DA-12)."""
        return moment.astimezone(self.zone).date()
