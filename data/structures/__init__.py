"""The meeting structures that ship, and the reader of structure files.

A structure is one TOML file. What is wrong in it is told with file, line, key, what to do and the
nearest right key (`StructureError`); nothing of it is used then. TOML is the only format: it
can't name a Python object, include a file or run anything.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from data.structures.problems import Problem, StructureError
from phases.structures import Structure

__all__ = ["MAX_BYTES", "Problem", "StructureError", "Structures", "load_structure", "shipped"]

MAX_BYTES: Final = 256 * 1024
"""A structure file is a few kilobytes; what is larger is something else."""

_PLACE: Final = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")


class Structures(Mapping[str, Structure]):
    """The structures of one folder by id, each read when it is first asked for and then kept.

    The id is the file's name without `.toml`, so listing the ids reads no file. What is kept is
    kept in this object: whoever starts the program makes one and passes it on.
    """

    def __init__(self, folder: Path) -> None:
        """Look in this folder; it is read once, now."""
        self._files = {file.stem: file for file in sorted(folder.glob("*.toml"))}
        self._read: dict[str, Structure] = {}

    def __getitem__(self, structure_id: str) -> Structure:
        """The structure with this id.

        Raises:
            KeyError: there is no such file.
            StructureError: the file is there but can't be used.
        """
        if structure_id not in self._read:
            self._read[structure_id] = _read_as(structure_id, self._files[structure_id])
        return self._read[structure_id]

    def file(self, structure_id: str) -> Path:
        """Where it is read from. Raises KeyError."""
        return self._files[structure_id]

    def __iter__(self) -> Iterator[str]:
        """The ids in alphabetical order."""
        return iter(self._files)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._files)


def shipped() -> Structures:
    """The structures that come with the program; `bti-individual` is the default.

    They lie beside this module as plain files, in a checkout and installed alike, so no
    `importlib.resources`: its import would cost more than reading the file.
    """
    return Structures(Path(__file__).parent)


def load_structure(path: Path) -> Structure:
    """Read and check one structure file.

    Raises:
        StructureError: it isn't TOML, can't be read (exit code 3), or breaks the schema.
    """
    text = _text_of(path)
    document = _parsed(path, text)
    try:
        return Structure.model_validate(document)
    except ValidationError as error:
        # Only a fault needs the words, the lines and difflib.
        from data.structures.explain import problems_of

        raise StructureError(path, problems_of(error, text)) from None


def _read_as(structure_id: str, path: Path) -> Structure:
    structure = load_structure(path)
    if structure.id != structure_id:
        what = "must be the file's name without .toml"
        raise StructureError(path, (Problem("id", what, "id", structure.id, structure_id),))
    return structure


def _text_of(path: Path) -> str:
    if path.suffix.lower() != ".toml":
        raise _error(path, "not-toml", "is not a .toml file, the only form a structure has")
    try:
        # A pipe or a device never ends, so only a plain file is opened at all.
        if not path.is_file():
            raise _error(path, "unreadable", "is not there or is not a plain file", exit_code=3)
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or "can't be read"
        raise _error(path, "unreadable", f"can't be read: {reason}", exit_code=3) from None
    if len(raw) > MAX_BYTES:
        raise _error(path, "too-big", f"is larger than {MAX_BYTES // 1024} KiB")
    try:
        return raw.decode("utf-8-sig")  # Windows' Notepad may put a mark in front
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _error(path, "encoding", "is not UTF-8 text; save it as UTF-8", line=line) from None


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise _error(path, "syntax", "has lists or tables nested too deep") from None
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        what = "is not valid TOML: " + _PLACE.sub("", str(error))
        named = place is not None and place[1] is not None
        line = int(place[1]) if place and named else text.count("\n") + 1
        column = int(place[2]) if place and named else None
        raise _error(path, "syntax", what, line=line, column=column) from None
    except ValueError:
        # Python reads no number of more than 4,300 digits and doesn't say where it stood.
        raise _error(path, "syntax", "has a number that is too long") from None


def _error(
    path: Path,
    kind: str,
    what: str,
    *,
    line: int | None = None,
    column: int | None = None,
    exit_code: int = 2,
) -> StructureError:
    return StructureError(path, (Problem(kind, what, line=line, column=column),), exit_code)
