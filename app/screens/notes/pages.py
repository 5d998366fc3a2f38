"""The keys of the note-taker's desk, at the bottom and in the help."""

from __future__ import annotations

from app.keys import NOTES_KEYS, Key
from app.screens.more import MoreRow
from app.widgets.key_footer import FooterKey
from app.wording.commands import act_words
from app.words import N_, Words

OWN_WORDS = {
    "open": (N_("Open"), N_("Change the line that is marked.")),
    "find": (N_("Find"), N_("Find in everything that is written; Esc shows it all again.")),
    "calendar": (N_("Calendar file"), N_("The meetings to come, for your own calendar.")),
    "undo": (N_("Undo"), N_("Take back what was last written in this window.")),
    "language": (N_("Language"), N_("Nynorsk, bokmål, English.")),
    "help": (N_("Help"), N_("The keys.")),
    "quit": (N_("Quit"), N_("Leave; the meeting goes on in the log.")),
}

Keys = tuple[tuple[FooterKey, ...], FooterKey]


def help_rows(words: Words) -> list[MoreRow]:
    """Every key, with the one that does the same while somebody types."""
    return [help_row(key, words) for key in NOTES_KEYS]


def help_row(key: Key, words: Words) -> MoreRow:
    """A key as the help tells it, with the one for while somebody types where there is one."""
    label, sentence = act_words(key.act, OWN_WORDS, words)
    return MoreRow(key.act, label, sentence, f"{key.label} {key.typing.upper()}".strip())


def footer_keys(words: Words) -> Keys:
    """While nobody types."""
    _ = words
    short = {
        "open": _("open it"),
        "activity-add": _("new"),
        "offer-add": _("offer"),
        "note": _("note"),
        "park": _("afterwards"),
        "find": _("find"),
        "undo": _("undo"),
    }
    labels = {key.act: key.label for key in NOTES_KEYS}
    labels["open"] = "Enter:"
    keys = [FooterKey(labels[act], text, True, act) for act, text in short.items()]
    return (*keys, FooterKey("q", _("quit"), True, "quit")), FooterKey("?", _("help"), True, "help")


def closed_keys(words: Words) -> Keys:
    """In a log that is closed for good: it can be read."""
    keys, last = footer_keys(words)
    return tuple(key for key in keys if key.action in ("find", "quit")), last


def form_keys(words: Words) -> Keys:
    """While somebody types."""
    _ = words
    keys = (
        FooterKey("Enter:", _("save"), True, "submit"),
        FooterKey("Tab", _("next field"), True, "field"),
        FooterKey("Esc", _("close"), True, "leave"),
        FooterKey("F5", _("new"), True, "activity-add"),
        FooterKey("F6", _("offer"), True, "offer-add"),
    )
    return keys, FooterKey("F7", _("note"), True, "note")
