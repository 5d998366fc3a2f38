"""The log as pictures, for the staff: activities over time, and how long the parts took."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult, RenderResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from app.papers.paper import TimeBars, Timeline
from app.papers.timeline import pictures
from app.screens.timeline.drawn import picture_lines
from app.widgets.plain import harmless

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


class TimelinePage(ModalScreen[None]):
    """Scrolls; Esc goes back."""

    CSS_PATH = Path(__file__).with_name("page.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,m", "close", show=False),
        Binding("down", "roll(1)", show=False),
        Binding("up", "roll(-1)", show=False),
        Binding("pagedown,space", "roll(10)", show=False),
        Binding("pageup", "roll(-10)", show=False),
    ]

    def __init__(self, asked: Asked) -> None:
        """Of this log, in these words."""
        super().__init__()
        self._asked = asked

    def compose(self) -> ComposeResult:
        """Title, pictures, the way out."""
        _ = self._asked.words
        blocks = pictures(self._asked)
        with Vertical(id="timeline"):
            yield Static(Content(_("The log over time")), id="timeline-title", markup=False)
            with VerticalScroll(id="timeline-pictures", can_focus=False):
                if blocks:
                    yield Pictures(blocks, _.language)
                else:
                    yield Static(Content(_("Nothing is agreed yet")), markup=False)
            yield Static(Content(_("Esc: back")), id="timeline-foot", markup=False)

    def action_roll(self, rows: int) -> None:
        """Move the pictures."""
        self.query_one("#timeline-pictures").scroll_relative(y=rows, animate=False)

    def action_close(self) -> None:
        """Back."""
        self.dismiss(None)
