"""What a rewrite, creation or deletion that was killed leaves behind (reliability S8).

A temporary file, and the empty lock file of a case that isn't there: its name is still a case's.
They are swept by the next one in the same folder, so that never more than one stands there. Only
under the lock of the case it was meant for: without it, one process would take another's file
away from under its rename.
"""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

from data.errors import DiskError, LockedError
from data.lock import FileLock

_TEMPORARY = re.compile(r"\.([^.]+)\.journal\.[0-9a-f]+\.tmp")
_LOCK = re.compile(r"([^.]+)\.lock")


def sweep_leftovers(folder: Path, held: str = "") -> None:
    """Remove them; `held` is the case whose lock the caller has, if any.

    What can't be removed stays.
    """
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if found := _TEMPORARY.fullmatch(path.name):
                with contextlib.suppress(OSError, LockedError, DiskError):
                    _sweep(folder, found[1], held, path)
            elif (found := _LOCK.fullmatch(path.name)) and not _is_there(folder, found[1]):
                with contextlib.suppress(OSError, LockedError, DiskError):
                    _sweep(folder, found[1], held)


def _sweep(folder: Path, name: str, held: str, left: Path | None = None) -> None:
    """The leftover of a case, unless somebody is at it right now, and its lock if it is gone."""
    if name == held:
        if left is not None:
            left.unlink(missing_ok=True)
        return
    lock = folder / f"{name}.lock"
    with FileLock(lock, wait_s=0):
        if left is not None:
            left.unlink(missing_ok=True)
        if not _is_there(folder, name):
            remove_held_lock(lock)
    remove_unheld_lock(folder, name)


def _is_there(folder: Path, name: str) -> bool:
    return (folder / f"{name}.journal").exists()


def remove_held_lock(lock: Path) -> None:
    """Take away the lock file of a case that is no more, while holding it.

    Whoever waits for it finds it gone. Afterwards would be too late: the next one may hold it.
    Windows refuses that for an open file; there `remove_unheld_lock` does it.
    """
    with contextlib.suppress(PermissionError):
        lock.unlink(missing_ok=True)


def remove_unheld_lock(folder: Path, name: str) -> None:
    """The same on Windows, which refuses it while anybody has the file open."""
    if os.name == "nt" and not _is_there(folder, name):
        with contextlib.suppress(OSError):
            (folder / f"{name}.lock").unlink(missing_ok=True)
