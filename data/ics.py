"""Meetings as an ICS file (RFC 5545): neutral, byte-identical for the same log, told apart by UID.

A calendar is looked at by others, and stands on servers: no name, no text of a log and, unless it
is asked for, no place is in it, and every event is marked private. Only here and in
`data/calendars/from_ics.py` is icalendar imported, inside the functions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from phases.slots import Slot
from phases.slots import slots as slots_of

if TYPE_CHECKING:
    from icalendar import Event

    from data.caselog import CaseLog

PRODUCT: Final = "-//Viddevakt//BTI//EN"
MORNING: Final = timedelta(hours=9)
"""When a day without a time reminds: midnight would wake somebody."""

OSLO: Final = """\
BEGIN:VTIMEZONE
TZID:Europe/Oslo
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19970330T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
END:VTIMEZONE
"""
"""Written out by its rule: the library would list each year's days from this machine's table, and
two machines would write two files. A test holds it against that table."""


class Marks(NamedTuple):
    """What a calendar tells versions of an event apart by."""

    journal: str
    """The random id of the case's file; it says nothing about anybody."""
    revision: int
    stamp: datetime
    """When the log was last written in (UTC)."""


def log_to_ics(
    log: CaseLog, journal: str, title: str, *, one: bool = False, place: bool = False
) -> bytes | None:
    """The meetings of a log that are to come, `one`: the next alone; None where there are none."""
    found, newest = slots_of(log.case, log.context(), one=one), log.case.newest_event
    if not found or newest is None:
        return None
    return to_ics(found, Marks(journal, log.revision, newest.at.utc), title, place=place)


def to_ics(slots: Iterable[Slot], marks: Marks, title: str, *, place: bool = False) -> bytes:
    """The file. `title` is the same neutral words for each; `place` also tells where."""
    from icalendar import Calendar, Timezone

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(Timezone.from_ical(OSLO))
    for slot in slots:
        calendar.add_component(_event(slot, marks, title, place=place))
    document: bytes = calendar.to_ical()
    return document


def _event(slot: Slot, marks: Marks, title: str, *, place: bool) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", uid(marks.journal, slot.number))
    event.add("sequence", marks.revision)
    event.add("dtstamp", marks.stamp.replace(microsecond=0))
    event.add("summary", title)
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if slot.cancelled else "CONFIRMED")
    if slot.at is None:
        event.add("dtstart", slot.day)
        event.add("dtend", slot.day + timedelta(days=1))
    else:
        event.add("dtstart", slot.at)
        if slot.minutes:
            event.add("dtend", _wall(slot.at, slot.minutes))
    if place and slot.place:
        event.add("location", slot.place)
    if not slot.cancelled:
        _remind(event, slot, title)
    return event


def _wall(begins: datetime, minutes: int) -> datetime:
    """So many real minutes later, also where the clocks change in between."""
    return (begins.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(begins.tzinfo)


def _remind(event: Event, slot: Slot, title: str) -> None:
    """An alarm on the latest day of the reminder, and one an hour before."""
    from icalendar import Alarm

    times = []
    if slot.remind_days is not None:
        days = timedelta(days=slot.remind_days)
        times.append(-days if slot.at is not None else MORNING - days)
    times += [timedelta(hours=-1)] if slot.at is not None else []
    for before in times:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", title)
        alarm.add("trigger", before)
        event.add_component(alarm)


def uid(journal: str, number: int) -> str:
    """The same for the same meeting whenever and wherever it is written out."""
    digest = hashlib.sha256(f"{journal}/{number}".encode()).hexdigest()
    return f"{digest[:32]}@viddevakt"
