"""A paper's text on the screen, as it would stand in the file."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from app.harmless import harmless
from app.screens.scrolled_page import ScrolledPage


class PreviewPage(ScrolledPage):
    """Shown line by line as it is."""

    def __init__(self, title: str, text: str, *, foot: str) -> None:
        """This text, under the paper's name."""
        super().__init__(title, foot=foot)
        self._text = text

    def body(self) -> ComposeResult:
        """The lines."""
        lines = "\n".join(harmless(line) for line in self._text.split("\n"))
        yield Static(Content(lines), markup=False)
