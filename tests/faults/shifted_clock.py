"""Clocks that can be moved under running processes: steps, suspends, another boot.

A small library before libc (LD_PRELOAD, `clock_shim.c`) adds what a file says to the wall clock
and to the clock that runs through suspend. So the whole process is taken in, Textual's timers and
all, and while it runs. `unshare --time` can only move clocks before a process begins, and never
the wall clock. Linux with a C compiler; `lacking` says what isn't there.
"""

from __future__ import annotations

import mmap
import shutil
import struct
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from data.clock import BOOT_ID
from phases.clock import Stamp

SOURCE: Final = Path(__file__).with_name("clock_shim.c")
SECOND: Final = 1_000_000_000
"""Of nanoseconds."""


def lacking() -> str:
    """What is missing here for moving a process's clocks; empty if nothing is."""
    if sys.platform != "linux":
        return "clocks of a process are moved on Linux only"
    return "" if shutil.which("cc") else "moving clocks needs a C compiler (gcc libc6-dev)"


class ShiftedClock:
    """The clocks as a process sees them that is started with `environ`; a `Clock` itself."""

    def __init__(self, folder: Path, *, boots: bool = True) -> None:
        """`boots` False: nobody tells which boot it is, so that UTC alone decides."""
        folder.mkdir(parents=True, exist_ok=True)
        library, self._boot = folder / "clock_shim.so", folder / "boot"
        subprocess.run(
            ["cc", "-shared", "-fPIC", "-O1", "-o", str(library), str(SOURCE), "-ldl"], check=True
        )
        moved = folder / "moved"
        moved.write_bytes(bytes(16))
        with moved.open("r+b") as file:
            self._moved = mmap.mmap(file.fileno(), 16)
        if boots:
            self._boot.write_text(BOOT_ID.read_text("ascii"), "ascii")
        self.environ = {
            "LD_PRELOAD": str(library),
            "VIDDEVAKT_TEST_CLOCK": str(moved),
            "VIDDEVAKT_TEST_BOOT": str(self._boot),
        }

    def stamp(self) -> Stamp:
        """Now, as those processes see it."""
        wall_ns, awake_ns = struct.unpack("=2q", self._moved)
        utc = datetime.now(UTC) + timedelta(microseconds=wall_ns / 1000)
        if not self._boot.exists():
            return Stamp(utc)
        awake_s = time.clock_gettime(time.CLOCK_BOOTTIME) + awake_ns / SECOND
        return Stamp(utc, self._boot.read_text("ascii").strip(), awake_s)

    def step(self, seconds: float) -> None:
        """The wall clock alone is set."""
        self._move(seconds, 0.0)

    def suspend(self, seconds: float) -> None:
        """The machine sleeps; CLOCK_MONOTONIC stands still meanwhile."""
        self._move(seconds, seconds)

    def boot_again(self, seconds: float) -> None:
        """The machine was off for a while; its other clock begins anew."""
        up_s = time.clock_gettime(time.CLOCK_BOOTTIME)
        _, awake_ns = struct.unpack("=2q", self._moved)
        self._move(seconds, 5.0 - up_s - awake_ns / SECOND)
        self._boot.write_text("00000000-0000-4000-8000-000000000002\n", "ascii")

    def set(self, utc: datetime) -> None:
        """The wall clock is set to this."""
        self.step((utc - self.stamp().utc).total_seconds())

    def _move(self, wall_s: float, awake_s: float) -> None:
        wall_ns, awake_ns = struct.unpack("=2q", self._moved)
        wall_ns, awake_ns = wall_ns + round(wall_s * SECOND), awake_ns + round(awake_s * SECOND)
        self._moved[:] = struct.pack("=2q", wall_ns, awake_ns)
