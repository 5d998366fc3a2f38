"""Everything that is written in a case, as the note-taker's rows: pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple
from unicodedata import normalize

from app.screens.notes.parts import Parts
from app.widgets.log_table import LogRow, TableRow
from app.widgets.part_rows import PartRow
from app.wording.agreed_rows import agreed_rows
from app.wording.log_lines import log_row
from app.wording.log_parts import goals_part
from app.wording.states import handled_words
from app.words import N_, Words
from phases.case import Case
from phases.log_lines import activity_line, adjusted, offer_line
from phases.log_parts import goal_lines
from phases.sitting import Sitting

SECTIONS: Final[Mapping[str, tuple[str, str]]] = {
    "part": (N_("IN THIS PART"), ""),
    "activity-add": (N_("IN THE LOG"), "a"),
    "goal-add": (N_("WHAT WE WANT TO REACH"), "g"),
    "offer-add": (N_("OFFERED IN THE MEETING"), "o"),
    "agreed": (N_("AGREED IN THE MEETING"), ""),
    "filled": (N_("FILLED IN BEFORE"), ""),
    "park": (N_("TAKEN AFTERWARDS"), "p"),
    "note": (N_("NOTES TO THE MINUTES"), "n"),
}
"""Act that adds to it -> what it is called, and the key."""

ONLY_WITH_LINES: Final = frozenset({"part", "filled", "goal-add"})
"""Sections that a structure may have nothing for."""

NO_PARTS: Final = Parts()

CHANGED: Final = "●"
"""Stands before who changed a line a moment ago."""


class Written(NamedTuple):
    """One line with all that is written in it, also what its row doesn't show."""

    row: TableRow
    text: str = ""


def written(
    case: Case, titles: Mapping[str, str], _: Words, parts: Parts = NO_PARTS
) -> dict[str, list[Written]]:
    """All the lines by section; those of the meeting from the newest one alone."""
    found: dict[str, list[Written]] = {"part": [Written(row) for row in parts.now]}
    above = {row.id for row in parts.now}
    changes = adjusted(case)
    found["activity-add"] = [
        Written(log_row(activity_line(a, case, changes.get(a.id)), _), a.comment)
        for a in reversed(list(case.activities.values()))
        if a.id not in above
    ]
    sitting = case.sitting
    if sitting is None:
        return found
    here = sitting.meeting.id
    goals = goals_part(goal_lines(case, sitting), _).rows
    found["goal-add"] = [Written(row) for row in goals if row.id not in above]
    found["offer-add"] = [
        Written(log_row(offer_line(o, sitting), _), o.view) for o in case.offers_in(here)
    ]
    agreed = agreed_rows(case, sitting, _, all_of_them=True) if _begun(sitting) else ()
    found["agreed"] = [Written(row) for row in agreed]
    found["filled"] = [Written(row) for row in parts.before]
    found["park"] = [
        Written(LogRow(t.id, t.text, titles.get(t.phase, ""), "", "·", _handled(t.handled, _)), "")
        for t in case.parked.values()
        if t.meeting == here
    ]
    found["note"] = [
        Written(LogRow(n.id, n.text, titles.get(n.phase, ""), ""), "") for n in case.notes_in(here)
    ]
    return found


def _begun(sitting: Sitting) -> bool:
    return sitting.underway or sitting.over


def _handled(handled: str | None, _: Words) -> str:
    return handled_words(handled, _) if handled else _("waits")


def shown_rows(
    sections: Mapping[str, Sequence[Written]], wanted: str, marks: Mapping[str, str], _: Words
) -> tuple[TableRow, ...]:
    """The rows as they stand in the table; with `wanted`, those alone that hold it."""
    rows: list[TableRow] = []
    for name, lines in sections.items():
        if name in ONLY_WITH_LINES and not lines:
            continue
        if not wanted:
            title, key = SECTIONS[name]
            head = _("{title} · {key}: new", title=_(title), key=key) if key else _(title)
            rows.append(PartRow(name, (head,), look="section"))
        rows += [_marked(x.row, marks) for x in lines if not wanted or _holds(x, _folded(wanted))]
    return tuple(rows)


def _marked(row: TableRow, marks: Mapping[str, str]) -> TableRow:
    """Who changed it a moment ago stands where else its status stands, or at the end."""
    if row.id not in marks:
        return row
    if isinstance(row, PartRow):
        return row._replace(cells=(*row.cells[:-1], f"{row.cells[-1]} {CHANGED} {marks[row.id]}"))
    return row._replace(status_symbol=CHANGED, status_word=marks[row.id])


def _holds(line: Written, wanted: str) -> bool:
    row = line.row
    if isinstance(row, PartRow):
        return row.look != "head" and any(wanted in _folded(text) for text in row.cells)
    return any(wanted in _folded(text) for text in (row.what, row.who, row.when, line.text))


def _folded(text: str) -> str:
    return normalize("NFC", text).casefold().strip()
