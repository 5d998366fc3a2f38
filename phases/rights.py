"""Who may do what: the one table of windows and commands (design §3)."""

from __future__ import annotations

from typing import Literal

Window = Literal["lead", "notes", "guard", "wall"]

Duty = Literal["clock", "talk", "guard", "log", "agree", "prepare", "evaluate"]
"""What a command touches; each command names one."""

RIGHTS: dict[Window, frozenset[Duty]] = {
    "lead": frozenset({"clock", "talk", "guard", "log", "agree", "prepare", "evaluate"}),
    "notes": frozenset({"log", "agree"}),
    "guard": frozenset({"guard"}),
    "wall": frozenset(),
}
"""The command line has the rights of `lead`; the wall writes nothing.

Leader and note-taker write the log while the meeting goes on (S0-10, S2-8).
"""


def may(window: Window, duty: Duty) -> bool:
    """Whether a command of this duty may come from this window."""
    return duty in RIGHTS[window]
