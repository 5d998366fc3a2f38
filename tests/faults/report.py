"""docs/reliability.md: what the harnesses found, ours beside plain TinyDB."""

from __future__ import annotations

import os
import platform
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version

from tests.faults.clocks import Told
from tests.faults.filling import Filled
from tests.faults.killing import Killed
from tests.faults.long_meeting import Soaked
from tests.faults.plain_store import Plain
from tests.faults.report_windows import broken_windows, window_tables
from tests.faults.stores import Journalled
from tests.faults.sweep import Swept
from tests.faults.together import Stopped, Together

TOP = """# Reliability

What is promised, what was done to break it, and what came of it. Written by `make faults`, which
takes some minutes; `make test` runs a short of each (`tests/faults/`). The same harnesses drive
plain TinyDB (`JSONStorage`, as its manual shows it) with the same records, so that the difference
can be seen. TinyDB never promised any of this: its own manual sends people with several processes
elsewhere. Viddevakt keeps TinyDB as the face for reading and querying, over a journal of its own.

## What is promised

- An id, an `ACK` or a line on the screen is there after a kill at any moment, since it was synced
  first. A change is there whole or not at all.
- Two windows never lose each other's work. Where one stands still in the middle of a save, the
  others wait two seconds, say so (exit 5), and go on reading; a dead one blocks nobody.
- A full disk leaves the old content whole, and the text typed stays to be saved again.
- A changed, cut, dropped, doubled or swapped line is noticed and named (exit 6), never read as
  something else; the file stays as it is. `viddevakt check` names all of it, `check --repair CASE
  -o FILE` saves what is good.
- It isn't promised that a disk which says "synced" and lies keeps anything, nor that locks on
  another machine's disk hold: a vault there is warned of. A power cut was not tried; that a change
  is acknowledged only after file and folder are synced is checked in the order of the calls.
"""

HOW = """
## How

**Kill loop.** A process does one change after another, chosen at random: add, edit, shorten,
delete, next phase, redact, import, and remove another case. Each kind takes its turn at being the
first, and in 300 kills must have been acknowledged ten times at least. The process is killed
(SIGKILL) at a random moment; what is left must be all that it acknowledged, with or without the
change it was at. `damaged` can't be read any more; `lost` lacks something acknowledged; `changed`
holds something that was never asked for.

**Fault sweep.** All file-system calls of a change are counted; then each is made to fail in each
way that fits it: kill before, kill after, half a write then kill, ENOSPC, EIO, half a write then
ENOSPC, EIO from there on until the change is refused. Afterwards the store must stand as before or
as after the change, and, where the process lived on, the same change must go through at the second
try and be there once.

**Three writers and a reader.** Processes of their own, as fast as they can.

**Full disk.** The change is tried with every limit of a file's size around what it needs
(RLIMIT_FSIZE), then again with room; and on a disk of 1 MB that fills up.

**Without what only some systems have.** The first two again with `O_NOFOLLOW`, `O_CLOEXEC`,
`O_NONBLOCK`, `fchmod`, `statvfs`, `pread` and `pwrite` removed from Python before it starts. That
is not Windows: how its locks and renames behave was not tried here.

**Clocks.** A leader's window runs over a small library that stands before libc (`LD_PRELOAD`) and
moves its wall clock and its clock that runs through sleep, while it runs; the start of the machine
gets another name for another boot. What is true is known from this side's monotonic clock. The time
left is looked up in the log and read off the window's own screen. A real sleep of a real laptop was
not tried. macOS and Windows have no such clock here: a sleep is right there, but when somebody sets
the clock forward, that looks like a sleep and is asked about as one; set back, the part has begun
anew.

**A long meeting.** Four hours at sixty times the speed, each window in a terminal of its own, with
an act every second and a half. In a pause the time stands still and every screen must show the same
second. Memory is all that is resident, from the first picture to the end. Most of what comes in the
first quarter is code that is loaded at need and what lies about until Python looks for dead circles
of objects; in the second half a window grows by the log, and by less than 1 MB an hour in all.

**Damage.** `tests/faults/test_damage.py` cuts a log at 200 places, flips one bit at 1,000, swaps,
drops and doubles its lines, and puts nonsense with right digests into it.
"""


@dataclass
class Figures:
    """Of one store; what wasn't run is None."""

    killed: Killed | None = None
    swept: list[Swept] = field(default_factory=list)
    together: Together | None = None
    filled: Filled | None = None
    rewritten: Filled | None = None
    disks: Filled | None = None
    killed_elsewhere: Killed | None = None
    swept_elsewhere: list[Swept] = field(default_factory=list)
    stopped: Stopped | None = None
    stopped_dead: Stopped | None = None
    clocks: list[Told] = field(default_factory=list)
    long: Soaked | None = None


Row = tuple[str, str, str]


def page(found: Mapping[str, Figures]) -> str:
    """The whole page."""
    ours, plain = found[Journalled.name], found[Plain.name]
    parts = [
        TOP,
        f"\n## What came of it\n\n{_machine()}\n",
        _table("Killed at random moments", _kill_rows(ours.killed, plain.killed)),
        _table("Every file-system call failing once", _sweep_rows(ours.swept, plain.swept)),
        _table("Three writers and a reader", _together_rows(ours.together, plain.together)),
        _table("A full disk", _full_rows(ours, plain)),
        _table("Without what only some systems have", _elsewhere_rows(ours)),
        _table("A writer that stands still with the lock", _stopped_rows(ours)),
        window_tables(ours.clocks, ours.long),
        HOW,
    ]
    return "".join(parts)


def _machine() -> str:
    """On what; and how busy it was, for the figures in seconds hang on that."""
    told = f"{platform.system()}, Python {platform.python_version()}, TinyDB {version('tinydb')}."
    busy = f"{os.cpu_count()} processor cores, at the end with {os.getloadavg()[0]:.0f} processes"
    return (
        f"{told}\n{busy} at work\n"
        "on them: with more of these than cores, whatever is told in seconds is longer."
    )


def broken(ours: Figures) -> list[str]:
    """Which promises weren't kept, with the first cases of each."""
    wrong: list[str] = []
    for killed in (ours.killed, ours.killed_elsewhere):
        left = max(killed.leftovers, killed.locks) if killed else 0
        if killed and (killed.strange or left > 1 or killed.count("whole") < killed.kills):
            wrong.append(f"kill loop: {killed.verdicts}, {left} left, {killed.strange[:3]}")
        if killed and killed.seldom:
            wrong.append(f"kill loop: acknowledged too seldom: {', '.join(killed.seldom)}")
    for swept in (*ours.swept, *ours.swept_elsewhere):
        faults = [*swept.damaged, *swept.crashed, *swept.unsynced]
        wrong += [f"sweep of {swept.act}: {fault}" for fault in faults[:3]]
    crowd = ours.together
    if crowd and (crowd.lost or crowd.doubles or crowd.torn or crowd.unreadable or crowd.ended):
        wrong.append(f"writers: {crowd}")
    for filled in (ours.filled, ours.rewritten, ours.disks):
        wrong += [f"full disk: {fault}" for fault in (filled.wrong[:3] if filled else ())]
    for met in (ours.stopped, ours.stopped_dead):
        if met and (met.exit_code, met.read_code, met.after_code) != (5, 0, 0):
            wrong.append(f"stopped writer: {met}")
    return wrong + broken_windows(ours.clocks, ours.long)


def _table(title: str, rows: Sequence[Row]) -> str:
    lines = [f"\n### {title}\n", "| | Viddevakt | plain TinyDB |", "| --- | --- | --- |"]
    lines += [f"| {name} | {ours} | {plain} |" for name, ours, plain in rows]
    return "\n".join(lines) + "\n"


def _kill_rows(ours: Killed | None, plain: Killed | None) -> list[Row]:
    def cells(killed: Killed | None) -> list[str]:
        if killed is None:
            return ["–"] * 8
        kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(killed.kinds.items()))
        counts = [killed.count(word) for word in ("damaged", "lost", "changed")]
        return [
            str(n)
            for n in (
                killed.kills,
                killed.acknowledged,
                kinds,
                *counts,
                killed.leftovers,
                killed.locks,
            )
        ]

    names = (
        "kills",
        "changes acknowledged before them",
        "of each kind",
        "damaged",
        "lost",
        "changed",
        "files left behind at any one time, at most",
        "empty lock files without a case at any one time, at most",
    )
    return list(zip(names, cells(ours), cells(plain), strict=True))


def _sweep_rows(ours: Sequence[Swept], plain: Sequence[Swept]) -> list[Row]:
    others = {swept.act: swept for swept in plain}
    rows: list[Row] = []
    for swept in ours:
        rows.append((swept.act, _swept(swept), _swept(others.get(swept.act))))
    rows.append(("synced before it is acknowledged", _order(ours), _order(plain)))
    return rows


def _swept(swept: Swept | None) -> str:
    if swept is None:
        return "–"
    kinds = Counter(fault.rpartition(": ")[2] for fault in swept.damaged)
    told = ", ".join(f"{count} {kind}" for kind, count in kinds.items()) or "0 wrong"
    if swept.crashed:
        told += f", {len(swept.crashed)} unforeseen errors"
    if swept.stuck:
        told += f", {swept.stuck} windows read-only until tried again"
    return f"{swept.calls} calls, {swept.points} points: {told}"


def _order(all_swept: Sequence[Swept]) -> str:
    late = sorted({fault.partition(":")[0] for swept in all_swept for fault in swept.unsynced})
    return f"no: {', '.join(late)} afterwards" if late else "yes"


def _together_rows(ours: Together | None, plain: Together | None) -> list[Row]:
    def cells(crowd: Together | None) -> list[str]:
        if crowd is None:
            return ["–"] * 6
        lost = f"{crowd.lost}, the file can't be read" if crowd.unreadable else str(crowd.lost)
        return [str(crowd.wanted), str(crowd.acknowledged), lost, str(crowd.doubles),
                str(len(crowd.ended)), f"{crowd.torn} of {crowd.reads + crowd.torn}"]  # fmt: skip

    names = ("changes wanted", "acknowledged", "of these lost", "doubled",
             "writers that broke down", "reads that failed")  # fmt: skip
    return list(zip(names, cells(ours), cells(plain), strict=True))


def _full_rows(ours: Figures, plain: Figures) -> list[Row]:
    names = ("a save, one limit after another", "a redaction (TinyDB: a removal)",
             "a disk of 1 MB that fills up")  # fmt: skip
    return [
        (name, _filled(mine), _filled(other))
        for name, mine, other in zip(
            names,
            (ours.filled, ours.rewritten, ours.disks),
            (plain.filled, plain.rewritten, plain.disks),
            strict=True,
        )
    ]


def _filled(filled: Filled | None) -> str:
    if filled is None:
        return "not run: no disk could be mounted"
    bad = len({fault.partition(":")[0] for fault in filled.wrong})
    return f"{filled.sizes} tried, {filled.refused} refused, {bad} with something wrong"


def _elsewhere_rows(ours: Figures) -> list[Row]:
    killed, rows = ours.killed_elsewhere, []
    if killed is not None:
        rows.append(("kills", f"{killed.kills}, {killed.kills - killed.count('whole')} wrong", "–"))
    return rows + [(swept.act, _swept(swept), "–") for swept in ours.swept_elsewhere]


def _stopped_rows(ours: Figures) -> list[Row]:
    rows: list[Row] = []
    for name, met in (("goes on", ours.stopped), ("is killed", ours.stopped_dead)):
        if met is None:
            continue
        told = (
            f"another save: exit {met.exit_code} after {met.waited_s:.1f} s, start-up included; "
            f"reading: exit {met.read_code}; the save afterwards: exit {met.after_code}"
        )
        rows.append((f"then it {name}", told, "– (no lock)"))
    return rows
