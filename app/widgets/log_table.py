"""The log on screen: what, who, when and status, a page of it at a time.

Lines are drawn when they come into view (Textual's line API). Its `DataTable` measures every
cell first: to the first paint of 1,000 rows it took six times as long as this, each measured
over an empty screen. It also reads plain strings as markup, which would make the activity
"[@click=app.quit]x" a link.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from app.widgets.cursor_keys import UP_AND_DOWN
from app.widgets.log_columns import GAP, LogHeadings, LogRow, column_widths, wanted_widths
from app.widgets.part_rows import Layout, PartRow, fit_line
from app.widgets.plain import fit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.events import Click

__all__ = ["LogHeadings", "LogRow", "LogTable", "TableRow"]

_LOOKS: Final = {
    "head": "log-table--heading",
    "now": "log-table--now",
    "quiet": "log-table--quiet",
    "section": "log-table--section",
}
_MEASURED: Final = 200
"""Rows looked at for the column widths; enough to look right, and independent of the log's size."""


TableRow = LogRow | PartRow
"""A line of the log, or a row of some part of it with cells of its own."""


class LogTable(ScrollView, inherit_bindings=False):
    """A table to read. With `cursor` it takes the focus and a row can be chosen.

    Page Down and Enter aren't taken here: on the lead screen a presenter's clicker sends them
    (design §8). `enter_selects` is for windows without a clicker.
    """

    DEFAULT_CSS = """
    LogTable {
        width: 1fr;
        height: 1fr;
        color: $foreground;
        background: $background;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;

        & > .log-table--heading { color: $text-muted; text-style: underline; }
        & > .log-table--quiet { color: $text-muted; }
        & > .log-table--section { color: $text-muted; text-style: bold; }
        & > .log-table--now { color: $now; text-style: bold; }
        & > .log-table--cursor {
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
        }
        &:focus > .log-table--cursor {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: bold;
        }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "log-table--heading",
        "log-table--quiet",
        "log-table--now",
        "log-table--section",
        "log-table--cursor",
    }
    ALLOW_SELECT = False

    rows: reactive[tuple[TableRow, ...]] = reactive(())
    """All rows, in the order shown."""
    headings: reactive[LogHeadings | PartRow | None] = reactive(None)
    """The words above the columns; none, no heading."""
    empty_text: reactive[str] = reactive("")
    """A quiet line for a log without rows."""
    cursor: reactive[int | None] = reactive(None)
    """The row the cursor is on; None, no cursor."""

    class Highlighted(Message):
        """The cursor moved to another row."""

        def __init__(self, table: LogTable, row_id: str) -> None:
            """In `table`, to the row with `row_id`."""
            super().__init__()
            self.table = table
            self.row_id = row_id

        @property
        def control(self) -> LogTable:
            """The table, for `@on` selectors."""
            return self.table

    class Selected(Highlighted):
        """A row was chosen, by Enter or by a click on the row that has the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *UP_AND_DOWN,
        Binding("home", "move(-1000000)", show=False),
        Binding("end", "move(1000000)", show=False),
        Binding("enter", "choose", show=False),
    ]

    def __init__(
        self,
        rows: Iterable[TableRow] = (),
        *,
        headings: LogHeadings | PartRow | None = None,
        empty_text: str = "",
        with_cursor: bool = False,
        enter_selects: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        """Show `rows`; `with_cursor` lets people move through them."""
        super().__init__(id=id, classes=classes)
        self.can_focus = with_cursor
        self._with_cursor = with_cursor
        self._enter_selects = enter_selects
        self.set_reactive(LogTable.rows, tuple(rows))
        self.set_reactive(LogTable.headings, headings)
        self.set_reactive(LogTable.empty_text, empty_text)
        self.set_reactive(LogTable.cursor, self._nearest(0, 1))
        self._measure()

    @property
    def current_id(self) -> str | None:
        """The id of the row with the cursor."""
        return None if self.cursor is None else self.rows[self.cursor].id

    @property
    def only(self) -> bool:
        """Whether there is but one row to choose."""
        return sum(not self._is_section(at) for at in range(len(self.rows))) == 1

    def go_to(self, row_id: str) -> None:
        """Put the cursor on the row with this id; without such a row, or a cursor, nothing."""
        at = next((at for at, row in enumerate(self.rows) if row.id == row_id), None)
        if at is not None and self._with_cursor:
            self.cursor = at

    def validate_cursor(self, cursor: int | None) -> int | None:
        """On a row that can be chosen, or no cursor at all."""
        return None if cursor is None else self._nearest(cursor, 1)

    def _nearest(self, wanted: int, step: int) -> int | None:
        """The first row from there on, or else back from there, that isn't a section's title."""
        if not self._with_cursor or not self.rows:
            return None
        at = max(0, min(len(self.rows) - 1, wanted))
        ways = (range(at, len(self.rows)), range(at, -1, -1))
        for way in ways if step > 0 else reversed(ways):
            for row in way:
                if not self._is_section(row):
                    return row
        return None

    def _is_section(self, at: int) -> bool:
        row = self.rows[at]
        return isinstance(row, PartRow) and row.look in ("section", "head")

    def watch_rows(self, old: tuple[TableRow, ...], new: tuple[TableRow, ...]) -> None:
        """Keep the cursor on the same activity when others come and go around it."""
        kept = old[self.cursor].id if self.cursor is not None and self.cursor < len(old) else None
        self._measure()
        at = next((at for at, row in enumerate(new) if row.id == kept), self.cursor or 0)
        self.cursor = at

    def watch_headings(self) -> None:
        """A heading takes a line."""
        self._measure()

    def on_resize(self) -> None:
        """Cells that are wrapped take more lines in a narrower window."""
        if self._layout.width != self._width:
            self._measure()
            self.refresh()

    def watch_cursor(self, cursor: int | None) -> None:
        """Bring the row into view and tell."""
        if cursor is None:
            return
        top = self._heading_lines
        at, lines = self._layout.place(cursor)
        if cursor > 0 and self._is_section(cursor - 1):
            # What the row belongs to comes into view with it.
            at, lines = at - 1, lines + 1
        self.scroll_to_region(
            Region(0, at, 1, lines + top), animate=False, force=True, immediate=True
        )
        self.post_message(self.Highlighted(self, self.rows[cursor].id))

    def action_move(self, rows: int) -> None:
        """Move the cursor by so many rows."""
        if self.cursor is not None:
            self.cursor = self._nearest(self.cursor + rows, rows)

    def action_choose(self) -> None:
        """Choose the row with the cursor."""
        if self.current_id is not None:
            self.post_message(self.Selected(self, self.current_id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Enter and the arrows to the screen where they mean nothing here."""
        if action == "choose":
            return self._enter_selects and self.cursor is not None
        if action == "move":
            return self._with_cursor
        return super().check_action(action, parameters)

    def on_click(self, event: Click) -> None:
        """A click moves the cursor; a click where it is already chooses."""
        at = event.get_content_offset(self)
        if at is None or not self._with_cursor:
            return
        row, _line = self._layout.row_at(at.y - self._heading_lines + self.scroll_offset.y)
        if at.y < self._heading_lines or not 0 <= row < len(self.rows) or self._is_section(row):
            return
        if row == self.cursor:
            self.action_choose()
        self.cursor = row

    @property
    def _heading_lines(self) -> int:
        if isinstance(self.headings, LogHeadings):
            return 1
        return len(self._layout.heading)

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    def _measure(self) -> None:
        """The heading stays at the top, so it is as if it were some lines more."""
        self._layout = Layout(self.rows, self.headings, self._width)
        self.virtual_size = Size(0, self._layout.height + self._heading_lines)
        self._wanted = wanted_widths(self.rows[:_MEASURED], self.headings)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Share out the columns once for the lines of this paint."""
        self._columns = column_widths(self._wanted, self._width)
        if self._layout.width != self._width:
            # A scrollbar has come or gone: what is wrapped is cut for now, and measured after.
            self.call_after_refresh(self.on_resize)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of the view: the heading, a row, or nothing."""
        width = self._width
        if y < self._heading_lines:
            return self._heading(y, width)
        at, line = self._layout.row_at(y - self._heading_lines + self.scroll_offset.y)
        if not self.rows and at == 0:
            style = self.get_visual_style("log-table--quiet").rich_style
            return Strip([Segment(fit(self.empty_text, width), style)], width)
        if at >= len(self.rows):
            return Strip.blank(width, self.rich_style)
        row = self.rows[at]
        component = "log-table--cursor" if at == self.cursor else None
        if isinstance(row, PartRow):
            text = fit_line(self._layout.text(at, line), width)
            return self._styled(text, width, component or _LOOKS.get(row.look))
        # A narrow column shows the symbol alone; half a status word would say nothing.
        status = row.status if self._columns.status > 1 else row.status_symbol
        return self._strip((row.what, row.who, row.when, status), width, component)

    def _heading(self, y: int, width: int) -> Strip:
        heads = self.headings
        if isinstance(heads, LogHeadings):
            status = heads.status if self._columns.status > 1 else ""
            cells = (heads.what, heads.who, heads.when, status)
            return self._strip(cells, width, "log-table--heading")
        return self._styled(fit_line(self._layout.heading[y], width), width, "log-table--heading")

    def _strip(self, cells: tuple[str, ...], width: int, component: str | None) -> Strip:
        shown = [fit(cell, room) for cell, room in zip(cells, self._columns, strict=True) if room]
        return self._styled(fit_line((" " * GAP).join(shown), width), width, component)

    def _styled(self, line: str, width: int, component: str | None) -> Strip:
        style = self.get_visual_style(component).rich_style if component else self.rich_style
        return Strip([Segment(line, style)], width)
