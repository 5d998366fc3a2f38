"""A window that is its rows: they always have the focus, and Enter opens the marked one."""

from __future__ import annotations

from typing import Any

from textual.widget import Widget

from app.keys import PROCEED
from app.screens.log_forms.rows import TableActs
from app.widgets.log_table import LogTable


class RowWindow(TableActs):
    """For the staff's windows, beside a meeting and after it; `lead` has the meeting first."""

    def open_marked(self, row_id: str) -> None:
        """What Enter or a click does on a row; the window does it."""

    def set_focus(self, widget: Widget | None, *args: Any, **how: Any) -> None:
        """What else has no focus, the table has: arrows and Enter always mean its rows."""
        if widget is None and self.is_mounted:
            widget = self.query_one(LogTable)
        super().set_focus(widget, *args, **how)

    def on_log_table_selected(self, event: LogTable.Selected) -> None:
        """Enter or a click on a row; a held Enter opens it once."""
        event.stop()
        event.prevent_default()  # Textual calls the handler that this one stands for as well
        if self._gate.passes(PROCEED):
            self.open_marked(event.row_id)

    async def _open_marked(self) -> None:
        """Its click in the footer."""
        row_id = self.query_one(LogTable).current_id
        if row_id is not None:
            self.open_marked(row_id)
