"""What stands on the screen while everything is hidden: hills, water, and one sentence.

It must say nothing about why. So it is the same picture each time, it doesn't move, and it is
neither a warning nor empty (an empty screen looks like a fault, and people start to fix it).
"""

from __future__ import annotations

from math import sin
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from app.widgets.plain import wrap_words

if TYPE_CHECKING:
    from textual.app import RenderResult

_EIGHTHS: Final = " ▁▂▃▄▅▆▇█"
_SENTENCE_WIDTH: Final = 56
"""A longer line is hard to find back from across a room."""

Cell = tuple[str, str]
"""A character and its kind: sky, far hill, near hill, near hill before the far one."""


_STYLES: Final = {
    "sky": "",
    "far": "$picture-far",
    "near": "$picture-near",
    "near-far": "$picture-near on $picture-far",
}
"""Variables, not component classes: Textual drops a component's ground inside `Content`."""


def _far_hill(at: float) -> float:
    """Height of the far hills, 0 to 1, at `at` (0 left, 1 right)."""
    return 0.62 + 0.2 * sin(6.1 * at + 0.7) + 0.1 * sin(14.5 * at + 2.0)


def _near_hill(at: float) -> float:
    """Height of the near hills, 0 to 1, at `at` (0 left, 1 right)."""
    return 0.34 + 0.16 * sin(4.3 * at + 3.4) + 0.05 * sin(17.0 * at)


def landscape(width: int, height: int) -> list[list[Cell]]:
    """Two rows of hills over `width` × `height` cells, drawn to an eighth of a row."""
    columns = [x / max(1, width - 1) for x in range(width)]
    far = [round(_far_hill(at) * height * 8) for at in columns]
    near = [round(_near_hill(at) * height * 8) for at in columns]
    rows: list[list[Cell]] = []
    for y in range(height):
        ground = (height - 1 - y) * 8
        rows.append([_cell(far[x] - ground, near[x] - ground) for x in range(width)])
    return rows


def _cell(far: int, near: int) -> Cell:
    """The cell with this many eighths of far and near hill in it (or below it, or beyond it)."""
    if near >= 8:
        return "█", "near"
    if near > 0:
        return _EIGHTHS[near], "near-far" if far >= 8 else "near"
    if far > 0:
        return _EIGHTHS[min(8, far)], "far"
    return " ", "sky"


class QuietPicture(Widget):
    """The picture, over the whole of its room, with one sentence in the sky."""

    DEFAULT_CSS = """
    QuietPicture {
        width: 1fr;
        height: 1fr;
        background: $picture-sky;
        color: $picture-text;
        text-wrap: nowrap;
    }
    """
    ALLOW_SELECT = False

    sentence: reactive[str] = reactive("")
    """One sentence, in the user's language."""

    def __init__(
        self,
        sentence: str = "",
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        """Show `sentence` above the hills."""
        super().__init__(id=id, classes=classes)
        self.set_reactive(QuietPicture.sentence, sentence)

    def render(self) -> RenderResult:
        """The sentence in the upper part, the hills in what is left below."""
        width, height = self.content_size
        words = wrap_words(self.sentence, max(1, min(width - 4, _SENTENCE_WIDTH)))
        if len(words) >= height:
            words = wrap_words(self.sentence, max(1, width))[:height]
        hills = max(0, min(height // 2, height - len(words) - 2))
        sky = height - hills
        above = (sky - len(words)) // 2
        lines = [Content("")] * above
        lines += [self._centred(line, width) for line in words]
        lines += [Content("")] * (sky - above - len(words))
        lines += [_hill_line(row) for row in landscape(width, hills)]
        return Content("\n").join(lines)

    @staticmethod
    def _centred(line: str, width: int) -> Content:
        side = max(0, width - cell_len(line)) // 2
        return Content.assemble(" " * side, (line, "bold"))


def _hill_line(row: list[Cell]) -> Content:
    """One row of the landscape, neighbours of one kind in one span."""
    parts: list[tuple[str, str]] = []
    for char, kind in row:
        style = _STYLES[kind]
        if parts and parts[-1][1] == style:
            parts[-1] = (parts[-1][0] + char, style)
        else:
            parts.append((char, style))
    return Content.assemble(*parts)
