"""A case's tables as a file that a stock TinyDB opens, and back (design §9, reliability T24).

Outside, documents are numbered from 1, because TinyDB's own storage wants whole numbers; our id
stands inside as `id`. The numbers mean nothing and are not read back.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from data.errors import DiskError, NewerError, UsageError
from data.files import disk_error, opened, read_all
from data.strict_json import NotStrictError, dump, load_object
from phases.case import Case
from phases.changes import Tables
from phases.clock import Stamp
from phases.fold import fold
from phases.newer import from_newer, of_newer_words
from phases.references import dangling, told_gone
from phases.text import has_controls, safe

MAX_BYTES = 5_000_000
MAX_RECORDS = 10_000


def to_tinydb(tables: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> bytes:
    """The tables, numbered. Raises NotStrictError for what JSON can't carry."""
    return dump(
        {
            name: {
                str(number): {**document, "id": record_id}
                for number, (record_id, document) in enumerate(table.items(), start=1)
            }
            for name, table in tables.items()
        }
    )


def read_tinydb(path: Path) -> Tables:
    """The tables in a file that `to_tinydb` made.

    Raises UsageError: `import-empty`, `import-big`, `import-type` (not JSON of this shape, or not
    a plain file), `import-doubled` (one id twice in a table). DiskError where it can't be read.
    """
    try:
        found = load_object(_content(path))
    except NotStrictError as error:
        raise UsageError("import-type", path=path.name, why=str(error)) from None
    tables: Tables = {}
    count = 0
    for name, numbered in found.items():
        if not isinstance(numbered, dict):
            raise UsageError("import-type", path=path.name, why="table")
        table = tables.setdefault(name, {})
        for document in numbered.values():
            record_id = document.get("id") if isinstance(document, dict) else None
            if not isinstance(record_id, str) or not record_id:
                raise UsageError("import-type", path=path.name, why="record")
            if record_id in table:
                raise UsageError("import-doubled", path=path.name)
            table[record_id] = document
            count += 1
    if count == 0:
        raise UsageError("import-empty", path=path.name)
    if count > MAX_RECORDS:
        raise UsageError("import-big", path=path.name, records=count, limit=MAX_RECORDS)
    return tables


def check_readable(case: str, tables: Tables, at: datetime) -> None:
    """Whether these tables make a case that can be worked with at `at` (UTC).

    It is told out once: what an event did is free in form, and a start without its part would be
    found by whoever opens the case. Raises UsageError (`import-record`; `import-dangling` and
    `import-control` with the table, id and field), NewerError; shows no text of them.
    """
    from phases.export import export

    if from_newer(tables):
        raise NewerError("newer-event", case=case)
    _check_letters(tables)
    try:
        export(fold(Case.empty(case), tables, 1), Stamp(at, None, None))
    except ValidationError as error:
        if of_newer_words(error):
            raise NewerError("newer-event", case=case) from None
        raise UsageError("import-record", case=case) from None
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError):
        raise UsageError("import-record", case=case) from None
    _check_references(tables)


def _check_references(tables: Tables) -> None:
    """Refuse a record that names one which isn't there; those a log itself tells of may be gone."""
    known = told_gone(tables)
    for found in dangling(tables):
        if found.named not in known:
            raise UsageError("import-dangling", record=_where(found.table, found.id, found.field))


def _check_letters(tables: Tables) -> None:
    """Refuse control characters and their kin, which nothing of ours ever stores (T13).

    Cleaning them away was rejected: two ids or names could become one, and what was taken in
    would no longer be what the file says.
    """
    for table, records in tables.items():
        for record_id, document in records.items():
            if (field := _unclean({record_id: document})) is not None:
                where = _where(table, record_id, field.partition(".")[2])
                raise UsageError("import-control", record=where)


def _unclean(value: Any) -> str | None:
    """Where the first unclean text stands, a dot between the steps; None where there is none."""
    if isinstance(value, str):
        return "" if has_controls(value) else None
    steps = enumerate(value) if isinstance(value, list) else ()
    for key, each in value.items() if isinstance(value, dict) else steps:
        below = "" if has_controls(str(key)) else _unclean(each)
        if below is not None:
            return f"{key}.{below}".rstrip(".")
    return None


def _where(table: str, record_id: str, field: str) -> str:
    return " ".join(filter(None, (safe(table), safe(record_id), safe(field))))


def _content(path: Path) -> bytes:
    """The file's bytes; a FIFO, a device, a folder or a giant is refused before it is read."""
    try:
        # A symlink to one's own file is nothing to fear here: it is read, never written.
        with opened(path.resolve(strict=True), os.O_RDONLY) as fd:
            data = read_all(fd, limit=MAX_BYTES + 1)
    except RuntimeError:
        raise UsageError("import-type", path=path.name, why="symlink-loop") from None
    except OSError as error:
        raise disk_error(error, path) from None
    except DiskError as error:
        if error.code in ("not-a-file", "is-a-folder"):
            raise UsageError("import-type", path=path.name, why=error.code) from None
        raise
    if len(data) > MAX_BYTES:
        raise UsageError("import-big", path=path.name, limit=MAX_BYTES)
    if not data.strip():
        raise UsageError("import-empty", path=path.name)
    return data
