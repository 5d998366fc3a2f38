"""Short items in a row, broken between two of them and never inside one."""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from app.widgets.plain import harmless, wrap_items


class ItemLine(Widget):
    """Items are parted by two spaces; a no-break space is no help, for Textual breaks at it."""

    DEFAULT_CSS = """
    ItemLine { height: auto; }
    """

    text: reactive[str] = reactive("", layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the items need."""
        del container, viewport
        return len(wrap_items(self.text, width))

    def render(self) -> RenderResult:
        """The lines."""
        return Content(harmless("\n".join(wrap_items(self.text, self.content_size.width))))
