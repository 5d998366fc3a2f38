"""The system calls of one save with nothing in between: what no decision or record could beat.

They are those of `CaseLog.do` in its order: chance for ids and salt, lock, journal, sync, head. A
test holds that they still are the same.
"""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

_FLAGS = os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK
_HEAD = b"x" * 210
"""As long as `CASE.head`."""


class BareSave:
    """A journal, a lock and a head of its own, in this folder."""

    def __init__(self, folder: Path) -> None:
        self._journal, self._lock, self._head = (
            str(folder / name) for name in ("bare.journal", "bare.lock", "bare.head")
        )
        for path in (self._journal, self._lock, self._head):
            Path(path).touch(0o600)

    def save(self, data: bytes) -> None:
        """Append these bytes as a save does. Raises OSError."""
        for size in (8, 6, 6):
            os.urandom(size)
        lock = os.open(self._lock, os.O_RDWR | os.O_CREAT | _FLAGS, 0o600)
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.fstat(lock)
        journal = os.open(self._journal, os.O_RDWR | _FLAGS)
        size = os.fstat(journal).st_size
        os.urandom(16)
        os.lseek(journal, size, os.SEEK_SET)
        os.write(journal, data)
        os.fsync(journal)
        head = os.open(self._head, os.O_WRONLY | os.O_CREAT | _FLAGS, 0o600)
        os.fstat(head)
        os.write(head, _HEAD)
        os.close(head)
        os.close(journal)
        fcntl.flock(lock, fcntl.LOCK_UN)
        os.close(lock)
