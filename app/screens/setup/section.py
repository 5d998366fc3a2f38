"""A part of the set-up: a heading, its fields, and a line for what has to be said about them."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from app.widgets.told_line import ToldLine


class Section(Vertical):
    """One part."""

    DEFAULT_CSS = """
    Section {
        width: 1fr;
        height: auto;
        margin-bottom: 1;

        & > .section--title { color: $text-muted; text-style: bold; }
        & > .section--said { height: auto; color: $text-muted; display: none; }
        & > .section--said.-fault { color: $hint; text-style: bold; }
        &:focus-within > .section--title { color: $now; }
    }
    """

    def __init__(self, title: str, *within: Widget, id: str) -> None:  # noqa: A002 - Textual's own
        """`within` under `title`."""
        super().__init__(id=id)
        self._title = Static(Content(title), markup=False, classes="section--title")
        self._within = within
        self._said = ToldLine(classes="section--said")

    def compose(self) -> ComposeResult:
        """Heading, fields, line."""
        yield self._title
        yield from self._within
        yield self._said

    @property
    def said(self) -> str:
        """The line beneath."""
        return self._said.told

    def say(self, text: str, *, fault: bool = False) -> None:
        """Show a line beneath the fields, or nothing."""
        self._said.tell(text, fault=fault)
        self._said.display = bool(self.said)
