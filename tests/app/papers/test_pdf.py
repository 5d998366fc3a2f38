"""PDF: tagged, with its fonts inside, marked as PDF/A-2a and PDF/UA-1, and read back."""

from __future__ import annotations

import io
import re
import sys
from typing import Any

import pypdf
import pytest
import typst

from app.papers.errors import PaperError
from app.papers.formats import write
from app.papers.formats.letters import EMOJI, LETTER
from app.papers.paper import Bullets, Heading, Letters, Paper, Table, Text
from tests.app.papers.samples import HOSTILE, every_block, hostile, paper, timeline


def read(made: Paper) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(write(made, "pdf")))


def text_of(reader: pypdf.PdfReader) -> str:
    return "\n".join(page.extract_text() for page in reader.pages)


def squeezed(text: str) -> str:
    """Without what setting a page adds: line ends, hyphens, places to break."""
    return re.sub(r"[\s\u200b\u00ad-]", "", text)


def fonts(reader: pypdf.PdfReader) -> list[Any]:
    pages: Any = reader.pages
    found = [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]
    return [font["/DescendantFonts"][0].get_object() for font in found]


def roles(node: Any, found: set[str]) -> set[str]:
    """The structure types below a node of the tree of tags."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for kid in node:
            roles(kid, found)
    elif isinstance(node, dict):
        found.add(str(node.get("/S", "")))
        roles(node.get("/K", []), found)
    return found


@pytest.mark.parametrize(("language", "tag"), [("nn", "nn-NO"), ("nb", "nb-NO"), ("en", "en-GB")])
def test_it_says_what_it_is_made_as_and_in_which_language(language: Any, tag: str) -> None:
    reader = read(every_block(language))
    root: Any = reader.root_object
    assert root["/Lang"] == tag
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    xmp = root["/Metadata"].get_data().decode("utf-8")
    for name, value in (("pdfaid:part", "2"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1")):
        assert re.search(rf'{name}(>|="){value}[<"]', xmp), name
    assert "/OutputIntents" in root
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Referat · ELEV-A", "Viddevakt")
    assert "kontaktlæraren" not in xmp


def test_headings_tables_lists_and_pictures_are_tagged_and_pictures_told_in_words() -> None:
    made = write(every_block(), "pdf")
    reader = pypdf.PdfReader(io.BytesIO(made))
    found = roles(reader.root_object["/StructTreeRoot"], set())
    assert {"/H1", "/H2", "/Table", "/TR", "/TH", "/TD", "/L", "/LI", "/Figure"} <= found
    objects: list[Any] = [reader.get_object(number) for number in sorted(reader.xref[0])[1:]]
    alts = {str(one["/Alt"]) for one in objects if isinstance(one, dict) and "/Alt" in one}
    assert "Tre tiltak frå september til februar" in alts
    assert "Oppklarande runde tok tre minutt meir enn planlagt" in alts


def test_every_font_is_in_the_file() -> None:
    for font in fonts(read(every_block())):
        descriptor = font["/FontDescriptor"].get_object()
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def test_its_text_is_all_there_in_order() -> None:
    shown = squeezed(text_of(read(every_block())))
    places = [
        shown.index(squeezed(part))
        for part in ("Utkast", "tysdag 19. januar 2027", "Kvar dag på skulen", "Leksehjelp tysdag",
            "Det same heime", "ønskt effekt", "13:10", "Underskrift")
    ]  # fmt: skip
    assert places == sorted(places)
    assert "Laga av loggen slik han var" in text_of(read(every_block()))


def test_hostile_texts_stand_as_they_are() -> None:
    shown = squeezed(text_of(read(hostile())))
    for text in HOSTILE:
        if all(letter < "\u0300" or letter in "–—…„“”€" for letter in text):
            assert shown.count(squeezed(text)) >= 2, text


def test_what_the_fonts_lack_is_replaced_and_never_an_error() -> None:
    shown = text_of(read(paper(*(Text(text=text) for text in HOSTILE))))
    assert f"{EMOJI} glad {EMOJI} familie {EMOJI}" in shown
    assert f"{LETTER} {LETTER}" in shown


def test_a_paper_that_begins_with_a_lower_heading_is_made_all_the_same() -> None:
    made = read(paper(Heading(text="Mål", level=2), Heading(text="", level=2)))
    assert "Mål" in text_of(made)


def test_an_empty_paper_is_a_page() -> None:
    assert len(read(paper(foot="")).pages) == 1


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert write(every_block(), "pdf") == write(every_block(), "pdf")


def _thrice(letters: Letters) -> Paper:
    return paper(*every_block().blocks * 3, letters=letters)


def test_a_family_s_paper_is_set_in_larger_letters() -> None:
    usual, larger, large = (len(read(_thrice(s)).pages) for s in ("usual", "larger", "large"))
    assert usual < large
    assert usual <= larger <= large


def test_what_typst_refuses_all_the_same_is_said_without_a_word_of_the_paper(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_given: object, **_options: object) -> bytes:
        error = typst.TypstError("Hemmeleg", "Hemmeleg")
        error.diagnostic = "Hemmeleg"
        raise error

    monkeypatch.setattr(typst, "compile", refuse)
    with pytest.raises(PaperError) as caught:
        write(every_block(), "pdf")
    assert (caught.value.code, caught.value.exit_code) == ("E-PDF", 3)
    assert "Hemmeleg" not in str(caught.value.said)


def test_without_typst_it_is_said_in_words_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(PaperError) as caught:
        write(every_block(), "pdf")
    assert "viddevakt[pdf]" in caught.value.said.todo
    assert (caught.value.code, caught.value.exit_code) == ("E-NOPDF", 3)


def test_a_paper_of_a_page_and_a_line_is_set_closer_to_make_one_page() -> None:
    made = paper(Table(head=("Kva",), rows=tuple((str(at),) for at in range(46))))
    assert len(read(made).pages) == 1
    assert len(read(paper(*made.blocks, *made.blocks[0:1])).pages) == 2


def test_a_table_without_names_of_columns_has_no_empty_row_for_them() -> None:
    bare = Table(head=("", ""), rows=(("ein", "to"),), framed=True)
    assert "ein" in text_of(read(paper(bare)))


def test_a_paper_about_no_log_has_its_title_alone_in_the_properties() -> None:
    about = read(paper(Text(text="x"), case="")).metadata
    assert about is not None
    assert about.title == "Referat"


def test_a_box_is_the_label_of_its_line_so_that_a_reader_says_it() -> None:
    reader = read(paper(Bullets(items=("Mappa", "Samspill"), boxes=True, ticked=(1,))))
    shown = squeezed(text_of(reader))
    assert "☐Mappa☒Samspill" in shown
    assert "/Lbl" in roles(reader.root_object["/StructTreeRoot"], set())


def test_a_short_list_is_not_parted_by_the_end_of_a_page() -> None:
    items = ("Fyrst", *(f"Stad {at}" for at in range(6)), "Sist")
    # Where the list began on the first page and ended on the next.
    for rows in (41, 42, 43):
        table = Table(head=("Kva",), rows=tuple((str(at),) for at in range(rows)))
        reader = read(paper(table, Bullets(items=items, boxes=True)))
        (where,) = [text for page in reader.pages if "Fyrst" in (text := page.extract_text())]
        assert "Sist" in where, rows


def heights_of(reader: pypdf.PdfReader) -> list[float]:
    """How high above the page's lower edge each text stands (points)."""
    heights: list[float] = []

    def note(text: str, page: list[float], at: list[float], *_font: object) -> None:
        height = at[4] * page[1] + at[5] * page[3] + page[5]
        heights.extend([height] if text.strip() else [])

    for page in reader.pages:
        page.extract_text(visitor_text=note)
    return heights


def test_a_name_beside_the_timeline_is_never_cut_in_two() -> None:
    block = timeline()
    span = block.spans[0].model_copy(
        update={"label": "Samtale annenhver uke", "who": "Helsesykepleier"}
    )
    shown = text_of(read(paper(block.model_copy(update={"spans": (span,)}))))
    assert shown.count("Helsesykepleier") == 2


def test_a_timeline_of_years_goes_on_over_the_page() -> None:
    block = timeline()
    spans = tuple(block.spans[0].model_copy(update={"label": f"Tiltak {at}"}) for at in range(60))
    reader = read(paper(block.model_copy(update={"spans": spans})))
    assert text_of(reader).count("Tiltak 59") == 2
    heights = heights_of(reader)
    assert 0 < min(heights) < max(heights) < 842


def test_a_cell_longer_than_a_page_goes_on_over_it() -> None:
    long = " ".join(f"ord{at}" for at in range(600))
    reader = read(paper(Table(head=("a", "b", "c", "d"), rows=(("x", long, "", ""),))))
    assert "ord599" in text_of(reader)
    heights = heights_of(reader)
    assert 0 < min(heights) < max(heights) < 842
