"""The fault sweep: every file-system call of a change, and each way in which it can fail.

The method is SQLite's: fail the first call, the second, and on until the change gets through. What
stands there afterwards is the state before or the one after, never anything between.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.faults.acts import Act, State
from tests.faults.audit import unsynced, verdict
from tests.faults.injector import (
    CHANGES,
    FAULT,
    FAULT_ON,
    HALF_KILL,
    HALF_NO_ROOM,
    KILL_AFTER,
    KILL_BEFORE,
    NO_ROOM,
    WRITES,
)
from tests.faults.nursery import Lived, Nursery
from tests.faults.store import Store

DONE_ALREADY: Final = ("case-exists", "no-such-record")
"""What a repetition is told where the refused try had got through after all."""


@dataclass
class Swept:
    """What was found for one kind of change."""

    act: str
    calls: int = 0
    points: int = 0
    damaged: list[str] = field(default_factory=list)
    """Neither the state before nor the one after; each with its call and fault."""
    crashed: list[str] = field(default_factory=list)
    """Errors that nobody had foreseen."""
    unsynced: list[str] = field(default_factory=list)
    """What wasn't on the disk yet when the change was acknowledged."""
    stuck: int = 0
    """Windows that could only read for a while, because taking back failed too; they said so."""


def sweep(
    store: Store, folder: Path, act: Act, *, size: int = 3, every: int = 1, portable: bool = False
) -> Swept:
    """All points of one change; `every` leaves out all but each so-manieth."""
    whole, work = folder / f"{act.kind}-whole", folder / f"{act.kind}-work"
    store.prepare(whole, size)
    before = store.state(whole)
    done = Swept(act.kind)
    with Nursery(portable=portable) as nursery:

        def live(at: int, fault: str) -> Lived:
            shutil.rmtree(work, ignore_errors=True)
            shutil.copytree(whole, work)
            job = {"work": "once", "store": store.name, "folder": str(work), "act": act.told(),
                   "at": at, "fault": fault}  # fmt: skip
            return nursery.run(job)[0]

        calls = _calls(live(-1, ""))
        done.calls = len(calls)
        done.unsynced = unsynced(calls)
        for number, (at, fault) in enumerate(_points(calls)):
            if number % every:
                continue
            done.points += 1
            life = live(at, fault)
            point = f"{fault} at {at} {calls[at][0]}"
            _judge(store, work, life, before=before, after=act.on(before), done=done, point=point)
    return done


def _calls(life: Lived) -> list[list[str]]:
    [told] = [line for line in life.lines if line.startswith("CALLS ")] or [str(life.lines)]
    found: list[list[str]] = json.loads(told.removeprefix("CALLS "))
    return found


def _points(calls: Sequence[Sequence[str]]) -> Iterator[tuple[int, str]]:
    """Call and fault; what can't happen to a call, or is the same as at the next, is left out."""
    for at, (name, *_) in enumerate(calls):
        yield at, KILL_BEFORE
        yield at, FAULT
        if name in CHANGES:
            yield at, KILL_AFTER
            yield at, NO_ROOM
            yield at, FAULT_ON
        if name in WRITES:
            yield at, HALF_KILL
            yield at, HALF_NO_ROOM


def _judge(
    store: Store, work: Path, life: Lived, *, before: State, after: State, done: Swept, point: str
) -> None:
    """Note what is wrong after one life."""
    crashes = [line for line in life.lines if line.startswith(("CRASHED", "ENDED"))]
    done.crashed += [f"{point}: {line}" for line in crashes]
    refused = [line.split()[-1] for line in life.lines if line.startswith("REFUSED AGAIN")]
    done.stuck += "REFUSED stuck" in life.lines
    through = any(line.startswith("ACK") for line in life.lines)
    if through or (refused and refused[0] in DONE_ALREADY):
        states = [after]
    else:
        states = [before, after]
        if refused:
            done.crashed.append(f"{point}: refused again, {refused[0]}")
    found = verdict(store, work, states)
    if found == "whole" and store.doubles(work):
        found = "doubled"
    if found != "whole":
        done.damaged.append(f"{point}: {found}")
