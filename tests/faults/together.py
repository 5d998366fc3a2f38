"""Several writers and a reader at one store, and a writer that stops in the middle of a save."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.faults.acts import Act
from tests.faults.audit import acknowledged
from tests.faults.nursery import ROOT, Nursery
from tests.faults.store import CASE, Store, UnreadableError
from tests.faults.stores import Journalled

STOPPER: Final = """
import json, sys
from tests.faults.injector import Injector
injector = Injector()
injector.install()
from tests.faults.jobs import once
once(json.loads(sys.argv[1]), lambda line: print(line, flush=True), injector)
"""


@dataclass
class Together:
    """What came of it."""

    wanted: int = 0
    acknowledged: int = 0
    lost: int = 0
    """Acknowledged and not there."""
    doubles: int = 0
    torn: int = 0
    """Reads beside the writers that failed."""
    reads: int = 0
    unreadable: bool = False
    """At the end."""
    busy: int = 0
    """How often a writer was told that another one was saving for too long."""
    ended: list[str] = field(default_factory=list)
    """Writers that died of something unforeseen."""


def together(store: Store, folder: Path, writers: int, count: int, *, size: int = 5) -> Together:
    """So many writers, each so many changes, with a reader beside."""
    store.prepare(folder, size)
    shared = {"store": store.name, "folder": str(folder)}
    jobs = [{**shared, "work": "writer", "seed": n, "count": count} for n in range(writers)]
    with Nursery() as nursery:
        *lives, watching = nursery.run(*jobs, {**shared, "work": "reader"})
    acts = [act for life in lives for act in acknowledged(life.lines)]
    done = Together(
        wanted=writers * count,
        acknowledged=len(acts),
        torn=sum(line.startswith("TORN") for line in watching.lines),
        reads=sum(line.startswith("READ ") for line in watching.lines),
        busy=sum(line.startswith("BUSY") for life in lives for line in life.lines),
        ended=[line for life in lives for line in life.lines if line.startswith("ENDED")],
    )
    try:
        state = store.state(folder)
    except UnreadableError:
        done.unreadable, done.lost = True, len(acts)
        return done
    done.lost = sum(state.get(act.key) != act.value for act in acts)
    done.doubles = store.doubles(folder)
    return done


@dataclass
class Stopped:
    """What others met while a writer stood still with the lock in its hand."""

    exit_code: int = 0
    told: str = ""
    waited_s: float = 0.0
    start_s: float = 0.0
    """What a command takes that waits for nothing: the start of the program."""
    read_code: int = 0
    """Of a command that only reads, meanwhile."""
    after_code: int = 0
    """Of the same save once the writer went on, or was dead."""
    holder: str = ""
    """The last word of the writer that was stopped."""


def stopped(folder: Path, *, killed: bool) -> Stopped:
    """A writer is stopped before its sync; then it goes on, or is killed where it stands."""
    Journalled().prepare(folder, 2)
    options = {"store": Journalled.name, "folder": str(folder), "fault": "stop",
               "act": Act("add", "t-held", "halden").told(), "at": _sync_call(folder)}  # fmt: skip
    holder = _start(options)
    try:
        os.waitpid(holder.pid, os.WUNTRACED)
        began = time.monotonic()
        met = _program(folder, "activity", "add", CASE, "--title", "Anna", "--owner", "Rektor")
        waited_s = time.monotonic() - began
        began = time.monotonic()
        read = _program(folder, "status", CASE)
        start_s = time.monotonic() - began
        holder.send_signal(signal.SIGKILL if killed else signal.SIGCONT)
        said = holder.communicate(timeout=30)[0]
    finally:
        holder.kill()
        holder.wait()
    after = _program(folder, "activity", "add", CASE, "--title", "Anna", "--owner", "Rektor")
    return Stopped(
        exit_code=met.returncode,
        told=met.stderr.strip(),
        waited_s=waited_s,
        start_s=start_s,
        read_code=read.returncode,
        after_code=after.returncode,
        holder=(["nothing"] + [w for w in said.splitlines() if not w.startswith("CALLS")])[-1],
    )


def _sync_call(folder: Path) -> int:
    """Which call of such a save is its sync, found on another record."""
    import json

    job = {"work": "once", "store": Journalled.name, "folder": str(folder),
           "act": Act("add", "t-before", "x").told()}  # fmt: skip
    with Nursery() as nursery:
        [life] = nursery.run(job)
    calls = json.loads(next(line for line in life.lines if line.startswith("CALLS "))[6:])
    return next(at for at, (name, *_) in enumerate(calls) if name == "fsync")


def _start(options: dict[str, object]) -> subprocess.Popen[str]:
    import json

    argv = [sys.executable, "-c", STOPPER, json.dumps(options)]
    return subprocess.Popen(argv, cwd=ROOT, env=_environ(), stdout=subprocess.PIPE, text=True)


def _program(folder: Path, *argv: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app", "--lang", "en", "--vault", str(folder), *argv],
        cwd=ROOT, env=_environ(), capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def _environ() -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("COV")}
    return {**kept, "VIDDEVAKT_SETTINGS": str(ROOT / "no-settings.toml"), "PYTHONPATH": str(ROOT)}
