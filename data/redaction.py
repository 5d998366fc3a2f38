"""Taking a record out of a journal whose chain still holds (`case redact`, right to erasure).

Every entry whose payload carries the record is emptied, also where an event keeps it in `was`.
What else stood in those entries must not be lost with it, nor change its place: the event that
started a phase may share an entry with the record. So the `redact` entry keeps it, by revision,
and a reader puts it back where it stood. The newest `redact` entry speaks for all revisions
emptied so far; an emptied payload that it doesn't name is damage.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from data.codec import Codec, Place
from data.entry import BadLineError, Entry, emptied
from data.header import Header
from phases.changes import Document, Tables


class RecordKey(NamedTuple):
    """One record: its table and its id."""

    table: str
    id: str


class Plan(NamedTuple):
    """What a redaction does to a journal."""

    revisions: frozenset[int]
    """The entries to empty now."""
    redacted: Mapping[str, Any]
    """What the `redact` entry says: ids, and what else stood in the emptied entries."""
    found: bool
    """Whether any entry carries the record."""


def plan_redaction(entries: Sequence[Entry], record: RecordKey) -> Plan:
    """What to empty and what to keep. `entries` are all of them, as a reader gives them."""
    kept: dict[str, Tables] = {}
    records: list[list[str]] = []
    emptied_now: set[int] = set()
    found = False
    for entry in entries:
        if entry.redacted is not None:
            # Superseded by the new one, and what it keeps may hold what is to go now.
            kept = {**entry.redacted["revisions"], str(entry.revision): {}}
            records = list(entry.redacted.get("records", []))
            emptied_now.add(entry.revision)
    for entry in entries:
        tables = entry.tables or {}
        if carries(tables, record):
            found = True
            emptied_now.add(entry.revision)
            kept[str(entry.revision)] = without(tables, record)
    told = [record.table, record.id]
    if told not in records:
        records.append(told)
    return Plan(frozenset(emptied_now), {"records": records, "revisions": kept}, found)


def rewritten(
    lines: Sequence[bytes], entries: Sequence[Entry], header: Header, plan: Plan, codec: Codec
) -> bytes:
    """The whole file of the next generation, but for the `redact` entry that ends it.

    `lines` are those of `entries`, as they stand on the disk. All others are copied as they are.
    """
    out = [header.next_generation().to_line()]
    previous = header.anchor
    for line, entry in zip(lines, entries, strict=True):
        if entry.revision in plan.revisions:
            place = Place(header.case, entry.revision, previous)
            out.append(codec.encode(emptied(codec.decode(line, place)), place) + b"\n")
        else:
            out.append(line + b"\n")
        previous = entry.digest
    return b"".join(out)


def put_back(entries: list[Entry]) -> list[Entry]:
    """The entries with what the newest `redact` entry keeps for the emptied ones.

    Raises BadLineError with `emptied` and the revision where a payload was emptied otherwise.
    """
    if all(entry.tables is not None for entry in entries):
        return entries
    kept: Mapping[str, Tables] = {}
    for entry in entries:
        if entry.redacted is not None:
            kept = entry.redacted["revisions"]
    whole = []
    for entry in entries:
        if entry.tables is None:
            tables = kept.get(str(entry.revision))
            if tables is None:
                raise BadLineError("emptied", entry.revision)
            whole.append(entry._replace(tables=tables))
        else:
            whole.append(entry)
    return whole


def carries(tables: Tables, record: RecordKey) -> bool:
    """Whether the record's content stands here, as itself or in an event's `was`."""
    return record.id in tables.get(record.table, {}) or any(
        _was(document, record) for changed in tables.values() for document in changed.values()
    )


def without(tables: Tables, record: RecordKey) -> Tables:
    """The same tables with the record gone, also from `was`."""
    left: Tables = {}
    for table, changed in tables.items():
        rest = {
            record_id: _pruned(document, record)
            for record_id, document in changed.items()
            if (table, record_id) != (record.table, record.id)
        }
        if rest:
            left[table] = rest
    return left


def _was(document: Document | None, record: RecordKey) -> bool:
    was = (document or {}).get("was")
    return isinstance(was, dict) and record.id in (was.get(record.table) or {})


def _pruned(document: Document | None, record: RecordKey) -> Document | None:
    if document is None or not _was(document, record):
        return document
    was = {
        table: {
            key: doc for key, doc in before.items() if (table, key) != (record.table, record.id)
        }
        for table, before in document["was"].items()
    }
    return {**document, "was": {table: before for table, before in was.items() if before}}
