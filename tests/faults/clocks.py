"""A meeting whose clocks are in our hand, and a leader's real window on it.

What is true is known here: the monotonic clock of this process, and what was moved on purpose.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

from data.caselog import CaseLog
from data.structures import shipped
from data.vault import Vault
from phases.commands.case_facts import CaseNew
from phases.commands.clock import Pause, Resume, Start
from phases.commands.consents import ConsentAdd
from phases.commands.participants import ParticipantAdd
from phases.commands.planning import MeetingPlan
from phases.pace import pace
from tests.app.terminal.terminal import Terminal
from tests.faults.shifted_clock import ShiftedClock
from tests.large_figures import LargeFigures

CASE: Final = "ELEV-A"
PART_S: Final = 300.0
"""The first part of the meeting, planned."""
PATIENCE_S: Final = 30.0
"""How long a window on a busy machine may show an older second before it is wrong."""
RIGHT_S: Final = 1.0
"""How far a remaining time may be from the true one; a shown second may be a whole one older."""
QUESTION: Final = "Ingen var her"
COUNTS, OUT = "1", "2"
"""The two answers, by their keys."""


@dataclass
class Told:
    """What came of one story."""

    name: str
    off_s: float = 0.0
    """The most that a remaining time was wrong, in the log or on the screen."""
    questions: int = 0
    jumps: list[float] = field(default_factory=list)
    """The jumps of the wall clock that the log notes."""
    wrong: list[str] = field(default_factory=list)

    def expect(self, kept: bool, fault: str) -> None:
        """Take down a fault."""
        if not kept:
            self.wrong.append(fault)


class Watched:
    """A meeting of which a window is open, its clocks in our hand; to be used in a `with` block."""

    def __init__(self, folder: Path, told: Told, *, boots: bool = True) -> None:
        self.clock = ShiftedClock(folder / "clock", boots=boots)
        self.told = told
        self._vault = Vault(folder / "vault")
        self._figures = LargeFigures()
        self._window: Terminal | None = None
        self._began_s = 0.0
        self._more_s = 0.0
        """What passed for the meeting beside our own clock: sleep, less what was taken out."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    # -- the meeting

    def begin(self) -> None:
        """People, a plan, and the start of the first part."""
        now = self.clock.stamp().utc
        self._vault.create(CASE, now)
        log = self.log()
        log.do(CaseNew(language="nn"))
        log.do(ParticipantAdd(label="Mor", role="guardian"))
        log.do(ParticipantAdd(label="Rektor", role="head", duties=("leader", "summariser")))
        log.do(ParticipantAdd(label="Vakt", role="other", duties=("guard",)))
        log.do(ConsentAdd(by="Mor", covers="log", given=now.date()))
        log.do(MeetingPlan())
        log.do(Start())
        # Not when `do` came back: a busy disk makes the save longer than what is measured here.
        sitting = log.case.sitting
        assert sitting is not None
        saving = self.clock.stamp().utc - sitting.line.runs[0].started.utc
        self._began_s = time.monotonic() - saving.total_seconds()

    def log(self) -> CaseLog:
        """The case as another process on this machine has it."""
        return self._vault.open(CASE, self.clock, shipped())

    def act(self) -> None:
        """Two acts that change nothing, at which a jump is noted."""
        for command in (Pause(), Resume()):
            self.log().do(command)

    def passed(self, seconds: float) -> None:
        """The meeting is so much older than our own clock says."""
        self._more_s += seconds

    def left_s(self) -> float:
        """What truly remains of the first part."""
        return PART_S - (time.monotonic() - self._began_s) - self._more_s

    # -- the window

    @property
    def window(self) -> Terminal:
        """The one that is open."""
        assert self._window is not None
        return self._window

    def open(self, zone: str = "Europe/Oslo") -> None:
        """Open a leader's window under our clocks."""
        more = {**self.clock.environ, "TZ": zone}
        self._window = Terminal("lead", CASE, vault=self._vault.folder, more=more)

    def kill(self) -> None:
        """SIGKILL, if one is open."""
        if self._window is not None:
            self._window.kill()
            self._window = None

    def leave(self) -> None:
        """Leave it properly: however long the next one takes to come up, nobody was missing."""
        self.window.press("q")
        self.told.expect(self.window.ended() == 0, "left otherwise than with 0")
        self._window = None

    def ends(self) -> str:
        """When the meeting is told to end."""
        text = self.window.until("Ferdig ca.")
        return text.partition("Ferdig ca.")[2].split()[0]

    # -- looking

    def check(self, when: str) -> None:
        """The remaining time in the log and on the screen against the true one; the same part."""
        sitting = self.log().case.sitting
        assert sitting is not None
        at = pace(sitting, self.clock.stamp())
        off_s = abs(at.remaining_s - self.left_s())
        self.told.expect(sitting.line.phase == "welcome", f"{when}: another part")
        self.told.expect(at.used_s >= 0, f"{when}: less than no time used")
        # What stands there now may be drawn in this very moment, or late by a busy machine; what
        # is wrong stays wrong.
        until = time.monotonic() + PATIENCE_S
        shown_off_s = self._shown_off_s()
        while shown_off_s > RIGHT_S and time.monotonic() < until:
            shown_off_s = self._shown_off_s()
        self.told.off_s = max(self.told.off_s, off_s, shown_off_s)
        self.told.expect(off_s <= RIGHT_S, f"{when}: {off_s:.1f} s off in the log")
        self.told.expect(shown_off_s <= RIGHT_S, f"{when}: {shown_off_s:.1f} s off on the screen")

    def _shown_off_s(self) -> float:
        """How far the shown second is from those that are true; 0 within the second."""
        self.window.until(lambda _: self._figures.read(self.window.screen.display) != "")
        for _ in range(5):
            self.window.read()
        shown = self._figures.seconds(self.window.screen.display) or 0
        # Seconds are rounded up: 4.2 s left is 5, 4.2 s over is 4.
        exact_s = self.left_s() if self.left_s() > 0 else -self.left_s() - 1.0
        return max(0.0, abs(shown - exact_s - 0.5) - 0.5)

    def asked(self, answer: str, minutes: int) -> None:
        """Wait for the question about the time away, and answer it."""
        text = self.window.until("Esc: tida tel")
        self.told.questions += 1
        long = f"om lag {minutes} minutt" if minutes < 120 else f"om lag {minutes // 60} timar"
        self.told.expect(long in text, f"asked otherwise: {minutes} min")
        self.window.press(answer)
        self.window.until(lambda text: QUESTION not in text)
        if answer == OUT:
            self.passed(-minutes * 60.0)

    def quiet(self, seconds: float = 1.5) -> None:
        """Nobody is asked anything meanwhile."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.window.read()
            if QUESTION in self.window.text():
                self.told.questions += 1
                self.told.wrong.append("asked where nobody was away")
                return

    def over(self) -> Told:
        """What the log has noted."""
        sitting = self.log().case.sitting
        assert sitting is not None
        self.told.jumps = [e.moved_s for e in sitting.events if e.moved_s is not None]
        kinds = [event.kind for event in sitting.events]
        self.told.expect("next" not in kinds, "a part was skipped")
        return self.told
