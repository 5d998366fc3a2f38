"""Follows a journal's file: what was read stays read, a tail costs what is new in it.

Every line is verified against the one before. What a reader has seen may still be taken back: a
line that was written but couldn't be synced is cut off by its writer, and nobody was told of it.
So a follower that finds the file other than it left it starts again from zero, and only if that
fails too is the journal damaged.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from data.codec import Codec, Place
from data.entry import BadLineError, Entry, unseal
from data.errors import DamagedError
from data.files import read_all
from data.head import Head, read_head
from data.header import Header, read_header
from data.redaction import put_back


class Entries(NamedTuple):
    """What `Journal.read` gives."""

    items: tuple[Entry, ...]
    from_zero: bool = False
    """The entries begin at revision 1 and replace all that the caller had."""


class _Seen:
    """How far the file has been read."""

    def __init__(self, header: Header, inode: tuple[int, int], offset: int) -> None:
        self.header = header
        self.inode = inode
        self.offset = offset
        """Bytes: after the newline of the last whole line."""
        self.revision = 0
        self.digest = header.anchor
        """Of the head of that revision; the header's anchor for revision 0."""


class JournalReader:
    """The reading half of a FileJournal."""

    def __init__(self, case_id: str, head_path: Path, codec: Codec) -> None:
        self._case = case_id
        self._head_path = head_path
        self._codec = codec
        self._seen: _Seen | None = None
        self._unread: list[Entry] = []
        self._restarted = False
        self.torn = False
        """Whether half a line stands behind the last whole one."""
        self.handed = 0
        """The revision up to which the caller has everything."""
        self._ids: dict[str, int] = {}
        self._durable: Head | None = None

    @property
    def header(self) -> Header:
        """The journal's first line. Only after `catch_up`."""
        return self._state.header

    @property
    def revision(self) -> int:
        """The newest revision read."""
        return self._state.revision

    @property
    def digest(self) -> str:
        """What the next entry points back to."""
        return self._state.digest

    @property
    def offset(self) -> int:
        """Where the next entry belongs (bytes)."""
        return self._state.offset

    @property
    def _state(self) -> _Seen:
        if self._seen is None:
            raise RuntimeError("catch_up comes first")
        return self._seen

    def revision_of(self, entry_id: str) -> int | None:
        """Where an entry with this id stands, if it does."""
        return self._ids.get(entry_id)

    def take(self, after: int) -> Entries:
        """What has been read and not yet been handed out."""
        items, from_zero = tuple(self._unread), self._restarted
        self._unread, self._restarted = [], False
        self.handed = self._state.revision
        if not from_zero:
            items = tuple(entry for entry in items if entry.revision > after)
        return Entries(items, from_zero)

    def forget(self) -> None:
        """Start from zero next time, and hand all of it out."""
        self._seen = None
        self._unread = []
        self._restarted = True

    def catch_up(self, fd: int, status: os.stat_result) -> None:
        """Read what is new in the open file, whose status is this.

        Where the file is the one read before and as long as it was left, nothing is read: every
        writer holds the lock and makes it longer or puts another in its place, so under the lock
        there is nothing new, and without it at worst nothing yet. Raises DamagedError,
        NewerError, OSError.
        """
        inode = (status.st_dev, status.st_ino)
        seen = self._seen
        self.torn = False
        if seen is not None and seen.inode == inode and status.st_size == seen.offset:
            return
        if seen is not None and seen.inode == inode and status.st_size > seen.offset:
            try:
                self._read_tail(fd, seen)
            except DamagedError:
                self._read_whole(fd, inode)
        else:
            self._read_whole(fd, inode)
        self.torn = status.st_size != self._state.offset

    def appended(self, entry: Entry, size: int) -> Head:
        """Note what this window has just made durable itself; it isn't handed out again."""
        seen = self._state
        seen.offset += size
        seen.revision = entry.revision
        seen.digest = entry.digest
        self.handed = entry.revision
        self._ids[entry.id] = entry.revision
        self._durable = Head(seen.header.journal, entry.revision, entry.digest)
        return self._durable

    def _read_tail(self, fd: int, seen: _Seen) -> None:
        lines, size = _whole_lines(read_all(fd, seen.offset))
        entries = self._verified(lines, seen.revision, seen.digest)
        if any(entry.tables is None for entry in entries):
            raise self._damaged(seen.revision + 2, "emptied")
        self._note(entries)
        seen.offset += size
        self._unread.extend(entries)

    def _read_whole(self, fd: int, inode: tuple[int, int]) -> None:
        # The head comes first: a writer notes it after its entry, so one that was read later
        # could tell of an entry that came in between, and a sound journal would look shorter.
        noted = read_head(self._head_path, self._codec, self._case)
        data = read_all(fd)
        if not data:
            raise self._damaged(1, "empty")
        lines, size = _whole_lines(data)
        if not lines:
            raise self._damaged(1, "header")
        header = read_header(lines[0], self._case)
        entries = self._verified(lines[1:], 0, header.anchor)
        try:
            entries = put_back(entries)
        except BadLineError as error:
            raise self._damaged(int(error.args[1]) + 1, "emptied") from None
        self._check_heads(header, entries, noted)
        if self._seen is not None:
            self._restarted = True
        self._seen = _Seen(header, inode, size)
        self._ids.clear()
        self._note(entries)
        self._unread = list(entries)

    def _note(self, entries: list[Entry]) -> None:
        if entries:
            self._state.revision = entries[-1].revision
            self._state.digest = entries[-1].digest
            self._ids.update((entry.id, entry.revision) for entry in entries)

    def _verified(self, lines: list[bytes], revision: int, digest: str) -> list[Entry]:
        """The entries on these lines, each following the one before."""
        entries = []
        for line in lines:
            revision += 1
            try:
                plain = self._codec.decode(line, Place(self._case, revision, digest))
                entry = unseal(plain, revision, digest)
            except BadLineError as error:
                raise self._damaged(revision + 1, str(error.args[0])) from None
            digest = entry.digest
            entries.append(entry)
        return entries

    def _check_heads(self, header: Header, entries: list[Entry], noted: Head | None) -> None:
        """Whether all that was known to be durable is there: noted beside the journal, or ours."""
        for known in (noted, self._durable):
            if known is None or known.revision == 0:
                continue
            if known.journal != header.journal:
                raise self._damaged(1, "replaced")
            if known.revision > len(entries):
                raise self._damaged(len(entries) + 2, "shorter")
            if entries[known.revision - 1].digest != known.digest:
                raise self._damaged(known.revision + 1, "replaced")

    def _damaged(self, line: int, why: str) -> DamagedError:
        return DamagedError("damaged", case=self._case, line=line, why=why)


def _whole_lines(data: bytes) -> tuple[list[bytes], int]:
    """The lines that end in a newline, without it, and their size in bytes.

    What follows the last newline is half an entry that nobody was told of.
    """
    size = data.rfind(b"\n") + 1
    lines = data[:size].split(b"\n")
    lines.pop()
    return lines, size
