"""Short items in a row, broken between two of them and never inside one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from app.harmless import harmless
from app.widgets.plain import wrap_items

MOST: Final = 2
"""Lines that the items may take."""


def fitting(text: str, width: int, more: Callable[[int], str]) -> list[str]:
    """The items in `MOST` lines; where they take more, as many as fit and how many follow."""
    lines = wrap_items(text, width)
    items = text.split("  ")
    left_out = 0
    while len(lines) > MOST and len(items) > 1:
        items.pop()
        left_out += 1
        lines = wrap_items("  ".join((*items, more(left_out))), width)
    return lines


def _unsaid(count: int) -> str:
    """Where nobody has said how."""
    return f"… {count}"


class ItemLine(Widget):
    """Items are parted by two spaces; a no-break space is no help, for Textual breaks at it."""

    more: Callable[[int], str] = staticmethod(_unsaid)
    """How it is said that so many more follow."""

    DEFAULT_CSS = """
    ItemLine { height: auto; }
    """

    text: reactive[str] = reactive("", layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the items need."""
        del container, viewport
        return len(fitting(self.text, width, self.more))

    def render(self) -> RenderResult:
        """The lines."""
        return Content(harmless("\n".join(fitting(self.text, self.content_size.width, self.more))))
