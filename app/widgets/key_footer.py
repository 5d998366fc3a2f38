"""The footer: one line of keys, the most important first, help always last.

Textual's own footer leaves watchers behind at each refresh (Textual issue 6666: 320 refreshes,
642 dead watchers), and a meeting lasts for hours. This one is a single widget without children.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from app.widgets.plain import fit, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import RenderResult
    from textual.events import Click

GAP: Final = "   "
CUT: Final = "…"


class FooterKey(NamedTuple):
    """One key in the footer."""

    label: str
    """The key as people read it: "n", "mellomrom", "F2"."""
    text: str
    """What it does, in a word or two."""
    enabled: bool = True
    """Whether it does anything now. If not, it is shown in round brackets."""
    action: str = ""
    """What `KeyFooter.Pressed` carries when the key is clicked."""

    @property
    def shown(self) -> str:
        """The words on screen; brackets, since grey alone says nothing on a weak projector."""
        words = f"{one_line(self.label)} {one_line(self.text)}".strip()
        return words if self.enabled else f"({words})"


class PlacedKey(NamedTuple):
    """A key with the columns it takes, `start` included and `end` not; no key for the "…"."""

    key: FooterKey | None
    start: int
    end: int
    shown: str


def place_keys(keys: Sequence[FooterKey], last: FooterKey | None, width: int) -> list[PlacedKey]:
    """Which keys fit into `width` cells, and where.

    `keys` are in order of importance: what doesn't fit is dropped from the end, "…" says so, and
    `last` (help) always stays, because everything is found from there.
    """
    for count in range(len(keys), -1, -1):
        parts: list[tuple[FooterKey | None, str]] = [(key, key.shown) for key in keys[:count]]
        if count < len(keys):
            parts.append((None, CUT))
        if last is not None:
            parts.append((last, last.shown))
        used = sum(cell_len(shown) for _, shown in parts) + len(GAP) * max(0, len(parts) - 1)
        if used <= width:
            return _placed(parts)
    return [PlacedKey(last, 0, width, fit(last.shown, width))] if last is not None else []


def _placed(parts: Sequence[tuple[FooterKey | None, str]]) -> list[PlacedKey]:
    placed: list[PlacedKey] = []
    start = 0
    for key, shown in parts:
        end = start + cell_len(shown)
        placed.append(PlacedKey(key, start, end, shown))
        start = end + len(GAP)
    return placed


class KeyFooter(Widget):
    """One line of keys at the bottom. A click on one posts `KeyFooter.Pressed`."""

    DEFAULT_CSS = """
    KeyFooter {
        dock: bottom;
        width: 1fr;
        height: 1;
        padding: 0 1;
        text-wrap: nowrap;
        background: $footer-background;
        color: $footer-description-foreground;

        & > .key-footer--label { color: $footer-key-foreground; text-style: bold; }
        & > .key-footer--off { color: $text-muted; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-footer--label", "key-footer--off"}
    ALLOW_SELECT = False

    keys: reactive[tuple[FooterKey, ...]] = reactive(())
    """The keys, the most important first."""
    last: reactive[FooterKey | None] = reactive(None)
    """The key that always stays: help."""

    class Pressed(Message):
        """A key in the footer was clicked."""

        def __init__(self, footer: KeyFooter, action: str) -> None:
            """From `footer`, with the key's `action`."""
            super().__init__()
            self.footer = footer
            self.action = action

        @property
        def control(self) -> KeyFooter:
            """The footer, for `@on` selectors."""
            return self.footer

    def __init__(
        self,
        keys: tuple[FooterKey, ...] = (),
        last: FooterKey | None = None,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        """Show `keys` and, whatever happens, `last`."""
        super().__init__(id=id, classes=classes)
        self.set_reactive(KeyFooter.keys, keys)
        self.set_reactive(KeyFooter.last, last)

    def render(self) -> RenderResult:
        """The line of keys."""
        parts: list[Content | tuple[str, str] | str] = []
        for place in place_keys(self.keys, self.last, self.content_size.width):
            if parts:
                parts.append(GAP)
            if place.key is None or not place.key.enabled:
                parts.append((place.shown, ".key-footer--off"))
                continue
            label = min(len(one_line(place.key.label)), len(place.shown))
            parts.append((place.shown[:label], ".key-footer--label"))
            parts.append(place.shown[label:])
        return Content.assemble(*parts)

    def on_click(self, event: Click) -> None:
        """Find the key under the pointer."""
        at = event.get_content_offset(self)
        if at is None:
            return
        for place in place_keys(self.keys, self.last, self.content_size.width):
            if place.key is not None and place.key.enabled and place.start <= at.x < place.end:
                event.stop()
                self.post_message(self.Pressed(self, place.key.action))
