"""Ages, school years and ISO weeks: DA-8, DA-9, DA-10."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phases.years import (
    IsoWeek,
    iso_week,
    school_year,
    turned_age,
    unlikely_child,
)


def test_sixteen_is_turned_on_the_birthday_and_not_the_day_before() -> None:
    birth = date(2011, 1, 20)
    assert turned_age(birth, 16, date(2027, 1, 20))
    assert not turned_age(birth, 16, date(2027, 1, 19))
    assert turned_age(birth, 15, date(2027, 1, 19))


def test_born_on_a_leap_day_one_turns_fifteen_on_the_28th_and_sixteen_on_the_29th() -> None:
    birth = date(2012, 2, 29)
    assert turned_age(birth, 15, date(2027, 2, 28))
    assert not turned_age(birth, 16, date(2028, 2, 28))
    assert turned_age(birth, 16, date(2028, 2, 29))


def test_a_child_of_45_is_asked_about() -> None:
    assert unlikely_child(date(1982, 1, 1), date(2027, 1, 19))
    assert not unlikely_child(date(2011, 1, 20), date(2027, 1, 19))


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2026, 7, 31), "2025/26"),
        (date(2026, 8, 1), "2026/27"),
        (date(2027, 1, 19), "2026/27"),
        (date(1999, 9, 1), "1999/00"),
    ],
)
def test_the_school_year_runs_from_august_to_july(day: date, shown: str) -> None:
    assert str(school_year(day)) == shown
    assert day in school_year(day)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 12, 31)))
def test_every_day_lies_in_its_own_school_year(day: date) -> None:
    year = school_year(day)
    assert day in year
    assert school_year(year.first) == school_year(year.last) == year


def test_2026_has_53_iso_weeks() -> None:
    assert iso_week(date(2027, 1, 3)) == IsoWeek(2026, 53)
    assert iso_week(date(2026, 10, 5)).week == 41
    assert iso_week(date(2027, 2, 22)).week == 8
