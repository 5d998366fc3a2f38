"""The compass of a meeting: one word for each stretch of it, "VEIT · ▶ KAN · VIL · GJER"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from textual.content import Content

from app.widgets.plain import one_line

PRESENT: Final = "▶ "
"""Before the present word, as before the present part: it is told without colour too."""


def compass_content(words: Iterable[tuple[str, bool]]) -> Content:
    """The words in order; each comes with whether it is the present one."""
    said = [
        Content.styled(f"{PRESENT}{one_line(word)}", "$now bold")
        if now
        else Content(one_line(word))
        for word, now in words
    ]
    return Content(" · ").join(said)
