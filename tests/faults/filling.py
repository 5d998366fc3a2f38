"""A disk that fills up: no file may grow beyond a size, or the disk itself is a tiny one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.acts import Act
from tests.faults.audit import possible, verdict
from tests.faults.nursery import Lived, Nursery
from tests.faults.store import Store

SAVE = Act("add", "t-new", "fullt-av-ord-" * 10)


@dataclass
class Filled:
    """What came of it."""

    sizes: int = 0
    refused: int = 0
    wrong: list[str] = field(default_factory=list)
    """Where the old content wasn't whole, the message missing or the repetition in vain."""


def filling(store: Store, folder: Path, *, step: int = 1, act: Act = SAVE, size: int = 5) -> Filled:
    """The same change under each limit of a file's size, from far too small to just enough."""
    whole, work = folder / "whole", folder / "work"
    store.prepare(whole, size)
    before = store.state(whole)
    smallest = 0 if act.kind == "redact" else store.file(whole).stat().st_size - 40
    done = Filled()
    with Nursery() as nursery:
        shutil.copytree(whole, work)
        plain = {"work": "once", "store": store.name, "folder": str(work), "act": act.told()}
        nursery.run(plain)
        largest = store.file(work).stat().st_size + 40
        for most in range(smallest, largest, step):
            shutil.rmtree(work)
            shutil.copytree(whole, work)
            [life] = nursery.run({**plain, "work": "filling", "most": most})
            done.sizes += 1
            _judge(life, f"{most} bytes", done, before)
            found = verdict(store, work, [act.on(before)])
            if found != "whole":
                done.wrong.append(f"{most} bytes: {found} in the end")
    return done


def tiny_disk(store: Store, folder: Path, rounds: int, *, room: int = 24_000) -> Filled | None:
    """Saves on a disk of 1 MB with a little room left, until it is full; None: can't be mounted."""
    done = Filled()
    with Nursery() as nursery:
        for number in range(rounds):
            with _mounted(folder) as disk:
                if disk is None:
                    return None
                _one_disk(nursery, store, disk, number, room=room + 512 * number, done=done)
    return done


def _one_disk(
    nursery: Nursery, store: Store, disk: Path, number: int, *, room: int, done: Filled
) -> None:
    work, junk = disk / "work", disk / "junk"
    store.prepare(work, 3)
    before = store.state(work)
    status = os.statvfs(disk)
    junk.write_bytes(b"x" * max(0, status.f_bavail * status.f_frsize - room))
    job = {"work": "until-full", "store": store.name, "folder": str(work), "junk": str(junk),
           "seed": number}  # fmt: skip
    [life] = nursery.run(job)
    done.sizes += 1
    upto = [line for line in life.lines if not line.startswith("ACK AGAIN")]
    old, *_ = possible(before, upto)
    _judge(life, f"disk {number}", done, old)
    new = possible(before, [line.replace("ACK AGAIN", "ACK") for line in life.lines])
    found = verdict(store, work, new)
    if found != "whole":
        done.wrong.append(f"disk {number}: {found} in the end")


def _judge(life: Lived, place: str, done: Filled, before: dict[str, str]) -> None:
    """A refusal must be foreseen, leave the old content whole, and be made good with room."""
    refused = [line for line in life.lines if line.startswith("REFUSED ")]
    done.refused += bool(refused)
    crashed = [line for line in life.lines if line.startswith(("CRASHED", "ENDED"))]
    if life.signal:
        crashed.append(f"ended by signal {life.signal}")
    done.wrong += [f"{place}: {line}" for line in crashed]
    for line in life.lines:
        if line.startswith("STATE ") and json.loads(line[6:]) != before:
            done.wrong.append(f"{place}: the old content isn't whole")
    if refused and "ACK AGAIN" not in life.lines:
        done.wrong.append(f"{place}: the repetition failed")


@contextmanager
def _mounted(folder: Path) -> Iterator[Path | None]:
    """A disk of 1 MB in memory; None where this person may not mount one."""
    folder.mkdir(parents=True, exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m,mode=0700", "tmpfs", str(folder)]
    try:
        may = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except OSError:
        may = False
    try:
        yield folder if may else None
    finally:
        if may:
            subprocess.run(["umount", str(folder)], capture_output=True, check=True)
