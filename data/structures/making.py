"""Making a structure of one's own: a copy of another one, with its comments, under a new id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple
from unicodedata import normalize

from data.caseid import is_device
from data.errors import UsageError
from data.files import make_private_folder, write_private
from data.structures.lines import line_of
from data.structures.own import KnownStructures
from phases.structure_texts import MAX_TITLE

MAX_ID: Final = 40
_ID: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_VALUE: Final = re.compile(r"""=\s*(\"{3}[^"]*\"{3}|'{3}[^']*'{3}|"[^"]*"|'[^']*')""")
"""What follows the key: an id has no quotes and no backslash in it."""
_PLAIN: Final = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ß": "ss"})


class CopyWords(NamedTuple):
    """What a copy says of itself, in the language of whoever makes it."""

    head: tuple[str, ...]
    """Remarks on top."""
    part: str
    """The remark before each part, with `{number}`."""
    marks: Mapping[str, str]
    """Language -> what stands in brackets after the title."""
    keeps_remarks: bool
    """Whether the remarks of the source stay; else these take their place."""


def new_structure(
    known: KnownStructures, source: str, new_id: str, told: CopyWords | None = None
) -> Path:
    """Copy a structure, its comments too, into the vault's own; only its id is changed.

    With `told` the copy says that it is one, in its title and its first remarks.

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
        copied = _with_id(text, new_id)
        copied = copied if told is None else _told(copied, told)
        write_private(path, copied.encode("utf-8"))
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


def _told(text: str, told: CopyWords) -> str:
    """The text of a copy with the words that it is one."""
    lines = text.split("\n")
    for language, mark in told.marks.items():
        number = line_of(text, ("title", language)) - 1
        lines[number] = _marked(lines[number], language, mark)
    if not told.keeps_remarks:
        lines = list(_without_remarks(lines, told.part))
    head = [f"# {line}" for line in told.head]
    return "\n".join([*head, "", *lines])


def _marked(line: str, language: str, mark: str) -> str:
    """The line of a title with the mark in it; as it was where it has none, or no room for it."""
    found = re.match(rf"""\s*(?:title\.)?{language}\s*=\s*(["'])(?P<text>[^"'\\]+)\1""", line)
    if found is None:
        return line
    marked = f"{found['text']} ({mark})"
    if found["text"].endswith(f"({mark})") or len(marked) > MAX_TITLE:
        return line
    return f"{line[: found.start('text')]}{marked}{line[found.end('text') :]}"


def _without_remarks(lines: Iterable[str], part: str) -> Iterator[str]:
    """The lines but for whole lines of remarks; before each part, which one it is.

    No text of a structure goes over several lines, so none of them begins with `#`.
    """
    number, before = 0, ""
    for line in lines:
        if line.lstrip().startswith("#"):
            continue
        if line.strip() == "[[phases]]":
            number += 1
            yield f"# {part.format(number=number)}"
        if line.strip() or before.strip():
            yield line
        before = line
