"""The part of the log that the phase works on, and the forms filled in before: pure.

Beside the table how each activity has gone may be read, and what is still empty too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from app.phase_words import asked_words
from app.screens.log_parts import part_rows
from app.widgets.log_table import TableRow
from app.wording.log_parts import forms_rows
from app.words import Words
from phases.case import Case
from phases.log_parts import form_table, working_on
from phases.structures import Structure

AGREED = frozenset({"closing", "decision", "offers", "activities"})
"""Parts that stand in a section of their own anyway."""


class Parts(NamedTuple):
    """Rows for the two sections."""

    now: tuple[TableRow, ...] = ()
    """The part that runs."""
    before: tuple[TableRow, ...] = ()
    """What was filled in in the other parts."""


def parts(case: Case, structures: Mapping[str, Structure], words: Words) -> Parts:
    """The rows of this meeting; none before it has begun."""
    sitting = case.sitting
    if sitting is None or not (sitting.underway or sitting.over):
        return Parts()
    structure = structures.get(sitting.agenda.structure)
    unit, here = case.facts.unit, sitting.line.phase
    works_on = working_on(sitting, structure)
    shown = part_rows(
        case,
        sitting,
        "none" if works_on in AGREED else works_on,
        asked_words(structure, here, unit, words),
        words,
        beside=True,
    )
    above = (shown.heading,) if shown.heading and shown.rows and any(shown.heading.cells) else ()
    before: list[TableRow] = []
    for phase in sitting.agenda.phases:
        tables = [form_table(case, sitting, form) for form in phase.forms if phase.id != here]
        titles = asked_words(structure, phase.id, unit, words).forms
        before += forms_rows([table for table in tables if not table.empty], titles, words)
    return Parts((*above, *shown.rows), tuple(before))
