"""Deadlines, reminders and the half-year plan: DA-1 … DA-5, DA-11, all verified examples."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.calendars import load_calendar
from phases.calendar import NO_CLOSURES, Closure, Closures, is_open
from phases.deadlines import (
    HALF_A_YEAR,
    ONE_MONTH,
    SIX_WEEKS,
    TWO_MONTHS,
    NoOpenDayError,
    Period,
    Roll,
    half_year_plan,
    latest_meeting_day,
    latest_reminder_day,
)

W8_FILE = Path(__file__).parents[1] / "fixtures" / "closures_w8.toml"
W8 = Closures(load_calendar(W8_FILE).spans)
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 12, 31))
PERIODS = st.sampled_from([SIX_WEEKS, ONE_MONTH, TWO_MONTHS, HALF_A_YEAR])


def iso(text: str) -> date:
    """Shorten the tables."""
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("period", "meeting", "days"),
    [
        (SIX_WEEKS, "2026-11-24", ("2027-01-05", "2027-01-05", "2027-01-05", "2027-01-05")),
        (SIX_WEEKS, "2027-01-19", ("2027-03-02", "2027-03-02", "2027-03-02", "2027-03-02")),
        (SIX_WEEKS, "2027-02-09", ("2027-03-23", "2027-03-23", "2027-03-19", "2027-03-23")),
        (SIX_WEEKS, "2027-04-05", ("2027-05-17", "2027-05-14", "2027-05-14", "2027-05-18")),
        (ONE_MONTH, "2027-01-29", ("2027-02-28", "2027-02-26", "2027-02-19", "2027-03-01")),
        (ONE_MONTH, "2026-12-01", ("2027-01-01", "2026-12-31", "2026-12-18", "2027-01-04")),
        (TWO_MONTHS, "2027-03-16", ("2027-05-16", "2027-05-14", "2027-05-14", "2027-05-18")),
    ],
)
def test_the_verified_deadlines(
    period: Period, meeting: str, days: tuple[str, str, str, str]
) -> None:
    raw, red_only, w8, forward = days
    start = iso(meeting)
    assert period.after(start) == iso(raw)
    assert latest_meeting_day(start, period) == iso(red_only)
    assert latest_meeting_day(start, period, W8) == iso(w8)
    assert latest_meeting_day(start, period, NO_CLOSURES, Roll.FORWARD) == iso(forward)


@pytest.mark.parametrize(
    ("meeting", "red_only", "w8"),
    [
        ("2027-03-02", "2027-02-23", "2027-02-19"),
        ("2027-04-05", "2027-03-24", "2027-03-19"),
    ],
)
def test_the_verified_reminder_days(meeting: str, red_only: str, w8: str) -> None:
    assert latest_reminder_day(iso(meeting)) == iso(red_only)
    assert latest_reminder_day(iso(meeting), W8) == iso(w8)


def test_the_half_year_plan_is_shortened_by_the_summer() -> None:
    plan = half_year_plan(iso("2027-01-19"), W8)
    assert [day.isoformat() for day in plan.meetings] == [
        "2027-03-02",
        "2027-04-13",
        "2027-05-25",
        "2027-06-18",
    ]
    assert plan.end == iso("2027-07-19")


def test_a_plan_goes_on_after_a_closure_longer_than_its_period() -> None:
    plan = half_year_plan(iso("2027-06-18"), W8)
    assert plan.meetings[0] == iso("2027-08-16")
    assert plan.meetings[-1] <= plan.end == iso("2027-12-18")


def test_rolled_forward_the_summer_shortens_the_last_period_and_takes_no_meeting_away() -> None:
    plan = half_year_plan(iso("2027-01-19"), W8, SIX_WEEKS, Roll.FORWARD)
    assert plan == half_year_plan(iso("2027-01-19"), W8)
    months = half_year_plan(iso("2027-01-31"), W8, Period(months=1), Roll.FORWARD)
    assert [day.isoformat() for day in months.meetings] == [
        "2027-03-01",
        "2027-04-01",
        "2027-05-03",
        "2027-06-03",
        "2027-06-18",
    ]


@given(DAYS, st.sampled_from(Roll))
def test_a_plan_only_goes_forward_on_open_days_within_the_half_year(
    start: date, roll: Roll
) -> None:
    plan = half_year_plan(start, W8, SIX_WEEKS, roll)
    assert list(plan.meetings) == sorted(set(plan.meetings))
    assert all(start < day <= plan.end and is_open(day, W8) for day in plan.meetings)


@given(DAYS)
def test_six_weeks_later_is_the_same_weekday(start: date) -> None:
    assert SIX_WEEKS.after(start) - start == timedelta(days=42)
    assert SIX_WEEKS.after(start).weekday() == start.weekday()


@given(DAYS, st.integers(min_value=0, max_value=24))
def test_months_keep_the_day_or_take_the_last_of_the_month(start: date, months: int) -> None:
    raw = Period(months=months).after(start)
    assert (raw.year * 12 + raw.month) - (start.year * 12 + start.month) == months
    clamped = raw.day < start.day and (raw + timedelta(days=1)).month != raw.month
    assert raw.day == start.day or clamped


@given(DAYS, PERIODS)
def test_rolling_brackets_the_raw_deadline_with_open_days(start: date, period: Period) -> None:
    raw = period.after(start)
    back = latest_meeting_day(start, period, W8)
    forward = latest_meeting_day(start, period, W8, Roll.FORWARD)
    assert back <= raw <= forward
    assert is_open(back, W8)
    assert is_open(forward, W8)
    assert (back == raw) == is_open(raw, W8) == (forward == raw)


def test_a_calendar_closed_for_years_says_so_instead_of_hanging() -> None:
    always = Closures((Closure(date(2000, 1, 1), date(2099, 12, 31)),))
    with pytest.raises(NoOpenDayError):
        latest_reminder_day(iso("2027-03-02"), always)


def test_a_plan_without_a_period_is_refused() -> None:
    with pytest.raises(ValueError, match="period"):
        half_year_plan(iso("2027-01-19"), W8, Period())
