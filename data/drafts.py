"""What somebody has typed and not saved, kept over a crash (design §5).

One small file a window, written whole. How often is the screen's business (at most 5 s old).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from data.codec import Codec, Place
from data.errors import DiskError
from data.files import disk_error, make_private_folder, read_file, write_atomically
from data.strict_json import NotStrictError, dump, load

_WINDOW = re.compile(r"[a-z][a-z0-9-]{0,31}")


class Draft(NamedTuple):
    """An unsaved text: of which record and field, and from which saved text it started."""

    record: str
    """The record's id; empty for a record that doesn't exist yet."""
    field: str
    text: str
    base: str = ""
    """The field's value when editing began, to notice that somebody else changed it."""

    def __repr__(self) -> str:
        """Record and field alone: what people wrote about a child never reaches a traceback."""
        return f"Draft({self.record}, {self.field})"


class Drafts:
    """The drafts of one case."""

    def __init__(self, folder: Path, case: str, codec: Codec) -> None:
        self._folder = folder
        self._case = case
        self._codec = codec

    def load(self, window: str) -> Mapping[tuple[str, str], Draft]:
        """The drafts of a window, by record and field. Raises DiskError.

        A file that can't be understood is set aside and counts as none: it must not keep a
        meeting from going on.
        """
        path = self._path(window)
        data = read_file(path)
        if data is None:
            return {}
        try:
            found = load(self._codec.decode(data, self._place(window)))
            drafts = [Draft(**document) for document in found]
        except (NotStrictError, TypeError):
            self._set_aside(path)
            return {}
        return {(draft.record, draft.field): draft for draft in drafts}

    def save(self, window: str, draft: Draft) -> None:
        """Keep one draft beside the others of its window. Raises DiskError."""
        drafts = dict(self.load(window))
        drafts[draft.record, draft.field] = draft
        self._write(window, drafts)

    def clear(self, window: str, record: str, field: str) -> None:
        """Forget one draft: it was saved, or thrown away on purpose. Raises DiskError."""
        drafts = dict(self.load(window))
        if drafts.pop((record, field), None) is not None:
            self._write(window, drafts)

    def _write(self, window: str, drafts: Mapping[tuple[str, str], Draft]) -> None:
        path = self._path(window)
        if not drafts:
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise disk_error(error, path) from None
            return
        make_private_folder(self._folder)
        data = dump([draft._asdict() for draft in drafts.values()])
        write_atomically(path, self._codec.encode(data, self._place(window)))

    def _set_aside(self, path: Path) -> None:
        try:
            path.replace(path.with_suffix(".damaged"))
        except OSError as error:
            raise disk_error(error, path) from None

    def _place(self, window: str) -> Place:
        return Place(self._case, previous=f"drafts/{window}")

    def _path(self, window: str) -> Path:
        if not _WINDOW.fullmatch(window):
            raise DiskError("window-name", path="drafts")
        return self._folder / f"{window}.draft"
