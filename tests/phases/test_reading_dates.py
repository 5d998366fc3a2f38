"""Dates as people type and read them: DA-12, reliability §5 rows 56-60."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phases.date_names import MONTHS, WEEKDAYS
from phases.reading_dates import (
    FIRST_YEAR,
    LAST_YEAR,
    DateError,
    read_date,
    read_full_date,
)
from phases.showing_dates import clock_time, long_date, numeric_date, short_date

TODAY = date(2026, 12, 1)  # a Tuesday
LANGUAGES = ("nn", "nb", "en")
DAYS = st.dates(min_value=date(FIRST_YEAR, 1, 1), max_value=date(LAST_YEAR, 12, 31))
TODAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2090, 12, 31))
TONGUES = st.sampled_from(LANGUAGES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("22. feb", "2027-02-22"),
        ("22. feb.", "2027-02-22"),
        ("22. februar", "2027-02-22"),
        ("22 February", "2027-02-22"),
        ("22nd Feb", "2027-02-22"),
        ("Feb 22", "2027-02-22"),
        ("February 22nd, 2028", "2028-02-22"),
        ("22FEB", "2027-02-22"),
        ("22.2.", "2027-02-22"),
        ("22. 2.", "2027-02-22"),
        ("22.02", "2027-02-22"),
        ("01.02", "2027-02-01"),
        ("9.12.", "2026-12-09"),
        ("09.12.", "2026-12-09"),
        ("9. des.", "2026-12-09"),
        ("9 dec", "2026-12-09"),
        ("3. sept", "2027-09-03"),
        ("1. mars", "2027-03-01"),
        ("09.12.2026", "2026-12-09"),
        ("9. 12. 2026", "2026-12-09"),
        ("2026-12-09", "2026-12-09"),
        (" 9.\u00a0Des.  2027 ", "2027-12-09"),
        ("1.12.", "2026-12-01"),
        ("30.11.", "2027-11-30"),
        ("tysdag", "2026-12-08"),
        ("Tirsdag", "2026-12-08"),
        ("TUESDAY", "2026-12-08"),
        ("tys.", "2026-12-08"),
        ("onsdag", "2026-12-02"),
        ("ma\u030andag", "2026-12-07"),
        ("søndag", "2026-12-06"),
        ("laur", "2026-12-05"),
        ("i dag", "2026-12-01"),
        ("I morgon", "2026-12-02"),
        ("i morgen", "2026-12-02"),
        ("tomorrow", "2026-12-02"),
        ("tysdag 19. januar", "2027-01-19"),
        ("tys. 19.1.2027", "2027-01-19"),
        ("Tuesday, 19 January 2027", "2027-01-19"),
        ("tysdag 13", "2027-04-13"),
        ("tys. 13.", "2027-04-13"),
        ("Tuesday 13th", "2027-04-13"),
        ("Fri 1st", "2027-01-01"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_are_read_as_people_write_them_whatever_the_language(
    text: str, expected: str, language: str
) -> None:
    assert read_date(text, TODAY, language).isoformat() == expected


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("31.02.2026", "no-such-day"),
        ("29.02.2027", "no-such-day"),
        ("29.2.", "no-such-day"),
        ("2026-13-01", "no-such-day"),
        ("32. jan", "no-such-day"),
        ("0.1.", "no-such-day"),
        ("01/02/26", "form"),
        ("1/2/2027", "form"),
        ("1.2", "form"),
        ("22.2", "form"),
        ("9.12.26", "short-year"),
        ("13.1.27", "short-year"),
        ("onsdag 13.1.27", "short-year"),
        ("", "form"),
        ("   ", "form"),
        ("22", "form"),
        ("22nd", "form"),
        ("22. foo", "form"),
        ("foo", "form"),
        ("tysdag foo", "form"),
        ("٢٢.٠٢.٢٠٢٧", "form"),
        ("²2.2.", "form"),
        ("22.2.\x1b", "form"),
        ("9" * 5000, "form"),
        ("0001-01-01", "range"),
        ("9999-01-01", "range"),
        ("12026-01-01", "range"),
        ("01.01.12026", "range"),
        ("1. jan 1899", "range"),
        ("onsdag 19. januar 2027", "weekday"),
        ("tysdag 9", "which"),
        ("måndag 13", "weekday"),
        ("tysdag 0", "no-such-day"),
        ("tysdag 32", "no-such-day"),
    ],
)
def test_what_is_no_date_is_refused_with_its_reason(text: str, why: str) -> None:
    with pytest.raises(DateError) as error:
        read_date(text, TODAY, "nn")
    assert error.value.code == str(error.value) == "E-DATE"
    assert error.value.details["why"] == why
    assert error.value.details["example"] == "9. des."
    assert error.value.details["full"] == "09.12.2026"
    assert len(error.value.details["value"]) <= 40
    assert error.value.details["value"].isprintable()


def test_the_29th_of_february_is_read_where_its_next_year_has_one() -> None:
    assert read_date("29.2.", date(2027, 6, 1), "nb") == date(2028, 2, 29)
    assert read_date("29.2.", date(2028, 2, 29), "nb") == date(2028, 2, 29)


def test_a_full_date_needs_its_year() -> None:
    assert read_full_date("20.01.2011", "nb") == date(2011, 1, 20)
    for text, why in (("20.01.", "year"), ("20.01.1899", "range")):
        with pytest.raises(DateError) as error:
            read_full_date(text, "nb")
        assert error.value.details["why"] == why
    for text in ("tysdag", "i dag"):
        with pytest.raises(DateError) as error:
            read_full_date(text, "nb")
        assert error.value.details["why"] == "year"


@given(DAYS, TODAYS, TONGUES)
def test_every_shown_date_with_a_year_is_read_back(day: date, today: date, tongue: str) -> None:
    shown = (day.isoformat(), numeric_date(day), long_date(day, tongue))
    assert {read_date(text, today, tongue) for text in shown} == {day}


@given(st.integers(min_value=0, max_value=364), TODAYS, TONGUES)
def test_a_short_date_within_a_year_is_read_back(days: int, today: date, tongue: str) -> None:
    day = today + timedelta(days=days)
    assert read_date(short_date(day, tongue), today, tongue) == day
    assert short_date(day, tongue, today=today) == short_date(day, tongue)


@given(DAYS, TODAYS, TONGUES)
def test_a_weekday_is_within_the_week_after_today(day: date, today: date, tongue: str) -> None:
    found = read_date(WEEKDAYS[tongue][day.weekday()], today, tongue)
    assert 1 <= (found - today).days <= 7
    assert found.weekday() == day.weekday()


@given(st.text(), TODAYS)
def test_any_text_is_a_date_or_a_refusal(text: str, today: date) -> None:
    try:
        found = read_date(text, today, "en")
    except DateError as error:
        assert error.code == "E-DATE"  # noqa: PT017 - either outcome is fine, a crash isn't
    else:
        assert FIRST_YEAR <= found.year <= LAST_YEAR


def test_dates_are_shown_in_three_languages() -> None:
    day = date(2027, 1, 19)
    assert long_date(day, "nn") == "tysdag 19. januar 2027"
    assert long_date(day, "nb") == long_date(day, "se") == "tirsdag 19. januar 2027"
    assert long_date(day, "en") == "Tuesday 19 January 2027"
    assert short_date(date(2026, 12, 9), "nn") == "9. des."
    assert short_date(date(2027, 2, 22), "nb") == "22. feb."
    assert short_date(date(2026, 12, 9), "en") == "9 Dec"
    assert numeric_date(date(2026, 12, 9)) == "09.12.2026"
    assert all(len(MONTHS[tongue]) == 12 for tongue in LANGUAGES)


def test_a_short_date_of_another_year_shows_its_year() -> None:
    assert short_date(date(2025, 12, 9), "nn", today=TODAY) == "9. des. 2025"
    assert short_date(date(2026, 1, 9), "nn", today=TODAY) == "9. jan."
    assert short_date(date(2027, 12, 9), "en", today=TODAY) == "9 Dec 2027"


def test_a_time_of_day_is_shown_with_the_sign_of_the_language() -> None:
    moment = datetime(2027, 1, 19, 13, 6, tzinfo=UTC)
    assert clock_time(moment, "nn") == clock_time(moment, "se") == "13.06"
    assert clock_time(moment, "en") == "13:06"


def test_where_two_days_may_be_meant_both_are_named() -> None:
    with pytest.raises(DateError) as error:
        read_date("tysdag 9", TODAY, "nn")
    assert error.value.details["first"] == "09.02.2027"
    assert error.value.details["second"] == "09.03.2027"


@given(today=TODAYS, day=st.integers(1, 31), weekday=st.integers(0, 6), tongue=TONGUES)
def test_a_weekday_and_a_day_of_the_month_give_the_one_such_day_of_half_a_year(
    today: date, day: int, weekday: int, tongue: str
) -> None:
    ahead = [today + timedelta(days=n) for n in range(183)]
    meant = [each for each in ahead if (each.day, each.weekday()) == (day, weekday)]
    typed = f"{WEEKDAYS[tongue][weekday]} {day}"
    if len(meant) == 1:
        assert read_date(typed, today, tongue) == meant[0]
        return
    with pytest.raises(DateError) as error:
        read_date(typed, today, tongue)
    assert error.value.details["why"] == ("which" if meant else "weekday")
