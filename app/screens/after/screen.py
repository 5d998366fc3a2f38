"""After the meeting: what is left to do, a row each, and the papers."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from app.desk import Desk
from app.harmless import harmless
from app.screens.after.acts import AfterActs
from app.screens.after.pages import footer_keys, form_keys
from app.screens.after.tasks import tasks
from app.screens.key_table import bindings
from app.screens.log_forms.panel import EntryPanel
from app.widgets.key_footer import KeyFooter
from app.widgets.log_table import LogHeadings, LogTable
from app.widgets.too_small import FLAT, TINY, TooSmall
from app.words import Words
from phases.showing_dates import long_date


class AfterScreen(AfterActs):
    """For the staff, once the family has left; gives what is to be opened next, if anything."""

    CSS_PATH = Path(__file__).with_name("screen.tcss")
    AUTO_FOCUS = "#tasks"
    HORIZONTAL_BREAKPOINTS = [(0, TINY), (50, "-narrow")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, FLAT), (10, "-roomy")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("after"),
        Binding("escape", "leave", show=False),
    ]

    def __init__(self, desk: Desk, words: Words) -> None:
        """For one case at one desk."""
        super().__init__(desk, words)
        self._drawn: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """From the top: which meeting, what is left, a form, keys."""
        with Horizontal(id="head"):
            yield Static("", id="head-left", markup=False)
            yield Static("", id="head-right", markup=False)
        yield LogTable(with_cursor=True, enter_selects=True, id="tasks")
        yield Static("", id="message", markup=False)
        yield EntryPanel(self.desk, self.store_trouble, window="after")
        yield KeyFooter(id="keys")
        yield TooSmall(self.words)

    def on_mount(self) -> None:
        """Draw at once, then by the clock."""
        self.paint(force=True)
        self.beat()

    def paint(self, *, force: bool = False) -> None:
        """Draw what changed."""
        log, typing = self.desk.log, self.query_one(EntryPanel).form is not None
        said, today = self.message_now(), self.desk.today()
        state = (log.case, self.meeting, said, typing, today, self.words.language)
        if state == self._drawn and not force:
            return
        self._drawn = state
        _ = self.words
        self.query_one("#head-left", Static).update(Content(_("After the meeting")))
        self.query_one("#head-right", Static).update(Content(harmless(self._which())))
        table = self.query_one(LogTable)
        table.headings = LogHeadings(_("What"), _("Who"), _("When"), _("Status"))
        table.empty_text = _("No meeting has been held yet")
        rows = tasks(log.case, log.context(), _, self.about())
        if table.rows != rows:
            table.rows = rows
        self.draw_message(self.message_now(), force=force)
        footer = self.query_one(KeyFooter)
        footer.keys, footer.last = (form_keys if typing else footer_keys)(_)

    def _which(self) -> str:
        """Which meeting it is about, by its day."""
        log = self.desk.log
        sitting = self.about() or log.case.held
        line = sitting.line if sitting else None
        if line is None or line.started is None:
            return log.case.id
        day = self.desk.local(line.started.utc).date()
        shown = long_date(day, self.words.language, today=self.desk.today())
        return f"{log.case.id} · {shown}"
