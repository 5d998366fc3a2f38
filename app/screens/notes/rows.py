"""Everything that is written in a case, as the note-taker's rows: pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple
from unicodedata import normalize

from app.widgets.log_table import LogRow, TableRow
from app.widgets.part_rows import PartRow
from app.wording.agreed_rows import agreed_rows
from app.wording.log_lines import log_row
from app.wording.states import handled_words
from app.words import N_, Words
from phases.case import Case
from phases.log_lines import activity_line, offer_line
from phases.sitting import Sitting

SECTIONS: Final[Mapping[str, tuple[str, str]]] = {
    "activity-add": (N_("IN THE LOG"), "a"),
    "offer-add": (N_("OFFERED IN THE MEETING"), "o"),
    "agreed": (N_("AGREED IN THE MEETING"), ""),
    "park": (N_("TAKEN AFTERWARDS"), "p"),
    "note": (N_("NOTES TO THE MINUTES"), "n"),
}
"""Act that adds to it -> what it is called, and the key."""

CHANGED: Final = "●"
"""Stands before who changed a line a moment ago."""


class Written(NamedTuple):
    """One line with all that is written in it, also what its row doesn't show."""

    row: LogRow
    text: str


def written(case: Case, titles: Mapping[str, str], _: Words) -> dict[str, list[Written]]:
    """All the lines by section; those of the meeting from the newest one alone."""
    activities = [
        Written(log_row(activity_line(a, case), _), a.comment)
        for a in reversed(list(case.activities.values()))
    ]
    found: dict[str, list[Written]] = {"activity-add": activities}
    sitting = case.sitting
    if sitting is None:
        return found
    here = sitting.meeting.id
    found["offer-add"] = [
        Written(log_row(offer_line(o, sitting), _), o.view) for o in case.offers_in(here)
    ]
    agreed = agreed_rows(case, sitting, _, all_of_them=True) if _begun(sitting) else ()
    found["agreed"] = [Written(row, "") for row in agreed]
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
    sections: Mapping[str, Iterable[Written]], wanted: str, marks: Mapping[str, str], _: Words
) -> tuple[TableRow, ...]:
    """The rows as they stand in the table; with `wanted`, those alone that hold it."""
    rows: list[TableRow] = []
    for name, lines in sections.items():
        if not wanted:
            title, key = SECTIONS[name]
            head = _("{title} · {key}: new", title=_(title), key=key) if key else _(title)
            rows.append(PartRow(name, (head,), look="section"))
        rows += [_marked(x.row, marks) for x in lines if not wanted or _holds(x, _folded(wanted))]
    return tuple(rows)


def _marked(row: LogRow, marks: Mapping[str, str]) -> LogRow:
    """Who changed it a moment ago stands where else its status stands."""
    if row.id not in marks:
        return row
    return row._replace(status_symbol=CHANGED, status_word=marks[row.id])


def _holds(line: Written, wanted: str) -> bool:
    row = line.row
    return any(wanted in _folded(text) for text in (row.what, row.who, row.when, line.text))


def _folded(text: str) -> str:
    return normalize("NFC", text).casefold().strip()
