"""Rows with as many cells as a part of the log needs, each cell on as many lines as it takes.

An activity fits on a line: what, who, when. What a form asks for is a sentence or two a cell, and
cut off at the column's edge nobody could read along with what was just written for them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, zip_longest
from typing import Final, Literal, NamedTuple

from rich.cells import cell_len, set_cell_size

from app.widgets.plain import fit, one_line, wrap_words

GAP: Final = 2
"""Cells between two columns."""

TALLEST: Final = 6
"""Lines of a row at most; the whole text is found by opening it."""

Look = Literal["plain", "head", "now", "quiet", "section"]
"""`section` is a title over the rows below it: a rule across the table, which no cursor enters."""


class PartRow(NamedTuple):
    """One row of a part of the log. All texts are shown literally."""

    id: str
    cells: tuple[str, ...]
    shares: tuple[int, ...] = ()
    """How the columns share the width; none, evenly."""
    look: Look = "plain"


def shared_widths(shares: Sequence[int], total: int) -> tuple[int, ...]:
    """Cells for each column, with gaps between; what is left over goes to the first ones."""
    room = max(0, total - GAP * (len(shares) - 1))
    whole = sum(shares) or 1
    widths = [room * share // whole for share in shares]
    for at in range(room - sum(widths)):
        widths[at % len(widths)] += 1
    return tuple(widths)


def row_lines(row: PartRow, width: int) -> list[str]:
    """The row as lines of exactly `width` cells; one line at least."""
    if row.look == "section":
        return [_ruled(" ".join(row.cells), width)]
    widths = shared_widths(row.shares or (1,) * len(row.cells), width)
    columns = [_wrapped(text, room) for text, room in zip(row.cells, widths, strict=True)]
    lines = zip_longest(*columns, fillvalue="")
    gap = " " * GAP
    return [fit_line(gap.join(map(fit, line, widths)), width) for line in lines]


def fit_line(line: str, width: int) -> str:
    """A line whose cells are measured already, padded; cut where the gaps alone are too wide."""
    return set_cell_size(line, width)


def _ruled(title: str, width: int) -> str:
    """A title in a rule: seen to be none of the rows without any colour too."""
    line = f"── {one_line(title)} "
    return fit(line + "─" * max(0, width - cell_len(line)), width)


def _wrapped(text: str, width: int) -> list[str]:
    """At most `TALLEST` lines, with "…" at the end where there was more."""
    if width <= 0:
        return [""]
    lines = wrap_words(text, width)
    if len(lines) > TALLEST:
        lines = [*lines[: TALLEST - 1], fit(" ".join(lines[TALLEST - 1 :]), width)]
    return lines or [""]


class Layout:
    """Which lines each row of a table takes in a window of some width.

    Rows of the log take a line each, and a thousand of them need no list for it.
    """

    def __init__(self, rows: Sequence[object], heading: object, width: int) -> None:
        """For these rows; those that are no `PartRow` take a line."""
        self.width = width
        self.heading = row_lines(heading, width) if isinstance(heading, PartRow) else []
        self._count = len(rows)
        self._lines: dict[int, list[str]] = {
            at: row_lines(row, width) for at, row in enumerate(rows) if isinstance(row, PartRow)
        }
        heights = (len(self._lines.get(at, "1")) for at in range(len(rows)))
        self._tops = [0, *accumulate(heights)] if self._lines else []

    @property
    def height(self) -> int:
        """Lines in all."""
        return self._tops[-1] if self._tops else self._count

    def place(self, row: int) -> tuple[int, int]:
        """The first line of a row, and how many it has."""
        if not self._tops:
            return row, 1
        return self._tops[row], self._tops[row + 1] - self._tops[row]

    def row_at(self, line: int) -> tuple[int, int]:
        """The row a line belongs to, and which of its lines; past the end, no row's number."""
        if not self._tops:
            return line, 0
        row = bisect_right(self._tops, line) - 1
        return row, line - self._tops[row]

    def text(self, row: int, line: int) -> str:
        """One line of a `PartRow`."""
        return self._lines[row][line]
