"""The time on a real screen, read back from the half blocks or the figures it is drawn with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from app.widgets.big_digits import render_digits, rows_at

SCALES = range(8, 0, -1)


@lru_cache(maxsize=8)
def _glyphs(scale: int) -> dict[str, tuple[str, ...]]:
    return {char: tuple(render_digits(char, 99, rows_at(scale))) for char in "0123456789:"}


class LargeFigures:
    """Finds the time on one screen; it is looked for first where it was found before."""

    def __init__(self) -> None:
        self._place: tuple[int, int, int] | None = None

    def read(self, display: Sequence[str]) -> str:
        """The time as it stands there, like 04:59; empty where no time is drawn large."""
        if self._place is not None and (text := _at(display, *self._place)):
            return text
        for scale in SCALES:
            for y in range(len(display) - rows_at(scale) + 1):
                for x in range(len(display[y])):
                    if text := _at(display, scale, y, x):
                        self._place = scale, y, x
                        return text
        return ""

    def seconds(self, display: Sequence[str]) -> int | None:
        """The same in seconds, else of a time in plain figures, as windows beside show it.

        Whether left or over, only words beside it tell. Times of day have a point in Norwegian.
        """
        text = self.read(display) or "".join(re.findall(r"\b\d{2,}:\d\d\b", "\n".join(display))[:1])
        minutes, colon, rest = text.partition(":")
        return int(minutes) * 60 + int(rest) if colon else None


def _at(display: Sequence[str], scale: int, y: int, x: int) -> str:
    """The text that is drawn from here on."""
    text, glyphs, height = "", _glyphs(scale), rows_at(scale)
    while True:
        for char, rows in glyphs.items():
            width = len(rows[0])
            if all(display[y + n][x : x + width] == rows[n] for n in range(height)):
                text += char
                x += width + scale
                break
        else:
            return text if re.fullmatch(r"\d{2,}:\d\d", text) else ""
