"""A calendar over an open form: the day that is taken stands in its field, and nothing is saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from textual import work

from app.screens.log_forms.filling import FormWindow
from app.screens.log_forms.panel import EntryPanel
from phases.showing_dates import numeric_date

if TYPE_CHECKING:
    from app.screens.log_forms.form import Form
    from app.widgets.entry_row import EntryRow
    from phases.changes import Finding
    from phases.picking import DateBook

MEETINGS: Final = frozenset({("next-meeting", "on"), ("half-year-plan", "dates")})
"""Form and field in which a meeting's date stands; elsewhere it is a day to be done by."""

SEVERAL: Final = frozenset({"dates"})
"""Fields with more than one date: one that is picked comes behind them."""


class DayPicking(FormWindow):
    """Opens the calendar for the field that wants a day."""

    def on_entry_row_day_wanted(self, event: EntryRow.DayWanted) -> None:
        """The key in the field, or a click on its label."""
        event.stop()
        form = self.query_one(EntryPanel).form
        if form is not None and not self.covered:
            self.pick_day(form, event.name, event.values[event.name])

    @work(exclusive=True, group="flow")
    async def pick_day(self, form: Form, field: str, typed: str) -> None:
        """Ask for a day and put it where the others stand."""
        from app.screens.day_page import DayAsk, DayPage
        from phases.picking import DateBook

        several = field in SEVERAL
        meeting = (form.name, field) in MEETINGS
        book = DateBook(self.desk.log.case, self.desk.log.context())
        label = next(spec.label for spec in form.fields if spec.name == field)
        ask = DayAsk(
            form.title if meeting else label,
            book,
            _tells(book, form, meeting=meeting),
            "" if several else typed,
            meeting=meeting,
            others=self.desk.other_days,
        )
        day = await self.app.push_screen_wait(DayPage(ask, self.words, self._gate.passes))
        # Another act may have closed the form meanwhile, or opened another.
        panel = self.query_one(EntryPanel)
        if day is not None and panel.form is form:
            text = numeric_date(day)
            if several and typed.strip():
                text = f"{typed.strip().rstrip(',')}, {text}"
            panel.type_in({field: text}, by_hand=False)


def _tells(book: DateBook, form: Form, *, meeting: bool) -> Callable[[date], tuple[Finding, ...]]:
    """What rules would say of a day in this field."""
    if not meeting:
        return book.said_of_any
    return book.said_of_next if form.name == "next-meeting" else book.said_of_dates
