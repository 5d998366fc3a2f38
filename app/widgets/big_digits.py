"""The large time: our own half-block digits, scaled to the window.

Textual's `Digits` are three thin rows and cannot grow, which nobody reads across a room.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.app import RenderResult

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
def _draw(text: str, scale: int) -> tuple[str, ...]:
    """`text` at `scale` as rows of half blocks, all of one width."""
    pixels: list[str] = []
    for row in range(PIXEL_ROWS):
        line = (" " * scale).join(
            "".join(dot * scale for dot in GLYPHS[char][row]) for char in text
        )
        pixels.extend([line] * scale)
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
    return list(_draw(text, scale))


class BigDigits(Widget):
    """The time left, as large as its room allows. Repaints only when `text` changes."""

    DEFAULT_CSS = """
    BigDigits {
        width: 1fr;
        height: 1fr;
        content-align: center middle;
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

    text: reactive[str] = reactive("")
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

    def render(self) -> RenderResult:
        """The digits as plain content, never as markup."""
        width, height = self.content_size
        return Content("\n".join(render_digits(self.text, width, height, self._template)))
