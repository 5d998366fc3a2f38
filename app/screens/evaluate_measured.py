"""What the clock measured, beside the question whether we kept to the structure (S3-28 c).

For the staff alone, after the family has left: here, and nowhere before, the time that each part
used is shown (design §8). Signs are counted by kind; nobody's name is in the log of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len, set_cell_size
from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from app.phase_words import phase_words
from app.widgets.plain import fit, fit_right
from app.wording.over_or_under import over_or_under
from app.wording.states import kind_words
from app.words import Words
from phases.case import Case
from phases.pace import allotted_s
from phases.records import AgendaPhase
from phases.sitting import Sitting
from phases.structures import Structure

MINUTE_S: Final = 60.0
GAP: Final = "  "
LONGEST_TITLE: Final = 28
"""Cells. On a wide screen the figures stay beside the part they are about."""


@dataclass(frozen=True, slots=True)
class MeasuredRow:
    """One part of the meeting, as the table shows it."""

    title: str
    planned: str
    used: str
    verdict: str
    """Over or under, in words."""
    paused: str = ""
    more: str = ""
    """What was given or taken on the way; a column of its own, or the minutes don't line up."""


def measured_rows(
    case: Case, structures: Mapping[str, Structure], words: Words
) -> tuple[MeasuredRow, ...]:
    """The parts of the newest meeting in order; the whole of it last."""
    sitting = case.sitting
    if sitting is None:
        return ()
    structure = structures.get(sitting.agenda.structure)
    rows = []
    for phase in sitting.agenda.phases:
        said = phase_words(structure, phase.id, case.facts.unit, words.language)
        rows.append(_row(said.title if said else phase.id, phase, sitting, words))
    return (*rows, _total(sitting, words))


def _row(title: str, phase: AgendaPhase, sitting: Sitting, words: Words) -> MeasuredRow:
    line = sitting.line
    planned, more = _minutes(phase.planned_s), _more(allotted_s(line, phase) - phase.planned_s)
    if phase.id in line.dropped:
        return MeasuredRow(title, planned, "", words("left out"), "", more)
    if not line.begun(phase.id):
        return MeasuredRow(title, planned, "", words("not begun"), "", more)
    used_s, paused_s = line.used_s(phase.id), line.paused_s(phase.id)
    verdict = over_or_under(used_s - allotted_s(line, phase), words)
    return MeasuredRow(title, planned, _clock(used_s), verdict, _clock(paused_s, empty=True), more)


def _total(sitting: Sitting, words: Words) -> MeasuredRow:
    line = sitting.line
    planned_s = sitting.agenda.total_s
    used_s = sum(run.used_s for run in line.runs)
    paused_s = sum(run.paused_s for run in line.runs)
    return MeasuredRow(
        words("In all"),
        _minutes(planned_s),
        _clock(used_s),
        over_or_under(used_s - planned_s - line.end_later_s, words),
        _clock(paused_s, empty=True),
        _more(line.end_later_s),
    )


def signs_words(case: Case, words: Words) -> str:
    """How many signs the viddevakt gave in this meeting, and of which kinds."""
    here = case.sitting.meeting.id if case.sitting else ""
    kinds = Counter(sign.kind for sign in case.interventions.values() if sign.meeting == here)
    if not kinds:
        return words("The viddevakt gave no sign.")
    told = ", ".join(f"{kind_words(kind, words)} {count}" for kind, count in kinds.items())
    count = words.many("{n} sign", "{n} signs", kinds.total())
    return f"{count}: {told}"


def _minutes(seconds: float) -> str:
    return f"{round(seconds / MINUTE_S)}"


def _more(seconds: float) -> str:
    """Minutes that were given or taken on the way; empty where there were none."""
    more = round(seconds / MINUTE_S)
    return f"{'+' if more > 0 else '−'} {abs(more)}" if more else ""


def _clock(seconds: float, *, empty: bool = False) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return "" if empty and not (minutes or rest) else f"{minutes}:{rest:02d}"


class MeasuredTable(Widget):
    """The table: heading, a line for each part, the whole, and the signs."""

    DEFAULT_CSS = """
    MeasuredTable {
        width: 1fr;
        height: auto;
        text-wrap: nowrap;
        color: $foreground;

        & > .measured--heading { color: $text-muted; text-style: underline; }
        & > .measured--total { text-style: bold; }
        & > .measured--signs { color: $text-muted; }
    }
    """
    COMPONENT_CLASSES = {"measured--heading", "measured--total", "measured--signs"}  # noqa: RUF012
    ALLOW_SELECT = False

    rows: reactive[tuple[MeasuredRow, ...]] = reactive((), layout=True)
    signs: reactive[str] = reactive("")

    def __init__(self, heading: MeasuredRow, *, id: str | None = None) -> None:  # noqa: A002
        """With `heading` over the columns."""
        super().__init__(id=id)
        self._heading = heading

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """All of it, always."""
        del container, viewport, width
        return len(self.rows) + 2

    def render(self) -> RenderResult:
        """Lines of whole cells; the title of a part gives way, the figures never do."""
        lines = measured_lines((self._heading, *self.rows), self.content_size.width)
        styles = [".measured--heading", *[""] * (len(self.rows) - 1), ".measured--total"]
        parts = [Content.styled(line, style) for line, style in zip(lines, styles, strict=False)]
        signs = Content.styled(fit(self.signs, self.content_size.width), ".measured--signs")
        return Content("\n").join([*parts, signs])


def measured_lines(rows: tuple[MeasuredRow, ...], width: int) -> list[str]:
    """One line of exactly `width` cells a row."""
    cells = [(r.planned, r.more, r.used, r.paused, r.verdict) for r in rows]
    widths = [max(cell_len(cell) for cell in column) for column in zip(*cells, strict=True)]
    gaps = [len(GAP) if size else 0 for size in widths]
    gaps[1] = 1 if widths[1] else 0
    title = max(4, min(LONGEST_TITLE, width - sum(widths) - sum(gaps)))
    lines = []
    for row, (*figures, verdict) in zip(rows, cells, strict=True):
        line = fit(row.title, title)
        for place, figure in enumerate(figures):
            line += " " * gaps[place] + fit_right(figure, widths[place])
        lines.append(set_cell_size(f"{line}{GAP}{fit(verdict, widths[4])}", width))
    return lines
