"""The structures of a vault beside those that ship: what people have made for themselves.

They lie as plain files in the vault's `structures/`, so that they go where the logs go. One that
can't be used is as if it weren't there, and is told of by `faults`: it never stops the others,
and never a meeting that has its phases in the log already.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Final

from data.structures import Structures, load_structure, shipped
from data.structures.problems import Problem, StructureError
from phases.nearest import LOOSE, nearest
from phases.structures import Structure

__all__ = ["FOLDER", "MOST", "KnownStructures", "known", "read_own"]

FOLDER: Final = "structures"
"""Where they lie in a vault."""

MOST: Final = 200
"""More files than this are not a person's own structures; the rest is told of and not read."""


_TAKEN: Final = "is the id of a structure that ships; choose another"
_FILE: Final = "must be the file's name without .toml"


class KnownStructures(Mapping[str, Structure]):
    """What ships, then what is the vault's own, each read when it is first asked for.

    To ask for one id reads one file at most; to go through all of them reads the vault's own,
    for only then is it known which of them can be used.
    """

    def __init__(self, folder: Path, ships: Structures | None = None) -> None:
        """Over the files in this folder, which needn't be there; it is looked into when needed."""
        self.folder = folder
        self._ships = shipped() if ships is None else ships
        self._read: dict[str, Structure | StructureError] = {}

    def __getitem__(self, structure_id: str) -> Structure:
        """The structure with this id.

        Raises:
            KeyError: there is none, or a vault's own that can't be used (`fault` says why).
            StructureError: one that ships can't be used.
        """
        if structure_id in self.shipped_ids:
            return self._ships[structure_id]
        found = self._own(structure_id)
        if not isinstance(found, Structure):
            raise KeyError(structure_id)
        return found

    def __iter__(self) -> Iterator[str]:
        """Every id that can be used: those that ship first, each part in alphabetical order."""
        yield from self.shipped_ids
        yield from (each for each in self._files if isinstance(self._own(each), Structure))

    def __len__(self) -> int:
        """How many can be used."""
        return sum(1 for _ in self)

    @cached_property
    def shipped_ids(self) -> tuple[str, ...]:
        """The ids that ship; no file is read for them."""
        return tuple(self._ships)

    def file(self, structure_id: str) -> Path:
        """Where a structure that can be used is read from. Raises KeyError."""
        if structure_id in self.shipped_ids:
            return self._ships.file(structure_id)
        if structure_id not in self:
            raise KeyError(structure_id)
        return self._files[structure_id]

    def is_own(self, structure_id: str) -> bool:
        """Whether it is the vault's own."""
        return structure_id not in self.shipped_ids and structure_id in self

    def fault(self, structure_id: str) -> StructureError | None:
        """Why the vault's own structure of this name can't be used."""
        found = self._own(structure_id)
        return found if isinstance(found, StructureError) else None

    def faults(self) -> tuple[StructureError, ...]:
        """Every one of the vault's own that can't be used, and why."""
        found = [fault for each in self._files if (fault := self.fault(each)) is not None]
        return (*found, *self._listing[1])

    def _own(self, structure_id: str) -> Structure | StructureError | None:
        if structure_id not in self._files:
            return None
        if structure_id not in self._read:
            try:
                read: Structure | StructureError = read_own(
                    self._files[structure_id], self.shipped_ids
                )
            except StructureError as error:
                read = error
            self._read[structure_id] = read
        return self._read[structure_id]

    @property
    def _files(self) -> dict[str, Path]:
        return self._listing[0]

    @cached_property
    def _listing(self) -> tuple[dict[str, Path], tuple[StructureError, ...]]:
        """Each name and its file, and what is wrong with the folder itself."""
        try:
            with os.scandir(self.folder) as entries:
                names = sorted(e.name for e in entries if _is_structure(e.name))
        except FileNotFoundError:
            return {}, ()
        except OSError as error:
            return {}, (_fault(self.folder, "unreadable", f"can't be read: {error.strerror}", 3),)
        files = {name.removesuffix(".toml"): self.folder / name for name in names[:MOST]}
        if len(names) > MOST:
            return files, (_fault(self.folder, "many", f"has more than {MOST} structures"),)
        return files, ()


def known(vault: Path) -> KnownStructures:
    """The structures that ship and those of this vault."""
    return KnownStructures(vault / FOLDER)


def read_own(path: Path, taken: tuple[str, ...]) -> Structure:
    """One of a vault's own.

    Raises:
        StructureError: it can't be used, its id isn't its file's name, or one that ships has that
            id: a log that names it would mean another meeting on another machine.
    """
    structure = load_structure(path)
    if structure.id in taken:
        raise _id_fault(path, "id-taken", _TAKEN, structure.id)
    if structure.id != path.stem:
        raise _id_fault(path, "id-file", _FILE, structure.id, path.stem)
    return structure


def next_nowhere(structure: Structure, path: Path, there: Iterable[str]) -> Problem | None:
    """That its next meeting follows a structure that isn't there, with the nearest that is."""
    following, known = structure.next_structure, list(there)
    if following in (None, structure.id, *known):
        return None
    from data.structures.lines import line_of
    from data.structures.problems import cleaned

    key = "next_structure"
    near = nearest(str(following), known, LOOSE)
    line = line_of(path.read_text(encoding="utf-8-sig"), (key,))
    what = "names no meeting structure that is there"
    return Problem("no-such-next", what, key, cleaned(following), near, line)


def comes_back(structure: Structure, path: Path, there: Mapping[str, Structure]) -> Problem | None:
    """That a chain of meetings leads back to this one, so that it never ends (row 43).

    One that follows itself is no chain: the same meeting is held again and again.
    """
    passed = [structure.id]
    following = structure.next_structure
    while following is not None and following not in passed:
        passed.append(following)
        following = there[following].next_structure if following in there else None
    if following != structure.id or len(passed) == 1:
        return None
    from data.structures.lines import line_of
    from data.structures.problems import cleaned

    key = "next_structure"
    line = line_of(path.read_text(encoding="utf-8-sig"), (key,))
    round_ = cleaned(" – ".join((*passed, following)))
    return Problem(
        "circle", "leads back to this one, and the chain never ends", key, round_, "", line
    )


def _is_structure(name: str) -> bool:
    """Editors leave hidden files and copies beside the one they work on; those aren't meant."""
    return name.endswith(".toml") and not name.startswith(".")


def _id_fault(path: Path, kind: str, what: str, value: str, nearest: str = "") -> StructureError:
    from data.structures.lines import line_of
    from data.structures.problems import cleaned

    line = line_of(path.read_text(encoding="utf-8-sig"), ("id",))
    problem = Problem(kind, what, "id", cleaned(value), cleaned(nearest), line)
    return StructureError(path, (problem,))


def _fault(path: Path, kind: str, what: str, exit_code: int = 2) -> StructureError:
    return StructureError(path, (Problem(kind, what),), exit_code)
