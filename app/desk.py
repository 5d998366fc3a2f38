"""What a window needs, handed over in one piece: no window looks for a clock or a file itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import NamedTuple

from data.caselog import CaseLog
from data.drafts import Drafts
from data.presence import Presence
from data.settings import Settings
from data.shelf import Shelf
from phases.clock import Clock
from phases.structures import Structure


class Desk(NamedTuple):
    """The case a window works on, and the world around it."""

    log: CaseLog
    clock: Clock
    structures: Mapping[str, Structure]
    settings: Settings
    drafts: Drafts
    presence: Presence
    zone: tzinfo
    monotonic: Callable[[], float]
    """Real seconds, for key repeats and how long a message stays; never for the meeting."""
    vault: Path | None = None
    """The folder with the case, for telling how another window is opened."""
    speed: float = 1.0
    """How fast the clock of a rehearsal runs that is begun at this desk; 1.0 is real time."""
    shelf: Shelf | None = None
    """Where papers are kept; None in a window that makes none."""

    other_days: Callable[[], Iterator[tuple[date, ...]]] | None = None
    """The days of other cases' meetings; None where the window is mirrored (R-S6)."""

    def local(self, moment: datetime) -> datetime:
        """A moment as people here tell the time."""
        return moment.astimezone(self.zone)

    def today(self) -> date:
        """The local date."""
        return self.local(self.clock.stamp().utc).date()
