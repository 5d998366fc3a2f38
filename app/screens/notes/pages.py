"""The keys at the bottom of the note-taker's desk."""

from __future__ import annotations

from app.keys import NOTES_KEYS
from app.widgets.key_footer import FooterKey
from app.words import Words

Keys = tuple[tuple[FooterKey, ...], FooterKey]


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
