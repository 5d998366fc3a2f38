"""What is done before a meeting: notices, and what the services' own systems hold (§2.1)."""

from __future__ import annotations

from datetime import date, datetime

from phases.records.base import Record
from phases.words import Channel, NoticeKind, OwnSystemKind


class Notice(Record):
    """That a summons, an invitation or a reminder went out; its text is kept nowhere (S0-08)."""

    meeting: str
    kind: NoticeKind
    sent_on: date
    channel: Channel = "log"
    to: tuple[str, ...] = ()
    """The participants it went to; empty in older logs: to everybody."""
    template: str = ""
    """Which template its text was made from, and in which wording; empty where nobody knows."""
    begins: datetime | None = None
    ends: datetime | None = None
    """When the meeting was to begin and end as it went out; None in older logs, or with no day."""


class OwnSystem(Record):
    """A tick: the summons or a note stands in a service's own system (S0-15, S0-17). No copy."""

    kind: OwnSystemKind
    system: str = ""
    """What that system is called; people know their own."""
    on: date
    who: str = ""
    """The participant who wrote it."""
