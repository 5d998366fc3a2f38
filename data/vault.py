"""The folder with the cases (design §5)."""

from __future__ import annotations

import contextlib
import functools
import secrets
import shutil
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, NamedTuple

from data.access import Accessed, AccessLog, Act
from data.caseid import case_id, path_below
from data.caselog import CaseLog, Seat
from data.codec import Codec, PlainCodec
from data.drafts import Drafts
from data.entry import NewEntry
from data.errors import CaseIdError, DiskError, NewerError, StoreError, UsageError
from data.files import disk_error, make_private_folder, read_file, sync_folder
from data.head import read_head
from data.header import new_header, read_header
from data.journal import FileJournal, create_journal
from data.leftovers import remove_held_lock, remove_unheld_lock, sweep_leftovers
from data.lock import FileLock
from data.presence import Presence
from data.taken_out import TakenOut
from data.vault_folder import check_folder
from phases.changes import Tables
from phases.clock import Clock
from phases.commands import Command
from phases.structures import Structure

JOURNAL, HEAD, LOCK, DRAFTS, PRESENCE = ".journal", ".head", ".lock", ".drafts", ".presence"
PAPERS = ".papers"

CaseState = Literal["whole", "damaged", "newer", "unreadable"]


class Listed(NamedTuple):
    """What is known of a case without reading it."""

    id: str
    state: CaseState
    """Of its first line; the rest is verified when the case is opened."""
    created: datetime | None = None
    changed: datetime | None = None
    """When its file was last written (UTC)."""
    revision: int | None = None
    """As noted beside the journal; may be older than the truth."""


class Identity(NamedTuple):
    """Which file a case is, and how far it went."""

    journal: str
    """The random id in its header."""
    revision: int


class Vault:
    """Cases in one folder, each with its journal and what lies beside it."""

    def __init__(self, folder: Path, codec: Codec | None = None, *, noted: bool = True) -> None:
        """`noted` False: a vault of which nothing is kept (a demo's) notes no access either."""
        self.folder = folder
        self._codec: Codec = codec or PlainCodec()
        self._noted = noted
        self.access = AccessLog(folder, self._codec)

    def check(self, *, named: bool = False) -> tuple[str, ...]:
        """Notes about the folder (synced, open to others). Raises DiskError for a useless one.

        `named`: somebody typed its name just now, and may have mistyped it.
        """
        return check_folder(self.folder, named=named)

    def exists(self, name: str) -> bool:
        """Whether there is such a case. Raises CaseIdError, DiskError."""
        return self._is_there(self._path(name, JOURNAL))

    def create(self, name: str, at: datetime, first: NewEntry | None = None) -> str:
        """A new case, empty or with its first entry; gives its id.

        All of it or nothing. Raises CaseIdError, UsageError where it is there already, DiskError.
        """
        wanted = case_id(name)
        make_private_folder(self.folder)
        # Before there is a lock file of our own: killed in between, two of them would stand there.
        sweep_leftovers(self.folder)
        with FileLock(self._path(wanted, LOCK)):
            try:
                if self._taken(wanted):
                    raise UsageError("case-exists", case=wanted)
                # One left by a deletion that was cut short would call the new case a shortened one.
                self._path(wanted, HEAD).unlink(missing_ok=True)
            except OSError as error:
                raise disk_error(error, self._path(wanted, JOURNAL)) from None
            header = new_header(wanted, at)
            create_journal(self._path(wanted, JOURNAL), header, first, self._codec)
        return wanted

    def import_(self, name: str, tables: Tables, at: datetime, who: str = "") -> str:
        """A new case with these tables as its first entry; gives its id.

        Nothing is made unless every record can be read back. Raises as `create`, and UsageError
        (`import-record`) or NewerError for records that this program can't read.
        """
        self.check_import(name, tables, at)
        first = NewEntry(secrets.token_hex(8), at, who, "import", tables)
        return self.create(name, at, first)

    def check_import(self, name: str, tables: Tables, at: datetime) -> None:
        """Whether these tables could become a new case of this name at `at` (UTC).

        Raises CaseIdError, UsageError where it is there already or a record can't be read,
        NewerError, DiskError. Nothing is made.
        """
        from data.exchange import check_readable

        check_readable(case_id(name), tables, at)
        if self._is_there(self._path(name, JOURNAL)):
            raise UsageError("case-exists", case=case_id(name))

    def journal(self, name: str) -> FileJournal:
        """The journal of a case. Raises CaseIdError, UsageError where there is none."""
        wanted = case_id(name)
        path = self._path(wanted, JOURNAL)
        if not self._is_there(path):
            raise UsageError("case-absent", case=wanted)
        return FileJournal(path, wanted, self._codec)

    def open(
        self,
        name: str,
        clock: Clock,
        structures: Mapping[str, Structure],
        seat: Seat | None = None,
    ) -> CaseLog:
        """A case, read and ready. Raises StoreError."""
        seat = seat or Seat()
        witness = functools.partial(self._witness, case_id(name), seat.who, clock)
        log = CaseLog(self.journal(name), case_id(name), clock, structures, seat, witness=witness)
        log.refresh()
        return log

    def _witness(
        self, name: str, who: str, clock: Clock, commands: Sequence[Command], revision: int
    ) -> bool:
        """A withdrawal is noted where it is noted who looked, by the same ids alone (SC-10)."""
        if all(command.name != "consent-withdraw" for command in commands):
            return True
        found = self.identity(name)._replace(revision=revision)
        try:
            self.note("withdraw", name, found, who, clock.stamp().utc)
        except StoreError:
            return False
        return True

    def identity(self, name: str) -> Identity:
        """Which file a case is now, from its first line; empty where that can't be read.

        Raises CaseIdError.
        """
        path = self._path(name, JOURNAL)
        try:
            header = read_header((read_file(path) or b"").partition(b"\n")[0], case_id(name))
        except StoreError:
            return Identity("", 0)
        head = read_head(path.with_suffix(HEAD), self._codec, case_id(name))
        return Identity(header.journal, head.revision if head else 0)

    def note(self, act: Act, name: str, found: Identity, who: str, at: datetime) -> None:
        """Note in `access.journal` what is done with a case. Raises StoreError.

        Whoever calls tells that and goes on: a meeting doesn't wait for its book-keeping.
        """
        if self._noted:
            self.access.note(Accessed(at, who, act, case_id(name), *found))

    def drafts(self, name: str) -> Drafts:
        """What has been typed and not saved in a case. Raises CaseIdError."""
        return Drafts(self._path(name, DRAFTS), case_id(name), self._codec)

    def presence(self, name: str, window: str, pid: int) -> Presence:
        """The presence file of one window. Raises CaseIdError."""
        return Presence(self._path(name, PRESENCE), case_id(name), window, pid, self._codec)

    def papers(self, name: str) -> Path:
        """Where the papers of a case stand that were made in here. Raises CaseIdError."""
        return self._path(name, PAPERS)

    def taken_out(self, name: str) -> TakenOut:
        """Which files of a case lie in here by somebody's wish. Raises CaseIdError."""
        own = (JOURNAL, HEAD, LOCK, DRAFTS, PRESENCE)
        return TakenOut(self.folder, self.papers(name), case_id(name), self._codec, own)

    def list(self) -> tuple[Listed, ...]:
        """Every case, the damaged ones too, by id. Raises DiskError for the folder alone."""
        try:
            names = sorted(p.stem for p in self.folder.iterdir() if p.suffix == JOURNAL)
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise disk_error(error, self.folder) from None
        return tuple(self._listed(name) for name in names if _is_id(name))

    def delete(self, name: str, who: str, at: datetime, *, archived: bool | None = None) -> None:
        """Remove a case and all that lies beside it.

        `access.journal` keeps its id, `who`, `at` and whether it was said to be `archived`. That
        is noted first, and where it can't be, nothing is removed: noted afterwards, a log
        could be gone without a line that says so. A removal that a disk then stops is noted too.

        Drafts and what a rewrite left go first, for they hold content too; then what would make a
        half-deleted case look damaged; the journal last. So whatever stops this leaves either the
        case, or nothing of its content. Raises UsageError, LockedError, DiskError (`unnoted` too).
        """
        wanted = case_id(name)
        if not self.exists(wanted):
            raise UsageError("case-absent", case=wanted)
        lock = self._path(wanted, LOCK)
        sweep_leftovers(self.folder)
        try:
            with FileLock(lock):
                self._note_deletion(wanted, who, at, archived)
                self._sweep(wanted)
                self._path(wanted, HEAD).unlink(missing_ok=True)
                self._path(wanted, JOURNAL).unlink(missing_ok=True)
                sync_folder(self.folder)
                remove_held_lock(lock)
            remove_unheld_lock(self.folder, wanted)
        except OSError as error:
            raise disk_error(error, self._path(wanted, JOURNAL)) from None

    def _note_deletion(self, wanted: str, who: str, at: datetime, archived: bool | None) -> None:
        if not self._noted:
            return
        try:
            self.access.note(Accessed(at, who, "delete", wanted, *self.identity(wanted), archived))
        except StoreError:
            # Not as it came: "damaged" or "disk full" would be read as said of the case.
            raise DiskError("unnoted") from None

    def _sweep(self, wanted: str) -> None:
        """Papers, drafts, presence, and what a rewrite that was cut short left behind."""
        self.taken_out(wanted).remove()
        for ending in (PAPERS, DRAFTS, PRESENCE):
            folder = self._path(wanted, ending)
            if folder.is_symlink():
                folder.unlink()
            elif folder.is_dir():
                # With the folders that somebody has made in it, to keep order among the papers.
                shutil.rmtree(folder)
        for path in self.folder.glob(f".{wanted}.*.tmp"):
            path.unlink()

    def _listed(self, name: str) -> Listed:
        path = self.folder / (name + JOURNAL)
        try:
            line = (read_file(path) or b"").partition(b"\n")[0]
            header = read_header(line, name)
            changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        except NewerError:
            return Listed(name, "newer")
        except DiskError:
            return Listed(name, "unreadable")
        except (OSError, StoreError):
            return Listed(name, "damaged")
        head = read_head(path.with_suffix(HEAD), self._codec, name)
        revision = head.revision if head and head.journal == header.journal else None
        created = None
        with contextlib.suppress(ValueError):
            created = datetime.fromisoformat(header.created)
        return Listed(name, "whole", created, changed, revision)

    def _is_there(self, path: Path) -> bool:
        """Whether anything of this name is there, a link to nowhere too. Raises DiskError."""
        try:
            return path.exists() or path.is_symlink()
        except OSError as error:
            raise disk_error(error, path) from None

    def _taken(self, wanted: str) -> bool:
        """Whether a case of this name is there, in whatever letters its file is called."""
        return any(
            path.suffix == JOURNAL and path.stem.upper() == wanted for path in self.folder.iterdir()
        )

    def _path(self, name: str, ending: str) -> Path:
        return path_below(self.folder, case_id(name) + ending)


def _is_id(name: str) -> bool:
    try:
        return case_id(name) == name
    except CaseIdError:
        return False
