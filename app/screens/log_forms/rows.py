"""The lines of the log: chosen in the table, changed, ended, or made of an offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from app.screens.log_forms.settling import Settling
from app.widgets.log_table import LogTable
from app.wording.agreed_rows import ITEM
from app.wording.log_parts import FORM, WALK

if TYPE_CHECKING:
    from app.taking_out import Taken


class TableActs(Settling):
    """What a line of the log can be asked for."""

    async def _into_the_table(self) -> None:
        """To the rows, where the marking stays; from among them, to the one that is marked.

        So the same key pressed again opens it, and so does the first press where there is one row.
        """
        table = self.query_one(LogTable)
        marked = table.current_id
        if marked is None:
            self.say(self.words("Nothing is written in the log yet"))
            self.paint()
        elif table.has_focus or table.only:
            self.open_row(marked)
        else:
            table.focus()

    def on_log_table_selected(self, event: LogTable.Selected) -> None:
        """Enter or a click on a line of the log."""
        event.stop()
        if self.covered:
            return
        self.open_row(event.row_id)

    @work(exclusive=True, group="flow")
    async def open_row(self, row_id: str) -> None:
        """Change a line, end it, or make an activity of an offer."""
        case = self.desk.log.case
        openers = self.openers()
        self.set_focus(None)
        if row_id.startswith((FORM, ITEM)):
            await self._open_item_now(row_id.removeprefix(ITEM))
        elif row_id in case.activities:
            await self._follow(openers.activity(case.activities[row_id]))
        elif row_id.startswith(WALK):
            await self._open_for("walk-through", row_id.removeprefix(WALK))
        elif row_id in case.goals:
            await self._follow(openers.goal(case.goals[row_id]))
        elif row_id in case.offers:
            await self._follow(openers.offer(case.offers[row_id]))

    async def write_calendar(self) -> None:
        """The meetings to come as a file for somebody's own calendar."""
        from app.screens.calendar_file import keep_calendar

        if self.desk.shelf is None:
            return
        self.tell_taken(keep_calendar(self.desk.log, self.desk.shelf, self.words))

    def tell_taken(self, taken: Taken) -> None:
        """Where something of the log is kept now, or why it isn't; and what couldn't be noted."""
        self.say(taken.words)
        if taken.untold:
            self.notify(taken.untold, markup=False, severity="warning")
        self.paint()
