"""What a planned meeting still needs, and what is done already: a list with one key a line."""

from __future__ import annotations

from app.screens.prepare.screen import PrepareScreen

__all__ = ["PrepareScreen"]
