"""A case's tables over what its journal folds to, as TinyDB's storages read and write (design §5).

The tables stand in memory. `read` takes in what is new and hands out copies; `commit` writes one
entry for all tables and applies it after the sync, so that a save costs the same in a small case
and a large one.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from data.entry import Entry, NewEntry
from data.errors import ConflictError
from data.journal import Conflict, Journal
from phases.changes import Document, Tables

Listener = Callable[[Tables, int, bool], None]
"""Told of changes, the revision they lead to, and whether all earlier ones are void."""


class JournalStorage:
    """The tables over a journal; `data.case_db` shows them to TinyDB."""

    def __init__(
        self,
        journal: Journal,
        now: Callable[[], datetime],
        listener: Listener | None = None,
    ) -> None:
        self._journal = journal
        self._now = now
        self._listener = listener
        self._tables: dict[str, dict[str, Document]] = {}
        self._handed_out = 0
        self.revision = 0
        """The revision that the tables stand at."""

    def refresh(self) -> bool:
        """Take in what is new in the journal; says whether anything was. Raises StoreError."""
        read = self._journal.read(self.revision)
        if read.from_zero:
            self._tables = {}
        elif not read.items:
            return False
        self._apply(read.items, from_zero=read.from_zero)
        return True

    def commit(self, expected: int, entry: NewEntry) -> int | Conflict:
        """One durable entry for all tables, then applied here: its revision, or Conflict.

        An entry whose id is durable already, from a try whose answer got lost, is done: its
        revision is given and nothing is written. Raises StoreError.
        """
        done = self._journal.append(entry, expected)
        if isinstance(done, Conflict):
            if done.own is None:
                return done
            self.refresh()
            return done.own
        self._apply((done,))
        return done.revision

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables as copies; None only where there is nothing. Raises StoreError.

        Never None for a journal that can't be read: TinyDB would take that for an empty database
        and write over it.
        """
        self.refresh()
        self._handed_out = self.revision
        if not self._tables:
            return None
        return {
            name: {record_id: _copy(document) for record_id, document in table.items()}
            for name, table in self._tables.items()
        }

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """What a plain TinyDB caller changed since its `read`, as one entry.

        Raises ConflictError where another window wrote in between: TinyDB hands over whole tables,
        so saving them would undo what that one did. Our own commands use `commit`.
        """
        changes = _difference(self._tables, data)
        if not changes:
            return
        entry = NewEntry(secrets.token_hex(8), self._now(), "", "write", changes)
        done = self.commit(self._handed_out, entry)
        if isinstance(done, Conflict):
            raise ConflictError("conflict", expected=self._handed_out, revision=done.revision)
        self._handed_out = done

    def _apply(self, entries: Sequence[Entry], *, from_zero: bool = False) -> None:
        """Bring the tables, and whoever listens, to the state after these entries."""
        self.revision = entries[-1].revision if entries else 0
        if len(entries) == 1:
            changes = entries[0].tables or {}
        else:
            changes = {}
            for entry in entries:
                for name, changed in (entry.tables or {}).items():
                    changes.setdefault(name, {}).update(changed)
        for name, changed in changes.items():
            table = self._tables.setdefault(name, {})
            for record_id, document in changed.items():
                if document is None:
                    table.pop(record_id, None)
                else:
                    table[record_id] = document
            if not table:
                del self._tables[name]
        if self._listener is not None:
            self._listener(changes, self.revision, from_zero)


def _difference(before: Mapping[str, Mapping[str, Document]], after: Mapping[str, Any]) -> Tables:
    """What has to change for `before` to become `after`."""
    changes: Tables = {}
    for name in before.keys() | after.keys():
        old, new = before.get(name, {}), after.get(name, {})
        changed: dict[str, Document | None] = {
            key: dict(doc) for key, doc in new.items() if old.get(key) != doc
        }
        changed.update((key, None) for key in old if key not in new)
        if changed:
            changes[name] = changed
    return changes


def _copy(value: Any) -> Any:
    """A deep copy of plain JSON, several times quicker than `copy.deepcopy`."""
    if isinstance(value, dict):
        return {key: _copy(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_copy(item) for item in value]
    return value
