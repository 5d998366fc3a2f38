"""The keys at the bottom of `after`."""

from __future__ import annotations

from app.widgets.key_footer import FooterKey
from app.words import Words

Keys = tuple[tuple[FooterKey, ...], FooterKey]


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
