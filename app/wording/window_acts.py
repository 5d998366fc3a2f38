"""What the keys of a window do, in words: a command's, or the window's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from app.wording.commands import command_words
from app.words import N_

if TYPE_CHECKING:
    from app.keys import KeyWindow
    from app.wording.said import Pair
    from app.words import Words

SHARED: Final[Mapping[str, Pair]] = {
    "calendar": (N_("Calendar file"), N_("The meetings to come, for your own calendar.")),
    "copy": (
        N_("Copy"),
        N_(
            "Copy the minutes for the archive system; the clipboard is emptied after half a minute."
        ),
    ),
    "help": (N_("Help"), N_("The keys.")),
    "language": (N_("Language"), N_("Nynorsk, bokmål, English.")),
    "quit": (N_("Quit"), N_("Leave; the meeting goes on in the log.")),
}
"""Act -> label and help, the same in every window that has it."""

OWN: Final[Mapping[KeyWindow, Mapping[str, Pair]]] = {
    "lead": {
        "proceed": (
            N_("What is highlighted"),
            N_("Do the next thing, or open what must be agreed."),
        ),
        "floor": (N_("Whose turn"), N_("Let somebody speak; note who comes late or has to leave.")),
        "replan": (N_("Catch up"), N_("One of four ways; before the start, each part's minutes.")),
        "minute": (N_("A minute more"), N_("Give this part one minute more.")),
        "minute-less": (N_("A minute less"), N_("Take a minute from this part.")),
        "time": (N_("Time left in words"), N_("Say how much time is left.")),
        "step-out": (
            N_("Pause and hide"),
            N_("Stop the clock and show the quiet picture; once more takes both back."),
        ),
        "remarks": (N_("Remarks"), N_("What the rules remarked, and why it was passed.")),
        "word": (N_("Word file"), N_("Make the minutes as a Word file, once the meeting is over.")),
        "after": (N_("After the meeting"), N_("Minutes, papers, filing, and what else is left.")),
        "windows": (
            N_("Other windows"),
            N_("How to open the wall, the notes and the viddevakt's window."),
        ),
        "more": (N_("More"), N_("Everything that can be done, with search.")),
    },
    "wall": {"quit": (N_("Quit"), N_("Close the wall; the meeting goes on."))},
    "notes": {
        "open": (N_("Open"), N_("Change the line that is marked.")),
        "find": (N_("Find"), N_("Find in everything that is written; Esc shows it all again.")),
        "undo": (N_("Undo"), N_("Take back what was last written in this window.")),
    },
    "guard": {},
    "after": {
        "open": (N_("Open"), N_("Do what is on the marked row.")),
        "word": (N_("Word file"), N_("Make the minutes as a Word file, beside the log.")),
        "papers": (N_("Papers"), N_("Every paper in every format, with a look at it first.")),
        "timeline": (
            N_("The log over time"),
            N_("Who did what from when to when, the meetings, and how long the parts took."),
        ),
        "quit": (N_("Quit"), N_("Back; everything is saved.")),
    },
}
"""Window -> act -> label and help, where they are the window's own."""


def act_words(act: str, window: KeyWindow, words: Words) -> tuple[str, str]:
    """The label and the help of a key's act."""
    found = OWN[window].get(act) or SHARED.get(act)
    if found is None:
        return command_words(act, words)
    label, sentence = found
    return words(label), words(sentence)
