"""A log's tables as they may leave the vault: without what a withdrawal leaves out (R-C6, R-E9).

Where nobody is left out they are the whole log, and read back as the same. Else what is written is
the log as it is shown: its events keep the clock's course, but not the documents as they were
before, for the texts of those who are left out stand there too. What can't be restored can't be
undone, so each says that of itself.
"""

from __future__ import annotations

from typing import Any

from phases.case import Case
from phases.changes import Document
from phases.leaving_out import hushed, masked, out_of
from phases.records import TABLES, Event

Whole = dict[str, dict[str, Document]]
"""Every table with all its documents."""


def shared_tables(case: Case, whole: Whole) -> Whole:
    """The tables of `case` as they may be handed on; `whole` are all of them, from the file."""
    if not out_of(case):
        return whole
    kept = masked(case)
    tables: Whole = {"case": {kept.facts.id: kept.facts.to_doc()}}
    for table in TABLES:
        if table in ("case", "events"):
            continue
        records = getattr(kept, table)
        if records:
            tables[table] = {key: record.to_doc() for key, record in records.items()}
    events = (e for told in kept.happened.values() for e in told)
    tables["events"] = {e.id: _event(case, e) for e in sorted(events, key=lambda e: e.seq)}
    return tables


def _event(case: Case, event: Event) -> Document:
    """What happened when, without the documents that undoing it would bring back."""
    doc: dict[str, Any] = event.to_doc()
    doc.pop("was", None)
    doc["args"] = {**hushed(case, doc.get("args", {})), "undoable": False}
    if event.reason:
        doc["reason"] = hushed(case, event.reason)
    return doc
