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
_WHO_SHORT, _WHO_FEW = 12, 8
"""Who, before anything of what is to be done is cut, and before it is cut below half of the row."""
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

    All is shown where it fits. Else who is shortened first, so that what can be read whole (its
    time of day stands last: “… 08.15”). Before what gets less than half of the row, who shrinks to
    a few cells and the status to its symbol; the word is found by opening the row. Below that
    what keeps at least 16 cells as long as it can.
    """
    if total < sum(_LEAST) + 4 + 3 * GAP:
        return ColumnWidths(max(0, total), 0, 0, 0)
    who, when, status = (min(want, most) for want, most in zip(wanted[1:], _MOST, strict=True))
    room = total - 3 * GAP
    half = min(wanted[0], max(_WHAT_LEAST, total // 2))
    if half + min(who, _WHO_FEW) + when + status > room:
        # A status word cut in two says less than its symbol alone.
        status = _LEAST[2]
    for what, least in ((wanted[0], _WHO_SHORT), (half, _WHO_FEW)):
        who = _shrunk(who, what + when + status + who - room, least)
    what = min(wanted[0], _WHAT_LEAST)
    who = _shrunk(who, what + when + status + who - room, _LEAST[0])
    when = _shrunk(when, what + when + status + who - room, _LEAST[1])
    # In a wide window the columns stay near each other: the eye loses the row across a gap.
    most = max(wanted[0], total * 2 // 5)
    return ColumnWidths(max(0, min(most, room - who - when - status)), who, when, status)


def _shrunk(cells: int, over: int, least: int) -> int:
    """`cells` less what is `over`, but no less than `least` where it had as much."""
    return cells if over <= 0 else max(min(cells, least), cells - over)
