"""The viddevakt's banner: kind words, large, across the screen.

It has no timer: who shows it decides when it goes, by the injected clock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from app.widgets.plain import one_line, wrap_words

if TYPE_CHECKING:
    from textual.app import RenderResult

_MEASURE: Final = 60
"""Cells in a line before it is broken; a line across 200 columns is not read in one look."""


def spaced(text: str) -> str:
    """`text` with air between the letters, three cells between the words."""
    return "   ".join(" ".join(word) for word in one_line(text).split())


def banner_lines(text: str, width: int, height: int) -> list[str]:
    """`text` as large as fits: its letters spaced out on one or two lines, else as it is."""
    room = max(1, width - 4)
    for part in range(1, 3):
        lines = [spaced(line) for line in _split(text, part)]
        if len(lines) * 2 - 1 <= height and all(cell_len(line) <= room for line in lines):
            return lines
    lines = wrap_words(text, min(room, _MEASURE))
    return lines if len(lines) <= height else wrap_words(text, max(1, width))[:height]


def _split(text: str, parts: int) -> list[str]:
    """`text` in at most two lines of about the same length, after a colon if it has one."""
    line = one_line(text)
    if parts == 1:
        return [line]
    head, colon, tail = line.partition(": ")
    if colon and tail:
        return [f"{head}:", tail]
    return wrap_words(line, max(1, cell_len(line) // 2 + 6))


class Banner(Widget):
    """Text on a light ground over the full width; as high as its caller's style sheet says."""

    DEFAULT_CSS = """
    Banner {
        width: 1fr;
        height: 7;
        content-align: center middle;
        text-align: center;
        text-style: bold;
        background: $banner;
        color: $banner-text;
    }
    """
    ALLOW_SELECT = False

    text: reactive[str] = reactive("")
    """What the banner says, in the user's language; shown literally."""

    def __init__(
        self,
        text: str = "",
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        """Show `text`."""
        super().__init__(id=id, classes=classes)
        self.set_reactive(Banner.text, text)

    def render(self) -> RenderResult:
        """The words, with an empty line between where there is room."""
        width, height = self.content_size
        lines = banner_lines(self.text, width, height)
        return Content(("\n\n" if len(lines) * 2 - 1 <= height else "\n").join(lines))
