"""A click in a window's footer is the key that stands there, in every window."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import Screen

from app.application import Viddevakt
from app.widgets.key_footer import FooterKey, KeyFooter
from app.words import Words


class Windowed(Screen[None]):
    """A window with one key; it says nothing of clicks."""

    done = 0

    def compose(self) -> ComposeResult:
        yield KeyFooter((FooterKey("k", "tel", True, "count(2)"),))

    def action_count(self, step: int) -> None:
        self.done += step


async def test_a_click_in_a_footer_is_the_key() -> None:
    screen = Windowed()
    app = Viddevakt(Words("nn"), lambda app: app.push_screen(screen))
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.click(KeyFooter, offset=(2, 0))
        await pilot.pause()
        assert screen.done == 2
