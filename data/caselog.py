"""One case as one window holds it: its snapshot, and the way to change it (design §3, §5)."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Literal, NamedTuple, Self

from pydantic import ValidationError

from data.clock import meeting_zone
from data.entry import Entry, NewEntry
from data.errors import BadDocumentError, DamagedError, LockedError, NewerError
from data.journal import Conflict, Journal
from data.school_days import EvesAlone
from data.storage import JournalStorage
from data.words import interpretive
from phases.case import Case
from phases.changes import Changes, Finding, Refusal, Tables
from phases.clock import Clock
from phases.commands import Command
from phases.context import MINUTES_DAYS, Context
from phases.decide import decide
from phases.fold import fold
from phases.leaving_out import shown
from phases.newer import from_newer, of_newer_words
from phases.rights import Window
from phases.structures import Structure

if TYPE_CHECKING:
    from tinydb import TinyDB

    from data.settings import Settings
    from phases.calendar import Calendar

PATIENCE_S = 2.0
"""How long a save is tried again while other windows are first (seconds)."""


Witness = Callable[[Sequence[Command], int], bool]
"""Told of what was done and to which revision; False where it couldn't be noted (R-S1)."""


class Done(NamedTuple):
    """A durable change."""

    revision: int
    made: str | None
    """The id of the record that was made; None too where an earlier try had made it durable."""
    findings: tuple[Finding, ...]
    entry_id: str


class Seat(NamedTuple):
    """Who sits at this window, and where."""

    window: Window = "lead"
    who: str = ""
    """A label for the history, not authentication."""
    zone: tzinfo | None = None
    """The zone in which dates are told (DA-12); None: that of Norway."""
    calendar: Calendar | None = None
    """When the school is closed; None: red days and weekends alone (DA-4)."""
    roll: Literal["back", "forward"] = "back"
    """Where a deadline on a closed day moves to (DA-3)."""
    minutes_days: int = MINUTES_DAYS
    """Working days in which minutes become final (R-E6)."""
    interpretive: tuple[str, ...] | None = None
    """Words to hint at instead of those that ship (R-M10)."""

    @classmethod
    def by(
        cls,
        chosen: Settings,
        window: Window,
        who: str,
        *,
        zone: tzinfo | None = None,
        calendar: Calendar | None = None,
    ) -> Self:
        """A seat as the settings have it; without a calendar the eves alone are closed (DA-7)."""
        return cls(
            window,
            who,
            zone,
            calendar=calendar or EvesAlone(),
            roll=chosen.deadline_roll,
            minutes_days=chosen.minutes_days,
            interpretive=chosen.interpretive_words,
        )


class CaseLog:
    """The case of one journal, at its newest revision as far as this window knows.

    Not for several threads at once; each window has its own.
    """

    def __init__(
        self,
        journal: Journal,
        case_id: str,
        clock: Clock,
        structures: Mapping[str, Structure],
        seat: Seat | None = None,
        *,
        new_id: Callable[[], str] = lambda: os.urandom(6).hex(),
        monotonic: Callable[[], float] = time.monotonic,
        witness: Witness | None = None,
    ) -> None:
        self._witness = witness
        self._journal = journal
        self._clock = clock
        self._structures = structures
        self._seat = seat or Seat()
        self._zone = self._seat.zone or meeting_zone()
        self._new_id = new_id
        self._monotonic = monotonic
        self._case = Case.empty(case_id)
        self._seen: Hashable = None
        self._next: tuple[Tables, Case] | None = None
        self._storage = JournalStorage(journal, self._now, self._changed)
        self._db: TinyDB | None = None

    @property
    def case(self) -> Case:
        """The snapshot; frozen, and another object after each change.

        Without those whom no consent covers: whoever shows or exports it can't forget them (R-C6).
        """
        return shown(self._case)

    @property
    def whole(self) -> Case:
        """The snapshot with everybody, for setting up who takes part and what is consented to."""
        return self._case

    @property
    def revision(self) -> int:
        """The revision of the snapshot."""
        return self._storage.revision

    @property
    def db(self) -> TinyDB:
        """The tables for searching. Documents are copies."""
        if self._db is None:
            from data.case_db import open_db

            self._db = open_db(self._storage)
        return self._db

    def outdated(self) -> bool:
        """Whether there may be something to `refresh`: one `stat`. Raises DiskError."""
        return self._journal.changed() != self._seen

    def refresh(self) -> bool:
        """Take in what other windows saved; says whether anything was new.

        Costs one `stat` where nothing is. Raises StoreError.
        """
        token = self._journal.changed()
        if token == self._seen:
            return False
        new = self._storage.refresh()
        # Taken before the read: what is written in between must not be overlooked.
        self._seen = token
        return new

    def history(self) -> tuple[Entry, ...]:
        """Every entry, for showing who did what when. Raises StoreError."""
        return self._journal.history()

    def recover(self) -> None:
        """Try to save again after a DiskError `stuck`, which made this window read-only.

        Then repeat the save with its `entry_id`. Raises DiskError while the disk still refuses.
        """
        self._journal.recover()
        self._storage.refresh()

    def new_entry_id(self) -> str:
        """An id for `do`, by which a save whose answer got lost can be repeated safely."""
        return os.urandom(8).hex()

    def do(
        self,
        *commands: Command,
        reason: str = "",
        if_phase: str | None = None,
        entry_id: str | None = None,
    ) -> Done | Refusal:
        """Decide and save, all of it in one durable entry or nothing.

        Where another window was first, what it did is taken in and everything decided again. A
        repeated save gives the `entry_id` of the first try; if that one is durable already, it is
        done. Raises LockedError after `PATIENCE_S`, DiskError with nothing written (`stuck`: nor
        can anything be until `recover`), and the other StoreErrors of the journal.
        """
        if entry_id is not None:
            self._storage.refresh()
            found = self._journal.find(entry_id)
            if found is not None:
                return Done(found, None, (), entry_id)
        new_id = entry_id or self.new_entry_id()
        deadline: float | None = None
        while True:
            context = self.context(reason)
            outcome = decide(self._case, commands, context, if_phase)
            if isinstance(outcome, Refusal):
                return outcome
            revision = self._commit(outcome, new_id, context.now.utc)
            if revision is not None:
                told = outcome.findings
                if self._witness is not None and not self._witness(commands, revision):
                    # It is durable, and stands in the log's own history whatever the other says.
                    told = (*told, Finding("R-S1", {}))
                return Done(revision, outcome.made, told, new_id)
            now = self._monotonic()
            deadline = deadline or now + PATIENCE_S
            if now >= deadline:
                raise LockedError("locked", case=self._case.id)
            self._storage.refresh()

    def _commit(self, changes: Changes, entry_id: str, at: datetime) -> int | None:
        """The revision that these changes have become, or None where somebody was first.

        The snapshot is folded before anything is written and shown after: so nothing gets to the
        disk that no window could open again, and the sync isn't followed by work that a processor
        gone cold takes twice as long for.
        """
        try:
            after = fold(self._case, changes.tables, self.revision + 1, changes.built)
        except ValidationError:
            raise BadDocumentError("bad-document", why="record") from None
        entry = NewEntry(entry_id, at, self._seat.who, changes.command, changes.tables)
        self._next = changes.tables, after
        try:
            done = self._storage.commit(self.revision, entry)
        finally:
            self._next = None
        return None if isinstance(done, Conflict) else done

    def _changed(self, tables: Tables, revision: int, from_zero: bool) -> None:
        """The storage has new tables: bring the snapshot to the same revision."""
        if self._next is not None and tables is self._next[0] and not from_zero:
            # Our own save, and nothing came before it, or it would have been a conflict.
            self._case = self._next[1]
            return
        if from_newer(tables):
            raise NewerError("newer-event", case=self._case.id, revision=revision)
        case = Case.empty(self._case.id) if from_zero else self._case
        try:
            self._case = fold(case, tables, revision)
        except ValidationError as error:
            if of_newer_words(error):
                raise NewerError("newer-event", case=case.id, revision=revision) from None
            # Its message quotes the document; the revision says where to look.
            raise DamagedError(
                "damaged", case=self._case.id, line=revision + 1, why="record"
            ) from None

    def context(self, reason: str = "") -> Context:
        """What a decision here and now may know; a screen asks its rules with it."""
        return Context(
            now=self._clock.stamp(),
            new_id=self._new_id,
            zone=self._zone,
            structures=self._structures,
            who=self._seat.who,
            window=self._seat.window,
            reason=reason,
            calendar=self._seat.calendar,
            roll=self._seat.roll,
            minutes_days=self._seat.minutes_days,
            interpretive=self._interpretive,
        )

    def _interpretive(self, language: str) -> tuple[str, ...]:
        own = self._seat.interpretive
        return interpretive(language) if own is None else own

    def _now(self) -> datetime:
        return self._clock.stamp().utc
