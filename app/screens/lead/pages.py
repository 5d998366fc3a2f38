"""What the lead screen's pages list: the lines to read aloud, all acts, all keys."""

from __future__ import annotations

from app.keys import LEAD_KEYS, key_for
from app.screens.lead.footer import key_label
from app.screens.more import MoreRow
from app.wording.commands import act_words, command_words
from app.words import N_, Words
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
        "start", "answered", "pass", "arrive", "leave", "away", "offer-edit",
        "activity-replace", "goal-edit", "goal-end",
        "reason", "family-left", "evaluate",
        "resume", "show", "close", "case-new", "case-set", "participant-add", "participant-edit",
        "participant-remove", "meeting-plan", "meeting-cancel",
        "own-system", "attendance-cleared", "notice", "retention",
    }
)  # fmt: skip
"""Commands that Enter, a list or another screen does; a test holds that none is forgotten."""

OWN_WORDS = {
    "proceed": (N_("What is highlighted"), N_("Do the next thing, or open what must be agreed.")),
    "minute": (N_("A minute more"), N_("Give this part one minute more.")),
    "minute-less": (N_("A minute less"), N_("Take a minute from this part.")),
    "time": (N_("Time left in words"), N_("Say how much time is left.")),
    "step-out": (
        N_("Pause and hide"),
        N_("Stop the clock and show the quiet picture; once more takes both back."),
    ),
    "language": (N_("Language"), N_("Nynorsk, bokmål, English.")),
    "remarks": (N_("Remarks"), N_("What the rules remarked, and why it was passed.")),
    "word": (N_("Word file"), N_("Make the minutes as a Word file, once the meeting is over.")),
    "copy": (
        N_("Copy"),
        N_(
            "Copy the minutes for the archive system; the clipboard is emptied after half a minute."
        ),
    ),
    "after": (N_("After the meeting"), N_("Minutes, papers, filing, and what else is left.")),
    "calendar": (N_("Calendar file"), N_("The meetings to come, for your own calendar.")),
    "windows": (
        N_("Other windows"),
        N_("How to open the wall, the notes and the viddevakt's window."),
    ),
    "more": (N_("More"), N_("Everything that can be done, with search.")),
    "help": (N_("Help"), N_("The keys.")),
    "quit": (N_("Quit"), N_("Leave; the meeting goes on in the log.")),
}


def more_rows(words: Words) -> list[MoreRow]:
    """Every act of this window: the keyed ones, and the commands that have no key."""
    rows = [_row(key.act, words) for key in LEAD_KEYS if key.act not in ("proceed", "more")]
    keyed = {key.act for key in LEAD_KEYS}
    for command in COMMANDS:
        act = SETTLED_BY.get(command.name, command.name)
        if command.name in ELSEWHERE or act in keyed:
            continue
        keyed.add(act)
        label, sentence = command_words(command.name, words)
        rows.append(MoreRow(act, label, sentence))
    return [*rows, _row("calendar", words), _row("windows", words)]


def help_rows(words: Words) -> list[MoreRow]:
    """The keys, and the function keys that work while somebody types."""
    return [_row(key.act, words) for key in LEAD_KEYS]


def _row(act: str, words: Words) -> MoreRow:
    key = key_for(act)
    label, sentence = act_words(act, OWN_WORDS, words)
    shown = key_label(key.label, words) if key else ""
    if key and key.typing:
        shown = f"{shown} {key.typing.upper()}"
    return MoreRow(act, label, sentence, shown)
