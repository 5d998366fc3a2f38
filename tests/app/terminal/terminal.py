"""A terminal with a program in it, read like a screen."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pexpect
import pyte

from app.keys import REPEAT_S

PATIENCE_S = 60.0
"""How long a screen may take to show something before the test fails (two busy cores)."""


class Terminal:
    """`python -m app …` at 80x24. Only processes started here are ever ended."""

    def __init__(
        self,
        *arguments: str,
        vault: Path,
        width: int = 80,
        height: int = 24,
        more: Mapping[str, str] | None = None,
    ) -> None:
        """`more` is added to the environment."""
        self.screen = pyte.Screen(width, height)
        self._stream = pyte.Stream(self.screen)
        self.raw = ""
        environ = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        environ |= more or {}
        environ.pop("NO_COLOR", None)
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "app", "--lang", "nn", "--vault", str(vault), *arguments],
            dimensions=(height, width),
            env=environ,
            encoding="utf-8",
            codec_errors="replace",
            timeout=PATIENCE_S,
        )

    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self.screen.display)

    def read(self) -> None:
        """Take in what the program has drawn."""
        try:
            drawn = self.child.read_nonblocking(65536, timeout=0.1)
        except pexpect.TIMEOUT:
            return
        except pexpect.EOF:
            return
        self.raw += drawn
        self._stream.feed(drawn)

    def until(self, shows: str | Callable[[str], bool]) -> str:
        """Read until the screen shows this; fails with the screen."""
        seen = shows if callable(shows) else lambda text: shows in text
        deadline = time.monotonic() + PATIENCE_S
        while not seen(self.text()):
            assert time.monotonic() < deadline, f"never seen: {shows}\n{self.text()}"
            self.read()
        return self.text()

    def press(self, keys: str) -> None:
        """Type keys as a person would."""
        self.child.send(keys)

    def press_again(self, keys: str) -> None:
        """The key that was pressed last, long enough after it for two steps (design §4.6)."""
        time.sleep(REPEAT_S)
        self.press(keys)

    def kill(self) -> None:
        """SIGKILL, and wait until it is gone.

        pexpect's own way begins with the terminal hung up, of which a window takes leave, and gives
        up after a tenth of a second, which a busy machine needs for more than that.
        """
        self.child.kill(signal.SIGKILL)
        self.child.wait()
        self.child.close()

    def ended(self) -> int:
        """Wait for the end; gives the exit code."""
        deadline = time.monotonic() + PATIENCE_S
        while self.child.isalive():
            assert time.monotonic() < deadline, self.text()
            self.read()
        self.child.close()
        return self.child.exitstatus if self.child.exitstatus is not None else -1
