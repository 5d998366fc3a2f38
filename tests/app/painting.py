"""Painting a window once for all that has happened, when nothing is under way any more.

Where nobody looks, Textual paints all the same, up to sixty times a second, and throws it away: a
third of the time of these tests. What comes and goes within one key nobody sees in a terminal
either; whatever stands when a window has come to rest is painted, so that none may fail at it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from textual._compositor import Compositor

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.screen import Screen

_paint = Compositor.render_update


class Waiting:
    """What is still to be painted: of each screen the parts that changed."""

    def __init__(self) -> None:
        self._parts: dict[Compositor, tuple[set[Region], list[Screen[Any]] | None]] = {}

    def note(self, compositor: Compositor, full: bool, stack: list[Screen[Any]] | None) -> None:
        """Keep in mind what would be painted now."""
        parts, _ = self._parts.get(compositor, (set(), None))
        parts |= {compositor.size.region} if full else compositor._dirty_regions
        self._parts[compositor] = (parts, stack)
        compositor._dirty_regions.clear()

    def paint(self) -> bool:
        """Paint it, on the screens that are still there; False if there was nothing."""
        wanted = bool(self._parts)
        while self._parts:
            compositor, (parts, stack) = self._parts.popitem()
            screen = compositor.root
            if screen is not None and screen.is_running and screen.is_attached:
                compositor._dirty_regions |= parts
                _paint(compositor, screen_stack=stack)
        return wanted


@contextmanager
def painted_at_rest() -> Iterator[Waiting]:
    """Every window is painted by `Waiting.paint` alone meanwhile."""
    waiting = Waiting()

    def update(
        self: Compositor,
        full: bool = False,
        screen_stack: list[Screen[Any]] | None = None,
        simplify: bool = False,
    ) -> Any:
        """In place of the compositor's own; a picture that is asked for is made at once."""
        if simplify:
            return _paint(self, full, screen_stack, simplify)
        return waiting.note(self, full, screen_stack)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Compositor, "render_update", update)
        yield waiting
