"""A capital letter where a text of ours begins a line."""

from __future__ import annotations


def capital(text: str) -> str:
    """The text with a capital first letter; `str.capitalize` would make the rest small: "Bup"."""
    return text[:1].upper() + text[1:]
