"""What becomes of a window's table of keys on a screen: its bindings and the rows of its help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

from app.keys import TABLES, key_for

if TYPE_CHECKING:
    from app.keys import KeyWindow
    from app.screens.more import MoreRow
    from app.words import Words


def bindings(window: KeyWindow) -> list[BindingType]:
    """Every key of the window; the function keys work while somebody types."""
    found: list[BindingType] = []
    for key in TABLES[window]:
        found.append(Binding(",".join(key.keys), f"act('{key.act}')", show=False, id=key.act))
        if key.typing:
            found.append(Binding(key.typing, f"act('{key.act}')", show=False, priority=True))
    return found


def key_label(label: str, words: Words) -> str:
    """A key as people read it on the keyboard."""
    return words("space") if label == "space" else label


def help_row(act: str, window: KeyWindow, words: Words) -> MoreRow:
    """One act with its key, and the one that does the same while somebody types."""
    from app.screens.more import MoreRow
    from app.wording.window_acts import act_words

    key = key_for(act, TABLES[window])
    shown = f"{key_label(key.label, words)} {key.typing.upper()}".strip() if key else ""
    return MoreRow(act, *act_words(act, window, words), shown)


def help_rows(window: KeyWindow, words: Words) -> list[MoreRow]:
    """Every key of a window."""
    return [help_row(key.act, window, words) for key in TABLES[window]]
