"""Style sheets that the tests of windows share."""

from __future__ import annotations

import pytest
from textual.app import App
from textual.css.errors import StylesheetError
from textual.css.stylesheet import Stylesheet
from textual.widgets import Static

from tests.app.styles import ParsedOnce

RED, BLUE = {"mine": "red"}, {"mine": "blue"}


@pytest.fixture(autouse=True)
def _nothing_is_parsed_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.css.stylesheet.parse", ParsedOnce())


def sheet(css: str, variables: dict[str, str]) -> Stylesheet:
    """These styles, parsed."""
    found = Stylesheet(variables=variables)
    found.add_source(css)
    found.parse()
    return found


def test_the_same_text_with_the_same_colours_gives_the_same_rules() -> None:
    css = "Static { color: $mine; }"
    one, same, other = (sheet(css, variables).rules for variables in (RED, dict(RED), BLUE))
    assert one[0] is same[0]
    assert (one[0].css, other[0].css) == (css_of("red"), css_of("blue"))


def test_what_is_wrong_is_told_each_time() -> None:
    for _ in range(2):
        with pytest.raises(StylesheetError):
            sheet("Static { color: nothing-like-it; }", RED)


async def test_a_window_is_styled_by_rules_that_another_one_has_read() -> None:
    class Coloured(App[None]):
        CSS = "Static { width: 7; }"

    for _ in range(2):
        app = Coloured()
        async with app.run_test() as pilot:
            label = Static("text")
            await app.mount(label)
            await pilot.pause()
            assert label.size.width == 7


def css_of(colour: str) -> str:
    """The rule as Textual writes it."""
    return sheet(f"Static {{ color: {colour}; }}", {}).rules[0].css
