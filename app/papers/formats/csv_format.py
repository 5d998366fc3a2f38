"""A paper's list for a spreadsheet: the rows of the tables that are marked for it.

As a Norwegian Excel reads it by a double click: UTF-8 with a byte order mark (else it takes æ, ø
and å for two letters each), semicolons (the comma is its decimal sign), every cell quoted. A cell
that a spreadsheet would take for a formula begins with an apostrophe (T15).
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import Final

from app.papers.errors import PaperError
from app.papers.paper import AnyBlock, Paper, Table
from app.wording.said import Said
from app.words import Words

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "|")
_UNSEEN: Final = ("Zs", "Zl", "Zp", "Cf", "Cc")
"""Kinds of characters without a picture: spaces, marks of width and direction, line breaks."""


def write(paper: Paper) -> bytes:
    """The rows, under their heads. Raises PaperError for a paper without such a list."""
    tables = list(_tables(paper.blocks))
    if not tables:
        _ = Words(paper.language)
        what = _("There is no list for a spreadsheet in this paper")
        raise PaperError(Said(what, _("choose another format")), "E-NOLIST")
    text = io.StringIO()
    out = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for at, table in enumerate(tables):
        if at:
            out.writerow([])
        out.writerow(harmless(table.head))
        out.writerows(harmless(row) for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def harmless(cells: Iterable[str]) -> list[str]:
    """The cells, those that could be a formula made text. Wide signs are taken for narrow ones."""
    return [f"'{cell}" if _is_formula(cell) else cell for cell in cells]


def _is_formula(cell: str) -> bool:
    # Before its first sign a program may leave out what isn't seen; a tab counts as one itself.
    plain = unicodedata.normalize("NFKC", cell)
    seen = (c for c in plain if c in "\t\r" or unicodedata.category(c) not in _UNSEEN)
    return "".join(islice(seen, 1)).startswith(_FORMULA)


def _tables(blocks: Iterable[AnyBlock]) -> Iterator[Table]:
    """The lists; those under the same heads are one, and a spreadsheet sorts it whole."""
    marked = (block for block in blocks if isinstance(block, Table) and block.csv)
    for _head, alike in groupby(marked, lambda table: table.head):
        first, *more = alike
        yield first.model_copy(update={"rows": sum((t.rows for t in more), first.rows)})
