"""The note-taker's desk: everything that is written, a form below it, the time in a corner."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from app.desk import Desk
from app.harmless import harmless
from app.phase_words import part_titles
from app.screens.key_table import bindings
from app.screens.log_forms.panel import EntryPanel
from app.screens.notes.acts import NotesActs
from app.screens.notes.pages import closed_keys, footer_keys, form_keys
from app.screens.notes.parts import parts
from app.screens.notes.rows import shown_rows, written
from app.screens.notes.view import Head, head_line
from app.structure_gaps import borrowed_words
from app.widgets.key_footer import KeyFooter
from app.widgets.log_table import LogHeadings, LogTable
from app.widgets.too_small import FLAT, TINY, TooSmall
from app.words import Words
from phases.case import Case

NOTES_STYLES = Path(__file__).with_name("screen.tcss")


class NotesScreen(NotesActs):
    """For a note-taker beside the leader; not projected."""

    CSS_PATH = NOTES_STYLES
    AUTO_FOCUS = "#log"
    HORIZONTAL_BREAKPOINTS = [(0, TINY), (50, "-narrow")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, FLAT), (10, "-roomy")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("notes"),
        Binding("escape", "leave", show=False),
    ]

    def __init__(self, desk: Desk, words: Words, opens: str = "") -> None:
        """For one case at one desk; `opens` is what somebody came for, opened at once."""
        super().__init__(desk, words)
        self._opens = opens
        self._drawn: tuple[object, ...] = ()
        self._head = Head()
        self._worded: tuple[object, ...] = ()
        self._titles: Mapping[str, str] = {}
        self._borrowed = ""

    def compose(self) -> ComposeResult:
        """From the top: where the meeting is and its time, all that is written, a form, keys."""
        with Horizontal(id="head"):
            yield Static("", id="head-left", markup=False)
            yield Static("", id="head-right", markup=False)
        yield LogTable(with_cursor=True, enter_selects=True, id="log")
        yield Static("", id="message", markup=False)
        yield Input(id="find")
        yield EntryPanel(self.desk, self.store_trouble, window="notes")
        yield KeyFooter(id="keys")
        yield TooSmall(self.words)

    def on_mount(self) -> None:
        """Draw at once, then by the clock."""
        self.query_one("#find").display = False
        self.paint(force=True)
        self.beat()
        if self._opens:
            self.open_item(self._opens)

    def paint(self, *, force: bool = False) -> None:
        """Draw the differences: most ticks change the time alone."""
        case = self.desk.log.case
        self._draw_head(case, force=force)
        self._draw_log(case, force=force)
        # That the log is closed stays to be read: no key does anything to it any more.
        self.draw_message(self.message_now() or self.why_closed(), force=force)

    def _draw_head(self, case: Case, *, force: bool) -> None:
        self._word(case)
        now = self.desk.clock.stamp()
        head = head_line(case, now, self.desk, self._titles, self.words, self._borrowed)
        if head != self._head or force:
            self._head = head
            self.query_one("#head-left", Static).update(Content(harmless(head.title)))
            self.query_one("#head-right", Static).update(Content(harmless(head.time)))

    def _word(self, case: Case) -> None:
        """The structure's words, once for each change: a tick changes none of them."""
        if (case, self.words.language) == self._worded:
            return
        self._worded = (case, self.words.language)
        sitting, structures = case.sitting, self.desk.structures
        self._titles = part_titles(case, structures, self.words)
        self._borrowed = ""
        if sitting is not None:
            structure = structures.get(sitting.agenda.structure)
            self._borrowed = borrowed_words(structure, sitting.line.phase, self.words)

    def _draw_log(self, case: Case, *, force: bool) -> None:
        """The rows and the keys, where something was saved, marked, looked for or opened."""
        _, marks, typing = self.words, self.marks_now(), self.query_one(EntryPanel).form is not None
        state = (case, marks, self.wanted, typing)
        if state == self._drawn and not force:
            return
        self._drawn = state
        table = self.query_one(LogTable)
        table.headings = LogHeadings(_("What"), _("Who"), _("When"), _("Status"))
        table.empty_text = _("Nothing found")
        structures = self.desk.structures
        sections = written(case, self._titles, _, parts(case, structures, _))
        rows = shown_rows(sections, self.wanted, marks, _)
        if table.rows != rows:
            table.rows = rows
        self.query_one("#find", Input).placeholder = _("Find")
        footer = self.query_one(KeyFooter)
        shape = form_keys if typing else footer_keys if self.may_write() else closed_keys
        footer.keys, footer.last = shape(_)
