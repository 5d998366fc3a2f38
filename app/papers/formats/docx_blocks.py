"""The blocks of a paper in Word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from typing import Any, Final

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu
from docx.table import Table as WordTable

from app.papers.formats.columns import widths
from app.papers.formats.docx_styles import (
    CELL,
    FACTS,
    FORM,
    GAP,
    ROWS,
    SIGNATURES,
    SMALL,
    STRONG,
)
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

_SHORT: Final = 8
"""So many lines a list may have to stand on one page."""


def add(document: Document, paper: Paper) -> None:
    """Title, blocks, foot."""
    document.add_paragraph(paper.title, style="Title")
    if paper.subtitle:
        document.add_paragraph(paper.subtitle, style="Subtitle")
    for block in paper.blocks:
        _add(block, document)
    _foot(document, paper.foot)


@singledispatch
def _add(block: Block, document: Document) -> None:  # noqa: ARG001
    """Add one block."""
    raise TypeError(type(block).__name__)


@_add.register
def _(block: Heading, document: Document) -> None:
    document.add_paragraph(block.text, style=f"Heading {block.level}")


@_add.register
def _(block: Text, document: Document) -> None:
    styles = {"normal": "Normal", "strong": STRONG, "small": SMALL}
    document.add_paragraph(block.text, style=styles[block.weight])


@_add.register
def _(block: Facts, document: Document) -> None:
    for label, value in block.rows:
        line = document.add_paragraph(style=FACTS)
        line.add_run(label).bold = True
        line.add_run(f"\t{value}")
        if not value:
            stops = line.paragraph_format.tab_stops
            stops.add_tab_stop(_width(document), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
            line.add_run("\t")


@_add.register
def _(block: Table, document: Document) -> None:
    table = _table(document, block.head, block.rows, block.shares, FORM if block.framed else ROWS)
    _tell(table, block.title)
    if block.framed:
        _make_room(table, len(block.rows), 2.2 if len(block.head) <= 2 else 1.1)


@_add.register
def _(block: Bullets, document: Document) -> None:
    for at, item in enumerate(block.items):
        if block.boxes:
            box = "☒" if at in block.ticked else "☐"
            line = document.add_paragraph(f"{box} {item}", style=CELL)
        else:
            line = document.add_paragraph(item, style="List Bullet")
        # A short list stays whole: two lines alone on a last page look forgotten.
        line.paragraph_format.keep_with_next = at + 1 < len(block.items) <= _SHORT


@_add.register
def _(block: Signatures, document: Document) -> None:
    rows = [(who, "", day) for who, day in block.rows]
    table = _table(document, block.head, rows, (3, 4, 2), SIGNATURES)
    _make_room(table, len(rows), 1.2)
    for row in table.rows:
        for cell in row.cells:
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM


@_add.register
def _(block: Timeline, document: Document) -> None:
    _picture(block.title, block.alt, timeline_table(block), document)
    if block.met:
        document.add_paragraph(met_days(block))


@_add.register
def _(block: TimeBars, document: Document) -> None:
    _picture(block.title, block.alt, bars_table(block), document)


def _picture(title: str, alt: str, table: Table, document: Document) -> None:
    """A picture in rows and words: Word's own drawings can't be read by other programs."""
    document.add_paragraph(title, style=STRONG)
    document.add_paragraph(alt).paragraph_format.keep_with_next = True
    _add(table, document)


def _table(
    document: Document,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    shares: Sequence[int],
    style: str,
) -> WordTable:
    table: Any = document.add_table(rows=0, cols=len(head), style=style)
    table.autofit = False
    if not any(head):
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        # The same twice, for Word and for those that read the older number.
        look.set(qn("w:firstRow"), "0")
        look.set(qn("w:val"), "0400")
    wide = [
        Emu(int(_width(document) * part)) for part in widths(head, rows, shares, _across(document))
    ]
    for width, column in zip(wide, table.columns, strict=True):
        column.width = width
    for at, texts in enumerate([head, *rows] if any(head) else rows):
        row = table.add_row()
        first = at == 0 and any(head)
        _mark(row, "w:cantSplit", *(["w:tblHeader"] if first else []))
        for place, cell in enumerate(row.cells):
            cell.width = wide[place]
            cell.paragraphs[0].style = CELL
            written = cell.paragraphs[0].add_run(texts[place])
            # Where the first column has no name it names its rows.
            named = place == 0 and not head[0] and any(head)
            written.bold = True if named or (first and style != SIGNATURES) else None
    # Two tables without a paragraph between them become one.
    document.add_paragraph(style=GAP)
    made: WordTable = table
    return made


def _width(document: Document) -> Emu:
    """Between the margins."""
    page: Any = document.sections[0]
    return Emu(page.page_width - page.left_margin - page.right_margin)


def _across(document: Document) -> int:
    """How many letters stand in a line: half as wide as they are high, the bold ones wider."""
    style: Any = document.styles["Normal"]
    return int(_width(document).pt / (0.54 * style.font.size.pt))


def _make_room(table: WordTable, rows: int, height_cm: float) -> None:
    """Let empty cells be high enough to write in by hand, below the head."""
    for row in list(table.rows)[-rows:]:
        if not all(cell.text for cell in row.cells):
            row.height, row.height_rule = Cm(height_cm), WD_ROW_HEIGHT_RULE.AT_LEAST


def _mark(row: Any, *tags: str) -> None:
    """What a row does at the end of a page: stays whole; the head comes again."""
    for tag in tags:
        row._tr.get_or_add_trPr().append(OxmlElement(tag))


def _tell(table: WordTable, title: str) -> None:
    """What a screen reader says of the table."""
    if title:
        told = OxmlElement("w:tblCaption")
        told.set(qn("w:val"), title)
        table._tbl.tblPr.append(told)


def _foot(document: Document, text: str) -> None:
    """The foot's line, and the page's number: the one field, and nobody's text is in it."""
    line = document.sections[0].footer.paragraphs[0]
    line.style = "Footer"
    stops = line.paragraph_format.tab_stops
    stops.add_tab_stop(_width(document), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(f"{text}\t")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    field.append(line.add_run("1")._r)
    line._p.append(field)
