"""Making a structure of one's own: a copy of another one, with its comments, under a new id."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final
from unicodedata import normalize

from data.caseid import is_device
from data.errors import UsageError
from data.files import make_private_folder, write_private
from data.structures.lines import line_of
from data.structures.own import KnownStructures

MAX_ID: Final = 40
_ID: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_VALUE: Final = re.compile(r"""=\s*(\"{3}[^"]*\"{3}|'{3}[^']*'{3}|"[^"]*"|'[^']*')""")
"""What follows the key: an id has no quotes and no backslash in it."""
_PLAIN: Final = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ß": "ss"})


def new_structure(known: KnownStructures, source: str, new_id: str) -> Path:
    """Copy a structure, its comments too, into the vault's own; only its id is changed.

    Raises:
        UsageError: `structure-id` (not an id; `nearest` is one), `structure-taken` (one that
            ships has it), `structure-exists` (the vault has it).
        KeyError: there is no `source` that can be used.
        DiskError: it can't be written; nothing is left then.
    """
    if not _ID.fullmatch(new_id) or len(new_id) > MAX_ID or is_device(new_id):
        raise UsageError("structure-id", nearest=nearest_id(new_id) or "my-meeting")
    if new_id in known.shipped_ids:
        raise UsageError("structure-taken", structure=new_id)
    text = known.file(source).read_text(encoding="utf-8-sig")
    path = known.folder / f"{new_id}.toml"
    make_private_folder(known.folder.parent)
    make_private_folder(known.folder)
    try:
        write_private(path, _with_id(text, new_id).encode("utf-8"))
    except UsageError:
        raise UsageError("structure-exists", structure=new_id) from None
    return path


def nearest_id(typed: str) -> str:
    """An id that looks like what was typed: `Møte på SFO` -> `mote-pa-sfo`; perhaps nothing."""
    plain = normalize("NFKD", typed.lower().translate(_PLAIN))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode())
    found = "-".join(words).lstrip("0123456789-")[:MAX_ID].strip("-")
    return "" if is_device(found) else found


def _with_id(text: str, new_id: str) -> str:
    """The text with another id, at the line where it stands; all else as it is."""
    lines = text.split("\n")
    number = line_of(text, ("id",)) - 1
    lines[number] = _VALUE.sub(f'= "{new_id}"', lines[number], count=1)
    return "\n".join(lines)
