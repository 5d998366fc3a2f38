"""What the wall may show of the log and of the part of it that a phase works on, by allow-list."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from phases.case import Case
from phases.log_lines import Standing, activity_line, log_lines, offer_line
from phases.log_parts import (
    FormTable,
    GoalLine,
    MeasureLine,
    WalkLine,
    form_table,
    goal_lines,
    measure_lines,
    walk_lines,
)
from phases.proposal import proposal
from phases.sitting import Sitting
from phases.structures import WorksOn


class WallLine(NamedTuple):
    """What, who and when; whether it is an offer, or was tried before; never how it went."""

    what: str
    who: str
    when: date | None
    standing: Standing


def wall_lines(case: Case, sitting: Sitting, works_on: WorksOn) -> tuple[WallLine, ...]:
    """The saved log, the newest first; what stands in the part above it isn't there twice."""
    told: set[str] = set()
    if works_on == "measures":
        told = {x.id for x in wall_measures(case, sitting)}
    elif works_on == "walk-through":
        told = {x.id for x in walk_lines(case, sitting)}
    found = (x for x in log_lines(case, sitting, works_on) if x.id not in told)
    return tuple(WallLine(x.what, x.who, x.when, x.standing) for x in found)


def wall_measures(case: Case, sitting: Sitting) -> tuple[MeasureLine, ...]:
    """What was agreed here, where more is said of any of it than its line in the log says."""
    lines = measure_lines(case, sitting)
    return lines if any(x.more or x.start for x in lines) else ()


def wall_walk(case: Case, sitting: Sitting) -> tuple[WalkLine, ...]:
    """The walk-through; that nobody came to something is no news for a wall."""
    lines = walk_lines(case, sitting)
    return tuple(x._replace(decision=None) if x.decision == "not-discussed" else x for x in lines)


def wall_goals(case: Case, sitting: Sitting) -> tuple[GoalLine, ...]:
    """What everybody stands behind, and what the family wants."""
    return tuple(x for x in goal_lines(case, sitting) if x.shared or x.family)


def wall_forms(case: Case, sitting: Sitting) -> tuple[FormTable, ...]:
    """What is written in a form is the room's only where its structure says so."""
    phase = sitting.phase
    shown = [form for form in (phase.forms if phase else ()) if form.wall]
    return tuple(form_table(case, sitting, form) for form in shown)


def lines_to_read(case: Case, sitting: Sitting) -> tuple[WallLine, ...]:
    """The page to read aloud: while reading it is what Enter does next (S3-22, `proposal`).

    Whether the leader has the page open stands in no log, and is nothing to log. What stands
    there is how far the meeting has come: everything before the reading is settled, something
    has been agreed, and not all of that has been read.
    """
    next_thing = proposal(case)
    if next_thing is None or next_thing.item != "read-aloud":
        return ()
    agreed = [activity_line(a, case) for a in case.agreed_in(sitting.meeting.id)]
    chosen = [offer_line(o, sitting) for o in case.chosen_in(sitting.meeting.id)]
    return tuple(WallLine(x.what, x.who, x.when, x.standing) for x in agreed + chosen)
