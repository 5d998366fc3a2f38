"""Open days, closures and red days: DA-4, DA-6, DA-7."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st

from data.calendars import load_calendar
from phases.calendar import (
    ClosedBy,
    ClosedReason,
    Closure,
    Closures,
    closed_reasons,
    is_open,
)
from phases.dateutil_typed import easter_sunday
from phases.red_days import RedDay, red_day_name, red_days, red_on

W8_FILE = Path(__file__).parents[1] / "fixtures" / "closures_w8.toml"
W8 = Closures(load_calendar(W8_FILE).spans)
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 12, 31))


def test_constitution_day_and_whit_monday_2027_are_both_kept() -> None:
    both = (RedDay.CONSTITUTION_DAY, RedDay.WHIT_MONDAY)
    assert red_on(date(2027, 5, 17)) == both
    assert red_days(2027)[date(2027, 5, 17)] == both
    assert red_days(2032)[date(2032, 5, 17)] == both


def test_a_holiday_on_a_sunday_is_also_a_sunday() -> None:
    assert red_on(date(2026, 5, 17)) == (RedDay.CONSTITUTION_DAY, RedDay.SUNDAY)
    assert red_on(date(2027, 3, 28)) == (RedDay.EASTER_SUNDAY, RedDay.SUNDAY)


def test_the_holidays_of_2027_are_the_published_ones() -> None:
    holidays = {day: names for day, names in red_days(2027).items() if names != (RedDay.SUNDAY,)}
    assert [day.isoformat()[5:] for day in holidays] == [
        "01-01", "03-25", "03-26", "03-28", "03-29", "05-01",
        "05-06", "05-16", "05-17", "12-25", "12-26",
    ]  # fmt: skip
    assert holidays[date(2027, 5, 6)] == (RedDay.ASCENSION_DAY,)
    assert len(red_days(2027)) == 52 + 8  # three of the eleven are Sundays


def test_the_eves_are_closed_wherever_there_are_closures_and_are_never_red() -> None:
    eve, last = date(2026, 12, 24), date(2026, 12, 31)
    assert is_open(eve), "the first column of the table: red days only"
    assert not is_open(eve, W8)
    assert closed_reasons(eve, W8) == (ClosedReason(ClosedBy.CLOSURE, "juleferie"),)
    for day, name in ((eve, "julaftan"), (last, "nyttårsaftan")):
        assert red_on(day) == ()
        (reason,) = closed_reasons(day, Closures())
        assert (reason.kind, reason.words("nn")) == (ClosedBy.EVE, name)
        # A file that forgot them changes nothing.
        (reason,) = closed_reasons(day, Closures((Closure(date(2027, 2, 22), date(2027, 2, 26)),)))
        assert reason.kind is ClosedBy.EVE
    assert [r.kind for r in closed_reasons(date(2028, 12, 24), Closures())] == [ClosedBy.RED_DAY]


@given(DAYS)
def test_red_on_a_day_agrees_with_the_list_of_the_year(day: date) -> None:
    assert red_on(day) == red_days(day.year).get(day, ())


@given(DAYS)
def test_a_day_is_open_exactly_when_there_is_no_reason_against_it(day: date) -> None:
    assert is_open(day, W8) == (closed_reasons(day, W8) == ())
    assert is_open(day) >= is_open(day, Closures()) >= is_open(day, W8)


@given(st.integers(min_value=1583, max_value=4099))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    found = easter_sunday(year)
    assert found.weekday() == 6
    assert date(year, 3, 22) <= found <= date(year, 4, 25)


def test_easter_is_reckoned_as_the_library_does() -> None:
    assert all(easter_sunday(year) == easter(year) for year in range(1583, 4100))


@pytest.mark.parametrize("year", [1582, 4100])
def test_easter_outside_its_rule_is_refused(year: int) -> None:
    with pytest.raises(ValueError, match="no Easter"):
        easter_sunday(year)


def test_every_reason_has_words_in_three_languages() -> None:
    whit = closed_reasons(date(2027, 5, 17))[1]
    saturday = closed_reasons(date(2027, 1, 23))[0]
    closure = closed_reasons(date(2027, 2, 22), W8)[0]
    languages = ("nn", "nb", "en")
    assert [whit.words(lang) for lang in languages] == ["2. pinsedag", "2. pinsedag", "Whit Monday"]
    assert [saturday.words(lang) for lang in languages] == ["laurdag", "lørdag", "Saturday"]
    assert [closure.words(lang) for lang in languages] == ["vinterferie"] * 3
    assert saturday.words("se") == "lørdag"
    assert all(red_day_name(red, lang) for red in RedDay for lang in languages)


def test_both_ends_of_a_closure_are_closed() -> None:
    first, last = date(2027, 2, 22), date(2027, 2, 26)
    assert W8.on(first)
    assert W8.on(last)
    assert not W8.on(first - timedelta(days=1))
    assert not W8.on(last + timedelta(days=1))


def test_dates_and_texts_are_imported_without_dateutil() -> None:
    modules = "calendar deadlines years reading_dates reading_times reading_minutes text personal"
    imports = ", ".join(f"phases.{name}" for name in modules.split())
    program = f"import {imports}, sys; print({{'dateutil', 'zoneinfo'}} & set(sys.modules))"
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
