"""The journal of one case: read without a lock, append with one (design §5)."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol

from data.codec import Codec, Place, PlainCodec
from data.entry import REDACT, Entry, NewEntry, seal
from data.errors import DamagedError, DiskError, UsageError
from data.files import disk_error, opened, read_all, write_atomically, write_fully
from data.head import Head, write_head
from data.header import Header
from data.leftovers import sweep_leftovers
from data.lock import FileLock
from data.reader import Entries, JournalReader
from data.redaction import RecordKey, plan_redaction, rewritten

Lock = Callable[[Path], AbstractContextManager[object]]


class Conflict(NamedTuple):
    """Somebody was first: the journal isn't at the expected revision any more."""

    revision: int
    """Where it is."""
    own: int | None = None
    """The revision at which this very entry stands already, from an earlier try."""


class Journal(Protocol):
    """An append-only sequence of entries, whose revisions count 1, 2, 3 and on."""

    def read(self, after: int) -> Entries:
        """The entries after a revision, or all of them if what was read earlier was replaced."""
        ...

    def append(self, entry: NewEntry, expected: int) -> Entry | Conflict:
        """Make the entry durable as `expected + 1`, or say that somebody was first."""
        ...

    def find(self, entry_id: str) -> int | None:
        """The revision of the entry with this id, among those read so far."""
        ...

    def history(self) -> tuple[Entry, ...]:
        """Every entry from the first on; nothing of it is kept here."""
        ...

    def recover(self) -> None:
        """Make saving possible again after a failure that couldn't be taken back."""
        ...

    def changed(self) -> Hashable:
        """A token that differs when there may be something new; cheap enough to ask often."""
        ...


class FileJournal:
    """One file, opened for each call and closed again; a rewrite may replace it in between."""

    def __init__(
        self,
        path: Path,
        case_id: str,
        codec: Codec | None = None,
        lock: Lock = FileLock,
    ) -> None:
        self._path = path
        self._head_path = path.with_suffix(".head")
        self._lock_path = path.with_suffix(".lock")
        self._case = case_id
        self._codec: Codec = codec or PlainCodec()
        self._lock = lock
        self._reader = JournalReader(case_id, self._head_path, self._codec)
        self.read_only: DiskError | None = None
        """Why nothing can be saved any more: a failed append that couldn't be taken back."""

    def read(self, after: int) -> Entries:
        """The entries after this revision. Raises DiskError, DamagedError, NewerError."""
        if after != self._reader.handed:
            self._reader.forget()
        self._catch_up(self._reader)
        return self._reader.take(after)

    def find(self, entry_id: str) -> int | None:
        """The revision of the entry with this id, among those read so far.

        Raises the DiskError of `read_only`: what stands in the file then may not be on the disk.
        """
        if self.read_only is not None:
            raise self.read_only
        return self._reader.revision_of(entry_id)

    def history(self) -> tuple[Entry, ...]:
        """Every entry from the first on. Raises DiskError, DamagedError, NewerError."""
        reader = JournalReader(self._case, self._head_path, self._codec)
        self._catch_up(reader)
        return reader.take(0).items

    def _catch_up(self, reader: JournalReader) -> None:
        """Read what is new, without the lock."""
        while True:
            with (file := opened(self._path, os.O_RDONLY)) as fd:
                try:
                    return reader.catch_up(fd, file.status)
                except DamagedError:
                    # A rewrite may have put another file here after this one was opened, and
                    # noted its head: only the file that stands here can be told damaged.
                    if os.path.samestat(self._path.stat(), file.status):
                        raise

    def changed(self) -> Hashable:
        """Which file, when it was last written and how long it is. Raises DiskError."""
        try:
            status = self._path.stat()
        except OSError as error:
            raise disk_error(error, self._path) from None
        return (status.st_ino, status.st_mtime_ns, status.st_size)

    def append(self, entry: NewEntry, expected: int) -> Entry | Conflict:
        """One entry, durable when this returns.

        Raises LockedError, DamagedError, NewerError, BadDocumentError, and DiskError where the
        disk refuses: then the file is as it was, or, if even that fails (`stuck`), `read_only`
        is set and every later append raises it, until `recover`.
        """
        if self.read_only is not None:
            raise self.read_only
        with self._lock(self._lock_path), (file := opened(self._path, os.O_RDWR)) as fd:
            reader = self._reader
            reader.catch_up(fd, file.status)
            own = reader.revision_of(entry.id)
            if own is not None or reader.revision != expected:
                return Conflict(reader.revision, own)
            data, sealed = self._sealed(entry, expected + 1, reader.digest)
            self._write(fd, data)
            head = reader.appended(sealed, len(data))
            write_head(self._head_path, head, self._codec, self._case)
            return sealed

    def recover(self) -> None:
        """Try again after `read_only`: sync what the file holds now and read it from zero.

        What stands in the page cache after a failed sync may not be on the disk; only a sync that
        succeeds makes it something to build on. Raises DiskError.
        """
        with self._lock(self._lock_path), opened(self._path, os.O_RDWR) as fd:
            os.fsync(fd)
        self._reader.forget()
        self.read_only = None

    def redact(self, record: RecordKey, at: datetime, who: str, entry_id: str) -> int:
        """Empty every entry that carries the record, and say so in one `redact` entry.

        One atomic rewrite: before it or after it, never between. Gives the new revision. Raises
        UsageError where no entry carries the record, else as `append`.
        """
        with self._lock(self._lock_path):
            reader = JournalReader(self._case, self._head_path, self._codec)
            with (file := opened(self._path, os.O_RDONLY)) as fd:
                reader.catch_up(fd, file.status)
                lines = read_all(fd)[: reader.offset].split(b"\n")[1:-1]
            entries = reader.take(0).items
            plan = plan_redaction(entries, record)
            if not plan.found:
                raise UsageError("no-such-record", table=record.table, id=record.id)
            new = NewEntry(entry_id, at, who, REDACT, {}, plan.redacted)
            data, sealed = self._sealed(new, reader.revision + 1, reader.digest)
            sweep_leftovers(self._path.parent, self._path.stem)
            before = rewritten(lines, entries, reader.header, plan, self._codec)
            write_atomically(self._path, before + data)
            head = Head(reader.header.journal, sealed.revision, sealed.digest)
            write_head(self._head_path, head, self._codec, self._case)
            return sealed.revision

    def _sealed(self, entry: NewEntry, revision: int, previous: str) -> tuple[bytes, Entry]:
        """The bytes of the line with its newline, and the entry."""
        line, sealed = seal(entry, revision, previous)
        return self._codec.encode(line, Place(self._case, revision, previous)) + b"\n", sealed

    def _write(self, fd: int, data: bytes) -> None:
        """Cut what a crash left behind, append, sync; or take it all back."""
        reader = self._reader
        start = reader.offset
        try:
            if reader.torn:
                os.ftruncate(fd, start)
            os.lseek(fd, start, os.SEEK_SET)
            write_fully(fd, data)
            os.fsync(fd)
        except OSError as error:
            failed = disk_error(error, self._path)
            try:
                os.ftruncate(fd, start)
                os.fsync(fd)
            except OSError:
                self.read_only = DiskError("stuck", path=self._path.name, cause=failed.code)
                raise self.read_only from None
            raise failed from None


def create_journal(
    path: Path,
    header: Header,
    first: NewEntry | None = None,
    codec: Codec | None = None,
) -> None:
    """A new journal, whole from its first moment, with its first entry if one is given.

    The caller holds the lock. Raises DiskError, BadDocumentError.
    """
    data = header.to_line()
    if first is not None:
        line, _ = seal(first, 1, header.anchor)
        place = Place(header.case, 1, header.anchor)
        data += (codec or PlainCodec()).encode(line, place) + b"\n"
    write_atomically(path, data)
