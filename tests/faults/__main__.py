"""`python -m tests.faults [--size SHARE]`: all of it on both stores, and docs/reliability.md.

`--size 0.1` does a tenth of it and prints the page instead of writing it. 1 where a promise of
ours wasn't kept; plain TinyDB stands beside for comparison and is judged by nobody.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.acts import ACTS, Act
from tests.faults.clock_stories import STORIES, Story
from tests.faults.filling import filling, tiny_disk
from tests.faults.killing import kill_loop
from tests.faults.long_meeting import WHOLE_S, long_meeting
from tests.faults.nursery import ROOT
from tests.faults.report import Figures, broken, page
from tests.faults.shifted_clock import lacking
from tests.faults.store import Store
from tests.faults.stores import STORES, Journalled
from tests.faults.sweep import sweep
from tests.faults.together import stopped, together


def main() -> int:
    """Progress on stderr."""
    parser = argparse.ArgumentParser(prog="make faults ARGS=…", description=__doc__)
    parser.add_argument("--size", type=float, default=1.0, metavar="SHARE", help="of all of it")
    size: float = parser.parse_args().size
    found = {name: _figures(made(), size) for name, made in STORES.items()}
    ours = found[Journalled.name]
    _timed("the same without what only some systems have", lambda: _elsewhere(ours, size))
    _timed("a writer that stands still", lambda: _stand_still(ours))
    _timed("clocks", lambda: _clocks(ours))
    _timed("a long meeting", lambda: _meet_long(ours, size))
    told = page(found)
    if size < 1:
        print(told)
    else:
        (ROOT / "docs" / "reliability.md").write_text(told, encoding="utf-8", newline="\n")
    wrong = broken(ours)
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


def _figures(store: Store, size: float) -> Figures:
    """The four harnesses on one store."""
    found = Figures()
    kills = max(3, round(300 * size))
    every = max(1, round(1 / size))

    def killing(folder: Path) -> None:
        found.killed = kill_loop(store, folder, kills, size=300)

    def sweeping(folder: Path) -> None:
        found.swept = [sweep(store, folder, act, every=every) for act in ACTS]

    def crowding(folder: Path) -> None:
        found.together = together(store, folder / "store", 3, max(5, round(500 * size)), size=100)

    def filling_up(folder: Path) -> None:
        found.filled = filling(store, folder / "save", step=every)
        redact = Act("redact", "start-2")
        found.rewritten = filling(store, folder / "redact", step=97 * every, act=redact)
        found.disks = tiny_disk(store, folder / "disk", max(2, round(20 * size)))

    works = {
        "kill loop": killing,
        "fault sweep": sweeping,
        "three writers and a reader": crowding,
        "full disk": filling_up,
    }
    for name, work in works.items():
        _timed(f"{store.name}: {name}", partial(_in_folder, work))
    return found


def _elsewhere(found: Figures, size: float) -> None:
    """As Windows and macOS would run it."""

    def work(folder: Path) -> None:
        kills = max(3, round(100 * size))
        found.killed_elsewhere = kill_loop(Journalled(), folder, kills, seed=3, portable=True)
        every = max(1, round(1 / size))
        found.swept_elsewhere = [
            sweep(Journalled(), folder / act.kind, act, every=every, portable=True) for act in ACTS
        ]

    _in_folder(work)


def _stand_still(found: Figures) -> None:
    def work(folder: Path) -> None:
        found.stopped = stopped(folder / "on", killed=False)
        found.stopped_dead = stopped(folder / "dead", killed=True)

    _in_folder(work)


def _clocks(found: Figures) -> None:
    if why := lacking():
        print(f"clocks: {why}", file=sys.stderr)
        return
    for name, story in STORIES.items():

        def work(folder: Path, story: Story = story) -> None:
            found.clocks.append(story.tell(folder))

        _timed(f"clocks: {name}", partial(_in_folder, work))


def _meet_long(found: Figures, size: float) -> None:
    def work(folder: Path) -> None:
        found.long = long_meeting(folder / "vault", max(10.0, WHOLE_S * size))

    _in_folder(work)


def _in_folder(work: Callable[[Path], None]) -> None:
    with TemporaryDirectory(prefix="viddevakt-faults-") as folder:
        work(Path(folder))


def _timed(name: str, work: Callable[[], None]) -> None:
    began = time.monotonic()
    work()
    print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
