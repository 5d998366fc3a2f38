"""A paper as Markdown (CommonMark with tables): every text stands as text, none of it as a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
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

# What may mean something anywhere in a line; braces and the dollar for what sites add to Markdown.
_MARKS: Final = r"[\\`*_{}\[\]<>#|~&$]"
# What means something where a line begins: lists, underlines of headings, definitions.
_BEGINS: Final = r"^(?:=|-(?=[-\s]|$)|[+:](?=\s|$)|\d{1,9}(?=[.)](?:\s|$)))"

_BREAK: Final = "\\\n"
_LINE: Final = "__________"


def write(paper: Paper) -> bytes:
    """Title, blocks with an empty line between, a newline at the end."""
    parts = [f"# {_line(paper.title)}", _lines(paper.subtitle)]
    parts += [_marked(block) for block in paper.blocks]
    parts += ["---", _lines(paper.foot)] if paper.foot else []
    return ("\n\n".join(part for part in parts if part) + "\n").encode("utf-8")


def escaped(text: str) -> str:
    """One line of text with a backslash before whatever Markdown would take for a mark."""
    return re.sub(_BEGINS, _first_escaped, _inside(text))


def _inside(text: str) -> str:
    """The same where no line begins."""
    return re.sub(_MARKS, r"\\\g<0>", text.strip())


def _first_escaped(begin: re.Match[str]) -> str:
    found = begin[0]
    # A figure can't be escaped, the stop after it can.
    return f"{found}\\" if found[0].isdigit() else f"\\{found}"


def _line(text: str) -> str:
    """Where one line is all there is room for."""
    return " ".join(escaped(line) for line in text.split("\n")).strip()


def _lines(text: str, between: str = _BREAK) -> str:
    lines = [escaped(line) for line in text.split("\n")]
    return between.join(line for line in lines if line)


def _strong(text: str) -> str:
    return f"**{text}**" if text else ""


@singledispatch
def _marked(block: Block) -> str:
    """The block in Markdown."""
    raise TypeError(type(block).__name__)


@_marked.register
def _(block: Heading) -> str:
    return f"{'#' * (block.level + 1)} {_line(block.text)}" if block.text.strip() else ""


@_marked.register
def _(block: Text) -> str:
    if block.weight == "strong":
        return _BREAK.join(_strong(escaped(line)) for line in block.text.split("\n") if line)
    return _lines(block.text)


@_marked.register
def _(block: Facts) -> str:
    return _BREAK.join(
        f"**{_line(label)}:** {_lines(value, ' ') or _LINE}" for label, value in block.rows
    )


@_marked.register
def _(block: Table) -> str:
    return _rows(block.head, block.rows)


@_marked.register
def _(block: Bullets) -> str:
    def mark(at: int) -> str:
        if not block.boxes:
            return "- "
        return "- [x] " if at in block.ticked else "- [ ] "

    return "\n".join(mark(at) + _lines(item, f"{_BREAK}  ") for at, item in enumerate(block.items))


@_marked.register
def _(block: Signatures) -> str:
    return _rows(block.head, [(who, "", day) for who, day in block.rows])


@_marked.register
def _(block: Timeline) -> str:
    return _picture(block.title, block.alt, timeline_table(block), met_days(block))


@_marked.register
def _(block: TimeBars) -> str:
    return _picture(block.title, block.alt, bars_table(block))


def _picture(title: str, alt: str, table: Table, after: str = "") -> str:
    parts = (_strong(_line(title)), _lines(alt), _marked(table), _lines(after))
    return "\n\n".join(part for part in parts if part)


def _rows(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; a cell holds no line break of Markdown's own, so it is HTML's."""

    def row(cells: Sequence[str]) -> str:
        return (
            "| " + " | ".join("<br>".join(map(_inside, cell.split("\n"))) for cell in cells) + " |"
        )

    return "\n".join([row(head), "|" + " --- |" * len(head), *(row(cells) for cells in rows)])
