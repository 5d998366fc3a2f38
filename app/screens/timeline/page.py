"""The log as pictures, for the staff: activities over time, and how long the parts took."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult, RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from app.harmless import harmless
from app.papers.paper import TimeBars, Timeline
from app.papers.timeline import pictures
from app.screens.scrolled_page import ScrolledPage
from app.screens.timeline.drawn import picture_lines

if TYPE_CHECKING:
    from app.papers.asking import Asked


class Pictures(Widget):
    """Drawn anew for each width."""

    DEFAULT_CSS = "Pictures { width: 1fr; height: auto; text-wrap: nowrap; }"
    ALLOW_SELECT = False

    def __init__(self, blocks: tuple[Timeline | TimeBars, ...], language: str) -> None:
        """One under the other."""
        super().__init__()
        self._blocks, self._language = blocks, language

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as they take."""
        del container, viewport
        return len(self._lines(width))

    def render(self) -> RenderResult:
        """Whole cells, nothing of it markup."""
        return Content("\n".join(harmless(line) for line in self._lines(self.content_size.width)))

    def _lines(self, width: int) -> list[str]:
        return picture_lines(self._blocks, self._language, width)


class TimelinePage(ScrolledPage):
    """Scrolls as a paper does; Esc or its own key goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("m", "close", show=False)]

    def __init__(self, asked: Asked) -> None:
        """Of this log, in these words."""
        _ = asked.words
        super().__init__(_("The log over time"), foot=_("Esc: back"))
        self._asked = asked

    def body(self) -> ComposeResult:
        """The pictures, or that there is nothing to draw."""
        _, blocks = self._asked.words, pictures(self._asked)
        if blocks:
            yield Pictures(blocks, _.language)
        else:
            yield Static(Content(_("Nothing is agreed yet")), markup=False)
