"""What every command of the command line works with, made when it is first asked for."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, tzinfo
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.errors import StopError
from app.cli.output import put_warning
from app.wording.said import Said
from app.words import Words, choose_language

if TYPE_CHECKING:
    from data.access import Act
    from data.calendars import Calendars
    from data.caselog import CaseLog, Done, Seat
    from data.school_days import SchoolDays
    from data.settings import Settings
    from data.structures.own import KnownStructures
    from data.vault import Identity, Vault
    from phases.changes import Finding
    from phases.clock import Clock
    from phases.commands import Command
    from phases.commands.arguments import Reading

MOST_STDIN = 1_000_000
"""Characters read from standard input; far more than any field takes."""


@dataclass
class Session:
    """One call of the program."""

    environ: Mapping[str, str]
    words: Words
    language: str | None = None
    """What `--lang` says."""
    vault_folder: str | None = None
    """What `--vault` says."""
    who: str = ""
    """What `--as` says: a label for the history, not authentication."""
    saved: bool = False
    """Whether a change has become durable in this call."""
    _stdin_read: bool = field(default=False, repr=False)

    @cached_property
    def clock(self) -> Clock:
        """This machine's clock."""
        from data.clock import SystemClock

        return SystemClock()

    @cached_property
    def zone(self) -> tzinfo:
        """Where meetings are held (DA-12)."""
        from data.clock import meeting_zone

        return meeting_zone()

    @cached_property
    def settings(self) -> Settings:
        """The person's settings over the defaults. Raises StoreError for a bad file."""
        from data.settings import load_settings, settings_path

        return load_settings(settings_path(self.environ))

    @cached_property
    def structures(self) -> KnownStructures:
        """The meeting structures that ship and the vault's own, each read when it is needed."""
        from data.structures.own import known

        return known(self.folder)

    @cached_property
    def folder(self) -> Path:
        """The folder with the logs."""
        from data.vault_folder import default_folder

        if self.vault_folder is not None:
            return Path(self.vault_folder)
        return default_folder(self.environ)

    @cached_property
    def vault(self) -> Vault:
        """The vault in it, usable. Raises DiskError where it isn't."""
        from data.vault import Vault

        vault = Vault(self.folder)
        self.notes = vault.check(named=self.vault_folder is not None)
        return vault

    def check_structure(self, wanted: str | None) -> None:
        """Say where and why a structure of one's own can't be used, instead of that there is none.

        Raises StructureError.
        """
        if wanted is not None and wanted not in self.structures:
            fault = self.structures.fault(wanted)
            if fault is not None:
                raise fault

    notes: tuple[str, ...] = ()
    """What is to be said of the folder, once `vault` has been asked for."""

    @cached_property
    def calendars(self) -> Calendars:
        """The school calendars that ship and one's own."""
        from data.calendars import known_calendars
        from data.settings import settings_path

        return known_calendars(self.folder, settings_path(self.environ))

    @cached_property
    def calendar(self) -> SchoolDays | None:
        """When the chosen municipality's schools are closed; that it can't be read is told."""
        if self.settings.municipality is None:
            return None
        from data.school_days import SchoolDays

        found = SchoolDays(self.settings.municipality, lambda: self.calendars)
        if found.fault is not None:
            from app.wording.calendars import unused_words

            put_warning(unused_words(found.fault, self.words))
        return found

    @property
    def today(self) -> date:
        """The local day."""
        return self.clock.stamp().utc.astimezone(self.zone).date()

    @property
    def reading(self) -> Reading:
        """How typed values are read."""
        from phases.commands.arguments import Reading

        return Reading(self.today, self.zone, self.words.language)

    def name_person(self, typed: str) -> None:
        """Take what `--as` says. It stands in the history for good, so it is cleaned here."""
        from phases.text import NAME_LIMIT, clean_line

        self.who = clean_line(typed, NAME_LIMIT).text if typed else ""

    def tell_notes(self) -> None:
        """Say what is to be said of the folder: where something is about to be kept in it."""
        from app.wording.store import note_words

        for note in self.notes:
            put_warning(note_words(note, self.words))

    def case_id(self, typed: str) -> str:
        """The id that was meant. Raises StopError (E-ID) that shows what was typed."""
        from data.caseid import case_id
        from data.errors import CaseIdError
        from phases.text import safe

        try:
            return case_id(typed)
        except CaseIdError:
            said = Said(
                self.words("“{value}” can't be the name of a log", value=safe(typed)),
                self.words("Use at most 32 letters A to Z, digits and hyphens"),
            )
            raise StopError(said, "case-id") from None

    def open(self, typed: str) -> CaseLog:
        """The log of a case, and from here on its language. Raises StopError, StoreError."""
        log = self.read(typed)
        self.speak(log.case.facts.language)
        return log

    def read(self, typed: str) -> CaseLog:
        """One log of several: the language stays. Raises StopError, StoreError."""
        wanted = self.case_id(typed)
        return self.vault.open(wanted, self.clock, self.structures, self.seat)

    @property
    def seat(self) -> Seat:
        """Who looks at a log from the command line, and by which settings."""
        from data.caselog import Seat

        return Seat.by(self.settings, "lead", self.who, zone=self.zone, calendar=self.calendar)

    def note(self, act: Act, case: str, found: Identity) -> bool:
        """Note the access beside the logs; that it can't be noted is told."""
        from app.wording.access import untold_words
        from data.errors import StoreError

        try:
            self.vault.note(act, case, found, self.who, self.clock.stamp().utc)
        except StoreError as error:
            put_warning(untold_words(error, self.words))
            return False
        return True

    def note_log(self, act: Act, log: CaseLog) -> None:
        """Note it of a log that is about to be shown or taken out.

        Raises RefusedError where that can't be noted, but while its meeting is under way (R-S1).
        """
        from app.taking_out import refused_unnoted
        from phases.changes import RefusedError

        found = self.vault.identity(log.case.id)
        if self.note(act, log.case.id, found._replace(revision=log.revision)):
            return
        refusal = refused_unnoted(log, "show" if act == "show" else "export")
        if refusal is not None:
            raise RefusedError(refusal)

    def speak(self, case_language: str | None) -> None:
        """Go over to the language of the case, unless another is asked for."""
        wish = self.language or self.settings.language
        wanted = choose_language(wish, case_language, self.environ)
        if wanted != self.words.language:
            self.words = Words(wanted)

    def change(
        self, log: CaseLog, *commands: Command, reason: str = "", if_phase: str | None = None
    ) -> Done:
        """Do it, durably, and tell what rules remark. Raises RefusedError, StoreError."""
        from phases.changes import Refusal, RefusedError

        done = log.do(*commands, reason=self._reason(reason), if_phase=if_phase)
        if isinstance(done, Refusal):
            raise RefusedError(done)
        self.saved = True
        self.tell(done.findings)
        return done

    def tell(self, findings: tuple[Finding, ...]) -> None:
        """One line with its id for each rule that warns; what only informs is for screens."""
        from app.wording.rules import finding_words
        from phases.rules import RULES

        told = {rule.id for rule in RULES if rule.priority in ("W", "B")}
        for finding in findings:
            if finding.rule in told:
                put_warning(f"{finding.rule}: {finding_words(finding, self.words)}")

    def text(self, typed: str) -> str:
        """A text as it was typed, or all of standard input for `-`. Raises StopError."""
        if typed != "-":
            return typed
        if sys.stdin is None:
            raise StopError(Said(self.words("There is no standard input")), "E-STDIN")
        if self._stdin_read:
            said = Said(self.words("Standard input can be read only once"))
            raise StopError(said, "E-STDIN")
        self._stdin_read = True
        return read_stdin(self.words).rstrip("\n")

    def _reason(self, typed: str) -> str:
        """A ready reason by its number or code, else what was typed."""
        from phases.rules import READY_REASONS

        numbers = {str(n): code for n, code in enumerate(READY_REASONS, start=1)}
        return numbers.get(typed.strip(), typed)


def read_stdin(words: Words) -> str:
    """Standard input as UTF-8. Raises StopError for other bytes, and for far too many."""
    raw = sys.stdin.buffer.read(MOST_STDIN + 1)
    if len(raw) > MOST_STDIN:
        said = Said(words("Too much came on standard input"), words("Send a shorter text"))
        raise StopError(said, "E-LONG")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        said = Said(words("Standard input isn't UTF-8 text"), words("Save it as UTF-8"))
        raise StopError(said, "E-ENC") from None
