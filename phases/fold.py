"""From changes to a snapshot: pure, incremental, and the same however entries are batched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from phases.case import Case
from phases.changes import Document, Tables
from phases.records import TABLES, CaseFacts, Event

_EVENTS = "events"
_CASE = "case"
_PARTICIPANTS = "participants"


def fold(case: Case, tables: Tables, revision: int) -> Case:
    """The case after these changes.

    Only the changed documents are read, the rest is shared with `case`, so that a save costs
    the same in a small case and a large one. Unknown tables are left to newer versions.
    Raises pydantic's ValidationError where a document has another shape than its table.
    """
    fields: dict[str, Any] = {"revision": revision}
    for table, changed in tables.items():
        if table == _EVENTS:
            continue
        if table == _CASE:
            for doc in changed.values():
                fields["facts"] = CaseFacts.from_doc(doc) if doc else CaseFacts(id="case")
        elif table in TABLES:
            fields[table] = _merged(getattr(case, table), changed, table)
    if _EVENTS in tables:
        events = [Event.from_doc(d) for d in tables[_EVENTS].values() if d is not None]
        fields |= _happened(case.happened, case.last_seq, events)
    return replace(case, **fields)


def _merged(
    before: Mapping[str, Any], changed: Mapping[str, Document | None], table: str
) -> dict[str, Any]:
    after = dict(before)
    for record_id, doc in changed.items():
        if doc is None:
            after.pop(record_id, None)
        else:
            after[record_id] = TABLES[table].from_doc(doc)
    if table == _PARTICIPANTS:
        # Somebody removed and brought back by undo stands where they stood, in every window.
        return dict(sorted(after.items(), key=lambda item: item[1].place))
    return after


def _happened(
    before: Mapping[str, tuple[Event, ...]], last_seq: int, events: Iterable[Event]
) -> dict[str, Any]:
    """The events in their order, an undone one taken out by the `undo` that names it."""
    after = dict(before)
    for event in sorted(events, key=lambda e: e.seq):
        if event.kind == "undo":
            kept = tuple(e for e in after.get(event.meeting, ()) if e.id != event.args["of"])
            after[event.meeting] = kept
        else:
            after[event.meeting] = (*after.get(event.meeting, ()), event)
        last_seq = max(last_seq, event.seq)
    return {"happened": {k: v for k, v in after.items() if v}, "last_seq": last_seq}
