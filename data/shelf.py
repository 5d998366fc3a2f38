"""What a window may do with a case as a file: keep a paper beside it, note that, delete it all.

Papers that are made on a screen stand in the vault, beside the journal and as private, and go with
it: a file in somebody's downloads would outlive the case (T4, T19).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from data.errors import UsageError
from data.files import make_private_folder, write_private

if TYPE_CHECKING:
    from data.access import Act
    from data.vault import Vault
    from phases.clock import Clock

MOST = 1000
"""Papers of one name; nobody makes so many."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,99}\.[a-z]{2,5}")


class Shelf:
    """One case's place in its vault."""

    def __init__(self, vault: Vault, case: str, clock: Clock, who: str = "") -> None:
        self._vault = vault
        self._case = case
        self._clock = clock
        self._who = who

    @property
    def folder(self) -> Path:
        """Where its papers stand."""
        return self._vault.papers(self._case)

    @property
    def journal(self) -> str:
        """The random id of the case's file, for what has to know the case again."""
        return self._vault.identity(self._case).journal

    def keep(self, name: str, data: bytes, last: Callable[[], None]) -> Path:
        """A new file, never over another: the second of a name gets a number. Raises StoreError.

        `last` is done once it is written; what that raises takes the file away again. Raises
        ValueError for a name that leads elsewhere: it is the program's, and nobody typed it.
        """
        if not _NAME.fullmatch(name):
            raise ValueError(name[:40])
        make_private_folder(self.folder)
        stem, _, end = name.rpartition(".")
        for number in itertools.count(1):
            path = self.folder / (name if number == 1 else f"{stem}-{number}.{end}")
            try:
                write_private(path, data, last=last)
            except UsageError:
                if number >= MOST:
                    raise
            else:
                return path
        raise AssertionError

    def note(self, act: Act) -> None:
        """Note it in the access log. Raises StoreError."""
        found = self._vault.identity(self._case)
        self._vault.note(act, self._case, found, self._who, self._clock.stamp().utc)

    def delete(self, *, archived: bool | None = None) -> None:
        """Remove the case, its drafts and its papers; the access log keeps its id alone.

        And whether it was said to stand in the archive: nobody could be asked afterwards (R-S4).

        Raises StoreError; nothing is removed then, unless it was the disk that stopped it midway.
        """
        now = self._clock.stamp().utc
        self._vault.delete(self._case, self._who, now, archived=archived)
