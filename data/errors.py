"""What can go wrong in the store. No error carries text from the store (design §9).

`app/` words a code in the user's language; `args_` holds ids, numbers and paths only.
"""

from __future__ import annotations

from collections.abc import Mapping

EXIT_USAGE = 2
EXIT_DISK = 3
EXIT_CONFLICT = 4
EXIT_LOCKED = 5
EXIT_DAMAGED = 6
EXIT_NEWER = 8


class StoreError(Exception):
    """Anything that stops the store; `code` is a short name, `exit_code` as in design §9."""

    exit_code = EXIT_DISK

    def __init__(self, code: str, **args: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.args_: Mapping[str, str | int] = args

    def __str__(self) -> str:
        """The code and its ids, for a log file; never the words for a person."""
        told = " ".join(f"{key}={value}" for key, value in self.args_.items())
        return f"{self.code} {told}".rstrip()


class DiskError(StoreError):
    """Disk, folder or permission (3): `disk-full`, `denied`, `is-a-file` and the like."""


class ConflictError(StoreError):
    """Somebody was first (4)."""

    exit_code = EXIT_CONFLICT


class LockedError(StoreError):
    """Another window has been saving for too long (5)."""

    exit_code = EXIT_LOCKED


class DamagedError(StoreError):
    """The store isn't what was written (6); `line` counts from 1, the header included."""

    exit_code = EXIT_DAMAGED


class NewerError(StoreError):
    """Written by a newer version (8); nothing was touched."""

    exit_code = EXIT_NEWER


class UsageError(StoreError):
    """A bad id, a case that is there already, one that is absent, a bad file to import (2)."""

    exit_code = EXIT_USAGE


class CaseIdError(UsageError):
    """No case id: `^[A-Z0-9][A-Z0-9-]{0,31}$` and no name that Windows keeps for itself."""


class BadDocumentError(UsageError):
    """A document that JSON can't carry without loss (a lone surrogate, NaN, endless depth)."""
