"""A page of text to read: help. Esc, Enter or a click closes it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from app.screens.box import Box
from app.screens.keys_line import keys_line
from app.words import Words


class TextPage(Box[None]):
    """Paragraphs under a title; a paragraph of two parts has the first one stand out."""

    CSS_PATH = "text_page.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,question_mark,f1", "close", show=False),
        Binding("down,pagedown,space", "roll(1)", show=False),
        Binding("up,pageup", "roll(-1)", show=False),
    ]

    def __init__(self, title: str, paragraphs: Iterable[tuple[str, str]], words: Words) -> None:
        """Each of `paragraphs` is a short beginning (or nothing) and a text."""
        super().__init__()
        self._title = title
        self._paragraphs = tuple(paragraphs)
        self._foot = keys_line(("Esc", words("close")))

    def compose(self) -> ComposeResult:
        """Title, text, the way out."""
        with Vertical(id="page"):
            yield Static(Content(self._title), id="page-title", markup=False)
            with VerticalScroll(id="page-text", can_focus=False):
                for start, text in self._paragraphs:
                    parts = [(f"{start}  ", "$accent bold")] if start else []
                    yield Static(Content.assemble(*parts, text), markup=False)
            yield Static(Content(self._foot), id="page-foot", markup=False)

    def action_roll(self, way: int) -> None:
        """Move the text where it doesn't fit."""
        self.query_one("#page-text").scroll_relative(y=way * 5, animate=False, immediate=True)

    def action_close(self) -> None:
        """Back to the screen beneath."""
        self.dismiss(None)
