"""What is good of a damaged journal, as a new file (`check --repair CASE -o FILE`).

The original isn't touched: it is evidence, and a better tool may find more in it. The copy is a
journal of its own with another random id, its entries chained anew, so that nobody takes it for
the file it was made from.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from data.check import Checked
from data.codec import Codec, Place, PlainCodec
from data.entry import Entry, NewEntry, seal
from data.errors import DiskError, UsageError
from data.files import disk_error, opened, sync_folder, write_fully
from data.header import Header, new_header


def write_repaired(
    checked: Checked, path: Path, at: datetime, codec: Codec | None = None
) -> Header:
    """Write the good entries to a file that isn't there yet; the header it got.

    Raises UsageError (`file-exists`) for a file that is, DiskError.
    """
    entries = checked.found.entries
    born = at if not entries else min(at, entries[0].at)
    header = new_header(checked.case, born)
    data = header.to_line() + b"".join(_chained(entries, header, codec or PlainCodec()))
    try:
        with opened(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL) as fd:
            _write(fd, data, path)
    except DiskError as error:
        if error.code in ("exists", "is-a-folder", "symlink"):
            raise UsageError("file-exists", path=path.name) from None
        raise
    return header


def _write(fd: int, data: bytes, path: Path) -> None:
    """All of it, synced, or no file."""
    try:
        write_fully(fd, data)
        os.fsync(fd)
        sync_folder(path.parent)
    except OSError as error:
        path.unlink(missing_ok=True)
        raise disk_error(error, path) from None


def _chained(entries: Sequence[Entry], header: Header, codec: Codec) -> list[bytes]:
    """The lines of the new file: who, when, what and ids as they were, numbers from 1."""
    lines = []
    previous = header.anchor
    for revision, entry in enumerate(entries, start=1):
        new = NewEntry(
            entry.id, entry.at, entry.who, entry.command, entry.tables or {}, _redacted(entry)
        )
        line, sealed = seal(new, revision, previous)
        lines.append(codec.encode(line, Place(header.case, revision, previous)) + b"\n")
        previous = sealed.digest
    return lines


def _redacted(entry: Entry) -> dict[str, object] | None:
    """Which records were taken out. What else stood there is back in its place already."""
    if entry.redacted is None:
        return None
    return {"records": entry.redacted.get("records", []), "revisions": {}}
