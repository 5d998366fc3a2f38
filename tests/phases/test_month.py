"""A month in whole weeks: every day once, Monday first, ISO numbers (DA-10)."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from phases.month import DAYS_A_WEEK, MOST_WEEKS, Month, month_of

MONTHS = st.builds(Month, st.integers(1900, 2100), st.integers(1, 12))


@given(MONTHS)
def test_each_day_of_a_month_stands_once_under_its_weekday_beside_its_iso_week(
    month: Month,
) -> None:
    weeks = month.weeks
    assert 4 <= len(weeks) <= MOST_WEEKS
    days = [day for week in weeks for day in week.days if day is not None]
    assert days == [date(*month, number) for number in range(1, month.last.day + 1)]
    for week in weeks:
        assert len(week.days) == DAYS_A_WEEK
        for weekday, day in enumerate(week.days):
            if day is not None:
                assert day.weekday() == weekday
                assert day.isocalendar().week == week.number
                assert month_of(day) == month


@given(MONTHS, st.integers(-30, 30))
def test_so_many_months_on_and_back_is_the_same_month(month: Month, months: int) -> None:
    assert month.later(months).later(-months) == month
    assert (month.later(months).first > month.first) is (months > 0)


def test_the_turn_of_2026_has_a_53rd_week() -> None:
    assert [week.number for week in Month(2026, 12).weeks] == [49, 50, 51, 52, 53]
    assert [week.number for week in Month(2027, 1).weeks] == [53, 1, 2, 3, 4]
    assert (Month(2027, 2).last, Month(2028, 2).last) == (date(2027, 2, 28), date(2028, 2, 29))
