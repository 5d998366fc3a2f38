"""The line of keys at the bottom of a page, where a footer of its own would be too much."""

from __future__ import annotations


def keys_line(*keys: tuple[str, str]) -> str:
    """Each key with what it does, in the footer's way: "Enter open   Esc back"."""
    return "   ".join(f"{key} {text}" for key, text in keys)
