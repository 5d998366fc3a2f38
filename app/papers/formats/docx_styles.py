"""The styles of a Word paper, made of python-docx's template, which is a catalogue of others."""

from __future__ import annotations

from typing import Any, Final

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from app.papers.paper import Letters

INK: Final = "1D2B36"
QUIET: Final = "4B5A66"
ACCENT: Final = "1F5673"
_FAINT: Final = "C3CDD4"
_PALE: Final = "EEF2F5"

FACTS: Final = "Facts"
SMALL: Final = "Small print"
STRONG: Final = "Strong paragraph"
CELL: Final = "Table text"
GAP: Final = "Gap below a table"
ROWS: Final = "Paper table"
FORM: Final = "Paper form"
SIGNATURES: Final = "Paper signatures"

_FONT: Final = "Calibri"
_KEPT: Final = {
    *("Normal", "Default Paragraph Font", "Normal Table", "No List", "Title", "Subtitle"),
    *("Heading 1", "Heading 2", "List Bullet", "Footer"),
}
_LIST_ID: Final = "ListBullet"
_UNUSED: Final = ("/thumbnail", "/stylesWithEffects", "/customXml")
_SIZES: Final = {"Title": 2.0, "Subtitle": 1.1, "Heading 1": 1.3, "Heading 2": 1.1, "Footer": 0.75}
_SPACES: Final = (
    ("Normal", 0, 6),
    ("Title", 0, 4),
    ("Subtitle", 0, 12),
    ("Heading 1", 16, 4),
    ("Heading 2", 10, 3),
    ("List Bullet", 0, 3),
    (FACTS, 0, 2),
    (CELL, 2, 2),
    (GAP, 0, 4),
)
"""Points above and below each, in papers of the usual size."""

_POINTS: Final[dict[Letters, float]] = {
    "small": 9.0,
    "usual": 11.0,
    "larger": 12.5,
    "large": 15.0,
}
_FACTS_CM: Final = 4.0
"""How far in the values stand beside their labels, in papers of the usual size."""

_W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAVY: Final = (
    f'<w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{_PALE}"/></w:tcPr>'
)
_LIGHT: Final = f'<w:rPr><w:color w:val="{QUIET}"/></w:rPr>'
_FRAME: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
_TABLES: Final = (
    (ROWS, (("bottom", _FAINT), ("insideH", _FAINT)), _HEAVY),
    (FORM, tuple((side, QUIET) for side in _FRAME), _HEAVY),
    (SIGNATURES, (("bottom", INK), ("insideH", INK)), _LIGHT),
)
"""What each is called, its lines, and how its head looks."""


def tidy(document: Document, tongue: str, letters: Letters) -> None:
    """Leave out what the paper doesn't use, set its language, letters and page."""
    _drop_parts(document)
    for style in list(document.styles):
        if style.name not in _KEPT:
            style.delete()
    numbers = document.part.numbering_part.element
    # They lead to styles that are gone.
    for lead in [*document.styles.element.iter(qn("w:link")), *numbers.iter(qn("w:pStyle"))]:
        if lead.get(qn("w:val")) != _LIST_ID:
            lead.getparent().remove(lead)
    _set_language(document, tongue)
    _set_year(document)
    _set_letters(document, _POINTS[letters])
    _add_tables(document)
    _set_page(document, dense=letters == "small")


def _drop_parts(document: Document) -> None:
    """A picture of the template's first page, a second set of styles, an empty bibliography."""
    package = document.part.package
    for rels in (package.rels, document.part.rels) if package else ():
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(_UNUSED)]:
            del rels[key]


def _set_language(document: Document, tongue: str) -> None:
    roots = ((document.styles.element, "w:lang"), (document.settings.element, "w:themeFontLang"))
    for root, tag in roots:
        for lang in root.iter(qn(tag)):
            lang.attrib.clear()
            lang.set(qn("w:val"), tongue)


def _set_year(document: Document) -> None:
    """As Word has written since 2013: older files open in a mode that is told beside the title."""
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _set_letters(document: Document, size: float) -> None:
    styles: Any = document.styles
    for name in sorted(_KEPT - {"Default Paragraph Font", "Normal Table", "No List"}):
        _plain(styles[name], size * _SIZES.get(name, 1.0))
        styles[name].font.color.rgb = RGBColor.from_string(INK)
    for name in (FACTS, SMALL, STRONG, CELL, GAP):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    for name, before, after in _SPACES:
        lines = styles[name].paragraph_format
        lines.space_before, lines.space_after = Pt(before * size / 11), Pt(after * size / 11)
        lines.line_spacing = 1.0 if size == _POINTS["small"] else 1.1
    for name in ("Title", "Heading 1", "Heading 2", STRONG):
        styles[name].font.bold = True
    for name, colour in (("Title", ACCENT), ("Heading 1", ACCENT), ("Subtitle", QUIET)):
        styles[name].font.color.rgb = RGBColor.from_string(colour)
    for name in (SMALL, "Footer"):
        styles[name].font.color.rgb = RGBColor.from_string(QUIET)
    styles[SMALL].font.size = Pt(size * 0.85)
    styles[GAP].font.size = Pt(size * 0.4)
    # Often what names the table below it.
    styles[STRONG].paragraph_format.keep_with_next = True
    facts = styles[FACTS].paragraph_format
    facts.left_indent = Cm(_FACTS_CM * size / 11)
    facts.first_line_indent = -facts.left_indent


def _plain(style: Any, size: float) -> None:
    """One family of letters, and none of the template's lines, slants and stops."""
    style.font.name = _FONT
    fonts = style.element.rPr.rFonts
    fonts.attrib.clear()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), _FONT)
    style.font.size = Pt(round(size * 2) / 2)
    style.font.italic = False
    for tag in ("w:pBdr", "w:spacing", "w:contextualSpacing", "w:tabs", "w:kern"):
        for found in list(style.element.iter(qn(tag))):
            found.getparent().remove(found)


def _add_tables(document: Document) -> None:
    for name, borders, head in _TABLES:
        sides = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{colour}"/>'
            for side, colour in borders
        )
        xml = (
            f'<w:style {_W} w:type="table" w:customStyle="1" w:styleId="{name.replace(" ", "")}">'
            f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/>'
            f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr>"
            f'<w:tblStylePr w:type="firstRow">{head}</w:tblStylePr></w:style>'
        )
        document.styles.element.append(parse_xml(xml))


def _set_page(document: Document, *, dense: bool) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21.0), Cm(29.7)
    page.left_margin = page.right_margin = Cm(1.6 if dense else 2.2)
    page.top_margin, page.bottom_margin = (Cm(1.3), Cm(1.4)) if dense else (Cm(2.0), Cm(2.2))
    page.footer_distance = Cm(0.7 if dense else 1.1)
