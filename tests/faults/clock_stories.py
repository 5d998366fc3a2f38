"""Clocks that jump, stand still and begin anew under a leader's real window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from phases.clock import Stamp
from tests.faults.clocks import COUNTS, OUT, Told, Watched


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
        watched.leave()
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


AUTUMN: Final = datetime(2026, 10, 25, 0, 59, 35, tzinfo=UTC)
SPRING: Final = datetime(2027, 3, 28, 0, 59, 35, tzinfo=UTC)
"""Twenty-five seconds before: on a busy machine a window needs many of them to come up."""


@dataclass(frozen=True)
class Story:
    """What is lived through, and how often somebody is to be asked."""

    name: str
    live: Callable[[Path], Told]
    questions: int = 0
    jumps: tuple[float, ...] = ()
    """Seconds that the log is to note, once each."""

    def tell(self, folder: Path) -> Told:
        """Live it, and hold the questions and the notes against what is wanted.

        A screen that never came to what was waited for is one fault more, and no end of the run.
        """
        try:
            told = self.live(folder)
        except AssertionError as error:
            return Told(self.name, wrong=[str(error).partition("\n")[0]])
        asked, noted = told.questions, [round(jump) for jump in told.jumps]
        told.expect(asked == self.questions, f"asked {asked} times")
        told.expect(noted == [round(jump) for jump in self.jumps], f"jumps noted: {noted}")
        return told


STORIES: Final[dict[str, Story]] = {
    story.name: story
    for story in (
        Story("stays-open", stays_open, 2, (3600.0, -7200.0, 3600.0)),
        Story("another-boot", another_boot, 1),
        Story("another-zone", another_zone),
        Story("autumn", lambda folder: daylight_saving(folder, AUTUMN, "02.45")),
        Story("spring", lambda folder: daylight_saving(folder, SPRING, "03.45")),
        Story("utc-alone", without_an_awake_clock, 2),
    )
}


def _same_hour(stamp: Stamp, night: datetime) -> bool:
    return stamp.utc.hour == night.hour
