"""A paper as plain UTF-8 text, 80 columns wide: what archives take and anybody can open (L10)."""

from __future__ import annotations

import textwrap
from functools import singledispatch
from typing import Final

from app.papers.formats.pictures import bars_table, met_days, timeline_table
from app.papers.paper import (
    Block,
    Bullets,
    Facts,
    Heading,
    Paper,
    Signatures,
    Table,
    Text,
    TimeBars,
    Timeline,
)

WIDTH: Final = 80

_LABEL: Final = 26
"""A longer label has no values in a column beside it."""

_BLANK: Final = "_" * 40
"""A line to write on."""


def write(paper: Paper) -> bytes:
    """Title, blocks with an empty line between, a newline at the end."""
    head = [*_wrapped(title_line(paper.title)), *_wrapped(paper.subtitle)]
    parts = ["\n".join(line for line in head if line)]
    parts += ["\n".join(_lines(block)).rstrip("\n") for block in paper.blocks]
    parts += ["\n".join(_wrapped(paper.foot))]
    return ("\n\n".join(part for part in parts if part) + "\n").encode("utf-8")


def title_line(title: str) -> str:
    """A paper's first line."""
    return title.upper()


@singledispatch
def _lines(block: Block) -> list[str]:
    """The lines of a block."""
    raise TypeError(type(block).__name__)


@_lines.register
def _(block: Heading) -> list[str]:
    lines = _wrapped(block.text)
    longest = min(WIDTH, max(map(len, lines), default=0))
    return [*lines, ("=" if block.level == 1 else "-") * longest]


@_lines.register
def _(block: Text) -> list[str]:
    return _wrapped(block.text)


@_lines.register
def _(block: Facts) -> list[str]:
    wide = min(_LABEL, max((len(label) for label, _value in block.rows), default=0)) + 2
    lines: list[str] = []
    for label, value in block.rows:
        beside = len(label) < wide - 1
        said = f"{label}:".ljust(wide) if beside else f"{label}: "
        lines += _wrapped(said + (value or _BLANK), rest=" " * wide if beside else "    ")
    return lines


@_lines.register
def _(block: Table) -> list[str]:
    lines: list[str] = []
    for row in block.rows:
        told = [(name, cell) for name, cell in zip(block.head, row, strict=True)]
        blank = _BLANK if block.framed else ""
        told = [(name, cell or blank) for name, cell in told if cell or blank]
        for at, (name, cell) in enumerate(told):
            first = "- " if at == 0 else "  "
            lines += _wrapped(_after(name, cell), first=first, rest="    ")
    return lines


@_lines.register
def _(block: Bullets) -> list[str]:
    def mark(at: int) -> str:
        if not block.boxes:
            return "- "
        return "[x] " if at in block.ticked else "[ ] "

    return [
        line
        for at, item in enumerate(block.items)
        for line in _wrapped(item, first=mark(at), rest=" " * len(mark(at)))
    ]


@_lines.register
def _(block: Signatures) -> list[str]:
    who, name, day = block.head
    lines: list[str] = []
    for label, signed in block.rows:
        lines += [*_wrapped(f"{who}: {label}", rest="    ")]
        lines += [f"{name}: {_BLANK}  {day}: {signed or '_' * 12}", ""]
    return lines


@_lines.register
def _(block: Timeline) -> list[str]:
    days = _wrapped(met_days(block)) if block.met else []
    return [block.title, *_wrapped(block.alt), *_lines(timeline_table(block)), *days]


@_lines.register
def _(block: TimeBars) -> list[str]:
    return [block.title, *_wrapped(block.alt), *_lines(bars_table(block))]


def _wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    """The text in lines of at most `WIDTH`; its own line breaks kept, a long word never cut."""
    lines: list[str] = []
    for at, line in enumerate(text.split("\n")):
        lines += textwrap.wrap(
            line,
            WIDTH,
            initial_indent=rest if at else first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [(rest if at else first).rstrip()]
    return lines


def _after(name: str, cell: str) -> str:
    """What stands under a column's head, behind it; a question has its sign already."""
    if not name:
        return cell
    return f"{name} {cell}" if name.endswith("?") else f"{name}: {cell}"
