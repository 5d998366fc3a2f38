"""The help of the preparing."""

from __future__ import annotations

from app.screens.prepare.lines import MARKS
from app.words import Words


def help_paragraphs(words: Words) -> tuple[tuple[str, str], ...]:
    """What the signs mean, and the keys."""
    _ = words
    return (
        (MARKS["done"], _("done")),
        (MARKS["open"], _("left to do; it may wait, but nobody has done it yet")),
        (MARKS["late"], _("late")),
        (MARKS["known"], _("only to know")),
        ("Enter", _("Does what the line is about, or opens the set-up where that is.")),
        ("e", _("People, consents, place, time and minutes.")),
        ("p", _("The agenda on one page, for when the machine fails: clock times, who speaks, what "
                "to say and what to tick.")),
        ("u", _("Undoes the last thing done here.")),
        ("", _("Nothing is sent from here. You send it yourself, and note that it is sent.")),
        ("", duty_to_report(_)),
    )  # fmt: skip


def duty_to_report(words: Words) -> str:
    """The one place of this reminder: before a meeting, and never in one (design §8)."""
    return words(
        "The duty to report: everybody who works with children has a personal duty to report "
        "serious concern to the child welfare service. It applies whatever is agreed in the "
        "meeting, and the program neither asks about it nor notes it. If it comes up, you can "
        "take a small pause."
    )


def duty_in_short(words: Words) -> str:
    """The same on one line, where there is no room for all of it; the help has the rest."""
    return words("The duty to report applies whatever the meeting agrees on – {key}: more", key="?")
