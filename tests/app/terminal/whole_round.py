"""From home and round again, in a real terminal: plan, prepare, lead, minutes, filed, next date.

Each step is a key in the one window, but for what is agreed in the meeting: that is written from a
second one, as a note-taker does.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from data.caselog import CaseLog
from data.clock import SystemClock
from data.structures import shipped
from data.vault import Vault
from phases.commands.clock import BreakOff, Start
from phases.commands.closing import FamilyLeft, NextMeetingCommand
from phases.commands.consents import ConsentAdd
from phases.commands.log import ActivityAdd
from phases.commands.participants import ParticipantAdd
from phases.commands.planning import MeetingPlan
from tests.app.screens.stage import Stage, do
from tests.app.terminal.tmux import Tmux
from tests.app.terminal.walking import Walk

LOG = "BTI-1"
APART_S = 0.9
"""Seconds between two presses of one key (design §4.6)."""


@dataclass
class Round:
    """How it went."""

    keys: dict[str, int] = field(default_factory=dict)
    """Step -> keys pressed in it."""
    seconds: dict[str, float] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    """The papers that lie in the vault."""


def vault_before(folder: Path) -> Vault:
    """A log whose first meeting was three weeks ago; the next one was agreed for today."""
    stage = Stage(folder)
    stage.clock.utc = datetime.now(UTC) - timedelta(weeks=3)
    log = stage.case(
        LOG,
        ParticipantAdd(label="Rektor", role="head", duties=("leader", "summariser")),
        ParticipantAdd(label="Kontaktlærar", role="teacher", duties=("writer", "relay-holder")),
        ParticipantAdd(label="Mor", role="guardian"),
        ParticipantAdd(label="Helsesjukepleiar", role="service", service="skulehelsetenesta"),
        ConsentAdd(by="Mor", covers="log"),
        ConsentAdd(by="Mor", covers="skulehelsetenesta"),
        MeetingPlan(at=stage.clock.utc, place="Møterom 2", structure="bti-basic"),
    )
    do(log, Start(), ActivityAdd(title="Leksehjelp tysdag", owner="Kontaktlærar"))
    do(log, NextMeetingCommand(on=date.today(), at="12:00"), BreakOff(), FamilyLeft())
    return stage.vault


class WholeRound:
    """One window from home on."""

    def __init__(self, folder: Path) -> None:
        self.vault = vault_before(folder)
        self.window = Tmux(folder, vault=self.vault.folder)
        self.told = Round()
        self._step, self._began = "", time.monotonic()

    def log(self) -> CaseLog:
        """The log as it stands."""
        return self.vault.open(LOG, SystemClock(), shipped())

    def walk(self) -> Round:
        """All of it."""
        try:
            self._plan()
            self._prepare()
            self._lead()
            self._minutes()
            self._next()
        finally:
            self.window.end()
        self._begin("")
        self.told.files = sorted(path.name for path in self.vault.papers(LOG).iterdir())
        return self.told

    def _begin(self, step: str) -> None:
        now = time.monotonic()
        if self._step:
            self.told.seconds[self._step] = now - self._began
        self._step, self._began = step, now

    def _press(self, key: str, seen: str) -> str:
        """A key, and what it has to lead to."""
        self.told.keys[self._step] = self.told.keys.get(self._step, 0) + 1
        self.window.press(key)
        return self.window.until(lambda text: seen in text)

    def _plan(self) -> None:
        self._begin("plan")
        self.window.until(lambda text: "n ny" in text)
        self._press("n", "Neste møte i kva logg?")
        self._press("Enter", f"Nytt møte · {LOG}")
        self._press("F2", f"Førebu møtet · {LOG}")
        self.window.until(lambda text: "Viddevakt" in text)

    def _prepare(self) -> None:
        """Who shall come is cleared with the guardians (S2-2a)."""
        self._begin("prepare")
        self._press("Home", "Førebu møtet")
        for _ in range(3):  # when, kind, purpose
            self._press("Down", "Førebu møtet")
        self._press("Enter", "avklart med dei føresette")
        self._press("Escape", "d fristar")

    def _lead(self) -> None:
        """By Enter, from the start to the close, until the family has left."""
        self._begin("lead")
        self._press("Enter", "Velkomen")
        walk = Walk(self.log(), self.window)
        told = walk.to_the_end()
        self.told.keys["lead"] += len(told.entered) + len(told.opened)
        time.sleep(APART_S)
        self._press("Enter", "Er familien gått?")
        self._press("1", "Word-fil")

    def _minutes(self) -> None:
        """A Word file, then final, and filed."""
        self._begin("minutes")
        self._press("f", "Etter møtet")
        self._press("w", "Laga: ")
        for _ in range(3):  # the sheet for the family, their word, the evaluation
            self._press("Down", "Referat")
        self._press("Enter", "○ Gjennomlese")
        self._press("3", "● Gjennomlese")
        self._press("4", "● Ferdig")
        self._press("Escape", "✓ ferdig")
        for _ in range(2):  # who gets them, where they stand
            self._press("Down", "Referat")
        time.sleep(APART_S)
        self._press("Enter", "Kvar står referatet?")
        self._press("1", "☑")
        self._press("Escape", "✓ arkivert")

    def _next(self) -> None:
        """The date that was agreed is planned, with the same people."""
        self._begin("next")
        self._press("Down", "Neste møte")
        time.sleep(APART_S)
        self._press("Enter", f"Nytt møte · {LOG}")
        self._press("F2", f"Førebu møtet · {LOG}")
