"""Rows with a cursor: people, consents, minutes. Each kind draws its own lines."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import events
from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from app.widgets.cursor_keys import UP_AND_DOWN
from app.widgets.plain import fit, wrap_words

FOOT: Final = 2
"""Lines beneath a grid that tells more of where the cursor is."""
AT: Final = "$block-cursor-foreground on $block-cursor-background bold"


class Grid(Widget, can_focus=True):
    """Arrows move, Enter, Space or a click picks. Textual's `DataTable` reads text as markup."""

    DEFAULT_CSS = """
    Grid {
        width: 1fr;
        height: auto;
        text-wrap: nowrap;
        color: $foreground;
        & > .grid--heading { color: $text-muted; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"grid--heading"}
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *UP_AND_DOWN,
        Binding("left", "move(0, -1)", show=False),
        Binding("right", "move(0, 1)", show=False),
        Binding("enter,space", "pick", show=False),
    ]

    class Picked(Message):
        """A row, and its column where there are several."""

        def __init__(self, grid: Grid, row: int, column: int) -> None:
            """Picked in `grid`."""
            super().__init__()
            self.grid = grid
            self.row = row
            self.column = column

        @property
        def control(self) -> Grid:
            """The grid, for `@on` selectors."""
            return self.grid

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        """With the cursor on the first row."""
        super().__init__(id=id)
        self.row = 0
        self.column = 0

    # -- what a kind of grid says of itself

    def row_count(self) -> int:
        """How many rows there are."""
        return 0

    def column_count(self) -> int:
        """How many columns the cursor can be in."""
        return 1

    def heading(self, width: int) -> str:
        """The line above; nothing for none."""
        del width
        return ""

    def line(self, row: int, width: int, column: int | None) -> Content:
        """A row, with the cursor in `column` (None: elsewhere)."""
        del row, width, column
        return Content("")

    def foot(self, row: int, column: int) -> str | None:
        """What is told beneath of where the cursor is; None for a kind that tells nothing."""
        del row, column
        return None

    def empty(self) -> str:
        """What stands here while there is no row."""
        return ""

    def column_of(self, x: int, width: int) -> int:
        """In which column a click at `x` is."""
        del x, width
        return 0

    # -- the rest is the same for all

    def changed(self) -> None:
        """There are other rows now."""
        self.row = max(0, min(self.row, self.row_count() - 1))
        self.column = max(0, min(self.column, self.column_count() - 1))
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """All the rows; the page around it scrolls."""
        del container, viewport
        if not self.row_count():
            return 1
        told = self.foot(self.row, self.column) is not None
        return self.row_count() + bool(self.heading(width)) + FOOT * told

    def render(self) -> RenderResult:
        """Heading and rows."""
        width = self.content_size.width
        if not self.row_count():
            return Content.styled(self.empty(), AT if self.has_focus else ".grid--heading")
        heading = self.heading(width)
        lines = [Content.styled(heading, ".grid--heading")] if heading else []
        for row in range(self.row_count()):
            here = self.has_focus and row == self.row
            lines.append(self.line(row, width, self.column if here else None))
        foot = self.foot(self.row, self.column) if self.has_focus else None
        told = wrap_words(foot, width) if foot else []
        # The last line holds the rest, cut with "…" where it is too long.
        told[FOOT - 1 :] = [fit(" ".join(told[FOOT - 1 :]), width)] if told[FOOT - 1 :] else []
        lines += [Content.styled(line, ".grid--heading") for line in told]
        return Content("\n").join(lines)

    def on_click(self, event: events.Click) -> None:
        """Pick what is under the pointer."""
        at = event.get_content_offset(self)
        if at is None:
            return
        row = at.y - bool(self.heading(self.content_size.width) and self.row_count())
        if row >= 0 and (row < self.row_count() or not self.row_count()):
            event.stop()
            self.row = row
            self.column = self.column_of(at.x, self.content_size.width)
            self.refresh()
            self.action_pick()

    def action_move(self, down: int, right: int = 0) -> None:
        """Move the cursor; it stops at the edges."""
        self.row = max(0, min(self.row_count() - 1, self.row + down))
        self.column = max(0, min(self.column_count() - 1, self.column + right))
        self.refresh()
        self._show_cursor()

    def action_pick(self) -> None:
        """Pick where the cursor is."""
        self.post_message(self.Picked(self, self.row, self.column))

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()
        self.call_after_refresh(self._show_cursor)

    def on_blur(self) -> None:
        """Hide it."""
        self.refresh()

    def _show_cursor(self) -> None:
        """Scroll the page so that the rows, or at least the cursor's, are seen."""
        for parent in self.ancestors:
            if isinstance(parent, VerticalScroll):
                top = self.region.y - parent.region.y + parent.scroll_offset.y
                whole = self.region.height <= parent.region.height
                # All of it where it fits; of a longer one the row, with one above and below.
                y, rows = (top, self.region.height) if whole else (top + self.row, 3)
                parent.scroll_to_region(Region(0, max(0, y), 1, rows), animate=False, x_axis=False)
                return
