"""What the leader's window and the wall draw alike: the clock, and whose turn it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content

from app.widgets.big_digits import BigDigits
from app.widgets.time_bar import TimeBar

if TYPE_CHECKING:
    from typing import Any

    from textual.screen import Screen

    from app.wording.clock import ClockFace

WIDE: Final = 100
"""Columns from which who speaks and who follows fit on one line."""


def draw_clock(screen: Screen[Any], face: ClockFace, before: ClockFace | None) -> None:
    """The figures and the bar; their classes only where `before` had others."""
    digits = screen.query_one(BigDigits)
    digits.text = face.figures
    if before is None or (face.mark, face.calm) != (before.mark, before.calm):
        for mark in ("normal", "soon", "last", "over"):
            digits.set_class(mark == face.mark and not face.calm, f"-{mark}")
        digits.set_class(face.calm, "-calm")
    screen.query_one(TimeBar).show(face.share, face.mark, face.caption, calm=face.calm)


def turn_line(now: str, follows: str, width: int) -> Content:
    """Who speaks and who follows: on one line, or on two where the screen is narrow."""
    between = "   " if width >= WIDE else "\n"
    return Content.assemble((now, "$foreground"), between, (follows, "$text-muted"))
