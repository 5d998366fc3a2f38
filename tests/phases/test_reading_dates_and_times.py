"""Times and moments as people type them: reliability §5 rows 61 and 62, §4 C3 and C4."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phases.reading_dates import DateError
from phases.reading_times import TimeError, local_to_utc, read_moment, read_time

OSLO = ZoneInfo("Europe/Oslo")
TODAY = date(2027, 1, 12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13:00", time(13, 0)),
        ("13.00", time(13, 0)),
        ("9:05", time(9, 5)),
        (" 09.05 ", time(9, 5)),
        ("0:00", time(0, 0)),
        ("23.59", time(23, 59)),
        ("kl 05.30", time(5, 30)),
        ("kl. 13", time(13, 0)),
        ("kl.13", time(13, 0)),
        ("Klokka 13", time(13, 0)),
        ("klokken 9:05", time(9, 5)),
    ],
)
def test_times_are_read_with_colon_or_dot(text: str, expected: time) -> None:
    assert read_time(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "24:00", "25:61", "12:60", "7", "0730", "7.30pm", "١٢:٠٠", "",
        "13:0", "-1:00", "13:00:00", "1\u00b2:00", "24", "kl", "kl. 24", "kl. 13:0",
        "kveld 13",
    ],
)  # fmt: skip
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(TimeError) as error:
        read_time(text)
    assert error.value.code == "E-TIME"


@pytest.mark.parametrize(
    "text",
    [
        "2027-01-19 13:00",
        "2027-01-19T13:00",
        " 19.01.2027  13.00 ",
        "19. januar 2027 kl. 13.00",
        "tysdag 19. januar 2027, kl 13:00",
        "Tuesday 19 January 2027 at 13:00",
        "19. januar 2027 kl. 13",
        "19.01.2027 klokka 13",
        "tysdag 19. januar 2027, kl 13",
    ],
)
def test_a_moment_is_read_in_its_zone_and_returned_in_utc(text: str) -> None:
    assert read_moment(text, OSLO) == datetime(2027, 1, 19, 12, 0, tzinfo=UTC)


def test_a_moment_may_be_told_from_today() -> None:
    assert read_moment("tysdag 13.00", OSLO, today=TODAY, language="nn") == datetime(
        2027, 1, 19, 12, 0, tzinfo=UTC
    )


@pytest.mark.parametrize(
    "text", ["2027-02-31 13:00", "13:00", "kl 13", "tysdag 13:00", "01/02/27 13:00"]
)
def test_a_moment_without_a_good_date_is_refused_for_its_date(text: str) -> None:
    with pytest.raises(DateError):
        read_moment(text, OSLO)


@pytest.mark.parametrize("text", ["2027-01-19", "2027-01-19 25:00", "2027-01-19 kl", "", "tysdag"])
def test_a_moment_without_a_good_time_is_refused_for_its_time(text: str) -> None:
    with pytest.raises(TimeError) as error:
        read_moment(text, OSLO)
    assert error.value.code == "E-TIME"


@pytest.mark.parametrize("clock", ["02:00", "02:30", "02:59"])
def test_a_time_in_the_gap_of_spring_is_refused(clock: str) -> None:
    with pytest.raises(TimeError) as error:
        read_moment(f"2027-03-28 {clock}", OSLO)
    assert error.value.code == "E-TIME-GAP"


def test_a_time_in_the_double_hour_asks_which() -> None:
    with pytest.raises(TimeError) as error:
        read_moment("2026-10-25 02:30", OSLO)
    assert error.value.code == "E-TIME-TWICE"
    assert error.value.details["first"] == "2026-10-25T02:30+02:00"
    assert error.value.details["second"] == "2026-10-25T02:30+01:00"
    answers = [read_moment("2026-10-25 02:30", OSLO, fold=fold) for fold in (0, 1)]
    assert answers == [
        datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    ]


@pytest.mark.parametrize("text", ["2027-03-28 01:59", "2027-03-28 03:00", "2026-10-25 03:00"])
def test_the_edges_of_the_two_nights_are_ordinary_times(text: str) -> None:
    local = read_moment(text, OSLO).astimezone(OSLO)
    assert f"{local:%Y-%m-%d %H:%M}" == text


@given(st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2037, 1, 1)))
def test_every_other_time_comes_back_as_it_was(wall: datetime) -> None:
    wall = wall.replace(microsecond=0, fold=0)
    try:
        moment = local_to_utc(wall, OSLO)
    except TimeError as error:
        assert error.code in {"E-TIME-GAP", "E-TIME-TWICE"}  # noqa: PT017
    else:
        assert moment.tzinfo is UTC
        assert moment.astimezone(OSLO).replace(tzinfo=None) == wall
