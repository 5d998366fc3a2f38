"""Which files were taken out of a case into its own vault: they go with it (T4, T19).

A paper that somebody names a place for may come to lie among the logs, and nobody thinks of it
when the log is deleted a year later. So its place is kept with the case. One that lies anywhere
else is its owner's, and no program may remove it.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Final

from data.codec import Codec, Place
from data.errors import UsageError
from data.files import disk_error, make_private_folder, read_file, write_atomically
from data.strict_json import NotStrictError, dump, load

NAME: Final = ".taken-out"
"""Beside the papers; no paper can be called so."""


class TakenOut:
    """The files of one case."""

    def __init__(
        self, folder: Path, papers: Path, case: str, codec: Codec, own: tuple[str, ...]
    ) -> None:
        """`folder` is the vault, in which names that end in `own` are the logs'.

        The list stands in the folder of the case's papers.
        """
        self._vault = folder
        self._own = own
        self._papers = papers
        self._place = Place(case, previous=NAME)
        self._codec = codec

    def check(self, path: Path) -> None:
        """Raises UsageError (`vault-file`) for a name in the vault that logs have: one would go."""
        inside = self._inside(path)
        ends = {Path(part).suffix.lower() for part in inside.parts} if inside else set()
        if not ends.isdisjoint(self._own):
            raise UsageError("vault-file", path=path.name)

    def remember(self, path: Path) -> None:
        """Keep its place, if it is in the vault. Raises DiskError."""
        inside = self._inside(path)
        if inside is None or inside.as_posix() in (known := self._known()):
            return
        make_private_folder(self._papers)
        data = dump([*known, inside.as_posix()])
        write_atomically(self._papers / NAME, self._codec.encode(data, self._place))

    def remove(self) -> None:
        """Those that are still there. Raises DiskError."""
        for name in self._known():
            path = self._vault / name
            try:
                # What was put in its place since, a link or a folder, isn't what was written.
                if self._inside(path) is not None and path.is_file():
                    path.unlink()
            except OSError as error:
                raise disk_error(error, path) from None

    def _known(self) -> list[str]:
        data = read_file(self._papers / NAME)
        if data is None:
            return []
        with contextlib.suppress(NotStrictError):
            found = load(self._codec.decode(data, self._place))
            if isinstance(found, list):
                return [name for name in found if isinstance(name, str)]
        return []

    def _inside(self, path: Path) -> Path | None:
        """Its place below the vault; None for one that lies elsewhere."""
        with contextlib.suppress(ValueError, OSError):
            # The folder alone: a file that is a link lies where the link does.
            whole = path.parent.resolve() / path.name
            return whole.relative_to(self._vault.resolve())
        return None
