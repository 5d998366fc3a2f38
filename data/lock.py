"""One writer at a time: a lock file beside the journal.

Our own thirty lines instead of `filelock`: that costs 13 to 17 ms to import after Textual (15
was the limit set for it), and a hundred microseconds each time, as much as the fsync it guards.
The kernel's lock is the same one, and it frees itself when its holder dies. The lock is a file
of its own, since a rewrite puts another file in the journal's place.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

from data.errors import LockedError
from data.files import close_quietly, open_unchecked, plain_status

WAIT_S = 2.0
"""How long a window waits for another one's save before it says so (seconds)."""

_FLAGS = os.O_RDWR | os.O_CREAT

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


class FileLock:
    """Held for as long as its `with` block runs; made anew for each save.

    Raises LockedError after `wait_s` (seconds), DiskError where the lock can't be made. A class
    and not a generator: it stands in the way of every save.
    """

    def __init__(
        self,
        path: Path,
        wait_s: float = WAIT_S,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._path = path
        self._wait_s = wait_s
        self._monotonic = monotonic
        self._sleep = sleep
        self._fd = -1

    def __enter__(self) -> Self:
        deadline: float | None = None
        while not self._try():
            now = self._monotonic()
            deadline = now + self._wait_s if deadline is None else deadline
            if now >= deadline:
                raise LockedError("locked", path=self._path.name)
            # Short, because the lock isn't fair: who sleeps long is overtaken each time.
            self._sleep(0.002)
        return self

    def __exit__(self, *_: object) -> None:
        # Closing would do on POSIX; Windows frees a lock left on a closed file at its leisure.
        _unlock(self._fd)
        close_quietly(self._fd)

    def _try(self) -> bool:
        """Whether the lock is ours now, on the file that stands there now.

        A case that was deleted meanwhile took its lock file with it; a lock on that one guards
        nothing.
        """
        fd = open_unchecked(self._path, _FLAGS)
        try:
            _try_lock(fd)
        except OSError:
            close_quietly(fd)
            return False
        if plain_status(fd, self._path, _FLAGS).st_nlink == 0:
            close_quietly(fd)
            return False
        self._fd = fd
        return True
