"""What is done to a store, and what must stand in it afterwards."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

State = dict[str, str]
"""Title of an activity -> its comment; `RUNS` -> how often a phase began; `@ID` -> an import."""

RUNS: Final = "#runs"
KINDS: Final = ("add", "edit", "shorten", "delete", "next", "redact", "import", "remove")
"""`delete` takes a record away, `redact` empties it in the log's past too, `remove` deletes a case
that was imported."""
MOST_RECORDS: Final = 40
"""Beyond so many more than there were, what is added is taken away again."""


class Act(NamedTuple):
    """One change."""

    kind: str
    key: str
    value: str = ""

    def on(self, state: Mapping[str, str]) -> State:
        """The state after it."""
        after = dict(state)
        if self.kind in ("delete", "redact", "remove"):
            after.pop(self.key, None)
        elif self.kind == "next":
            after[RUNS] = str(int(after.get(RUNS, "0")) + 1)
        else:
            after[self.key] = self.value
        return after

    def told(self) -> str:
        """As one line's end."""
        return "\t".join(self)


def read_act(told: str) -> Act:
    """An act from what `told` gave."""
    kind, key, value = told.split("\t")
    return Act(kind, key, value)


ACTS: Final = (
    Act("add", "t-new", "noko nytt"),
    Act("next", RUNS),
    Act("delete", "start-1"),
    Act("redact", "start-2"),
    Act("import", "@INEW", "innhald"),
)
"""One of each: a save, a phase change, a deletion by TinyDB, a redaction, a creation."""


class Doer:
    """Chooses one act after another, each possible in the state before."""

    def __init__(self, seed: int, state: State, kinds: Sequence[str] = KINDS) -> None:
        self._random = random.Random(seed)
        self._state = state
        self._kinds = kinds
        self._most = len(state) + MOST_RECORDS
        self._name = f"{seed:08x}"
        self._count = 0

    def choose(self, wanted: str = "") -> Act:
        """The next act, of the kind `wanted` if that can be; the one before is taken to be done."""
        self._count += 1
        records = [key for key in self._state if key[0] not in "#@"]
        kind = wanted or self._random.choice(self._kinds)
        if not records and kind in ("edit", "shorten", "delete", "redact"):
            kind = "add"
        if len(records) > self._most and kind == "add":
            kind = "delete"
        if kind == "remove" and not self._imported():
            kind = "import"
        act = self._made(kind, records)
        self._state = act.on(self._state)
        return act

    def _made(self, kind: str, records: Sequence[str]) -> Act:
        if kind == "add":
            return Act(kind, f"t-{self._name}-{self._count}", self._text(200))
        if kind == "import":
            # A few names in turn would meet an import that stands there already.
            return Act(kind, f"@I{self._name}-{self._count}".upper(), self._text(60))
        if kind == "next":
            return Act(kind, RUNS)
        if kind == "remove":
            return Act(kind, self._random.choice(self._imported()))
        key = self._random.choice(records)
        if kind in ("delete", "redact"):
            return Act(kind, key)
        return Act(kind, key, self._text(300) if kind == "edit" else self._text(5))

    def _imported(self) -> list[str]:
        return [key for key in self._state if key[0] == "@"]

    def _text(self, most: int) -> str:
        return "".join(self._random.choice("abcdefæøå") for _ in range(most))
