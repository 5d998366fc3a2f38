"""What a structure file holds that is hardly meant: told by `structure check`, and no fault."""

from __future__ import annotations

import pytest

from data.structures import shipped
from data.structures.advice import advice
from tests.phases.shapes import phase, structure

SHIPPED = shipped()


def told(**more: object) -> list[tuple[str, str, str, str]]:
    found = advice(structure(phase("talk", **more)), "")
    return [(each.kind, each.key, each.value, each.nearest) for each in found]


@pytest.mark.parametrize("name", list(SHIPPED))
def test_what_ships_gives_no_reason_for_advice(name: str) -> None:
    assert advice(SHIPPED[name], SHIPPED.file(name).read_text(encoding="utf-8")) == ()


@pytest.mark.parametrize(
    ("text", "value", "near"),
    [
        ("Korleis har {barn} det?", "{barn}", ""),
        ("Korleis har {chlid} det?", "{chlid}", "{child}"),
        ("Korleis er det på {skule}?", "{skule}", ""),
    ],
)
def test_a_word_in_braces_that_nothing_fills_is_told_of(text: str, value: str, near: str) -> None:
    key = "phases[0].purpose.nn"
    assert told(purpose={"nn": text}) == [("loose-token", key, value, near)]


@pytest.mark.parametrize("text", ["{0.__class__}", "${HOME} {1}", "{ child }", "Om {child}"])
def test_other_braces_are_literal_and_nobody_is_bothered_with_them(text: str) -> None:
    """Row 46."""
    assert told(purpose={"nn": text}) == []


def test_a_text_that_begins_with_a_word_of_the_unit_gets_a_small_letter() -> None:
    key = "phases[0].say.nn[1]"
    said = told(say={"nn": ("Velkomne!", "{child} begynner")})
    assert said == [("small-start", key, "{child} begynner", "")]
    point = {"id": "home", "text": {"nn": "{child} har det fint"}}
    assert told(points=[point], settle=["home"]) == []


def test_a_line_that_is_wider_than_a_window_is_told_of_with_its_line() -> None:
    now = {"nn": "Vi helsar på kvarandre og tek oss god tid til det"}
    shape = structure(phase("talk", now=now, title={"nn": "Ein tittel som er for lang"}))
    found = advice(shape, '[[phases]]\ntitle.nn = "Ein"\nnow.nn = "Vi"\n')
    assert [(each.kind, each.key, each.line) for each in found] == [
        ("wide", "phases[0].title.nn", 2),
        ("wide", "phases[0].now.nn", 3),
    ]
