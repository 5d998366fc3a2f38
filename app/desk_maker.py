"""What the windows on the cases of one vault are made of: logs, desks, words, where papers go."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from app.desk import Desk
from app.wording.access import untold_words
from app.words import Words
from data.caselog import CaseLog, Seat
from data.clock import SystemClock, meeting_zone
from data.errors import StoreError
from data.school_days import chosen_days
from data.settings import Settings, settings_path
from data.shelf import Shelf
from data.structures.own import known
from data.vault import Vault
from phases.clock import Clock
from phases.rights import Window

if TYPE_CHECKING:
    from datetime import date

    from app.screens.surroundings import Surroundings
    from app.screens.text_to_send import Outbox
    from data.access import Act
    from data.other_cases import OtherCases
    from phases.case import Case
    from phases.structures import Structure


class Desks:
    """Reads the cases of one vault and hands a window what it needs; nothing is drawn here."""

    def __init__(
        self,
        vault: Vault,
        words: Words,
        who: str,
        settings: Settings,
        clock: Clock | None = None,
        *,
        asked_language: str | None = None,
        structures: Mapping[str, Structure] | None = None,
        notes: Sequence[str] = (),
    ) -> None:
        """`asked_language` is what `--lang` says: it wins over the language of a case.

        `structures` are those already read, so that none is read again. `notes` are what
        `Vault.check` found, told once where a window is opened.
        """
        self._asked_language = asked_language
        self._vault = vault
        self._words = words
        self._who = who
        self.settings = settings
        self._clock = clock or SystemClock()
        self._structures = known(vault.folder) if structures is None else structures
        self._untold = ""
        self._notes = notes
        self._calendar = chosen_days(settings, vault.folder, settings_path(os.environ))
        self.parting = ""
        """What a window left to be said once it is gone."""

    def log(self, case_id: str, window: Window = "lead", act: Act = "open") -> CaseLog:
        """The case, read and ready, and noted as opened or shown. Raises StoreError."""
        log = self._vault.open(case_id, self._clock, self._structures, self._seat(window))
        try:
            found = self._vault.identity(case_id)._replace(revision=log.revision)
            self._vault.note(act, case_id, found, self._who, self._clock.stamp().utc)
        except StoreError as error:
            self._untold = untold_words(error, self.words_for(log))
        return log

    def others(self, case_id: str) -> Iterator[Case]:
        """Every other case that can be opened. Raises DiskError."""
        return (log.case for log in self._other_cases(case_id).logs())

    def other_days(self, case_id: str) -> Callable[[], Iterator[tuple[date, ...]]]:
        """The days of their meetings, for a calendar on a screen that isn't mirrored (R-S6)."""
        return self._other_cases(case_id).days

    def _other_cases(self, case_id: str) -> OtherCases:
        from data.other_cases import OtherCases

        seat = self._seat("lead")
        return OtherCases(self._vault, self._clock, self._structures, seat, case_id)

    def _seat(self, window: Window) -> Seat:
        return Seat.by(self.settings, window, self._who, calendar=self._calendar)

    def desk(self, case_id: str, window: Window = "lead") -> Desk:
        """All that a window on this case needs. Raises StoreError."""
        return Desk(
            log=self.log(case_id, window),
            clock=self._clock,
            structures=self._structures,
            settings=self.settings,
            drafts=self._vault.drafts(case_id),
            presence=self._vault.presence(case_id, window, os.getpid()),
            zone=meeting_zone(),
            monotonic=time.monotonic,
            vault=self._vault.folder,
            shelf=self._shelf(case_id),
            # The leader's window is mirrored: nothing of another case is known there (R-S6).
            other_days=None if window == "lead" else self.other_days(case_id),
        )

    def _shelf(self, case_id: str) -> Shelf:
        return Shelf(self._vault, case_id, self._clock, self._who)

    def words_for(self, log: CaseLog) -> Words:
        """The words of a window on this case: as asked for, else in the case's language."""
        wanted = self._asked_language or log.case.facts.language
        return self._words if wanted == self._words.language else Words(wanted)

    def _outbox(self, case_id: str) -> Outbox:
        """What texts and papers before a meeting are made with."""
        from app.screens.text_to_send import Outbox

        shelf, sender = self._shelf(case_id), self.settings.sender
        return Outbox(shelf, self._vault.folder, sender, self._keep_sender)

    def _keep_sender(self, sender: str) -> None:
        """For every log of this person, from now on. Raises StoreError, BadInputError."""
        from data.settings_saving import save_setting

        self.settings = save_setting(settings_path(os.environ), "sender", sender)

    def _around(self) -> Surroundings:
        from app.screens.surroundings import Surroundings

        return Surroundings(self._structures, self._clock, meeting_zone())
