"""An event: something happened at an instant. Insert-only (design §4.2)."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from phases.clock import Stamp
from phases.records.base import Record


class Event(Record):
    """One act, with what undoing it needs. Undoing is an event too, of kind `undo`."""

    seq: int
    """Its place in the case: 1, 2, 3 …"""
    kind: str
    """The command's name."""
    stamp: dict[str, Any]
    meeting: str = ""
    phase: str = ""
    """The phase that ran when it happened."""
    who: str = ""
    window: str = "lead"
    args: dict[str, Any] = Field(default_factory=dict)
    """What the clock, the floor and the history need to know of it."""
    was: dict[str, dict[str, dict[str, Any] | None]] = Field(default_factory=dict)
    """The documents as they were before, for undo."""
    reason: str = ""
    """Why a rule was passed."""
    rules: tuple[str, ...] = ()
    """The rules that were passed or that warned."""
    moved_s: float | None = None
    """How far the wall clock was found to have jumped, noted once (seconds)."""

    @property
    def at(self) -> Stamp:
        """When it happened."""
        return Stamp.from_doc(self.stamp)
