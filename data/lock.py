"""One writer at a time: a lock file beside the journal.

Our own thirty lines instead of `filelock`: that costs 13 to 17 ms to import after Textual (15
was the limit set for it), and a hundred microseconds each time, as much as the fsync it guards.
The kernel's lock is the same one, and it frees itself when its holder dies. The lock is a file
of its own, since a rewrite puts another file in the journal's place.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from data.errors import LockedError
from data.files import FILE_MODE, make_private, opened

WAIT_S = 2.0
"""How long a window waits for another one's save before it says so (seconds)."""

if sys.platform == "win32":
    import msvcrt

    def _try_lock(fd: int) -> None:
        os.lseek(fd, 0, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)

    def _unlock(fd: int) -> None:
        os.lseek(fd, 0, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_UN)


@contextlib.contextmanager
def locked(
    path: Path,
    wait_s: float = WAIT_S,
    monotonic: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[None]:
    """Hold the lock for as long as the block runs.

    Raises LockedError after `wait_s` (seconds), DiskError where the lock can't be made.
    """
    deadline = monotonic() + wait_s
    while True:
        with opened(path, os.O_RDWR | os.O_CREAT) as fd:
            if _took(fd, path):
                try:
                    yield
                finally:
                    _unlock(fd)
                return
        if monotonic() >= deadline:
            raise LockedError("locked", path=path.name)
        # Short, because the lock isn't fair: who sleeps long is overtaken each time.
        sleep(0.002)


def _took(fd: int, path: Path) -> bool:
    """Whether the lock is ours, on the file that stands there now.

    A case that was deleted meanwhile took its lock file with it; a lock on that one guards
    nothing.
    """
    try:
        _try_lock(fd)
    except OSError:
        return False
    mine = os.fstat(fd)
    if stat.S_IMODE(mine.st_mode) != FILE_MODE:
        make_private(fd)
    try:
        there = path.stat()
    except FileNotFoundError:
        return False
    return (mine.st_ino, mine.st_dev) == (there.st_ino, there.st_dev)
