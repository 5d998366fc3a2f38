"""`access.journal`: who opened, saw, took out and deleted which case when; ids only (design §5).

One a vault, and the same class as a case's journal: the same chain, the same lock, the same
promises. When a file holds `LIMIT` entries it is put aside as `access.1.journal`, `.2.` and on,
for each note reads the whole of it; the first entry of the next file names the last digest of the
one before, so that the chain goes on. Whoever removes every file of it at once isn't noticed by
it: it is an honest machine's memory, not evidence against its owner.
"""

from __future__ import annotations

import functools
import os
import re
import secrets
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, cast

from data.codec import Codec, PlainCodec
from data.entry import Entry, NewEntry
from data.errors import DamagedError, DiskError, LockedError
from data.files import disk_error, make_private_folder
from data.head import read_head
from data.header import Header, new_header, read_header
from data.journal import Conflict, FileJournal, create_journal
from data.lock import FileLock

Act = Literal["open", "show", "export", "export-whole", "withdraw", "delete", "repair"]
"""`repair` is the writing of a mended copy: it tells `check` which journal may follow.

`export-whole` is one that also holds what a withdrawal leaves out; `withdraw` is the withdrawal.
"""

NAME: Final = "access"
"""Small letters, so that no case can be called so."""

LIMIT: Final = 500
"""Entries a file: reading that many takes some 10 ms, which each opening of a window pays."""

PATIENCE_S: Final = 0.5
"""How long a note waits for its turn; a meeting must not (seconds)."""

_BEGAN: Final = "began"
_OLDER = re.compile(rf"{NAME}\.([1-9][0-9]{{0,5}})\.journal")


class Accessed(NamedTuple):
    """One note."""

    at: datetime
    who: str
    """A label, not authentication."""
    act: Act
    case: str
    journal: str
    """Which file of that case, by the random id in its header; empty where it couldn't be read."""
    revision: int
    """How far that file went then."""
    archived: bool | None = None
    """Of a deletion: whether it stood in the folder or the archive, as somebody answered (R-S4)."""


class AccessLog:
    """The notes of one vault. Nothing is read or made before the first note."""

    def __init__(
        self,
        folder: Path,
        codec: Codec | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        limit: int = LIMIT,
    ) -> None:
        self._folder = folder
        self._codec: Codec = codec or PlainCodec()
        self._monotonic = monotonic
        self._limit = limit
        self._path = folder / f"{NAME}.journal"
        self._lock = functools.partial(FileLock, wait_s=PATIENCE_S)

    def note(self, noted: Accessed) -> None:
        """Write it, durably. Raises StoreError; whoever calls goes on all the same."""
        document = {"act": noted.act, "case": noted.case, "journal": noted.journal,
                    "revision": noted.revision}  # fmt: skip
        if noted.archived is not None:
            document["archived"] = noted.archived
        entry = NewEntry(
            secrets.token_hex(8), noted.at, noted.who, noted.act, {NAME: {noted.case: document}}
        )
        deadline = self._monotonic() + PATIENCE_S
        while not self._appended(entry):
            if self._monotonic() >= deadline:
                raise LockedError("locked", path=self._path.name)

    def history(self) -> tuple[Accessed, ...]:
        """Every note, oldest first, the whole chain verified. Raises DamagedError, DiskError."""
        return tuple(
            _noted(entry)
            for part in self.parts()
            for entry in part.history()
            if entry.command != _BEGAN
        )

    def parts(self) -> tuple[FileJournal, ...]:
        """The files, oldest first, each found to go on where the one before ended.

        Raises DamagedError, DiskError.
        """
        found: list[FileJournal] = []
        digest = ""
        for path in self.paths():
            part = FileJournal(path, NAME, self._codec, self._lock)
            first, *rest = part.history() or (None,)
            if first is None or first.command != _BEGAN or _told(first, "after") != digest:
                raise DamagedError("damaged", case=path.stem, line=2, why="chain")
            if _told(first, "lost"):
                raise DamagedError("damaged", case=path.stem, line=2, why="shorter")
            digest = (rest or [first])[-1].digest
            found.append(part)
        return tuple(found)

    def paths(self) -> tuple[Path, ...]:
        """The files that are there, oldest first."""
        return (*self._older(), *((self._path,) if self._path.exists() else ()))

    def _appended(self, entry: NewEntry) -> bool:
        """Whether it stands there now; False where another process was first."""
        journal = FileJournal(self._path, NAME, self._codec, self._lock)
        try:
            revision = len(journal.read(0).items)
        except DiskError as error:
            if error.code != "missing":
                raise
            self._begin(entry.at)
            return False
        if revision >= self._limit:
            self._begin(entry.at)
            return False
        return not isinstance(journal.append(entry, revision), Conflict)

    def _begin(self, at: datetime) -> None:
        """A new file after the full one, or where none is. Raises StoreError."""
        make_private_folder(self._folder)
        with self._lock(self._path.with_suffix(".lock")):
            try:
                self._put_aside()
                if self._path.exists():
                    return
                document: dict[str, Any] = {"after": self._last_digest(), "lost": self._lost()}
                first = NewEntry(secrets.token_hex(8), at, "", _BEGAN, {NAME: {NAME: document}})
                self._path.with_suffix(".head").unlink(missing_ok=True)
            except OSError as error:
                raise disk_error(error, self._path) from None
            create_journal(self._path, new_header(NAME, at), first, self._codec)

    def _put_aside(self) -> None:
        """Rename the full file; the lock is held, so it is full for everybody."""
        if not self._path.exists():
            return
        if len(FileJournal(self._path, NAME, self._codec).history()) < self._limit:
            return
        number = max((_number(path) for path in self._older()), default=0) + 1
        os.rename(self._path, self._folder / f"{NAME}.{number}.journal")  # noqa: PTH104 - as others

    def _last_digest(self) -> str:
        older = self._older()
        if not older:
            return ""
        entries = FileJournal(older[-1], NAME, self._codec).history()
        return entries[-1].digest if entries else ""

    def _lost(self) -> int:
        """How many entries went with a file that somebody removed, as the head beside it tells."""
        head = read_head(self._path.with_suffix(".head"), self._codec, NAME)
        if head is None or any(_header(path).journal == head.journal for path in self._older()):
            return 0
        return head.revision

    def _older(self) -> tuple[Path, ...]:
        try:
            found = [path for path in self._folder.iterdir() if _OLDER.fullmatch(path.name)]
        except OSError:
            return ()
        return tuple(sorted(found, key=_number))


def _number(path: Path) -> int:
    found = _OLDER.fullmatch(path.name)
    return int(found[1]) if found else 0


def _header(path: Path) -> Header:
    with path.open("rb") as file:
        return read_header(file.readline().removesuffix(b"\n"), NAME)


def _told(entry: Entry, key: str) -> Any:
    return ((entry.tables or {}).get(NAME, {}).get(NAME) or {}).get(key)


def _noted(entry: Entry) -> Accessed:
    """Raises DamagedError for an entry that says something else."""
    for case, document in (entry.tables or {}).get(NAME, {}).items():
        facts = document or {}
        journal, revision = facts.get("journal"), facts.get("revision")
        if isinstance(journal, str) and isinstance(revision, int):
            told, act = facts.get("archived"), cast("Act", entry.command)
            archived = told if isinstance(told, bool) else None
            return Accessed(entry.at, entry.who, act, case, journal, revision, archived)
    raise DamagedError("damaged", case=NAME, line=entry.revision + 1, why="record")
