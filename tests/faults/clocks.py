"""Clocks that jump, stand still and begin anew under a leader's real window.

What is true is known here: the monotonic clock of this process, and what was moved on purpose.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Self

from data.caselog import CaseLog
from data.structures import shipped
from data.vault import Vault
from phases.clock import Stamp
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
        log.do(ParticipantAdd(label="Vakt", role="service", duties=("guard",)))
        log.do(ConsentAdd(by="Mor", covers="log", given=now.date()))
        log.do(MeetingPlan())
        log.do(Start())
        self._began_s = time.monotonic()

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
            self._window.child.close(force=True)
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
        # What stands there now may be drawn in this very moment.
        shown_off_s = min(self._shown_off_s() for _ in range(3))
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


def stays_open(folder: Path) -> Told:
    """Steps of an hour both ways, ten minutes' and eight hours' sleep, under one window."""
    told = Told("a window that stays open")
    with Watched(folder, told) as watched:
        watched.begin()
        watched.open()
        watched.check("at first")
        for step_s in (3600.0, -7200.0, 3600.0):
            watched.clock.step(step_s)
            watched.quiet()
            watched.check(f"after a step of {step_s:+.0f} s")
            watched.act()
        for minutes, answer in ((10, OUT), (480, COUNTS)):
            watched.clock.suspend(minutes * 60.0)
            watched.passed(minutes * 60.0)
            watched.asked(answer, minutes)
            watched.quiet()
            watched.check(f"after {minutes} minutes' sleep")
        return watched.over()


def another_boot(folder: Path) -> Told:
    """The machine is off for three minutes in the middle of the part, and comes back."""
    told = Told("another boot")
    with Watched(folder, told) as watched:
        watched.begin()
        watched.open()
        watched.check("at first")
        watched.kill()
        watched.clock.boot_again(180.0)
        watched.passed(180.0)
        watched.open()
        watched.asked(COUNTS, 3)
        watched.quiet()
        watched.check("after the boot")
        return watched.over()


def another_zone(folder: Path) -> Told:
    """The machine's time zone is another one when the window is opened again."""
    told = Told("a time zone changed between runs")
    with Watched(folder, told) as watched:
        watched.begin()
        watched.open()
        watched.check("at first")
        ends = watched.ends()
        watched.kill()
        watched.open("America/New_York")
        watched.quiet()
        watched.check("in New York")
        told.expect(watched.ends() == ends, "the meeting ends at another time")
        return watched.over()


def daylight_saving(folder: Path, night: datetime, ends: str) -> Told:
    """A part runs over the hour at which the clocks of Oslo are moved."""
    told = Told(f"daylight saving, {night:%Y-%m-%d}")
    with Watched(folder, told) as watched:
        watched.clock.set(night)
        watched.begin()
        watched.open()
        watched.check("before")
        before = watched.clock.stamp()
        while watched.clock.stamp().utc.hour == night.hour:
            watched.window.read()
        watched.quiet()
        watched.check("after")
        told.expect(_same_hour(before, night), "the window came up too late to see the change")
        told.expect(watched.ends() == ends, f"ends {watched.ends()} and not {ends}")
        return watched.over()


def without_an_awake_clock(folder: Path) -> Told:
    """As on macOS and Windows: UTC alone. A sleep is right; a step forwards looks like one."""
    told = Told("no clock that runs through sleep")
    with Watched(folder, told, boots=False) as watched:
        watched.begin()
        watched.open()
        watched.check("at first")
        watched.clock.suspend(600.0)
        watched.passed(600.0)
        watched.asked(OUT, 10)
        watched.quiet()
        watched.check("after ten minutes' sleep")
        watched.clock.step(3600.0)
        watched.passed(3600.0)
        watched.asked(OUT, 60)
        watched.check("after a step forwards, taken out")
        return watched.over()


AUTUMN: Final = datetime(2026, 10, 25, 0, 59, 52, tzinfo=UTC)
SPRING: Final = datetime(2027, 3, 28, 0, 59, 52, tzinfo=UTC)
"""Eight seconds before: a window needs some of them to come up."""


@dataclass(frozen=True)
class Story:
    """What is lived through, and how often somebody is to be asked."""

    live: Callable[[Path], Told]
    questions: int = 0
    jumps: tuple[float, ...] = ()
    """Seconds that the log is to note, once each."""

    def tell(self, folder: Path) -> Told:
        """Live it, and hold the questions and the notes against what is wanted."""
        told = self.live(folder)
        asked, noted = told.questions, [round(jump) for jump in told.jumps]
        told.expect(asked == self.questions, f"asked {asked} times")
        told.expect(noted == [round(jump) for jump in self.jumps], f"jumps noted: {noted}")
        return told


STORIES: Final[dict[str, Story]] = {
    "stays-open": Story(stays_open, 2, (3600.0, -7200.0, 3600.0)),
    "another-boot": Story(another_boot, 1),
    "another-zone": Story(another_zone),
    "autumn": Story(lambda folder: daylight_saving(folder, AUTUMN, "02.35")),
    "spring": Story(lambda folder: daylight_saving(folder, SPRING, "03.35")),
    "utc-alone": Story(without_an_awake_clock, 2),
}


def _same_hour(stamp: Stamp, night: datetime) -> bool:
    return stamp.utc.hour == night.hour
