"""One line of text, asked over the preparing: which system, what for."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from app.screens.box import Box
from app.screens.keys_line import keys_line
from app.widgets.entry_row import EntryRow, FieldSpec
from app.words import Words


class AskText(Box[None]):
    """Stays open, with what was typed, until it is saved or Esc is pressed."""

    CSS_PATH = "ask_text.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]

    def __init__(  # noqa: PLR0917 - a question is all of these
        self,
        words: Words,
        title: str,
        label: str,
        save: Callable[[str], str],
        text: str = "",
        about: str = "",
    ) -> None:
        """Ask `title`; `text` is what stands there already, or is proposed.

        `save` saves what was typed, and answers in words why it couldn't, else nothing.
        """
        super().__init__()
        self._words, self._title, self._label = words, title, label
        self._save, self._text, self._about = save, text, about

    def compose(self) -> ComposeResult:
        """The question, the field, the keys."""
        _ = self._words
        with Vertical(id="ask"):
            yield Static(Content(self._title), id="ask-title", markup=False)
            if self._about:
                yield Static(Content(self._about), id="ask-about", markup=False)
            yield EntryRow([FieldSpec("text", self._label)], id="ask-row")
            foot = keys_line(("Enter", _("save")), ("Esc", _("back")))
            yield Static(Content(foot), id="ask-foot", markup=False)

    def on_mount(self) -> None:
        """Type at once; what is proposed is replaced by the first letter."""
        row = self.query_one(EntryRow)
        if self._text:
            row.propose("text", self._text)
        row.focus_field()

    def on_entry_row_submitted(self, event: EntryRow.Submitted) -> None:
        """Enter saves; what can't be saved stays in the field, with why beneath it."""
        event.stop()
        fault = self._save(event.values["text"])
        if fault:
            self.query_one(EntryRow).show_hint(fault, "fault", "text")
        else:
            self.dismiss(None)

    def on_entry_row_left(self, event: EntryRow.Left) -> None:
        """Esc in the field closes the page."""
        event.stop()
        self.dismiss(None)

    def action_close(self) -> None:
        """Leave it as it is."""
        self.dismiss(None)
