"""A paper's text on the screen, as it would stand in the file."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from app.widgets.plain import harmless


class PreviewPage(ModalScreen[None]):
    """Scrolls; Esc goes back."""

    CSS_PATH = "preview.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "close", show=False),
        Binding("down", "roll(1)", show=False),
        Binding("up", "roll(-1)", show=False),
        Binding("pagedown,space", "roll(10)", show=False),
        Binding("pageup", "roll(-10)", show=False),
    ]

    def __init__(self, title: str, text: str, *, foot: str) -> None:
        """Shown line by line as it is."""
        super().__init__()
        self._title, self._text, self._foot = title, text, foot

    def compose(self) -> ComposeResult:
        """Title, text, the way out."""
        lines = "\n".join(harmless(line) for line in self._text.split("\n"))
        with Vertical(id="preview"):
            yield Static(Content(self._title), id="preview-title", markup=False)
            with VerticalScroll(id="preview-text", can_focus=False):
                yield Static(Content(lines), markup=False)
            yield Static(Content(self._foot), id="preview-foot", markup=False)

    def action_roll(self, rows: int) -> None:
        """Move the text."""
        self.query_one("#preview-text").scroll_relative(y=rows, animate=False)

    def action_close(self) -> None:
        """Back."""
        self.dismiss(None)
