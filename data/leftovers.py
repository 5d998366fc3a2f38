"""What a rewrite or a creation that was killed leaves behind: a temporary file (reliability S8).

It is swept by the next one in the same folder, so that never more than one stands there. Only
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


def sweep_leftovers(folder: Path, held: str) -> None:
    """Remove them; `held` is the case whose lock the caller has. What can't be removed stays."""
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            found = _TEMPORARY.fullmatch(path.name)
            if found is None:
                continue
            with contextlib.suppress(OSError, LockedError, DiskError):
                if found[1] == held:
                    path.unlink(missing_ok=True)
                else:
                    _sweep_other(folder, found[1], path)


def _sweep_other(folder: Path, name: str, path: Path) -> None:
    """The leftover of another case, unless somebody is at it right now."""
    lock = folder / f"{name}.lock"
    with FileLock(lock, wait_s=0):
        path.unlink(missing_ok=True)
        if not (folder / f"{name}.journal").exists():
            remove_held_lock(lock)
    remove_unheld_lock(folder, name)


def remove_held_lock(lock: Path) -> None:
    """Take away the lock file of a case that is no more, while holding it.

    Whoever waits for it finds it gone. Afterwards would be too late: the next one may hold it.
    Windows refuses that for an open file; there `remove_unheld_lock` does it.
    """
    with contextlib.suppress(PermissionError):
        lock.unlink(missing_ok=True)


def remove_unheld_lock(folder: Path, name: str) -> None:
    """The same on Windows, which refuses it while anybody has the file open."""
    if os.name == "nt" and not (folder / f"{name}.journal").exists():
        with contextlib.suppress(OSError):
            (folder / f"{name}.lock").unlink(missing_ok=True)
