"""The texts before a meeting, as templates: those that ship, and a vault's own over them.

They lie as plain files, `KIND.LANGUAGE.txt`; a vault's own in its `texts/`, so that they go where
the logs go. One that can't be used is told of with file and line, and the one that ships isn't
sent in its place unasked: a municipality's own words may be there for a reason.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from data.errors import UsageError
from data.files import make_private_folder, write_private
from data.structures.problems import Problem, StructureError, cleaned
from data.structures.toml_file import plain_text
from data.texts.fields import FILE_NAMES, TextKind, file_name
from phases.nearest import nearest
from phases.words import Language

FOLDER: Final = "texts"
"""Where a vault's own lie."""

MOST: Final = 200
"""More files than this in the folder are something else; the rest isn't looked at."""

SHIPPED: Final = Path(__file__).parent


class Template(NamedTuple):
    """One template as it stands in its file."""

    kind: TextKind
    language: Language
    text: str
    path: Path

    @property
    def version(self) -> str:
        """Its name and a digest of its wording, which may be another by now."""
        return f"{self.path.name} {sha256(self.text.encode('utf-8')).hexdigest()[:8]}"


class Texts:
    """The templates of one vault over those that ship; each file is read when it is needed."""

    def __init__(self, folder: Path | None) -> None:
        """`folder` is a vault's `texts`, which needn't be there."""
        self.folder = folder

    def path(self, kind: TextKind, language: Language) -> Path:
        """The file that counts."""
        own = self.own_path(kind, language)
        return own if own is not None else SHIPPED / file_name(kind, language)

    def own_path(self, kind: TextKind, language: Language) -> Path | None:
        """The vault's own file, if there is one; a link that leads nowhere is one, too."""
        path = self.folder / file_name(kind, language) if self.folder else None
        return path if path is not None and os.path.lexists(path) else None

    def template(self, kind: TextKind, language: Language) -> Template:
        """What counts now. Raises StructureError where its file can't be read."""
        path = self.path(kind, language)
        return Template(kind, language, plain_text(path), path)

    def strange(self) -> Iterator[StructureError]:
        """Files beside the vault's own that no text is read from: a slip in the name, mostly."""
        if self.folder is None:
            return
        try:
            names = sorted(path.name for path in self.folder.iterdir())[:MOST]
        except FileNotFoundError:
            return
        except OSError as error:
            what = f"can't be read: {error.strerror}"
            yield StructureError(self.folder, (Problem("unreadable", what),), 3)
            return
        for name in names:
            if name not in FILE_NAMES and name.endswith(".txt") and not name.startswith("."):
                yield name_fault(self.folder / name)

    def make_own(self, kind: TextKind, language: Language) -> Path:
        """Copy the one that ships into the vault's own, to be changed there.

        Raises UsageError (`text-exists`), DiskError.
        """
        if self.folder is None or self.own_path(kind, language) is not None:
            raise UsageError("text-exists", path=file_name(kind, language))
        path = self.folder / file_name(kind, language)
        make_private_folder(self.folder.parent)
        make_private_folder(self.folder)
        write_private(path, (SHIPPED / path.name).read_bytes())
        return path


def texts_of(vault: Path | None) -> Texts:
    """The templates of this vault."""
    return Texts(vault / FOLDER if vault else None)


def read_template(path: Path) -> Template:
    """A template from any folder; its file's name says which text it is. Raises StructureError."""
    if path.name not in FILE_NAMES:
        raise name_fault(path)
    kind, language = FILE_NAMES[path.name]
    return Template(kind, language, plain_text(path), path)


def name_fault(path: Path) -> StructureError:
    """The file's name is none of those that are read."""
    near = cleaned(nearest(path.name, FILE_NAMES))
    problem = Problem("template-file", "is no name of a text", nearest=near)
    return StructureError(path, (problem,))
