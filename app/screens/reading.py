"""The page to read aloud from: large type, no keys needed while it is read (S3-22)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from app.screens.page import Page
from app.widgets.big_text import BigText


class ReadingPage(Page[bool]):
    """Answers True for Enter (it has been read), False for Esc."""

    CSS_PATH = "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,pagedown", "read", show=False),
        Binding("escape", "dismiss(False)", show=False),
    ]

    def __init__(
        self,
        title: str,
        lines: Sequence[str],
        foot: str,
        passes: Callable[[], bool] = lambda: True,
    ) -> None:
        """The sentences under a title; `foot` names the two keys.

        `passes` says whether Enter counts: held down, the one that opened the page must not say
        that it has been read.
        """
        super().__init__()
        self._passes = passes
        self._title = title
        self._lines = tuple(lines)
        self._foot = foot

    def compose(self) -> ComposeResult:
        """Title, page, foot."""
        yield Static(Content(self._title), id="reading-title", markup=False)
        yield BigText(self._lines, id="reading-page")
        yield Static(Content(self._foot), id="reading-foot", markup=False)

    def action_read(self) -> None:
        """It has been read."""
        if self._passes():
            self.dismiss(True)

    def on_mount(self) -> None:
        """A page that doesn't fit moves by itself: nobody has a hand free."""
        self.set_interval(1.0, self.query_one(BigText).tick)
