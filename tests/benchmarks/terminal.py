"""A program in a real pseudo-terminal, with the time at which each piece of its output came."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

import pyte

ROOT = Path(__file__).resolve().parents[2]


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """What a person's shell would hand over: true colour, and compiled files kept.

    Without the latter each start would compile every module anew, which no installed program does.
    """
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("TEXTUAL", "COVERAGE"))}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    kept.pop("NO_COLOR", None)
    wanted = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
    return kept | wanted | {"PYTHONPATH": str(ROOT)} | dict(more or {})


class Terminal:
    """One program; `with` ends it."""

    def __init__(
        self,
        command: Sequence[str],
        size: tuple[int, int] = (120, 40),
        more: Mapping[str, str] | None = None,
    ) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.received = 0
        """Bytes so far."""
        self._fd, child = pty.openpty()
        fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            list(command),
            stdin=child,
            stdout=child,
            stderr=child,
            env=environment(more),
            cwd=ROOT,
            start_new_session=True,
        )
        os.close(child)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        deadline = time.monotonic() + 5
        while self._process.poll() is None and time.monotonic() < deadline:
            self.read(0.05)
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        os.close(self._fd)

    @property
    def pid(self) -> int:
        """The program's process."""
        return self._process.pid

    def fileno(self) -> int:
        """For `select`, beside other terminals."""
        return self._fd

    def send(self, keys: str) -> float:
        """Press keys; gives the moment they were handed over."""
        at = time.perf_counter()
        os.write(self._fd, keys.encode())
        return at

    def read(self, wait_s: float) -> tuple[float, bytes]:
        """The next piece and when it came; empty after `wait_s` without one, or at its end."""
        ready, _, _ = select.select([self._fd], [], [], wait_s)
        if not ready:
            return time.perf_counter(), b""
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:
            time.sleep(0.01)
            data = b""
        at = time.perf_counter()
        self.received += len(data)
        return at, data

    def feed(self, data: bytes) -> None:
        """Put a piece on the screen."""
        self._stream.feed(_plain(data))

    def until(self, shown: Callable[[pyte.Screen], bool], limit_s: float = 15.0) -> float:
        """When the screen first held this. Raises TimeoutError with what it held instead."""
        deadline = time.perf_counter() + limit_s
        while time.perf_counter() < deadline:
            at, data = self.read(0.05)
            if data:
                self.feed(data)
                if shown(self.screen):
                    return at
        raise TimeoutError("\n".join(self.screen.display))

    def settle(self, quiet_s: float = 0.2, limit_s: float = 3.0) -> None:
        """Take in what comes until nothing has come for a while."""
        deadline = time.perf_counter() + limit_s
        while time.perf_counter() < deadline:
            _, data = self.read(quiet_s)
            if not data:
                return
            self.feed(data)


def painted(screen: pyte.Screen) -> bool:
    """Whether every cell has been given a background: Textual's first paint is complete."""
    columns = range(screen.columns)
    return all(
        screen.buffer[line][column].bg != "default"
        for line in range(screen.lines)
        for column in columns
    )


def holds(screen: pyte.Screen, texts: Sequence[str]) -> bool:
    """Whether all these texts stand on the screen."""
    page = "\n".join(screen.display)
    return all(text in page for text in texts)


def _plain(data: bytes) -> bytes:
    """Without the sequences that pyte takes for text: keyboard protocols and their questions."""
    return re.sub(rb"\x1b\[[<>=?][0-9;]*[u$pm]+|\x1bP[^\x1b]*\x1b\\", b"", data)
