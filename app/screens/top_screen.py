"""A screen that goes once: what every window and page here is built on."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.screen import Screen, ScreenResultType


class TopScreen(Screen[ScreenResultType]):
    """Textual's own `dismiss` takes away whatever is on top, whoever asks for it.

    After a double click on an option the second one found the list gone and took the leader's
    window away beneath it, without telling anybody: a black screen that no key could leave.
    """

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Go, with this answer, unless gone already or under another page."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
