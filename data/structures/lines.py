"""Finds the line a key stands on: tomllib tells what a file says, not where."""

from __future__ import annotations

import re
from typing import Final

Path = tuple[str | int, ...]
"""The way to a key, as pydantic gives it: `("phases", 3, "minutes")`."""

_PART = r"(?:\"(?:[^\"\\]|\\.)*\"|'[^']*'|[A-Za-z0-9_-]+)"
_DOTTED = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER: Final = re.compile(rf"\s*(\[\[?)\s*({_DOTTED})\s*\]")
_KEY: Final = re.compile(rf"\s*({_DOTTED})\s*=")
_ONE_PART: Final = re.compile(_PART)
_TRIPLE: Final = re.compile(r'"""|' + "'''")


def line_of(text: str, path: Path) -> int:
    """The line, from one, of the key at `path`, or of the nearest thing around it that has a line.

    A missing key gives its table's heading, a value inside a list the list's own line. This reads
    the text by line instead of asking a parser that keeps positions: that would be a dependency
    for nothing but a number in an error, and the text has passed tomllib already.
    """
    found = _index(text)
    for length in range(len(path), 0, -1):
        if path[:length] in found:
            return found[path[:length]]
    return 1


def _index(text: str) -> dict[Path, int]:
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    open_string = ""
    # Not splitlines(): that also breaks at signs which are no line end to TOML or an editor.
    for number, line in enumerate(text.split("\n"), start=1):
        was_open, open_string = open_string, _string_open_after(line, open_string)
        if was_open or line.lstrip().startswith("#"):
            continue
        if header := _HEADER.match(line):
            table = _table(header[1] == "[[", _parts(header[2]), counts)
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            parts = _parts(key[1])
            for length in range(1, len(parts) + 1):
                found.setdefault((*table, *parts[:length]), number)
    return found


def _parts(dotted: str) -> list[str]:
    return [part.strip("\"'") for part in _ONE_PART.findall(dotted)]


def _table(one_of_many: bool, parts: list[str], counts: dict[Path, int]) -> Path:
    """The path of a heading; `[phases.title]` belongs to the newest `[[phases]]`."""
    path: Path = ()
    for place, part in enumerate(parts):
        path = (*path, part)
        if one_of_many and place == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _string_open_after(line: str, quote: str) -> str:
    """The three quotes that a string of several lines still waits for after this line, or ""."""
    if not quote and line.lstrip().startswith("#"):
        return ""
    for found in _TRIPLE.finditer(line):
        if not quote:
            quote = found[0]
        elif quote == found[0]:
            quote = ""
    return quote
