"""Copying for a while: what stands in a clipboard is read by every other program (T21).

The terminal is asked by OSC 52, the one way that works over a network too; it answers nothing, so
nobody can know whether it was taken. Asked for empty text, it empties its clipboard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from textual.message import Message

if TYPE_CHECKING:
    from textual.app import App
    from textual.timer import Timer

    from app.words import Words

KEPT_S: Final = 30.0
"""How long a copied text stays; KeePassXC takes 10, too few to change to an archive
system and find the place there (real seconds)."""


def copied_words(words: Words) -> str:
    """What is told of it: nobody is to wonder later where it has gone."""
    return words("Copied. The clipboard is emptied in {n} seconds", n=round(KEPT_S))


class Copied(Message):
    """A window wants this text copied; the application does it, for it outlives the window."""

    def __init__(self, text: str) -> None:
        """With the text."""
        super().__init__()
        self.text = text


class Clipboard:
    """What this program has put there, and its going."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._timer: Timer | None = None

    def copy(self, text: str) -> None:
        """Copy it; a text copied before goes by the time of the new one."""
        if self._timer is not None:
            self._timer.stop()
        self._app.copy_to_clipboard(text)
        self._timer = self._app.set_timer(KEPT_S, self.clear)

    def clear(self) -> None:
        """Take it away now; nothing where nothing of ours can be there."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
            self._app.copy_to_clipboard("")
