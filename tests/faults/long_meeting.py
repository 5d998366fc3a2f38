"""A meeting of four hours, run sixty times as fast, in real windows: what grows, what drifts."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pyte

from data.caselog import CaseLog, Done
from data.clock import SystemClock
from data.structures import shipped
from data.vault import Vault
from phases.clock import Stamp
from phases.commands import Command
from phases.commands.case_facts import CaseNew
from phases.commands.clock import Minute, Next, Pause, Resume, Start
from phases.commands.consents import ConsentAdd
from phases.commands.log import ActivityAdd, ActivityEdit
from phases.commands.participants import ParticipantAdd
from phases.commands.planning import MeetingPlan
from phases.commands.talk import Answered
from phases.floor import floor
from phases.pace import pace
from tests.benchmarks.many import collect, draw
from tests.benchmarks.terminal import Terminal
from tests.benchmarks.windows import CASE_WINDOWS, viddevakt
from tests.large_figures import LargeFigures

CASE: Final = "OVING-1"
SPEED: Final = 60.0
MINUTES: Final = (20, 30, 50, 30, 50, 40, 20)
"""Four hours."""
WHOLE_S: Final = 4 * 3600 / SPEED
"""Real seconds that it takes."""
QUARTERS: Final = 4
STILL_S: Final = 0.002
"""Two clocks are read together when no more than this passes meanwhile: 0.12 s of the meeting."""
PATIENCE_S: Final = 60.0
"""How long windows on a busy machine may take to draw what stands still."""
ACT_S: Final = 1.5
"""Somebody does something this often: a hundred and sixty acts."""


class Watch:
    """The machine's clock, and beside each stamp what the monotonic clock said."""

    def __init__(self) -> None:
        self._clock = SystemClock()
        self.at_s: dict[str, float] = {}

    def stamp(self) -> Stamp:
        """Now; taken anew when this process was made to stand still between the two clocks."""
        began_s = ended_s = 0.0
        while not 0 < ended_s - began_s < STILL_S:
            began_s = time.monotonic()
            stamp = self._clock.stamp()
            ended_s = time.monotonic()
        self.at_s[_name(stamp)] = began_s
        return stamp

    def between_s(self, first: Stamp, last: Stamp) -> float:
        """Real seconds between two of its stamps."""
        return self.at_s[_name(last)] - self.at_s[_name(first)]


@dataclass
class Soaked:
    """What came of it."""

    meeting_s: float = 0.0
    acts: int = 0
    phases: int = 0
    """How many parts the meeting came through."""
    drift_s: float = 0.0
    """Seconds of the meeting that used and paused time together were off at the end."""
    compared: int = 0
    """How often the time on a screen was read while it stood still."""
    shown_off_s: float = 0.0
    """The most that it was then off, in any window."""
    grown: dict[str, float] = field(default_factory=dict)
    """By window, MB more than when it was first drawn."""
    curve: dict[str, list[float]] = field(default_factory=dict)
    """The same after each quarter: what is loaded at need comes early, and a leak never ends."""
    log_bytes: int = 0
    wrong: list[str] = field(default_factory=list)


def long_meeting(
    folder: Path, seconds: float = WHOLE_S, windows: Sequence[str] = CASE_WINDOWS
) -> Soaked:
    """So many real seconds of it."""
    done = Soaked()
    vault, watch = Vault(folder), Watch()
    log = _prepare(vault, watch)
    with ExitStack() as stack:
        open_ = {
            name: stack.enter_context(
                Terminal(viddevakt("--vault", str(folder), name, CASE), (120, 40))
            )
            for name in windows
        }
        for terminal in open_.values():
            terminal.until(_begun, PATIENCE_S)
            collect([terminal], 1.0)
        first = {name: _memory_mb(terminal.pid) for name, terminal in open_.items()}
        for _ in range(QUARTERS):
            _run(done, log, watch, open_, seconds / QUARTERS)
            for name, terminal in open_.items():
                grown = _memory_mb(terminal.pid) - first[name]
                done.curve.setdefault(name, []).append(grown)
        _compare(done, log, watch, open_)
        done.grown = {name: found[-1] for name, found in done.curve.items()}
    sitting = log.case.sitting
    assert sitting is not None
    now = watch.stamp()
    line = sitting.line.at(now)
    done.meeting_s = sum(run.used_s + run.paused_s for run in line.runs)
    done.drift_s = abs(watch.between_s(line.runs[0].started, now) * SPEED - done.meeting_s)
    done.log_bytes = (folder / f"{CASE}.journal").stat().st_size
    return done


def _run(
    done: Soaked, log: CaseLog, watch: Watch, windows: dict[str, Terminal], seconds: float
) -> None:
    """Acts at their pace; twice a comparison, and on to the next part."""
    every_s = max(ACT_S, seconds * QUARTERS / (len(MINUTES) + 2))
    terminals, acts, came_to = list(windows.values()), _acts(log), done.phases
    until = time.monotonic() + seconds
    next_part = time.monotonic() + every_s
    while time.monotonic() < until:
        began = time.monotonic()
        log.refresh()
        done.acts += isinstance(log.do(*next(acts), reason="Øving"), Done)
        if time.monotonic() >= next_part:
            next_part += every_s
            _compare(done, log, watch, windows)
            done.phases += _onward(log)
        draw(collect(terminals, max(0.05, min(until, began + ACT_S) - time.monotonic())))
    if done.phases == came_to:
        # A busy machine needs all of a short quarter for the first act.
        _compare(done, log, watch, windows)
        done.phases += _onward(log)


def _compare(done: Soaked, log: CaseLog, watch: Watch, windows: dict[str, Terminal]) -> None:
    """In a pause the time stands still, so that each window must show the same second."""
    assert isinstance(log.do(Pause()), Done)
    sitting = log.case.sitting
    assert sitting is not None
    if not floor(log.case, sitting).calm:
        shown_s = abs(pace(sitting, watch.stamp()).shown_s)
        for name, off_s in _off_s(shown_s, windows).items():
            if off_s is None:
                done.wrong.append(f"{name} shows no time")
                continue
            done.compared += 1
            done.shown_off_s = max(done.shown_off_s, off_s)
    assert isinstance(log.do(Resume()), Done)


def _off_s(shown_s: float, windows: dict[str, Terminal]) -> dict[str, float | None]:
    """How far each window is from this time, which stands still; None where it shows none.

    A busy machine needs more than a second for four windows; one that is wrong never comes right.
    """
    until = time.monotonic() + PATIENCE_S
    while True:
        draw(collect(list(windows.values()), 1.0))
        off_s: dict[str, float | None] = {}
        for name, terminal in windows.items():
            found = LargeFigures().seconds(terminal.screen.display)
            off_s[name] = None if found is None else abs(found - shown_s)
        if time.monotonic() > until or (not any(off_s.values()) and None not in off_s.values()):
            return off_s


def _onward(log: CaseLog) -> bool:
    """To the next part, after the turns that are left in this one."""
    for _ in range(20):
        sitting = log.case.sitting
        assert sitting is not None
        if not sitting.to_come:
            return False
        if isinstance(log.do(Next(sitting.line.phase), reason="Øving"), Done):
            return True
        log.do(Answered())
    return False


def _acts(log: CaseLog) -> Iterator[Sequence[Command]]:
    """What people do all the time: lines in the log, made longer and changed, a minute more."""
    number, today = 0, SystemClock().stamp().utc.date()
    while True:
        number += 1
        title = f"Avtale {number}: leksehjelp etter skuletid og roleg start på dagen"
        yield [ActivityAdd(title=title, owner="Rektor", due=today)]
        for round_ in range(6):
            [*_, newest] = log.case.activities.values()
            text = f"{round_}. gong: " + "dette vart sagt om det " * (round_ + 1)
            yield [ActivityEdit(id=newest.id, field="comment", value=text)]
        yield [Minute(1)]
        yield [Minute(-1)]


def _prepare(vault: Vault, watch: Watch) -> CaseLog:
    """People, consent, a plan of four hours, and the start at speed."""
    now = watch.stamp().utc
    vault.create(CASE, now)
    log = vault.open(CASE, watch, shipped())
    for command in (
        CaseNew(language="nn", rehearsal=True),
        ParticipantAdd(label="Mor", role="guardian"),
        ParticipantAdd(label="Rektor", role="head", duties=("leader", "relay-holder")),
        ParticipantAdd(label="Vakt", role="other", duties=("guard",)),
        ParticipantAdd(label="PPT-rådgjevar", role="service", service="PPT"),
        ConsentAdd(by="Mor", covers="log", given=now.date()),
        ConsentAdd(by="Mor", covers="PPT", given=now.date()),
        MeetingPlan(minutes=MINUTES),
        Start(speed=SPEED),
    ):
        found = log.do(command)
        assert isinstance(found, Done), found
    return log


def _begun(screen: pyte.Screen) -> bool:
    """Whether the window stands, with the first part in it."""
    return any("Velkomen" in line for line in screen.display)


def _name(stamp: Stamp) -> str:
    """A stamp as the log tells it apart."""
    return stamp.utc.isoformat(timespec="milliseconds")


def _memory_mb(pid: int) -> float:
    """What of a process is in memory, shared pages and all; 0 where only Linux would tell."""
    if sys.platform != "linux":
        return 0.0
    told = Path(f"/proc/{pid}/status").read_text("ascii")
    return int(told.partition("VmRSS:")[2].split()[0]) / 1024
