"""A list of options in windows of several sizes."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.content import Content

from app.screens.choice import ChoicePage, OptionLine, option_text
from app.screens.choice_option import Option
from tests.app.screens.stage import Stage, shown

LONG = Option("a", "Skjema frå møtet, utfylte eller tomme, med linjer for underskrift", "på papir")


def coloured(line: OptionLine) -> int:
    """How many parts of it have a colour of their own."""
    shown = line.visual
    assert isinstance(shown, Content)
    return len(shown.spans)


@pytest.mark.parametrize("width", [5, 12, 30, 52])
def test_a_long_option_goes_on_behind_its_key(width: int) -> None:
    first, *rest = option_text("8", LONG, width).plain.split("\n")
    assert first.startswith(" 8  Skj")
    assert rest
    assert all(line.startswith("    ") and line.strip() for line in rest)
    assert all(len(line) <= width + 6 for line in (first, *rest))


async def test_on_the_ground_of_the_mark_nothing_is_in_a_colour_of_its_own(
    tmp_path: Path,
) -> None:
    stage = Stage(tmp_path)
    page = ChoicePage("Kva?", [Option("a", "Ein", "ei note"), Option("b", "To")], ready=0)
    app = stage.app(lambda: page)
    async with app.run_test() as pilot:
        await pilot.pause()
        first, second = page.query(OptionLine)
        assert [coloured(first), coloured(second)] == [0, 1]
        await pilot.press("down")
        assert [coloured(first), coloured(second)] == [2, 0]


async def test_the_foot_is_in_sight_and_the_last_option_can_be_reached(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    options = [LONG._replace(value=str(n)) for n in range(9)] + [Option("end", "Den siste")]
    page = ChoicePage("Kva papir?", options, foot="Esc: tilbake", take="Enter: det som er merkt")
    app = stage.app(lambda: page)
    async with app.run_test(size=(44, 14)) as pilot:
        await pilot.pause()
        assert "Esc: tilbake" in shown(page)
        await pilot.press("down", "up")
        await pilot.pause()
        await pilot.pause()
        line = page.query_one(".-at")
        assert page.find_widget(line).visible_region.height == 1
        foot = page.query_one("#choice-foot")
        assert page.find_widget(foot).visible_region.height == foot.size.height
