"""A page over the screen of a meeting: the keys that can't wait work through it."""

from __future__ import annotations

from typing import ClassVar, Protocol, runtime_checkable

from textual.binding import Binding, BindingType
from textual.screen import ScreenResultType

from app.screens.box import Box


@runtime_checkable
class ActsAtOnce(Protocol):
    """A screen beneath that pauses, hides or signs without asking anything."""

    def at_once(self, act: str) -> None:
        """Do this act now."""


class Page(Box[ScreenResultType]):
    """Pause, the viddevakt's sign and hiding can't wait until a list is answered (design §8)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "beneath('pause')", show=False, priority=True),
        Binding("f4", "beneath('guard')", show=False, priority=True),
        Binding("f8", "beneath('hide')", show=False, priority=True),
        Binding("f9", "beneath('step-out')", show=False, priority=True),
    ]

    def action_beneath(self, act: str) -> None:
        """Hand it to the nearest screen beneath that knows such acts; others have none."""
        for screen in reversed(self.app.screen_stack):
            if isinstance(screen, ActsAtOnce):
                screen.at_once(act)
                return
