"""One sentence instead of half a screen, where a window is too small to be read."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.widgets import Static

from app.words import Words

TINY: Final = "-tiny"
"""The class of a screen that is too narrow; given by its `HORIZONTAL_BREAKPOINTS`."""
FLAT: Final = "-flat"
"""The class of a screen that is too low; given by its `VERTICAL_BREAKPOINTS`."""


class TooSmall(Static):
    """Lies over the whole screen while that is too small; the keys work all the same."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    TooSmall {
        layer: over;
        dock: top;
        width: 100%;
        height: 100%;
        content-align: center middle;
        text-align: center;
        background: $background;
        display: none;
    }
    Screen.-tiny > TooSmall, Screen.-flat > TooSmall { display: block; }
    """

    def __init__(self, words: Words) -> None:
        """In these words, or in those that the screen speaks when it is seen."""
        super().__init__("", markup=False)
        self._words = words

    def on_show(self) -> None:
        """The language may have changed since."""
        words = getattr(self.screen, "words", self._words)
        small = words("The window is too small. Make it larger; the keys work all the same.")
        self.update(Content(small))
