"""A page to be looked at, which scrolls: a paper's text, or the log over time."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from app.screens.box import Box


class ScrolledPage(Box[None]):
    """Esc goes back."""

    CSS_PATH = Path(__file__).with_name("scrolled_page.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "close", show=False),
        Binding("down", "roll(1)", show=False),
        Binding("up", "roll(-1)", show=False),
        Binding("pagedown,space", "roll(10)", show=False),
        Binding("pageup", "roll(-10)", show=False),
    ]

    def __init__(self, title: str, *, foot: str) -> None:
        """Under this title, with the way out at the foot."""
        super().__init__()
        self._title, self._foot = title, foot

    def compose(self) -> ComposeResult:
        """Title, what scrolls, the way out."""
        with Vertical(id="scrolled"):
            yield Static(Content(self._title), id="scrolled-title", markup=False)
            with VerticalScroll(id="scrolled-body", can_focus=False):
                yield from self.body()
            yield Static(Content(self._foot), id="scrolled-foot", markup=False)

    def body(self) -> ComposeResult:
        """What scrolls; the page says."""
        yield from ()

    def action_roll(self, rows: int) -> None:
        """Move it."""
        self.query_one("#scrolled-body").scroll_relative(y=rows, animate=False, immediate=True)

    def action_close(self) -> None:
        """Back."""
        self.dismiss(None)
