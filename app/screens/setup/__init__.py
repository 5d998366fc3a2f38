"""Setting a case up: everything on one screen, by keyboard or mouse."""

from app.screens.setup.screen import SetupScreen

__all__ = ["SetupScreen"]
