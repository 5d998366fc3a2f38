"""A page in a box over another screen; in a small window the box gives way, then the page."""

from __future__ import annotations

from pathlib import Path

from textual.containers import Vertical
from textual.screen import ModalScreen, ScreenResultType

from app.screens.top_screen import TopScreen
from app.widgets.too_small import FLAT, TINY, TooSmall
from app.words import Words

BOX_STYLES = Path(__file__).with_name("box.tcss")


LEAST_ROWS = 2
"""Rows for what scrolls, however much stands around it."""


class Box(TopScreen[ScreenResultType], ModalScreen[ScreenResultType]):
    """A frame around nothing says less than a list without one, and that less than a sentence."""

    HORIZONTAL_BREAKPOINTS = [(0, TINY), (30, "-slim"), (60, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, FLAT), (8, "-low"), (17, "-roomy")]  # noqa: RUF012

    def __init__(self) -> None:
        """With the styles of the small window after the page's own, which they overrule."""
        super().__init__()
        self.css_path = [*self.css_path, BOX_STYLES]

    def on_resize(self) -> None:
        """Most boxes never need the sentence: it is made for the first one that does."""
        width, height = self.size
        tiny, flat = self.HORIZONTAL_BREAKPOINTS[1][0], self.VERTICAL_BREAKPOINTS[1][0]
        if (width < tiny or height < flat) and not self.query(TooSmall):
            self.mount(TooSmall(self._spoken()))

    def leave_room(self, name: str, share: float = 1.0) -> None:
        """Give what scrolls the rows that the rest of its box leaves of this share of the window.

        A style sheet can't: its percentages know nothing of how many lines the others took.
        """
        box, scrolls = self.query_children(Vertical).first(), self.query_one(name)
        others = [each for each in box.children if each is not scrolls]
        taken = sum(each.outer_size.height + each.styles.margin.height for each in others)
        whole = self.has_class("-low") or self.has_class("-slim")
        room = int(self.size.height * (1.0 if whole else share)) - box.gutter.height - taken
        scrolls.styles.max_height = max(LEAST_ROWS, room)

    def _spoken(self) -> Words:
        """The words of the window beneath; not every page has its own."""
        around = (*reversed(self.app.screen_stack), self.app)
        found = (getattr(each, "words", None) for each in around)
        return next(words for words in found if isinstance(words, Words))
