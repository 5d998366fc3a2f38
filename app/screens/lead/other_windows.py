"""How the other windows of this case are opened in another terminal, ready to copy."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from app.screens.choice_option import Option
from app.words import N_, Words

OTHER_WINDOWS: Final[dict[str, str]] = {
    "wall": N_("A second display"),
    "notes": N_("A note-taker's desk"),
    "guard": N_("The viddevakt at a second machine"),
}
"""Command -> whom it is for."""


def window_call(window: str, case_id: str, vault: Path | None) -> str:
    """The command line that opens a window; it names the vault where that isn't the usual one.

    A variable of this terminal says nothing in the next one, so it doesn't make a vault usual.
    """
    from data.vault_folder import default_folder

    named = vault is not None and vault.absolute() != default_folder({}).absolute()
    folder = ["--vault", str(vault.absolute())] if vault is not None and named else []
    return _quoted(["viddevakt", *folder, window, case_id])


def _quoted(parts: list[str]) -> str:
    """As this system's terminal takes it."""
    if sys.platform == "win32":
        from subprocess import list2cmdline

        return list2cmdline(parts)
    from shlex import join

    return join(parts)


def window_options(case_id: str, vault: Path | None, words: Words) -> list[Option]:
    """Each window with whom it is for, and its command beneath."""
    return [
        Option(
            window_call(window, case_id, vault), words(label), window_call(window, case_id, vault)
        )
        for window, label in OTHER_WINDOWS.items()
    ]
