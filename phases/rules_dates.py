"""The checks of the rules about days: each answers None, or the arguments of its words.

All days are those where the meeting is held (DA-12).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from phases.commands.log import ActivityAdd, ActivityEdit
from phases.commands.log_fields import DATES
from phases.commands.planning import MeetingPlan, planned_minutes
from phases.interpreter import needs_interpreting
from phases.rules_ask import Ask

Hit = Mapping[str, str] | None

_LONGEST = 1440.0
"""Minutes counted at most: minutes without bounds are refused by the command, after the rules."""


def not_today(ask: Ask) -> Hit:
    """R-S6: the home list shows today's meeting only, or one that is under way."""
    sitting = ask.sitting
    if sitting is None:
        return {}
    return None if sitting.underway or _planned_for(ask) == ask.ctx.today else {}


def another_day(ask: Ask) -> Hit:
    """INV-13: it begins on another day than planned; perhaps it is another child's meeting."""
    return None if _planned_for(ask) in (None, ask.ctx.today) else {}


def _planned_for(ask: Ask) -> date | None:
    """The day of the plan where the meeting is held (DA-12)."""
    at = ask.sitting.meeting.at if ask.sitting else None
    return ask.ctx.local_day(at) if at else None


def gone_by(ask: Ask) -> Hit:
    """INV-14: a date by which something is to be done, or a plan, that lies before today.

    It warns and doesn't refuse: a log may be written up afterwards (reliability row 60).
    """
    return {} if any(day < ask.ctx.today for day in _typed_days(ask) if day) else None


def past_midnight(ask: Ask) -> Hit:
    """INV-15: by its plan the meeting is over on the day after (reliability row 63)."""
    command = ask.command
    if not isinstance(command, MeetingPlan) or command.at is None:
        return None
    minutes, _limit = planned_minutes(ask.case, ask.ctx, command)
    ends = command.at + timedelta(minutes=min(minutes, _LONGEST))
    return {} if ask.ctx.local_day(ends) != ask.ctx.local_day(command.at) else None


def _typed_days(ask: Ask) -> tuple[date | None, ...]:
    """The days by which something is to be done; when it began may well have been."""
    command = ask.command
    if isinstance(command, ActivityAdd):
        days = (command.due, command.period_end, command.assess_on)
        return () if command.tried else days
    if isinstance(command, MeetingPlan):
        return (ask.ctx.local_day(command.at),) if command.at else ()
    if isinstance(command, ActivityEdit) and command.field in DATES - {"start"}:
        return (_iso(command.value),)
    return ()


def _iso(text: str) -> date | None:
    """The date, or None for no date: what can't be read is refused by the command itself."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def interpreter_here(ask: Ask) -> Hit:
    """INV-16: somebody interprets, and the minutes are those of a meeting without (domain §1.5)."""
    command = ask.command
    if isinstance(command, MeetingPlan) and command.interpreter is not None:
        return None
    return {} if needs_interpreting(ask.case, ask.sitting) else None
