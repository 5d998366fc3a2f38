"""The large time: our own half-block digits, scaled to the window.

Textual's `Digits` are three thin rows and cannot grow, which nobody reads across a room.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

PIXEL_ROWS: Final = 5
"""The height of every glyph before scaling."""

GLYPHS: Final[dict[str, tuple[str, ...]]] = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
    "-": ("  ", "  ", "##", "  ", "  "),
    " ": ("  ", "  ", "  ", "  ", "  "),
}
"""What can be drawn large: digits, colon, hyphen and space. A pixel is half a cell high."""


def _pixel_width(text: str) -> int:
    """Width of `text` in unscaled pixels, one pixel between two glyphs."""
    return sum(len(GLYPHS[char][0]) for char in text) + max(0, len(text) - 1)


def rows_at(scale: int) -> int:
    """How many screen rows the digits take at `scale` (two pixels a row, rounded up)."""
    return (PIXEL_ROWS * scale + 1) // 2


def scale_for(text: str, width: int, height: int) -> int:
    """The largest whole scale at which `text` fits `width` × `height` cells; 0 if none does."""
    if not text or any(char not in GLYPHS for char in text):
        return 0
    scale = width // _pixel_width(text)
    while scale and rows_at(scale) > height:
        scale -= 1
    return scale


@lru_cache(maxsize=64)
def _glyph(char: str, scale: int) -> tuple[str, ...]:
    """One glyph at `scale` as rows of half blocks, all of one width."""
    pixels = ["".join(dot * scale for dot in row) for row in GLYPHS[char] for _ in range(scale)]
    if len(pixels) % 2:
        pixels.append(" " * len(pixels[0]))
    blocks = {(" ", " "): " ", ("#", " "): "▀", (" ", "#"): "▄", ("#", "#"): "█"}
    return tuple(
        "".join(blocks[pair] for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(pixels[::2], pixels[1::2], strict=True)
    )


def render_digits(text: str, width: int, height: int, template: str = "") -> list[str]:
    """`text` as rows of half blocks, as large as fits `width` × `height` cells.

    `template` is a second text that must fit at the same scale: with "00:00" the digits don't
    grow when 10:00 becomes 9:59. A text with other characters, or too little room, gives one
    plain row, so the time is readable in a window one row high. Never raises.
    """
    if width <= 0 or height <= 0:
        return []
    scales = [scale_for(each, width, height) for each in (text, template) if each]
    scale = min(scales, default=0)
    if not scale:
        return [text[:width]]
    glyphs = [_glyph(char, scale) for char in text]
    return [(" " * scale).join(row) for row in zip(*glyphs, strict=True)]


def changed_spans(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int, int]]:
    """Where two times drawn alike differ: row, first column and number of columns of each row."""
    spans = []
    for y, (old, new) in enumerate(zip(before, after, strict=True)):
        if old != new:
            columns = [x for x, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
            spans.append((y, columns[0], columns[-1] - columns[0] + 1))
    return spans


class BigDigits(Widget):
    """The time left, as large as its room allows, in the middle of it.

    Only the cells that change are painted: mostly one digit, once a second, for an hour.
    """

    DEFAULT_CSS = """
    BigDigits {
        width: 1fr;
        height: 1fr;
        text-wrap: nowrap;
        color: $foreground;

        &.-normal { color: $time-normal; }
        &.-soon { color: $time-soon; }
        &.-last { color: $time-last; }
        &.-over { color: $time-over; }
        &.-calm { color: $time-normal; }
    }
    """
    ALLOW_SELECT = False

    text: reactive[str] = reactive("", repaint=False)
    """What is shown, for example "04:59"."""

    def __init__(
        self,
        text: str = "",
        *,
        template: str = "",
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        """Show `text`; `template` as in `render_digits`."""
        super().__init__(id=id, classes=classes)
        self._template = template
        self.set_reactive(BigDigits.text, text)

    def watch_text(self, before: str, after: str) -> None:
        """Paint what differs; everything where even the size does."""
        old, new = self._rows(before), self._rows(after)
        if [len(row) for row in old] != [len(row) for row in new]:
            self.refresh()
        elif spans := changed_spans(old, new):
            self.refresh(*(Region(x, y, width, 1) for y, x, width in spans))

    def _rows(self, text: str) -> list[str]:
        """The rows down to the last that isn't empty, with `text` in the middle of the widget."""
        width, height = self.content_size
        rows = render_digits(text, width, height, self._template)
        side = (width - max(map(cell_len, rows), default=0)) // 2
        above = [""] * ((height - len(rows)) // 2)
        return [*above, *(" " * side + row for row in rows)]

    def render_line(self, y: int) -> Strip:
        """One row, made when it is painted: `render` would make and wrap all of them for one."""
        width, rows = self.content_size.width, self._rows(self.text)
        row = rows[y] if y < len(rows) else ""
        segment = Segment(row, self.rich_style)
        return Strip([segment], cell_len(row)).adjust_cell_length(width, self.rich_style)
