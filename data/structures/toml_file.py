"""One small TOML file as text and document; whatever is wrong is told with its file and line."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, Final

from data.structures.problems import Problem, StructureError

MAX_BYTES: Final = 256 * 1024
"""A structure or a calendar is a few kilobytes; what is larger is something else."""

_PLACE: Final = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")


def read_toml(path: Path) -> tuple[str, dict[str, Any]]:
    """The text of a file, for finding lines in it, and what it says.

    Raises:
        StructureError: it can't be read (exit code 3), or isn't TOML.
    """
    if path.suffix.lower() != ".toml":
        raise _error(path, "not-toml", "is not a .toml file, and no other form is read here")
    text = plain_text(path)
    return text, _parsed(path, text)


def plain_text(path: Path) -> str:
    """The text of one small file that somebody wrote.

    Raises:
        StructureError: it can't be read (exit code 3), is too large, or isn't UTF-8.
    """
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
