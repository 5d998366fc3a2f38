"""The list of all that can be done: found by any of its words, and never empty without a word."""

from __future__ import annotations

from textual.app import App
from textual.widgets import OptionList

from app.screens.more import MorePage, MoreRow
from app.words import Words

ROWS = (
    MoreRow("activity-add", "ny", "Ny aktivitet i loggen", "a"),
    MoreRow("park", "parker", "Spar eit tema til seinare", "p"),
)


async def test_what_is_typed_finds_acts_by_each_of_its_words_and_says_where_it_finds_none() -> None:
    page, app = MorePage(ROWS, Words("nn")), App[None]()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(page)
        await pilot.press(*"tema spar")
        listed = page.query_one(OptionList)
        assert [option.id for option in listed.options] == ["park"]
        await pilot.press(*"xyz", "down", "end", "enter")
        [nothing] = listed.options
        assert (nothing.id, nothing.disabled) == (None, True)
        assert "Ingenting" in str(nothing.prompt)
        assert app.screen is page
