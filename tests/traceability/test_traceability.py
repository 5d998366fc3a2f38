"""Every element of the sources is realised somewhere and shown by a test, and none is made up."""

from __future__ import annotations

import pytest

from scripts.traceability import elements, ids_in, realised, shown


def numbered(source: str, first: int, last: int) -> list[str]:
    return [f"{source}-{n:02}" for n in range(first, last + 1)]


def lettered(element: str, letters: str) -> list[str]:
    return [f"{element}{letter}" for letter in letters]


# Written out a second time, so that a line lost from the list is noticed.
WHOLE = {
    "S0": [*numbered("S0", 1, 40), "S0-F"],
    "S1": [*numbered("S1", 1, 18), *lettered("S1-17", "abcdef"), "S1-D"],
    "S2": [
        *(f"S2-{n}" for n in range(1, 10)),
        *lettered("S2-2", "ab"),
        *lettered("S2-3", "abc"),
        *lettered("S2-4", "abc"),
        *lettered("S2-5", "abcde"),
        *lettered("S2-6", "abcd"),
        *(f"S2-{word}" for word in ("VET", "KAN", "VIL", "GJØR")),
    ],
    "S3": [*numbered("S3", 1, 32), *lettered("S3-28", "abcde")],
    "S4": [
        *numbered("S4", 1, 13),
        *numbered("S4", 20, 23),
        *numbered("S4", 30, 33),
        *lettered("S4-32", "abc"),
        *numbered("S4", 40, 57),
    ],
}


@pytest.mark.parametrize("source", WHOLE)
def test_the_list_is_whole_with_the_gaps_it_has(source: str) -> None:
    listed = [element for element in elements() if element.startswith(f"{source}-")]
    assert sorted(listed) == sorted(WHOLE[source])


def test_no_place_and_no_test_names_an_element_that_is_not_there() -> None:
    assert sorted({*realised(), *shown()} - set(elements())) == []


def test_every_element_is_realised_somewhere() -> None:
    assert [it for it in elements() if it not in realised()] == []


def test_every_element_is_shown_by_a_test() -> None:
    assert [it for it in elements() if it not in shown()] == []


def test_each_element_says_what_it_asks_for_in_one_short_line() -> None:
    for element, what in elements().items():
        assert 3 < len(what) <= 100, element
        assert "|" not in what


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("who has the floor (S3-09 … S3-11)", {"S3-09", "S3-10", "S3-11"}),
        ("S0-37, S1-17f and S2-VET", {"S0-37", "S1-17f", "S2-VET"}),
        ("SC-01, R-M13, S3-phase and S3 minutes name none", set()),
    ],
)
def test_a_text_names_elements_one_by_one_or_as_a_range(text: str, named: set[str]) -> None:
    assert ids_in(text) == named
