"""By when the next meeting is to be, from the agenda's period (domain §4.1, SC-06)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from data.calendars import load_calendar
from phases.calendar import Closure, Closures
from phases.commands.clock import Start
from phases.commands.outcome import HalfYearPlan
from phases.commands.planning import MeetingPlan
from phases.next_day import chained, latest_next, next_planned, reminder_by
from tests.phases.chain import BOOKED, FROM_PLAN, conversation, led, over, planned
from tests.phases.room import Room

WEEKS = {"weeks": 6}
W8 = Closures(load_calendar(Path(__file__).parent.parent / "fixtures" / "closures_w8.toml").spans)


def held_on(day: date, within: dict[str, int] | None) -> Room:
    """A conversation that began on this day."""
    room = planned(next_within=within) if within else planned(next_within=None)
    room.clock.jump((datetime.combine(day, time(12), UTC) - room.clock.utc).total_seconds())
    room.do(Start())
    return room


def ctx(room: Room, **more: Any) -> Any:
    return room.context()._replace(**more)


@pytest.mark.parametrize(
    ("day", "within", "expected"),
    [
        ("2026-11-24", WEEKS, "2027-01-05 2027-01-05 2027-01-05 2027-01-05"),
        ("2027-01-19", WEEKS, "2027-03-02 2027-03-02 2027-03-02 2027-03-02"),
        ("2027-02-09", WEEKS, "2027-03-23 2027-03-23 2027-03-19 2027-03-23"),
        ("2027-04-05", WEEKS, "2027-05-17 2027-05-14 2027-05-14 2027-05-18"),
        ("2027-01-29", {"months": 1}, "2027-02-28 2027-02-26 2027-02-19 2027-03-01"),
        ("2026-12-01", {"months": 1}, "2027-01-01 2026-12-31 2026-12-18 2027-01-04"),
        ("2027-03-16", {"months": 2}, "2027-05-16 2027-05-14 2027-05-14 2027-05-18"),
        ("2027-02-18", {"months": 2}, "2027-04-18 2027-04-16 2027-04-16 2027-04-19"),
    ],
)
def test_the_latest_day_is_that_of_the_domains_table(
    day: str, within: dict[str, int], expected: str
) -> None:
    """Raw, latest by red days alone, latest in W8, and rolled forward by red days alone."""
    raw, latest, in_w8, forward = expected.split()
    room = held_on(date.fromisoformat(day), within)
    plain = latest_next(room.case, ctx(room, calendar=None))
    assert plain is not None
    assert (str(plain.raw), str(plain.latest)) == (raw, latest)
    closed = latest_next(room.case, ctx(room, calendar=W8))
    assert closed is not None
    assert str(closed.latest) == in_w8
    rolled = latest_next(room.case, ctx(room, calendar=None, roll="forward"))
    assert rolled is not None
    assert str(rolled.latest) == forward


def test_an_agenda_without_a_period_has_no_latest_day() -> None:
    assert latest_next(*_case(held_on(date(2027, 1, 29), None))) is None


def test_a_calendar_without_an_open_day_says_nothing_and_stops_nobody() -> None:
    room = led()
    shut = Closures((Closure(date(2020, 1, 1), date(2030, 1, 1)),))
    assert latest_next(room.case, ctx(room, calendar=shut)) is None
    assert reminder_by(date(2027, 3, 2), ctx(room, calendar=shut)) is None


@pytest.mark.parametrize(
    ("meeting", "plain", "in_w8"),
    [("2027-03-02", "2027-02-23", "2027-02-19"), ("2027-04-05", "2027-03-24", "2027-03-19")],
)
@pytest.mark.realises("S0-06")
def test_the_reminder_is_a_week_before_and_on_an_open_day(
    meeting: str, plain: str, in_w8: str
) -> None:
    room, day = led(), date.fromisoformat(meeting)
    assert str(reminder_by(day, ctx(room, calendar=None))) == plain
    assert str(reminder_by(day, ctx(room, calendar=W8))) == in_w8


def test_the_next_planned_meeting_is_the_first_after_this_one() -> None:
    room = led(**FROM_PLAN)
    assert next_planned(*_case(room)) is None
    room.do(HalfYearPlan(dates=(date(2027, 5, 4), date(2027, 3, 16))))
    assert next_planned(*_case(room)) == date(2027, 3, 16)


@pytest.mark.realises("S0-36")
def test_half_a_year_is_chained_from_the_meeting_and_shortened_by_the_summer() -> None:
    room = held_on(date(2027, 1, 19), WEEKS)
    found = chained(room.case, ctx(room, calendar=W8))
    assert [str(day) for day in found] == ["2027-03-02", "2027-04-13", "2027-05-25", "2027-06-18"]


def test_half_a_year_rolls_as_the_settings_say_and_a_year_without_open_days_has_none() -> None:
    room = held_on(date(2027, 4, 5), WEEKS)
    assert chained(room.case, ctx(room, calendar=None))[0] == date(2027, 5, 14)
    assert chained(room.case, ctx(room, calendar=None, roll="forward"))[0] == date(2027, 5, 18)
    shut = Closures((Closure(date(2025, 1, 1), date(2030, 1, 1), "x"),))
    assert chained(room.case, ctx(room, calendar=shut)) == ()


def test_a_half_year_plan_is_kept_with_the_meeting_and_in_the_calendar() -> None:
    room = led(next_within=WEEKS)
    room.do(HalfYearPlan())
    plan = room.sitting.meeting.half_year
    assert plan is not None
    assert (plan.first, plan.last) == (date(2027, 1, 29), date(2027, 7, 29))
    assert plan.dates == room.case.facts.meeting_dates
    assert all(plan.first < day <= plan.last for day in plan.dates)


def test_a_half_year_plan_that_nobody_wants_is_settled_without_dates() -> None:
    room = led()
    room.do(HalfYearPlan(wanted=False))
    plan = room.sitting.meeting.half_year
    assert plan is not None
    assert plan.dates == ()
    assert room.case.facts.meeting_dates == ()


def test_a_half_year_plan_lies_ahead() -> None:
    assert led().refused(HalfYearPlan(dates=(date(2027, 1, 28),))).code == "date-passed"


def test_the_next_conversation_of_a_chain_is_planned_in_the_same_place() -> None:
    room = over()
    room.do(MeetingPlan(at=datetime(BOOKED.year, BOOKED.month, BOOKED.day, 12, 0, tzinfo=UTC)))
    assert room.sitting.agenda.structure == "talk-2"
    assert room.sitting.meeting.place == "Grupperom 2"
    assert room.sitting.meeting.number == 2


def test_a_structure_that_is_named_is_taken_whatever_the_chain_says() -> None:
    room = over()
    room.structures = {**room.structures, "other": conversation("other")}
    room.do(MeetingPlan(structure="other", place="Biblioteket"))
    assert room.sitting.agenda.structure == "other"
    assert room.sitting.meeting.place == "Biblioteket"


def _case(room: Room) -> tuple[Any, Any]:
    return room.case, ctx(room)
