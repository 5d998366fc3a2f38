"""The keys of `after`, at the bottom and in the help."""

from __future__ import annotations

from app.keys import AFTER_KEYS
from app.screens.more import MoreRow
from app.widgets.key_footer import FooterKey
from app.words import N_, Words

HELP = {
    "open": (N_("Open"), N_("Do what is on the marked row.")),
    "word": (N_("Word file"), N_("Make the minutes as a Word file, beside the log.")),
    "copy": (
        N_("Copy"),
        N_(
            "Copy the minutes for the archive system; the clipboard is emptied after half a minute."
        ),
    ),
    "papers": (N_("Papers"), N_("Every paper in every format, with a look at it first.")),
    "timeline": (
        N_("The log over time"),
        N_("Who did what from when to when, the meetings, and how long the parts took."),
    ),
    "calendar": (N_("Calendar file"), N_("The meetings to come, for your own calendar.")),
    "language": (N_("Language"), N_("Nynorsk, bokmål, English.")),
    "help": (N_("Help"), N_("The keys.")),
    "quit": (N_("Quit"), N_("Back; everything is saved.")),
}

Keys = tuple[tuple[FooterKey, ...], FooterKey]


def help_rows(words: Words) -> list[MoreRow]:
    """Every key, and what it does."""
    return [
        MoreRow(k.act, words(HELP[k.act][0]), words(HELP[k.act][1]), k.label) for k in AFTER_KEYS
    ]


def footer_keys(words: Words) -> Keys:
    """While nobody types."""
    _ = words
    keys = (
        FooterKey("Enter:", _("open it"), True, "open"),
        FooterKey("w", _("Word file"), True, "word"),
        FooterKey("c", _("copy"), True, "copy"),
        FooterKey("p", _("papers"), True, "papers"),
        FooterKey("Esc", _("back"), True, "quit"),
        FooterKey("m", _("over time"), True, "timeline"),
        FooterKey("k", _("calendar file"), True, "calendar"),
    )
    return keys, FooterKey("?", _("help"), True, "help")


def form_keys(words: Words) -> Keys:
    """While somebody types."""
    _ = words
    keys = (
        FooterKey("Enter:", _("save"), True, "submit"),
        FooterKey("Tab", _("next field"), True, "field"),
    )
    return keys, FooterKey("Esc", _("close"), True, "leave")
