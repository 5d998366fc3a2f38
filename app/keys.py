"""Which key does what in which window: one table each, checked by a test for clashes.

No key needs AltGr on a Norwegian keyboard. While somebody types, single letters are text, so the
acts that can't wait have a function key too.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

KeyWindow = Literal["lead", "wall", "notes", "guard", "after"]
"""The windows that have a table."""

REPEAT_S = 0.8
"""A key held or struck twice within this time is one step (design §4.6)."""


class Key(NamedTuple):
    """One act and its keys. An act is a command's name, or something the window does itself."""

    act: str
    keys: tuple[str, ...]
    label: str
    """As people read it on the keyboard; `space` and `Enter` are worded."""
    typing: str = ""
    """The function key that does it while a field has the focus."""


PROCEED: Final = "proceed"
"""Enter: the highlighted next thing."""

LEAD_KEYS: Final[tuple[Key, ...]] = (
    Key(PROCEED, ("enter", "pagedown"), "Enter"),
    Key("next", ("n",), "n", "f2"),
    Key("back", ("b",), "b"),
    Key("pause", ("space",), "space", "f3"),
    Key("minute", ("plus",), "+"),
    Key("minute-less", ("minus",), "-"),
    Key("floor", ("o",), "o"),
    Key("guard", ("v",), "v", "f4"),
    Key("park", ("p",), "p"),
    Key("activity-add", ("a",), "a"),
    Key("activity-edit", ("e",), "e"),
    Key("time", ("t",), "t"),
    Key("replan", ("r",), "r"),
    Key("undo", ("u",), "u"),
    Key("hide", ("s",), "s", "f8"),
    Key("step-out", ("x",), "x", "f9"),
    Key("language", ("l",), "l"),
    Key("remarks", ("d",), "d"),
    Key("word", ("w",), "w"),
    Key("copy", ("c",), "c"),
    Key("after", ("f",), "f"),
    Key("more", ("m",), "m"),
    Key("help", ("question_mark",), "?", "f1"),
    Key("quit", ("q",), "q"),
)

WALL_KEYS: Final[tuple[Key, ...]] = (
    Key("help", ("question_mark",), "?", "f1"),
    Key("quit", ("q",), "q"),
)
"""The wall takes no input: it hangs where a child can reach its keyboard."""

NOTES_KEYS: Final[tuple[Key, ...]] = (
    Key("open", ("enter",), "Enter"),
    Key("activity-add", ("a",), "a", "f5"),
    Key("offer-add", ("o",), "o", "f6"),
    Key("note", ("n",), "n", "f7"),
    Key("goal-add", ("g",), "g"),
    Key("assess", ("h",), "h"),
    Key("park", ("p",), "p"),
    Key("find", ("slash",), "/"),
    Key("calendar", ("k",), "k"),
    Key("undo", ("u",), "u"),
    Key("language", ("l",), "l"),
    Key("help", ("question_mark",), "?", "f1"),
    Key("quit", ("q",), "q"),
)
"""No function key that moves the meeting on `lead` does anything else here: a hand that is used
to the one must not be surprised at the other."""

GUARD_KEYS: Final[tuple[Key, ...]] = (
    Key("guard", ("v",), "v", "f4"),
    Key("guard-kind", ("k",), "k"),
    Key("language", ("l",), "l"),
    Key("help", ("question_mark",), "?", "f1"),
    Key("quit", ("q",), "q"),
)

AFTER_KEYS: Final[tuple[Key, ...]] = (
    Key("open", ("enter",), "Enter"),
    Key("word", ("w",), "w"),
    Key("copy", ("c",), "c"),
    Key("papers", ("p",), "p"),
    Key("timeline", ("m",), "m"),
    Key("calendar", ("k",), "k"),
    Key("language", ("l",), "l"),
    Key("help", ("question_mark",), "?", "f1"),
    Key("quit", ("q",), "q"),
)
"""After the meeting: the same letters as on `lead` once it is over."""

TABLES: Final[Mapping[KeyWindow, tuple[Key, ...]]] = {
    "lead": LEAD_KEYS,
    "wall": WALL_KEYS,
    "notes": NOTES_KEYS,
    "guard": GUARD_KEYS,
    "after": AFTER_KEYS,
}


def key_for(act: str, table: tuple[Key, ...] = LEAD_KEYS) -> Key | None:
    """The key of an act, if it has one."""
    return next((key for key in table if key.act == act), None)


class KeyGate:
    """Drops a held or doubled key. Real seconds, from a clock that is passed in."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._last: dict[str, float] = {}

    def passes(self, key: str) -> bool:
        """Whether this press counts. A repeat keeps the gate shut for as long as it goes on."""
        now = self._now()
        last = self._last.get(key)
        self._last[key] = now
        return last is None or now - last >= REPEAT_S
