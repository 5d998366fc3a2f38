"""The part of the log that a phase works on, as facts before any words; nothing is hidden here.

A structure chooses a part by `works_on`; no structure has a part of its own. What a projected
window may show of a part is for that window to choose: an effect stands apart from the lines, so
that what is drawn of them can't show it by mistake (design §8).
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from phases.case import Case
from phases.floor import floor
from phases.records import Activity, AgendaForm
from phases.sitting import Sitting
from phases.structures import Kind, Structure, WorksOn
from phases.walk import assessed, walked
from phases.words import Assessed, Effect, GoalStatus


class WalkLine(NamedTuple):
    """One activity of the walk-through: whose it is, and how it goes on once that is agreed."""

    id: str
    what: str
    who: str
    decision: Assessed | None = None
    now: bool = False
    """It is the one that is talked about."""


class GoalLine(NamedTuple):
    """What somebody wants to reach, or everybody together."""

    id: str
    text: str
    who: str
    """Empty where it is everybody's."""
    shared: bool
    family: bool
    status: GoalStatus


class MeasureLine(NamedTuple):
    """What was agreed here: content, extent and organisation beside what it is called (S4-22)."""

    id: str
    what: str
    more: tuple[str, ...]
    who: str
    start: date | None
    until: date | None
    """The day by which it is done, or the last day of its period."""


class Cell(NamedTuple):
    """What stands in one cell of a form: a person is told by name, a day is ISO."""

    text: str
    kind: Kind = "text"


class FormLine(NamedTuple):
    """One row of a form."""

    id: str
    cells: tuple[Cell, ...]


class FormTable(NamedTuple):
    """A form with what stands in it."""

    id: str
    columns: tuple[str, ...]
    lines: tuple[FormLine, ...]

    @property
    def empty(self) -> bool:
        """Nothing has been written in it."""
        return not any(cell.text for line in self.lines for cell in line.cells)


def working_on(sitting: Sitting, structure: Structure | None) -> WorksOn:
    """Which part the phase that runs works on; of an older log only its structure knows."""
    phase = sitting.phase
    if phase is None or phase.works_on != "none" or structure is None:
        return phase.works_on if phase else "none"
    return next((p.works_on for p in structure.phases if p.id == phase.id), "none")


def walk_lines(case: Case, sitting: Sitting) -> tuple[WalkLine, ...]:
    """The activities of the walk-through in its order, as far as it has come (R-M11)."""
    now = floor(case, sitting).now
    here = now.activity if now else ""
    lines = []
    for each in walked(case, sitting, sitting.line.phase):
        said = assessed(case, sitting, each.id)
        decision = said.decision if said else None
        who = _label(case, each.owner)
        lines.append(WalkLine(each.id, each.title, who, decision, each.id == here))
    return tuple(lines)


def effects_of(case: Case, sitting: Sitting) -> dict[str, Effect]:
    """Activity -> how it has gone, as far as anybody has said; for windows beside the table."""
    told = ((a, assessed(case, sitting, a.id)) for a in case.activities.values())
    found = {a.id: (said.effect if said else None) or a.effect for a, said in told}
    return {activity: effect for activity, effect in found.items() if effect}


def goal_lines(case: Case, sitting: Sitting) -> tuple[GoalLine, ...]:
    """Shared goals first, then each person's; those of earlier meetings as long as they stand."""
    here = sitting.meeting.id
    kept = [goal for goal in case.goals.values() if goal.open or goal.meeting == here]
    lines = []
    for goal in sorted(kept, key=lambda goal: not goal.shared):
        owner = case.participants.get(goal.owner)
        family = owner is not None and owner.family
        who = owner.label if owner else ""
        lines.append(GoalLine(goal.id, goal.text, who, goal.shared, family, goal.status))
    return tuple(lines)


def measure_lines(case: Case, sitting: Sitting) -> tuple[MeasureLine, ...]:
    """What was agreed in this meeting, the newest first, as in the log."""
    return tuple(_measure(a, case) for a in reversed(case.agreed_in(sitting.meeting.id)))


def _measure(activity: Activity, case: Case) -> MeasureLine:
    more = (activity.content, activity.extent, activity.organisation)
    return MeasureLine(
        activity.id,
        activity.title,
        tuple(text for text in more if text),
        _label(case, activity.owner),
        activity.start,
        activity.period_end or activity.due,
    )


def form_table(case: Case, sitting: Sitting, form: AgendaForm) -> FormTable:
    """A form with its answers; rows that were added stand after those it begins with."""
    here = sitting.meeting.id
    found = {
        (a.row, a.column): a.text
        for a in case.answers.values()
        if a.meeting == here and a.form == form.id
    }
    added = sorted({row for row, _ in found if row not in form.rows}, key=_number)
    lines = tuple(
        FormLine(
            row,
            tuple(
                Cell(_said(case, found.get((row, column.id), ""), column.kind), column.kind)
                for column in form.columns
            ),
        )
        for row in (*form.rows, *added)
    )
    return FormTable(form.id, tuple(column.id for column in form.columns), lines)


def form_tables(case: Case, sitting: Sitting) -> tuple[FormTable, ...]:
    """The forms of the phase that runs: all of them where it works on forms, else the filled."""
    phase = sitting.phase
    if phase is None:
        return ()
    tables = (form_table(case, sitting, form) for form in phase.forms)
    return tuple(t for t in tables if phase.works_on == "forms" or not t.empty)


def _label(case: Case, participant: str) -> str:
    """What somebody is called; empty where nobody is known by it any more."""
    found = case.participants.get(participant)
    return found.label if found else ""


def _said(case: Case, text: str, kind: Kind) -> str:
    return case.label(text) if kind == "participant" and text in case.participants else text


def _number(row: str) -> tuple[int, str]:
    return (int(row), row) if row.isdecimal() else (0, row)
