"""Setting a case up: everything on one screen, by keyboard or mouse."""
