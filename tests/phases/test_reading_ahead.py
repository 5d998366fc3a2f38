"""Days told from today: "om to veker", "neste torsdag" and their kin, in all three languages."""

from __future__ import annotations

from datetime import date, time

import pytest

from phases.reading_dates import DateError, read_date, read_full_date, told_from_today
from phases.reading_times import TimeError, read_moment, read_time
from tests.phases.test_reading_dates_and_times import OSLO

TUESDAY = date(2026, 12, 1)
SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("om to veker", "2026-12-15"),
        ("om 2 veker", "2026-12-15"),
        ("Om to uker", "2026-12-15"),
        ("in two weeks", "2026-12-15"),
        ("two weeks from now", "2026-12-15"),
        ("om ei veke", "2026-12-08"),
        ("om en uke", "2026-12-08"),
        ("om ein dag", "2026-12-02"),
        ("om 10 dagar", "2026-12-11"),
        ("om ein månad", "2027-01-01"),
        ("om e\u0301n ma\u030aned", "2027-01-01"),
        ("in a month", "2027-01-01"),
        ("om eit halvt år", "2027-06-01"),
        ("om et halvt år", "2027-06-01"),
        ("om eit år", "2027-12-01"),
        ("in three months", "2027-03-01"),
        ("i overmorgon", "2026-12-03"),
        ("overmorgen", "2026-12-03"),
        ("the day after tomorrow", "2026-12-03"),
        ("for ei veke sidan", "2026-11-24"),
        ("for to uker siden", "2026-11-17"),
        ("three days ago", "2026-11-28"),
        ("på torsdag", "2026-12-03"),
        ("førstkommande torsdag", "2026-12-03"),
        ("denne torsdagen", "2026-12-03"),
        ("this Thursday", "2026-12-03"),
        ("torsdag neste veke", "2026-12-10"),
        ("torsdag i neste uke", "2026-12-10"),
        ("Thursday next week", "2026-12-10"),
        ("neste måndag", "2026-12-07"),
        ("neste tysdag", "2026-12-08"),
        ("next Tuesday", "2026-12-08"),
    ],
)
def test_a_day_told_from_today_is_read_in_three_languages(text: str, expected: str) -> None:
    assert read_date(text, TUESDAY, "nn").isoformat() == expected
    assert told_from_today(text)


@pytest.mark.parametrize("text", ["neste torsdag", "Neste tors.", "next Thursday"])
def test_the_next_thursday_is_asked_about_where_it_may_be_two_days(text: str) -> None:
    with pytest.raises(DateError) as asked:
        read_date(text, TUESDAY, "nn")
    assert asked.value.details["why"] == "which"
    assert asked.value.details["first"] == "03.12.2026"
    assert asked.value.details["second"] == "10.12.2026"
    assert read_date(text, SUNDAY, "nn") == date(2026, 11, 26)


def test_a_month_ends_where_the_other_is_shorter() -> None:
    assert read_date("om ein månad", date(2027, 1, 31), "nn") == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("neste veke", "form"),
        ("om to", "form"),
        ("om veker", "form"),
        ("om 0 veker", "form"),
        ("om mange veker", "form"),
        ("om ١ veke", "form"),
        ("neste", "form"),
        ("neste foo", "form"),
        ("for to veker", "form"),
        ("om 999 år", "range"),
        ("for 999 år sidan", "range"),
    ],
)
def test_what_names_no_one_day_is_refused(text: str, why: str) -> None:
    with pytest.raises(DateError) as error:
        read_date(text, TUESDAY, "nb")
    assert error.value.details["why"] == why


def test_without_a_today_its_year_is_missed() -> None:
    with pytest.raises(DateError) as error:
        read_full_date("om to veker", "nb")
    assert error.value.details["why"] == "year"


@pytest.mark.parametrize("hour", ["00", "08", "13", "14", " 23 "])
def test_two_digits_are_a_whole_hour_where_a_time_is_asked_for(hour: str) -> None:
    assert read_time(hour) == time(int(hour))


def test_beside_a_date_a_bare_number_is_no_time() -> None:
    # "tysdag 14" is a day of the month to most.
    with pytest.raises(TimeError):
        read_moment("tysdag 14", OSLO, today=TUESDAY)
    moment = read_moment("om to veker kl. 14", OSLO, today=TUESDAY)
    assert moment.astimezone(OSLO).isoformat() == "2026-12-15T14:00:00+01:00"
