"""The page to read aloud from: large type, no keys needed while it is read (S3-22)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from app.widgets.big_text import BigText


class ReadingPage(ModalScreen[bool]):
    """Answers True for Enter (it has been read), False for Esc."""

    CSS_PATH = "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,pagedown", "dismiss(True)", show=False),
        Binding("escape", "dismiss(False)", show=False),
    ]

    def __init__(self, title: str, lines: Sequence[str], foot: str) -> None:
        """The sentences under a title; `foot` names the two keys."""
        super().__init__()
        self._title = title
        self._lines = tuple(lines)
        self._foot = foot

    def compose(self) -> ComposeResult:
        """Title, page, foot."""
        yield Static(Content(self._title), id="reading-title", markup=False)
        yield BigText(self._lines, id="reading-page")
        yield Static(Content(self._foot), id="reading-foot", markup=False)

    def on_mount(self) -> None:
        """A page that doesn't fit moves by itself: nobody has a hand free."""
        self.set_interval(1.0, self.query_one(BigText).tick)
