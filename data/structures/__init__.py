"""The meeting structures that ship, and the reader of structure files.

A structure is one TOML file. What is wrong in it is told with file, line, key, what to do and the
nearest right key (`StructureError`); nothing of it is used then. TOML is the only format: it
can't name a Python object, include a file or run anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import ValidationError

from data.structures.problems import Problem, StructureError
from data.structures.toml_file import MAX_BYTES, read_toml
from phases.structures import Structure

__all__ = ["MAX_BYTES", "Problem", "StructureError", "Structures", "load_structure", "shipped"]


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
    text, document = read_toml(path)
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
