"""A page in large type, to read aloud together: it needs no keys.

Terminals have one letter size. What can be done about legibility is done: bold, short lines,
air between lines, nothing else on the page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from app.widgets.plain import wrap_words
from phases.date_names import MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import RenderResult

MEASURE: Final = 56
"""Cells in a line at most."""
HOLD_TICKS: Final = 8
"""Ticks the page stands still at the top and at the bottom."""
TICKS_A_ROW: Final = 3
"""Ticks for each row moved: with one tick a second, a line of four seconds with its air."""
_SIDE: Final = 4
_TOGETHER: Final = "\ue000"
"""Stands for a space that doesn't end a row: one cell, and nothing that people type."""


def set_page(lines: Sequence[str], width: int, height: int) -> list[str]:
    """`lines` as rows of the page: each one wrapped by words and centred.

    Rows of one line get air between them too if all of it fits then. Between lines there is
    always an empty row.
    """
    wrapped = [_wrap(line, max(1, min(MEASURE, width - _SIDE))) for line in lines]
    airy = _stack(wrapped, 1, 2)
    rows = airy if len(airy) <= height else _stack(wrapped, 0, 1)
    return [" " * (max(0, width - cell_len(row)) // 2) + row if row else "" for row in rows]


def _wrap(line: str, width: int) -> list[str]:
    """Wrapped by words, with a day and its month on the same row.

    A no-break space is no use here: it is a space to what splits words.
    """
    months = "|".join(month for names in MONTHS.values() for month in names)
    whole = re.sub(rf"\b(\d{{1,2}}\.?) (?=(?:{months})\b)", rf"\1{_TOGETHER}", line)
    return [row.replace(_TOGETHER, " ") for row in wrap_words(whole, width)]


def _stack(blocks: Sequence[Sequence[str]], inside: int, between: int) -> list[str]:
    rows: list[str] = []
    for block in blocks:
        if rows:
            rows.extend([""] * between)
        for at, row in enumerate(block):
            rows.extend([""] * (inside if at else 0))
            rows.append(row)
    return rows


def offset_at(ticks: int, overflow: int) -> int:
    """The first row shown after `ticks`, where `overflow` rows don't fit.

    The page rests at the top, moves row by row to the end, rests there and begins again, so
    nobody has to touch a key while the group reads.
    """
    if overflow <= 0:
        return 0
    moving = overflow * TICKS_A_ROW
    at = ticks % (HOLD_TICKS + moving + HOLD_TICKS)
    return max(0, min(overflow, (at - HOLD_TICKS + TICKS_A_ROW - 1) // TICKS_A_ROW))


class BigText(Widget):
    """The page. It owns no timer: the caller's `tick` moves it."""

    DEFAULT_CSS = """
    BigText {
        width: 1fr;
        height: 1fr;
        text-wrap: nowrap;
        text-style: bold;
        color: $foreground;
        background: $background;

        & > .big-text--more { color: $text-muted; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"big-text--more"}

    lines: reactive[tuple[str, ...]] = reactive(())
    """The sentences, one each; shown literally."""
    offset_row: reactive[int] = reactive(0)
    """The first row of the page that is shown; only a new one repaints."""

    def __init__(
        self,
        lines: tuple[str, ...] = (),
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        """Show `lines`."""
        super().__init__(id=id, classes=classes)
        self._ticks = 0
        self.set_reactive(BigText.lines, lines)

    def watch_lines(self) -> None:
        """A new text begins at its top."""
        self._ticks = 0
        self.offset_row = 0

    def tick(self) -> None:
        """Let one step of the caller's clock pass."""
        self._ticks += 1
        width, _ = self.content_size
        self.offset_row = offset_at(
            self._ticks, len(set_page(self.lines, width, self._room)) - self._room
        )

    @property
    def _room(self) -> int:
        """Rows for text; the last one is kept for the arrow."""
        return max(1, self.content_size.height - 1)

    def render(self) -> RenderResult:
        """The visible part of the page, in the middle if all of it fits, with arrows if not."""
        width, height = self.content_size
        rows = set_page(self.lines, width, self._room)
        if len(rows) <= self._room:
            above = (height - len(rows)) // 2
            return Content("\n".join([""] * above + rows))
        shown = rows[self.offset_row : self.offset_row + self._room]
        more = "↓" if self.offset_row + self._room < len(rows) else "↑"
        return Content.assemble("\n".join(shown), "\n", (more.center(width), ".big-text--more"))
