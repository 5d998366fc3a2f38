"""The keys that move a cursor through lines, the same in every list."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

UP_AND_DOWN: Final[tuple[BindingType, ...]] = (
    Binding("up", "move(-1)", show=False),
    Binding("down", "move(1)", show=False),
)
"""Whoever takes them has an `action_move(step)`."""
