"""The phases of the meeting: done, now, to come, each with its planned minutes.

The time a phase has used is not shown: a family reads this, and a tick is enough (design §8).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Literal, NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from app.widgets.plain import fit, fit_right, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import RenderResult

PhaseMark = Literal["done", "now", "later"]
MARKS: Final[dict[str, str]] = {"done": "✓", "now": "▶", "later": " "}


class PhaseRow(NamedTuple):
    """One phase as it stands in the list."""

    title: str
    mark: PhaseMark
    minutes: str
    """The planned minutes as text, or nothing."""


def phase_lines(rows: Sequence[PhaseRow], width: int) -> list[str]:
    """One line of exactly `width` cells a row. The title gives way, the minutes never do."""
    number = max((cell_len(one_line(row.minutes)) for row in rows), default=0)
    title = width - 2 - (number + 1 if number else 0)
    return [
        f"{MARKS[row.mark]} {fit(row.title, title)}"
        + (f" {fit_right(row.minutes, number)}" if number else "")
        for row in rows
    ]


def first_shown(rows: Sequence[PhaseRow], height: int) -> int:
    """The first row to show where not all fit: the current one stays second from the top."""
    now = next((at for at, row in enumerate(rows) if row.mark == "now"), 0)
    above = 1 if height > 1 else 0
    return max(0, min(now - above, len(rows) - height))


class PhaseList(Widget):
    """The list at the left: fits 24 to 26 columns, opens up where there is height to spare."""

    DEFAULT_CSS = """
    PhaseList {
        width: 26;
        height: 1fr;
        text-wrap: nowrap;
        color: $foreground;

        & > .phase-list--done { color: $done; }
        & > .phase-list--now { color: $now; text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"phase-list--done", "phase-list--now"}
    ALLOW_SELECT = False

    rows: reactive[tuple[PhaseRow, ...]] = reactive(())
    """The phases in order."""

    def __init__(
        self,
        rows: tuple[PhaseRow, ...] = (),
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        """Show `rows`."""
        super().__init__(id=id, classes=classes)
        self.set_reactive(PhaseList.rows, rows)

    def render(self) -> RenderResult:
        """The lines, with an empty one between where all of that fits."""
        width, height = self.content_size
        lines = [
            Content.styled(line, "" if row.mark == "later" else f".phase-list--{row.mark}")
            for row, line in zip(self.rows, phase_lines(self.rows, width), strict=True)
        ]
        roomy = len(lines) * 2 - 1 <= height
        start = 0 if roomy else first_shown(self.rows, height)
        return Content("\n\n" if roomy else "\n").join(lines[start : start + height])
