"""Minutes as people type them: reliability §5 row 16."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phases.reading_minutes import MinutesError, read_minute_count, read_minutes


def test_the_minutes_of_seven_phases_are_read() -> None:
    assert read_minutes("5,5,10,5,10,5,5", 7) == (5, 5, 10, 5, 10, 5, 5)
    assert read_minutes(" 5, 5 ,10") == (5, 5, 10)


@given(st.lists(st.integers(min_value=1, max_value=480), min_size=1))
def test_whole_minutes_up_to_eight_hours_are_read_back(minutes: list[int]) -> None:
    assert read_minutes(",".join(map(str, minutes))) == tuple(minutes)


@pytest.mark.parametrize(
    "text", ["0", "-5", "+5", "1e9", "5,5", "5.5", "fem", "٥", "5.5.5", "481", "", " ", "9" * 5000]
)
def test_one_count_is_whole_minutes_and_nothing_else(text: str) -> None:
    with pytest.raises(MinutesError) as error:
        read_minute_count(text)
    assert error.value.code == "E-MIN"
    assert (error.value.details["fewest"], error.value.details["most"]) == ("1", "480")
    assert len(error.value.details["value"]) <= 40


@pytest.mark.parametrize("text", ["5,,5", "5,", "5;5", "5 5", "5,0", "5,fem"])
def test_a_list_with_anything_else_in_it_is_refused(text: str) -> None:
    with pytest.raises(MinutesError):
        read_minutes(text)


def test_another_number_of_phases_is_told() -> None:
    with pytest.raises(MinutesError) as error:
        read_minutes("5,5", 7)
    assert error.value.details["wanted"] == "7"
    assert error.value.details["got"] == "2"
