"""How the four columns of the log share a row: pure arithmetic on cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from rich.cells import cell_len

from app.widgets.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GAP: Final = 2
"""Cells between two columns."""
_WHAT_LEAST: Final = 16
_MOST: Final = (24, 22, 18)
"""Who, when and status at most: what is to be done has the first claim on the rest."""
_LEAST: Final = (6, 6, 1)
"""Who, when and status at least, in a window much too narrow; one cell is the status symbol."""


class LogRow(NamedTuple):
    """One activity as it stands in the table. All texts are shown literally."""

    id: str
    what: str
    who: str
    when: str
    status_symbol: str = ""
    status_word: str = ""

    @property
    def status(self) -> str:
        """Symbol and word."""
        return f"{self.status_symbol} {self.status_word}".strip()


class LogHeadings(NamedTuple):
    """The words above the columns, in the user's language."""

    what: str
    who: str
    when: str
    status: str


class ColumnWidths(NamedTuple):
    """Cells for each column; 0 hides it."""

    what: int
    who: int
    when: int
    status: int


def wanted_widths(rows: Iterable[object], heads: object) -> tuple[int, ...]:
    """Cells each column would like for these rows and headings; others have their own columns."""
    cells = [(row.what, row.who, row.when, row.status) for row in rows if isinstance(row, LogRow)]
    if isinstance(heads, LogHeadings):
        cells.append((heads.what, heads.who, heads.when, heads.status))
    return tuple(
        max((cell_len(one_line(each[at])) for each in cells), default=0) for at in range(4)
    )


def column_widths(wanted: Sequence[int], total: int) -> ColumnWidths:
    """Share `total` cells among what, who, when and status, given the cells each would like.

    All is shown where it fits. Else the status shrinks to its symbol first (the word is found
    by opening the row), then who, then when; what keeps at least 16 cells as long as it can.
    """
    if total < sum(_LEAST) + 4 + 3 * GAP:
        return ColumnWidths(max(0, total), 0, 0, 0)
    rest = [min(want, most) for want, most in zip(wanted[1:], _MOST, strict=True)]
    what = min(wanted[0], _WHAT_LEAST)
    for at in (2, 0, 1):
        over = sum(rest) + what + 3 * GAP - total
        if over <= 0:
            break
        # A status word cut in two says less than its symbol alone.
        rest[at] = _LEAST[2] if at == 2 else max(min(rest[at], _LEAST[at]), rest[at] - over)
    # In a wide window the columns stay near each other: the eye loses the row across a gap.
    most = max(wanted[0], total * 2 // 5)
    return ColumnWidths(max(0, min(most, total - 3 * GAP - sum(rest))), *rest)
