"""TinyDB's face of a case: reading and querying its tables (design §5)."""

from __future__ import annotations

import secrets
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from data.storage import JournalStorage


class CaseStorage(Storage):
    """A journal's tables, as TinyDB asks for them.

    TinyDB's own class stands here and not above `JournalStorage`: it is first loaded where a case
    is searched, for deciding and saving need nothing of it.
    """

    def __init__(self, storage: JournalStorage) -> None:
        self._storage = storage

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables as copies. Raises StoreError."""
        return self._storage.read()

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """What was changed since `read`, as one entry. Raises ConflictError, StoreError."""
        self._storage.write(data)


class StringTable(Table):
    """A table whose ids are our own strings, and whose queries always look at what is there.

    TinyDB's numbers are counted per process and collide; its query cache doesn't see what another
    window saved.
    """

    document_id_class = str  # type: ignore[assignment]  # TinyDB types it as int, and reads it
    default_query_cache_capacity = 0

    def __init__(self, storage: Storage, name: str, cache_size: int = 0) -> None:
        super().__init__(storage, name, cache_size=cache_size)

    def _get_next_id(self) -> str:
        """A random id for a document that a plain TinyDB caller inserts without one."""
        return secrets.token_hex(8)


class CaseDB(TinyDB):
    """TinyDB with our tables."""

    table_class = StringTable  # type: ignore[assignment]  # TinyDB types it as exactly Table


def open_db(storage: JournalStorage) -> TinyDB:
    """TinyDB over this storage: one a window, for reading, searching and plain writing."""
    return CaseDB(storage=lambda: CaseStorage(storage))
