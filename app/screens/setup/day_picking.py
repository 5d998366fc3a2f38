"""A calendar over the set-up: a day for its fields, and the days for somebody's own calendar."""

from __future__ import annotations

from datetime import date

from app.screens.setup.display import SetupDisplay
from app.widgets.entry_row import EntryRow
from phases.showing_dates import numeric_date


class DayPicking(SetupDisplay):
    """Opens the calendar for the meeting's day, and for the days of the year's meetings."""

    def action_calendar(self) -> None:
        """The meetings as they are saved, as a file; the day in the field alone is no meeting."""
        from app.screens.calendar_file import keep_calendar

        if self.shelf is not None:
            kept = keep_calendar(self.case_log, self.shelf, self.words)
            self.part("when").say(kept.words, fault=not kept.done)
            if kept.untold:
                self.notify(kept.untold, markup=False, severity="warning")

    def action_pick_day(self) -> None:
        """The calendar for the meeting's day, from wherever the cursor is."""
        from app.screens.day_page import pick_meeting_day

        row = self.query_one("#setup-when", EntryRow)
        pick_meeting_day(self.app, self.case_log, self.words, row, self.other_days)

    def on_entry_row_day_wanted(self, event: EntryRow.DayWanted) -> None:
        """The key in the field, or a click on its label."""
        event.stop()
        if event.name == "date":
            self.action_pick_day()
            return
        from app.screens.day_page import DayAsk, DayPage
        from phases.picking import DateBook

        _, row, typed = self.words, event.row, event.values[event.name]
        book = DateBook(self.case_log.whole, self.case_log.context())
        title = _("The BTI meetings of the school year")

        def taken(day: date | None) -> None:
            if day is not None:
                text = ", ".join(filter(None, (typed.strip().rstrip(","), numeric_date(day))))
                row.set_values({event.name: text})
                row.focus_field(event.name)

        ask = DayAsk(title, book, book.said_of_dates, others=self.other_days)
        self.app.push_screen(DayPage(ask, _), taken)
