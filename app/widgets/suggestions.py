"""Words already known, offered below a field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from app.widgets.plain import fit

if TYPE_CHECKING:
    from textual.app import RenderResult
    from textual.events import Click

_CHOSEN: Final = "$block-cursor-foreground on $block-cursor-background bold"
"""Variables, not a component class: Textual drops the ground of a component inside `Content`."""
MOST_SHOWN: Final = 5
"""Suggestions shown at most; a sixth is found by typing one letter more."""


class Suggestions(Widget):
    """At most five lines under a field, over whatever is there; above it near the bottom edge.

    Textual's `constrain: inflect` would lay them over the field itself.
    """

    DEFAULT_CSS = """
    Suggestions {
        width: 100%;
        height: auto;
        max-height: 5;
        padding: 0 1;
        overlay: screen;
        text-wrap: nowrap;
        background: $panel;
        color: $foreground;
        display: none;

        &.-open { display: block; }
    }
    """
    ALLOW_SELECT = False

    texts: reactive[tuple[str, ...]] = reactive((), layout=True)
    """What is offered."""
    chosen: reactive[int] = reactive(-1)
    """Which one is marked; -1, none."""

    def __init__(self, field: Widget) -> None:
        """Belonging to `field`."""
        super().__init__()
        self._field = field

    class Clicked(Message):
        """A line was clicked."""

        def __init__(self, at: int) -> None:
            """The line with this number."""
            super().__init__()
            self.at = at

    def watch_texts(self, texts: tuple[str, ...]) -> None:
        """Visible only with something to offer, and where there is room."""
        self.set_class(bool(texts), "-open")
        field = self._field.region
        above = field.bottom + len(texts) > self.screen.size.height
        # Two lines more than the list: the field, and its label, which must stay readable.
        self.styles.offset = (0, -len(texts) - 2 if above and field.y > len(texts) else 0)

    def render(self) -> RenderResult:
        """The lines, the marked one with an arrow."""
        width = self.content_size.width
        lines = [
            Content.styled(fit(f"› {text}", width), _CHOSEN)
            if at == self.chosen
            else Content(fit(f"  {text}", width))
            for at, text in enumerate(self.texts)
        ]
        return Content("\n").join(lines)

    def on_click(self, event: Click) -> None:
        """Tell which line."""
        at = event.get_content_offset(self)
        if at is not None and 0 <= at.y < len(self.texts):
            event.stop()
            self.post_message(self.Clicked(at.y))
