"""What others changed since this window last looked, and who it was: pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from app.wording.agreed_rows import ITEM
from app.wording.log_parts import FORM
from app.words import Words
from phases.case import Case
from phases.records import Event

LINES: Final = ("activities", "offers", "parked", "notes")
"""The tables whose records are a row each."""

ITEM_OF: Final[Mapping[str, str]] = {
    "challenge": "challenge",
    "choose": "choice",
    "decided-by": "choice",
    "hand-over": "relay-holder",
    "accept": "relay-holder",
    "decline": "relay-holder",
    "next-meeting": "next-meeting",
    "inform-child": "inform-child",
}
"""Act -> the row of what is agreed by it."""


def changed_by_others(
    before: Case, now: Case, own: Collection[str], words: Words
) -> dict[str, str]:
    """Row id -> who changed it; an act among `own` (event ids) is this window's."""
    events = (e for events in now.happened.values() for e in events if e.seq > before.last_seq)
    found: dict[str, str] = {}
    for event in sorted(events, key=lambda e: e.seq):
        if event.id in own:
            continue
        who = who_did(event, words)
        found |= {i: who for table in LINES for i in event.was.get(table, {})}
        found |= {f"{FORM}{row}": who for row in _rows_filled(event)}
        if event.kind in ITEM_OF:
            found[f"{ITEM}{ITEM_OF[event.kind]}"] = who
    return found


def _rows_filled(event: Event) -> list[str]:
    """The rows of forms that an act filled in, `form:row`, from the ids of their cells."""
    return [":".join(cell.split(".")[1:3]) for cell in event.was.get("answers", {})]


def who_did(event: Event, _: Words) -> str:
    """The label of whoever sat there, else the window."""
    if event.who:
        return event.who
    return _("the leader's window") if event.window == "lead" else _("another window")


def taken_away(before: Case, now: Case) -> dict[str, str]:
    """Record id -> what its line said, of the lines that are gone."""
    texts: dict[str, str] = {}
    for table in LINES:
        was, kept = getattr(before, table), getattr(now, table)
        if was is not kept:
            texts |= {i: getattr(r, "title", "") or r.text for i, r in was.items() if i not in kept}
    return texts
