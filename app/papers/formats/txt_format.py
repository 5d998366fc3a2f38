"""A paper as plain UTF-8 text, 80 columns wide: what archives take and anybody can open (L10)."""

from __future__ import annotations

import textwrap
from functools import singledispatch

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

WIDTH = 80


def write(paper: Paper) -> bytes:
    """Title, blocks with an empty line between, a newline at the end."""
    head = [title_line(paper.title), paper.subtitle]
    parts = ["\n".join(line for line in head if line)]
    parts += ["\n".join(_lines(block)) for block in paper.blocks]
    parts += [paper.foot] if paper.foot else []
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
    return [block.text, ("=" if block.level == 1 else "-") * len(block.text)]


@_lines.register
def _(block: Text) -> list[str]:
    return _wrapped(block.text)


@_lines.register
def _(block: Facts) -> list[str]:
    wide = max((len(label) for label, _value in block.rows), default=0) + 2
    return [
        line
        for label, value in block.rows
        for line in _wrapped(value, first=f"{label}:".ljust(wide), rest=" " * wide)
    ]


@_lines.register
def _(block: Table) -> list[str]:
    lines: list[str] = []
    for row in block.rows:
        named = [(name, cell) for name, cell in zip(block.head, row, strict=True) if cell]
        for at, (name, cell) in enumerate(named):
            first = "- " if at == 0 else "  "
            lines += _wrapped(f"{name}: {cell}" if name else cell, first=first, rest="    ")
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
    return [
        line
        for label, signed in block.rows
        for line in (f"{who}: {label}", f"{name}: {'_' * 40}  {day}: {signed or '_' * 12}", "")
    ]


@_lines.register
def _(block: Timeline) -> list[str]:
    return [block.title, *_wrapped(block.alt)]


@_lines.register
def _(block: TimeBars) -> list[str]:
    return [block.title, *_wrapped(block.alt)]


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
