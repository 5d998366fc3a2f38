"""From changes to a snapshot: pure, incremental, and the same however entries are batched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from phases.case import Case
from phases.changes import UNBUILT, Built, Document, Tables
from phases.layers import appended, merged
from phases.records import TABLES, CaseFacts, Event
from phases.timeline import CLOCK_KINDS

_EVENTS = "events"
_CASE = "case"
_PARTICIPANTS = "participants"


def fold(case: Case, tables: Tables, revision: int, built: Built = UNBUILT) -> Case:
    """The case after these changes.

    Only the changed documents are read, the rest is shared with `case`, so that a save costs
    the same in a small case and a large one. Unknown tables are left to newer versions. A record
    in `built` is taken where the change is the very document that was written from it: reading
    that one again would give its equal.
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
            fields[table] = _merged(getattr(case, table), changed, table, built)
    events: list[Event] = []
    if _EVENTS in tables:
        events = [Event.from_doc(d) for d in tables[_EVENTS].values() if d is not None]
        fields |= _happened(case.happened, case.last_seq, events)
    after = case.with_(**fields)
    _hand_on_the_clock(case, after, events)
    return after


def _hand_on_the_clock(before: Case, after: Case, events: Iterable[Event]) -> None:
    """Keep the clock that was worked out where none of these events moves it.

    It comes from the events alone, so it would be found the same again; but that takes longer the
    longer the meeting, and each line saved in the log would wait for it.
    """
    known = vars(before).get("sitting")
    if known is None or "line" not in vars(known):
        return
    if any(event.kind in CLOCK_KINDS or event.kind == "undo" for event in events):
        return
    if after.sitting is not None and after.sitting.meeting.id == known.meeting.id:
        vars(after.sitting)["line"] = known.line


def _merged(
    before: Mapping[str, Any], changed: Mapping[str, Document | None], table: str, built: Built
) -> Mapping[str, Any]:
    records: dict[str, Any] = {}
    for record_id, doc in changed.items():
        known = built.get((table, record_id))
        if doc is None:
            records[record_id] = None
        elif known is not None and known[0] is doc:
            records[record_id] = known[1]
        else:
            records[record_id] = TABLES[table].from_doc(doc)
    after = merged(before, records)
    if table == _PARTICIPANTS:
        # Somebody removed and brought back by undo stands where they stood, in every window.
        return dict(sorted(after.items(), key=lambda item: item[1].place))
    return after


def _happened(
    before: Mapping[str, Sequence[Event]], last_seq: int, events: Sequence[Event]
) -> dict[str, Any]:
    """The events in their order, an undone one taken out by the `undo` that names it."""
    after = dict(before)
    for event in sorted(events, key=lambda e: e.seq) if len(events) > 1 else events:
        if event.kind == "undo":
            kept = tuple(e for e in after.get(event.meeting, ()) if e.id != event.args["of"])
            after[event.meeting] = kept
        else:
            after[event.meeting] = appended(after.get(event.meeting, ()), event)
        last_seq = max(last_seq, event.seq)
    return {"happened": {k: v for k, v in after.items() if v}, "last_seq": last_seq}
