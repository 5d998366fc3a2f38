"""What a case may be called, and where its files lie (design §9, reliability T16)."""

from __future__ import annotations

import re
from pathlib import Path

from data.errors import CaseIdError

_ID = re.compile(r"[A-Z0-9][A-Z0-9-]{0,31}")
_DEVICES = frozenset(
    (
        *("CON", "PRN", "AUX", "NUL"),
        *(f"{kind}{n}" for kind in ("COM", "LPT") for n in range(10)),
    )
)
"""Names that mean a device on Windows, with any ending after a dot too."""
_TAKEN = _DEVICES | {"ACCESS"}
"""And `access.journal`, which would be the same file as this case's where letter case isn't told
apart."""


def case_id(text: str) -> str:
    """The id in capitals: `case1` and `CASE1` are the same case. Raises CaseIdError.

    ASCII is asked for before anything is turned into capitals, for `ß` and `ı` would become
    letters that are allowed.
    """
    name = text.upper() if text.isascii() else ""
    if not _ID.fullmatch(name) or name in _TAKEN:
        raise CaseIdError("case-id", length=len(text))
    return name


def is_device(name: str) -> bool:
    """Whether Windows keeps this name for itself."""
    return name.upper() in _DEVICES


def path_below(folder: Path, name: str) -> Path:
    """A file right in this folder. Raises CaseIdError where the name leads elsewhere.

    An id that passed `case_id` can't; this is for the day when that pattern is widened.
    """
    path = folder / name
    if path.name != name or name == ".." or path.parent.resolve() != folder.resolve():
        raise CaseIdError("case-id", length=len(name))
    return path
