"""The machine's own clock, as `phases.clock.Clock` wants it (design §4.1)."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from phases.clock import Stamp

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def meeting_zone() -> tzinfo:
    """Where meetings are held, whatever zone the machine is set to (DA-12)."""
    from zoneinfo import ZoneInfo

    return ZoneInfo("Europe/Oslo")


class SystemClock:
    """Wall clock, and where there is one a clock that runs on through suspend.

    Linux has CLOCK_BOOTTIME. macOS (`mach_continuous_time`) and Windows
    (`QueryInterruptTimePrecise`) have equals, but neither has been tried through a real sleep
    here, and a clock that stood still would count the sleep as nothing: there, UTC alone decides.
    """

    def __init__(self, boot_id: Path = BOOT_ID) -> None:
        self._boot = _read_boot(boot_id) if sys.platform == "linux" else None

    def stamp(self) -> Stamp:
        """Now, in UTC and in seconds since this machine's start."""
        if self._boot is not None and sys.platform == "linux":
            awake_s = time.clock_gettime(time.CLOCK_BOOTTIME)
            return Stamp(datetime.now(UTC), self._boot, awake_s)
        return Stamp(datetime.now(UTC), None, None)


def _read_boot(path: Path) -> str | None:
    """The id of this start of the machine; None in a container that hides it."""
    try:
        return path.read_text(encoding="ascii").strip() or None
    except (OSError, UnicodeDecodeError):
        return None
