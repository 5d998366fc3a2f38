"""What the next meeting would be like by what the log knows: day, time, place, structure, people.

Everything here is a proposal that somebody takes or changes; a day is proposed only where
something names one, and one that has gone by is told and not proposed (S0-35, S3-25, S4-13).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Literal, NamedTuple

from phases.case import Case
from phases.commands.planning import agenda_of
from phases.context import Context
from phases.next_day import day_of, latest_next
from phases.reading_times import kept_time
from phases.records import Agenda, Participant
from phases.sitting import Sitting
from phases.structures import Suits
from phases.suggesting import suggestion
from phases.suggesting_guard import suggested_guard

DayWhy = Literal["agreed", "plan", "latest", "none"]
"""Agreed at the last meeting, in the year's plan, the latest open day, or nothing names one."""
Why = Literal["agreed", "last", "unit", "none"]
"""Agreed, as last time, as in this unit's newest meeting, or nothing is known."""


class NewDay(NamedTuple):
    """A day for the meeting, and what names it."""

    on: date | None = None
    why: DayWhy = "none"
    gone_by: date | None = None
    """The latest day by the rules, where it has gone by: then nobody proposes another."""
    latest: date | None = None
    """The latest day by the rules, where there is one to come."""


class NewMeeting(NamedTuple):
    """What is proposed of the next meeting."""

    day: NewDay
    clock: time | None
    clock_why: Why
    place: str
    place_why: Why
    structure: str
    structure_why: Suits
    interpreter: bool
    """The last one had the minutes of a meeting where somebody interprets, and somebody does."""
    people: tuple[Participant, ...]
    """Everybody who may come, in their order; whoever was away last time is marked absent."""
    guard: str
    """Who might be viddevakt: a participant's id, or nobody's."""
    writer: str
    """Who wrote last time, where no duty says it already."""


def new_meeting(case: Case, ctx: Context, like: Case | None = None) -> NewMeeting:
    """The proposal for this case; `like` is the unit's newest one, for a case without a meeting."""
    held = case.held
    # One that was called off before any was held tells where and when people meet, too.
    own = held or case.sitting
    source = own or (like.held or like.sitting if like is not None else None)
    why: Why = "last" if own is not None else "unit"
    day = new_day(case, ctx)
    agreed = _agreed_time(case, day)
    clock = agreed or (_time_of(source, ctx) if source else None)
    agreed_place = _agreed_place(case, day)
    place = agreed_place or (source.meeting.place if source else "")
    shape = suggestion(case, ctx.structures)
    people = tuple(p for p in case.participants.values() if not p.left_out)
    return NewMeeting(
        day=day,
        clock=clock,
        clock_why="agreed" if agreed else (why if clock else "none"),
        place=place,
        place_why="agreed" if agreed_place else (why if place else "none"),
        structure=_unit_structure(case, ctx, like) or shape.structure,
        structure_why=shape.why,
        interpreter=_interpreted(held, people),
        people=people,
        guard=suggested_guard(case),
        writer=_writer(held, people),
    )


def usual_minutes(case: Case, structure: str, ctx: Context) -> tuple[int, ...] | None:
    """The minutes of last time, where somebody had changed those of the same structure.

    With one service a structure proposes others itself, and those with an interpreter are worked
    out anew: neither is anybody's choice.
    """
    held, shape = case.held, ctx.structures.get(structure)
    if held is None or shape is None or held.agenda.structure != structure:
        return None
    last = _minutes(held.agenda)
    its_own = [_minutes(agenda_of(shape, "", count)) for count in (1, 2)]
    same_parts = [p.id for p in held.agenda.phases] == [p.id for p in shape.phases]
    if held.meeting.interpreter or not same_parts or last in its_own:
        return None
    return last


def _minutes(agenda: Agenda) -> tuple[int, ...]:
    return tuple(round(phase.planned_s / 60) for phase in agenda.phases)


def new_day(case: Case, ctx: Context) -> NewDay:
    """The day that was agreed, else the year's plan's, else the latest open one of the rules."""
    held, today = case.held, ctx.today
    last = latest_next(case, ctx, held) if held is not None else None
    latest = last.latest if last is not None else None
    ahead = latest if latest is not None and latest >= today else None
    off = {ctx.local_day(m.at) for m in case.meetings.values() if m.cancelled and m.at}
    agreed = held.meeting.next_meeting if held is not None else None
    if agreed is not None and agreed.on is not None and agreed.on >= today and agreed.on not in off:
        return NewDay(agreed.on, "agreed", latest=ahead)
    after = day_of(held, ctx) if held is not None else None
    planned = [d for d in _planned(case) if d >= today and d not in off and d != after]
    if planned:
        return NewDay(min(planned), "plan", latest=ahead)
    if ahead is not None and ahead not in off:
        return NewDay(ahead, "latest", latest=ahead)
    return NewDay(gone_by=latest if ahead is None else None, latest=ahead)


def _planned(case: Case) -> Iterator[date]:
    """The dates of the year's plan and of the half-year's (S3-25, S0-36)."""
    yield from case.facts.meeting_dates
    held = case.held
    if held is not None and held.meeting.half_year is not None:
        yield from held.meeting.half_year.dates


def _agreed_time(case: Case, day: NewDay) -> time | None:
    agreed = case.held.meeting.next_meeting if case.held is not None else None
    if agreed is None or day.why != "agreed":
        return None
    return kept_time(agreed.at)


def _agreed_place(case: Case, day: NewDay) -> str:
    agreed = case.held.meeting.next_meeting if case.held is not None else None
    return agreed.place if agreed is not None and day.why == "agreed" else ""


def _time_of(sitting: Sitting, ctx: Context) -> time | None:
    """The time of day it was planned for, where meetings are held."""
    at: datetime | None = sitting.meeting.at
    return at.astimezone(ctx.zone).time().replace(second=0, microsecond=0) if at else None


def _unit_structure(case: Case, ctx: Context, like: Case | None) -> str:
    """What this unit begins with, for a case without a meeting; empty where it can't be known."""
    if like is None or case.meetings:
        return ""
    shape = ctx.structures.get(like.facts.structure)
    first = shape is not None and (not shape.suits or "first" in shape.suits)
    return like.facts.structure if first else ""


def _interpreted(held: Sitting | None, people: Sequence[Participant]) -> bool:
    interprets = any(p.role == "interpreter" and not p.absent for p in people)
    return interprets and held is not None and held.meeting.interpreter


def _writer(held: Sitting | None, people: Sequence[Participant]) -> str:
    """Who was chosen in the last meeting; nobody where the duty is somebody's already."""
    if held is None or any(p.has("writer") for p in people):
        return ""
    known = {p.id for p in people if not p.absent}
    return held.meeting.writer if held.meeting.writer in known else ""
