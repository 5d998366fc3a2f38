"""The kill loop: SIGKILL at random moments, and a look at what is left after each."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.faults.acts import KINDS
from tests.faults.audit import acknowledged, possible, verdict
from tests.faults.nursery import Nursery
from tests.faults.store import Store

FRESH_EVERY: Final = 25
"""Kills on one store, before it is made anew: redaction reads all of it."""

LONGER: Final = {"redact": 8.0}
"""What rewrites the whole file takes so many times as long as a save: a life that begins with it
may be as much longer, or next to no redaction would come to its end."""

LEAST_KILLS: Final = 300
LEAST_OF_A_KIND: Final = 10
"""From so many kills on, each kind of change must have been acknowledged this often."""


@dataclass
class Killed:
    """What the kills did."""

    kills: int = 0
    acknowledged: int = 0
    verdicts: dict[str, int] = field(default_factory=dict)
    leftovers: int = 0
    """The most files left behind at any one time."""
    locks: int = 0
    """The most empty lock files without a case at any one time."""
    kinds: dict[str, int] = field(default_factory=dict)
    strange: list[str] = field(default_factory=list)
    """Children that ended otherwise than by the kill."""

    @property
    def seldom(self) -> list[str]:
        """Kinds of change that were acknowledged too seldom for so many kills to mean much."""
        least = LEAST_OF_A_KIND if self.kills >= LEAST_KILLS else 0
        return [kind for kind in KINDS if self.kinds.get(kind, 0) < least]

    def count(self, word: str) -> int:
        """How often this was the verdict."""
        return self.verdicts.get(word, 0)


def kill_loop(
    store: Store, folder: Path, kills: int, *, size: int = 20, longest_s: float = 0.06,
    seed: int = 1, portable: bool = False,
) -> Killed:  # fmt: skip
    """So many kills, each within `longest_s` of the child's first act.

    The kinds of change take turns at being the first one, so that none is left to chance.
    """
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
            first = KINDS[number % len(KINDS)]
            job = {"work": "endless", "store": store.name, "folder": str(work),
                   "first": first, "seed": seed * 10_000 + number}  # fmt: skip
            most_s = longest_s * LONGER.get(first, 1.0)
            [life] = nursery.run(job, kill_after_s=chance.uniform(0, most_s))
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
            done.locks = max(done.locks, len(store.locks(work)))
            fresh = found != "whole"
    return done
