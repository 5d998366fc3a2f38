"""A page of fields over the set-up, saved by one key: a participant, or a consent."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from app.screens.box import Box
from app.screens.keys_line import keys_line
from app.widgets.entry_row import EntryRow
from app.widgets.plain import one_line
from app.words import Words


class SavedPage(Box[bool]):
    """Answers whether something was saved."""

    CSS_PATH = "person_page.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2,ctrl+s", "save", show=False, priority=True),
        Binding("enter", "save", show=False),
        Binding("escape", "close", show=False),
    ]

    @staticmethod
    def title_line(title: str) -> Static:
        """Whom or what it is about."""
        return Static(Content(one_line(title)), id="person-title", markup=False)

    @staticmethod
    def heading(text: str) -> Static:
        """Over a line of choices."""
        return Static(Content(text), markup=False, classes="person-heading")

    @staticmethod
    def keys(words: Words) -> Static:
        """At the foot."""
        _ = words
        keys = (("F2", _("save")), ("Tab", _("next")), ("Esc", _("back")))
        return Static(Content(keys_line(*keys)), id="person-foot", markup=False)

    def on_entry_row_submitted(self, event: EntryRow.Submitted) -> None:
        """Enter in a field saves."""
        event.stop()
        self.action_save()

    def on_entry_row_left(self, event: EntryRow.Left) -> None:
        """Esc in a field leaves the page."""
        event.stop()
        self.action_close()

    def action_save(self) -> None:
        """Save and close, or say why not; the page does it."""

    def action_close(self) -> None:
        """Leave without saving."""
        self.dismiss(False)
