"""A paper as one HTML file: no script, no picture or letter from elsewhere, nothing sent.

What could come from elsewhere is forbidden by the page itself (`Content-Security-Policy`); its one
style sheet is allowed by its digest. Jinja2 escapes every text.
"""

from __future__ import annotations

import base64
import hashlib
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.papers.formats.columns import widths
from app.papers.formats.pictures import (
    bars_table,
    drawn,
    longest_s,
    met_days,
    minutes,
    timeline_table,
)

if TYPE_CHECKING:
    from app.papers.paper import Paper, Table, Timeline

TEMPLATE: Final = Path(__file__).with_name("paper.html")
STYLE: Final = Path(__file__).with_name("paper.css")

_ACROSS = {"small": 84, "usual": 84, "larger": 72, "large": 60}
"""Characters in a line of the page, by its letters."""

_LABEL = 28
"""Characters in a line of a picture's label; the table below has all of it."""

_AT_MOST = 3

_LETTER, _WIDE = 7, 530
"""About how wide a letter of a picture is, and how wide its bars are together (its units)."""


def write(paper: Paper) -> bytes:
    """The page, UTF-8."""
    from jinja2 import Environment, StrictUndefined

    made = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    ).from_string(TEMPLATE.read_text("utf-8"))
    style = STYLE.read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    tools: dict[str, Any] = {
        "rows_of": _rows_of,
        "drawn": drawn,
        "timeline_table": timeline_table,
        "bars_table": bars_table,
        "met_days": met_days,
        "minutes": minutes,
        "longest_s": longest_s,
        "percents": lambda table: _percents(table, _ACROSS[paper.letters]),
    }
    return made.render(paper=paper, style=style, digest=digest, **tools).encode("utf-8")


def _percents(table: Table, across: int) -> list[int]:
    """Column widths in steps of 5 %, each of which is a class: a page may not style itself."""
    parts = widths(table.head, table.rows, table.shares, across)
    rounded = [max(5, round(20 * part) * 5) for part in parts]
    rounded[rounded.index(max(rounded))] += 100 - sum(rounded)
    return rounded


def _rows_of(block: Timeline) -> tuple[list[dict[str, Any]], int]:
    """A timeline's rows with their labels in lines, and how high they are together."""
    rows, top = [], 0
    for span, place in zip(block.spans, drawn(block, "nb").spans, strict=True):
        lines = _lines(" – ".join(part for part in (span.label, span.who) if part))
        tall = 10 + 17 * len(lines)
        said = f"{span.symbol} {span.word}".strip()
        needed = (_LETTER * len(said) + 12) / _WIDE
        inside, after = needed <= place.end - place.start, place.end + needed <= 1
        # Across the end of a short bar it would be hard to read.
        at = place.start if inside or not after else place.end
        row = {"top": top, "tall": tall, "lines": lines, "said": said, "place": place}
        rows.append({**row, "at": at, "before": not inside and not after})
        top += tall
    return rows, top


def _lines(label: str) -> list[str]:
    lines = textwrap.wrap(label, _LABEL)
    return [*lines[: _AT_MOST - 1], f"{lines[_AT_MOST - 1]}…"] if len(lines) > _AT_MOST else lines
