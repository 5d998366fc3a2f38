"""Finds the line a key stands on: tomllib tells what a file says, not where."""

from __future__ import annotations

import re
from typing import Final

Path = tuple[str | int, ...]
"""The way to a key, as pydantic gives it: `("phases", 3, "minutes")`."""

_STRING = r"\"(?:[^\"\\]|\\.)*\"|'[^']*'"
_PART = rf"(?:{_STRING}|[A-Za-z0-9_-]+)"
_DOTTED = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER: Final = re.compile(rf"\s*(\[\[?)\s*({_DOTTED})\s*\]")
_KEY: Final = re.compile(rf"\s*({_DOTTED})\s*=")
_ONE_PART: Final = re.compile(_PART)
_TRIPLE: Final = ('"""', "'''")
_SIGN: Final = re.compile(rf"{'|'.join(_TRIPLE)}|{_STRING}|[\[\]{{}},#]|[^\s\[\]{{}},#\"']+|.")
"""What a value is made of: three quotes, a text, a bracket, a comma, a remark, a plain word."""


def line_of(text: str, path: Path) -> int:
    """The line, from one, of the key at `path`, or of the nearest thing around it that has a line.

    A missing key gives its table's heading, a value inside an entry of a list that entry's line.
    This reads the text by line instead of asking a parser that keeps positions: that would be a
    dependency for nothing but a number in an error, and the text has passed tomllib already.
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
    # Not splitlines(): that also breaks at signs which are no line end to TOML or an editor.
    lines = text.split("\n")
    value_until = 0
    for number, line in enumerate(lines, start=1):
        if number <= value_until or line.lstrip().startswith("#"):
            continue
        if header := _HEADER.match(line):
            table = _table(header[1] == "[[", _parts(header[2]), counts)
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            path = (*table, *_parts(key[1]))
            for length in range(len(table) + 1, len(path) + 1):
                found.setdefault(path[:length], number)
            entries, value_until = _value(lines, number, key.end())
            found.update({(*path, place): its for place, its in enumerate(entries)})
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


def _value(lines: list[str], first: int, column: int) -> tuple[list[int], int]:
    """The lines on which the entries of a list begin, and the value's last line.

    A value goes on until its brackets and its three quotes are closed; what is no list has no
    entries.
    """
    entries: list[int] = []
    is_list = lines[first - 1][column:].lstrip().startswith("[")
    depth, quote, awaited = 0, "", False
    for number in range(first, len(lines) + 1):
        for sign in _SIGN.findall(lines[number - 1], column if number == first else 0):
            if quote or sign.isspace():
                quote = "" if sign == quote else quote
                continue
            if sign == "#":
                break
            if awaited and sign != "]":
                entries.append(number)
            depth += (sign in "[{") - (sign in "]}")
            awaited = is_list and depth == 1 and sign in "[,"
            quote = sign if sign in _TRIPLE else ""
        if depth <= 0 and not quote:
            return entries, number
    return entries, len(lines)
