"""The kill loop: SIGKILL at random moments, and a look at what is left after each."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.audit import acknowledged, possible, verdict
from tests.faults.nursery import Nursery
from tests.faults.stores import Store

FRESH_EVERY = 25
"""Kills on one store, before it is made anew: redaction reads all of it."""


@dataclass
class Killed:
    """What the kills did."""

    kills: int = 0
    acknowledged: int = 0
    verdicts: dict[str, int] = field(default_factory=dict)
    leftovers: int = 0
    """The most files left behind at any one time."""
    kinds: dict[str, int] = field(default_factory=dict)
    strange: list[str] = field(default_factory=list)
    """Children that ended otherwise than by the kill."""

    def count(self, word: str) -> int:
        """How often this was the verdict."""
        return self.verdicts.get(word, 0)


def kill_loop(
    store: Store, folder: Path, kills: int, *, size: int = 20, longest_s: float = 0.06,
    seed: int = 1, portable: bool = False,
) -> Killed:  # fmt: skip
    """So many kills, each within `longest_s` of the child's first act."""
    done = Killed()
    chance = random.Random(seed)
    whole = folder / "whole"
    store.prepare(whole, size)
    work = folder / "work"
    fresh = True
    with Nursery(portable=portable) as nursery:
        for number in range(kills):
            if fresh or number % FRESH_EVERY == 0:
                shutil.rmtree(work, ignore_errors=True)
                shutil.copytree(whole, work)
            before = store.state(work)
            job = {"work": "endless", "store": store.name, "folder": str(work),
                   "seed": seed * 10_000 + number}  # fmt: skip
            [life] = nursery.run(job, kill_after_s=chance.uniform(0, longest_s))
            if life.signal != 9:
                done.strange.append(" ".join(life.lines[-1:]))
            done.kills += 1
            acts = acknowledged(life.lines)
            done.acknowledged += len(acts)
            for act in acts:
                done.kinds[act.kind] = done.kinds.get(act.kind, 0) + 1
            found = verdict(store, work, possible(before, life.lines))
            done.verdicts[found] = done.verdicts.get(found, 0) + 1
            done.leftovers = max(done.leftovers, len(store.leftovers(work)))
            fresh = found != "whole"
    return done
