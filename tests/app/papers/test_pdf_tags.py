"""What PDF/A-2a and PDF/UA-1 ask and can be read back: each mark, tag, header and letter.

No validator is at hand where the tests run; typst refuses what breaks these standards by its own
reckoning, and this looks again, with another program's eyes, at papers from real logs.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import pypdf
import pytest
from pypdf.generic import ContentStream

from app.papers.formats import write
from app.papers.paper import Paper
from tests.app.papers.samples import every_block
from tests.app.papers.wishing import made, wish

PAPERS: dict[str, Callable[[], Paper]] = {
    "sample": every_block,
    "minutes": lambda: made("minutes", wish("sc01", "nn")),
    "form": lambda: made("form", wish("sc06", "nb")),
    "log": lambda: made("log", wish("sc03", "en")),
}

STANDARD = frozenset(
    [
        "Document",
        "Part",
        "Sect",
        "Div",
        "P",
        "H1",
        "H2",
        "H3",
        "Span",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "THead",
        "TBody",
        "TFoot",
        "TR",
        "TH",
        "TD",
        "Figure",
        "Caption",
        "Note",
        "Reference",
        "Link",
        "Quote",
    ]
)
"""The structure types of PDF 1.7 that these papers may come to, by themselves or by their role."""

DRAWN = frozenset(
    {b"Tj", b"TJ", b"'", b'"', b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"Do"}
)
"""Operators that put something on the page."""


@cache
def read(name: str) -> Any:
    return pypdf.PdfReader(io.BytesIO(write(PAPERS[name](), "pdf")))


def elements(reader: Any) -> list[dict[str, Any]]:
    """Every element of the tree of tags, in reading order."""
    return list(_below(reader.root_object["/StructTreeRoot"]["/K"]))


def _below(node: Any) -> Iterator[dict[str, Any]]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for kid in node:
            yield from _below(kid)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        yield from _below(node.get("/K", []))


def kind(element: dict[str, Any], reader: Any) -> str:
    """Its structure type, by its role where it is one of the maker's own."""
    own = element["/S"]
    return str(reader.root_object["/StructTreeRoot"]["/RoleMap"].get(own, own)).removeprefix("/")


def attributes(element: dict[str, Any], owner: str) -> dict[str, Any]:
    given = element.get("/A", [])
    found = [each.get_object() for each in (given if isinstance(given, list) else [given])]
    return {k: v for each in found if each.get("/O") == owner for k, v in each.items()}


@pytest.mark.parametrize("name", PAPERS)
def test_every_tag_is_a_standard_one_and_headings_leave_no_level_out(name: str) -> None:
    reader = read(name)
    kinds = [kind(element, reader) for element in elements(reader)]
    assert set(kinds) <= STANDARD
    levels = [int(each[1]) for each in kinds if each in {"H1", "H2", "H3"}]
    assert levels
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", PAPERS)
def test_every_picture_has_words_and_every_table_is_whole_with_its_headers(name: str) -> None:
    reader = read(name)
    found = elements(reader)
    for figure in (each for each in found if kind(each, reader) == "Figure"):
        assert str(figure.get("/Alt", "")).strip()
        assert len(attributes(figure, "/Layout")["/BBox"]) == 4
    for table in (each for each in found if kind(each, reader) == "Table"):
        below = list(_below(table["/K"]))
        rows = [each for each in below if kind(each, reader) == "TR"]
        cells = [[kind(e, reader) for e in _below(row["/K"])] for row in rows]
        widths = {sum(each in {"TH", "TD"} for each in row) for row in cells}
        assert len(widths) == 1, "no cell spans here, so each row has as many"
        heads = [each for each in below if kind(each, reader) == "TH"]
        assert all(attributes(head, "/Table")["/Scope"] in {"/Column", "/Row"} for head in heads)
        known = {str(head["/ID"]) for head in heads}
        for cell in (each for each in below if kind(each, reader) == "TD"):
            assert {str(each) for each in attributes(cell, "/Table").get("/Headers", [])} <= known


@pytest.mark.parametrize("name", PAPERS)
def test_everything_on_a_page_is_tagged_or_an_artefact_and_belongs_to_the_tree(name: str) -> None:
    reader = read(name)
    for page in reader.pages:
        assert page["/Tabs"] == "/S"
        assert "/StructParents" in page
        assert "/Annots" not in page
        inside = 0
        for _operands, operator in ContentStream(page.get_contents(), reader).operations:
            if operator in {b"BDC", b"BMC"}:
                inside += 1
            elif operator == b"EMC":
                inside -= 1
            elif operator in DRAWN:
                assert inside > 0, operator
        assert inside == 0


@pytest.mark.parametrize("name", PAPERS)
def test_every_letter_has_its_font_in_the_file_and_its_meaning(name: str) -> None:
    reader = read(name)
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            told = font.get_object()
            assert "/ToUnicode" in told, told["/BaseFont"]
            assert b"beginbf" in told["/ToUnicode"].get_data()
            for below in told.get("/DescendantFonts", [told]):
                descriptor = below.get_object()["/FontDescriptor"].get_object()
                assert {"/FontFile2", "/FontFile3"} & set(descriptor), told["/BaseFont"]
        text = page.extract_text()
        assert "\ufffd" not in text
        assert not [letter for letter in text if "\ue000" <= letter <= "\uf8ff"]


@pytest.mark.parametrize("name", PAPERS)
def test_it_says_its_language_and_title_and_holds_nothing_that_acts(name: str) -> None:
    reader = read(name)
    root = reader.root_object
    assert root["/Lang"] in {"nn-NO", "nb-NO", "en-GB"}
    # By value: the object itself is true whatever it says.
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/MarkInfo"]["/Suspects"].value is False
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert reader.metadata.title
    assert not reader.is_encrypted
    (intent,) = root["/OutputIntents"]
    assert intent.get_object()["/S"] == "/GTS_PDFA1"
    assert not {"/OpenAction", "/AA", "/Names", "/AcroForm", "/JavaScript"} & set(root)
