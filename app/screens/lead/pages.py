"""What the lead screen lists under `more`: every act, with a key or without one."""

from __future__ import annotations

from app.keys import LEAD_KEYS
from app.screens.key_table import help_row
from app.screens.more import MoreRow
from app.wording.commands import command_words
from app.words import Words
from phases.commands import COMMANDS

SETTLED_BY = {
    "offer-add": "offers",
    "choose": "choice",
    "hand-over": "relay-holder",
    "accept": "relay-holder",
    "decline": "relay-holder",
    "activity-end": "assess",
    "activity-evaluate": "assess",
}
"""Commands that the lead screen does by opening an item."""

ELSEWHERE = frozenset(
    {
        "start", "answered", "pass", "expect", "arrive", "leave", "away", "offer-edit",
        "activity-replace", "goal-edit", "goal-end",
        "reason", "family-left", "evaluate",
        "resume", "show", "close", "case-new", "case-set", "participant-add", "participant-edit",
        "participant-remove", "meeting-plan", "meeting-cancel",
        "own-system", "attendance-cleared", "notice", "retention",
    }
)  # fmt: skip
"""Commands that Enter, a list or another screen does; a test holds that none is forgotten."""


def more_rows(words: Words) -> list[MoreRow]:
    """Every act of this window: the keyed ones, and the commands that have no key."""
    rows = [
        help_row(key.act, "lead", words) for key in LEAD_KEYS if key.act not in ("proceed", "more")
    ]
    keyed = {key.act for key in LEAD_KEYS}
    for command in COMMANDS:
        act = SETTLED_BY.get(command.name, command.name)
        if command.name in ELSEWHERE or act in keyed:
            continue
        keyed.add(act)
        label, sentence = command_words(command.name, words)
        rows.append(MoreRow(act, label, sentence))
    return [*rows, help_row("calendar", "lead", words), help_row("windows", "lead", words)]
