"""The checks of the rules before a meeting (R-P1 … R-P9): each answers None, or its arguments.

What needs the calendar is imported where it is asked: the first screen asks none of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from phases.commands.case_facts import CaseSet
from phases.commands.closing import NextMeetingCommand
from phases.commands.outcome import HalfYearPlan
from phases.commands.planning import MeetingPlan, planned_minutes
from phases.commands.preparing import NoticeCommand
from phases.notices import all_told
from phases.records import Meeting
from phases.rules_ask import Ask

Hit = Mapping[str, str] | None

MEETINGS_A_YEAR: Final = 6
"""S3-25."""


def reminder_is_late(ask: Ask) -> Hit:
    """R-P1: the latest day of the reminder has gone by, and somebody who comes got none."""
    by = reminder_day(ask)
    return {"day": by.isoformat()} if by is not None and ask.ctx.today > by else None


def reminder_is_due(ask: Ask) -> Hit:
    """R-P2: the latest day of the reminder is reached: now is the time for its text."""
    by = reminder_day(ask)
    return {"day": by.isoformat()} if by is not None and ask.ctx.today >= by else None


def reminder_day(ask: Ask) -> date | None:
    """The latest day of the reminder that is still to be sent; None where none is."""
    from phases.next_day import reminder_by

    meeting, day = _planned(ask), _day_to_come(ask)
    if day is None or day <= ask.ctx.today:
        return None
    if meeting is not None and all_told(ask.case, meeting.id, "reminder"):
        return None
    return reminder_by(day, ask.ctx)


def _day_to_come(ask: Ask) -> date | None:
    """The day of the planned meeting; before it is planned, the one agreed at the last meeting.

    Without the second, a date that was agreed and then forgotten would remind nobody.
    """
    meeting, sitting, held = _planned(ask), ask.sitting, ask.case.held
    if meeting is not None and meeting.at is not None:
        return ask.ctx.local_day(meeting.at)
    if sitting is None or held is None or sitting.underway or sitting.state == "cancelled":
        return None
    agreed = held.meeting.next_meeting
    return agreed.on if agreed is not None else None


def _planned(ask: Ask) -> Meeting | None:
    sitting = ask.sitting
    return sitting.meeting if sitting is not None and sitting.state == "planned" else None


def own_system_missing(ask: Ask) -> Hit:
    """R-P3: before the first meeting the summons or the note isn't in the own system."""
    if _planned(ask) is None or ask.case.held is not None:
        return None
    there = {ticked.kind for ticked in ask.case.own_systems.values()}
    missing = [kind for kind in ("summons", "note") if kind not in there]
    return {"missing": ", ".join(missing)} if missing else None


def log_is_enough(ask: Ask) -> Hit:
    """R-P4: from the second meeting on the log is used, and no own-system summons is asked for."""
    return {} if _planned(ask) is not None and ask.case.held is not None else None


def longer_than_an_hour(ask: Ask) -> Hit:
    """R-P5: longer than the structure advises (an hour)."""
    command = ask.command
    if not isinstance(command, MeetingPlan):
        return None
    minutes, limit = planned_minutes(ask.case, ask.ctx, command)
    return {"minutes": f"{minutes:.0f}", "limit": str(limit)} if minutes > limit else None


def summons_is_bare(ask: Ask) -> Hit:
    """R-P6: a summons without purpose, place or time frame; also asked where one is made."""
    meeting = _planned(ask)
    command = ask.command
    if meeting is None or (isinstance(command, NoticeCommand) and command.kind != "summons"):
        return None
    framed = meeting.at is not None and bool(ask.sitting and ask.sitting.agenda.phases)
    has = {"purpose": bool(meeting.purpose), "place": bool(meeting.place), "time": framed}
    missing = [name for name, there in has.items() if not there]
    return {"missing": ", ".join(missing)} if missing else None


def no_screen_in_the_room(ask: Ask) -> Hit:
    """R-P7: the room has no screen on which everybody sees the log."""
    command = ask.command
    if isinstance(command, MeetingPlan):
        return {} if command.screen is False else None
    meeting = _planned(ask)
    return {} if meeting is not None and meeting.room_screen is False else None


def closed_that_day(ask: Ask) -> Hit:
    """R-P8: a meeting on a day that isn't open, with every reason why."""
    from phases.calendar import NO_CLOSURES, closed_reasons

    days = _meeting_days(ask)
    calendar = ask.ctx.calendar or NO_CLOSURES
    for day in days:
        reasons = closed_reasons(day, calendar)
        if reasons:
            told = ";".join(f"{r.kind}:{r.name}" for r in reasons)
            return {"day": day.isoformat(), "why": told}
    return None


def _meeting_days(ask: Ask) -> tuple[date, ...]:
    command = ask.command
    if isinstance(command, MeetingPlan):
        return (ask.ctx.local_day(command.at),) if command.at else ()
    if isinstance(command, NextMeetingCommand):
        return (command.on,) if command.on else ()
    return command.dates if isinstance(command, HalfYearPlan) else ()


def not_six_a_year(ask: Ask) -> Hit:
    """R-P9: the plan of a school year holds fewer or more than six meetings."""
    from phases.years import school_year

    command = ask.command
    dates = ask.case.facts.meeting_dates
    if isinstance(command, CaseSet):
        if command.meeting_dates is None:
            return None
        dates = command.meeting_dates
    if not dates or not _from_plan(ask):
        return None
    year = school_year(max(ask.ctx.today, min(dates)))
    count = sum(day in year for day in dates)
    return None if count == MEETINGS_A_YEAR else {"count": str(count), "year": str(year)}


def _from_plan(ask: Ask) -> bool:
    """Whether the next meeting is one of a year's plan (S3-25)."""
    if ask.sitting is not None:
        return ask.sitting.agenda.next_from_plan
    shape = ask.ctx.structures.get(ask.case.facts.structure)
    return shape is not None and shape.next_from_plan
