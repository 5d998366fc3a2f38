"""A terminal in tmux, on a server of its own: only what was started here is ever ended."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.app.terminal.terminal import PATIENCE_S

LOOK_S = 0.05
"""How often a screen is looked at while something is awaited."""


class Tmux:
    """`python -m app …` at 80x24 in a tmux of its own."""

    def __init__(self, folder: Path, *arguments: str, vault: Path) -> None:
        """The server's socket lies in `folder`, which is private and goes with the test."""
        self._socket = folder / "tmux"
        command = shlex.join(
            [sys.executable, "-m", "app", "--lang", "nn", "--vault", str(vault), *arguments]
        )
        self._tmux("-f", os.devnull, "new-session", "-d", "-x", "80", "-y", "24", command)

    def _tmux(self, *arguments: str) -> str:
        environ = {k: v for k, v in os.environ.items() if k not in ("TMUX", "NO_COLOR")}
        done = subprocess.run(
            ["tmux", "-S", str(self._socket), *arguments],
            env={**environ, "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def text(self) -> str:
        """What stands on the screen."""
        return self._tmux("capture-pane", "-p")

    def press(self, key: str) -> None:
        """One key, by tmux's name for it."""
        self._tmux("send-keys", key)

    def until(self, seen: Callable[[str], bool]) -> str:
        """Look until the screen shows this; fails with the screen."""
        deadline = time.monotonic() + PATIENCE_S
        while not seen(text := self.text()):
            assert time.monotonic() < deadline, text
            time.sleep(LOOK_S)
        return text

    def end(self) -> None:
        """End this server and the window in it."""
        subprocess.run(
            ["tmux", "-S", str(self._socket), "kill-server"],
            capture_output=True,
            check=False,
        )
