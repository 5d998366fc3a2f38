"""What stands in the table while a phase runs: its part of the log first, then the log itself.

A structure chooses the part by `works_on`; this is the only place that tells one from another.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from app.phase_words import AskedWords
from app.widgets.log_table import LogHeadings, TableRow
from app.widgets.part_rows import PartRow
from app.wording.agreed_rows import agreed_rows, choice_rows
from app.wording.log_lines import log_row
from app.wording.log_parts import WALK, Part, forms_rows, goals_part, measures_part, walk_part
from app.words import Words
from phases.case import Case
from phases.log_lines import log_lines
from phases.log_parts import effects_of, form_tables, goal_lines, measure_lines, walk_lines
from phases.sitting import Sitting
from phases.structures import WorksOn

REST: Final = "section:log"
"""The id of the row over the log itself, where a part stands above it."""


class Shown(NamedTuple):
    """The rows of a table and the words above its columns."""

    headings: LogHeadings | PartRow | None
    rows: tuple[TableRow, ...]


def log_shown(
    case: Case, sitting: Sitting, works_on: WorksOn, asked: AskedWords, _: Words
) -> Shown:
    """For a window that guardians read: no effect, and nothing that is still empty in a closing."""
    part = part_rows(case, sitting, works_on, asked, _, beside=False)
    done = {row.id.removeprefix(WALK) for row in part.rows}
    rest = [log_row(x, _) for x in log_lines(case, sitting, works_on) if x.id not in done]
    heads = LogHeadings(_("What"), _("Who"), _("When"), _("Status"))
    if not part.rows:
        # Where it is chosen; afterwards the few lines of a small screen are the agreements'.
        here = sitting.phase is not None and "choice" in sitting.phase.settle
        return Shown(heads, (*(choice_rows(case, sitting, _) if here else ()), *rest))
    over = (PartRow(REST, (_("IN THE LOG"),), look="section"),) if rest else ()
    return Shown(part.heading, (*part.rows, *over, *rest))


def part_rows(
    case: Case, sitting: Sitting, works_on: WorksOn, asked: AskedWords, _: Words, *, beside: bool
) -> Part:
    """The part a phase works on, and its forms; empty where the log itself is the part.

    `beside`: for a window beside the table, with how each activity has gone, and with what
    nothing is written about yet.
    """
    part = _part(case, sitting, works_on, _, beside=beside)
    forms = forms_rows(form_tables(case, sitting), asked.forms, _)
    if not part.rows and forms:
        if forms[0].look == "head":
            return Part(forms[0], forms[1:])
        return Part(None, forms)
    return Part(part.heading, (*part.rows, *forms))


def _part(case: Case, sitting: Sitting, works_on: WorksOn, _: Words, *, beside: bool) -> Part:
    match works_on:
        case "walk-through":
            effects = effects_of(case, sitting) if beside else None
            return walk_part(walk_lines(case, sitting), _, effects)
        case "goals":
            return goals_part(goal_lines(case, sitting), _)
        case "measures":
            lines = measure_lines(case, sitting)
            return measures_part(lines if any(x.more or x.start for x in lines) else (), _)
        case "closing":
            rows = agreed_rows(case, sitting, _, all_of_them=beside)
            return Part(PartRow("", (_("Agreed"),), look="head"), rows)
        case _:
            return Part(PartRow("", ("",)), ())
