"""Word: read back with python-docx, and looked into for what nobody wants to send."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from app.papers.formats import write
from app.papers.paper import Bullets, Paper, Table
from tests.app.papers.samples import HOSTILE, MADE, every_block, hostile, paper


def read(made: Paper) -> Any:
    return docx.Document(io.BytesIO(write(made, "docx")))


def parts(made: Paper) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(write(made, "docx"))) as file:
        return {name: file.read(name).decode("utf-8") for name in file.namelist()}


@pytest.mark.parametrize(("language", "tag"), [("nn", "nn-NO"), ("nb", "nb-NO"), ("en", "en-GB")])
def test_its_properties_name_the_program_the_log_and_the_language(language: Any, tag: str) -> None:
    document = read(every_block(language))
    about = document.core_properties
    assert (about.author, about.last_modified_by, about.comments) == ("Viddevakt", "Viddevakt", "")
    assert (about.title, about.language) == ("Referat · ELEV-A", tag)
    assert about.created == about.modified == MADE
    [lang] = document.styles.element.iter(qn("w:lang"))
    assert dict(lang.attrib) == {qn("w:val"): tag}
    # The template's say Word for Mac and a page count that nobody counted.
    app = parts(every_block(language))["docProps/app.xml"]
    assert re.sub(r"<[^>]*>", " ", app).split() == ["Viddevakt"]
    assert "python-docx" not in "".join(parts(every_block(language)).values())


def test_it_has_real_styles_and_only_those_it_uses() -> None:
    document = read(every_block())
    used = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"Title", "Subtitle", "Heading 1", "Heading 2", "List Bullet", "Facts"} <= used
    assert len(list(document.styles)) < 20
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"] == [
        "Felles utfordring",
        "Dette vart vi einige om",
    ]
    page = document.sections[0]
    assert (round(page.page_width.cm, 1), round(page.page_height.cm, 1)) == (21.0, 29.7)


def test_the_head_of_each_table_comes_again_on_the_next_page() -> None:
    document = read(every_block())
    assert len(document.tables) == 5
    for table in document.tables:
        heads = [row._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) for row in table.rows]
        assert heads[0] is not None
        assert heads[1:] == [None] * (len(heads) - 1)
    agreed, form = document.tables[:2]
    assert [cell.text for cell in agreed.rows[1].cells] == [
        "Leksehjelp tysdag", "kontaktlæraren", "09.12.2026",
    ]  # fmt: skip
    caption = agreed._tbl.tblPr.find(qn("w:tblCaption"))
    assert caption.get(qn("w:val")) == "Det som er avtalt"
    assert form.rows[1].height.cm > 2


def test_pictures_stand_in_rows_and_words() -> None:
    texts = [paragraph.text for paragraph in read(every_block()).paragraphs]
    assert "Tre tiltak frå september til februar" in texts
    assert "Møte: 01.09.2026, 19.01.2027" in texts


def test_hostile_texts_are_runs_and_nothing_else() -> None:
    made = hostile()
    whole = parts(made)
    for name, xml in whole.items():
        assert "instrText" not in xml, name
        assert 'TargetMode="External"' not in xml, name
        assert "<w:hyperlink" not in xml, name
    fields = [xml.count("fldSimple") for xml in whole.values() if "fldSimple" in xml]
    assert len(fields) == 1
    document = read(made)
    shown = [paragraph.text for paragraph in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    for text in HOSTILE:
        assert shown.count(text) >= 2 or len(text) == 2000, text
        assert cells.count(text) >= 2, text


def test_word_opens_it_as_a_file_of_today_and_counts_its_pages() -> None:
    whole = parts(every_block())
    assert 'w:name="compatibilityMode" w:uri' in whole["word/settings.xml"]
    assert re.search(r'"compatibilityMode"[^>]*w:val="15"', whole["word/settings.xml"])
    [foot] = [xml for name, xml in whole.items() if "footer" in name and "rels" not in name]
    assert re.search(r'<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>', foot)


def test_no_part_of_the_file_tells_the_time_of_day_or_the_machine() -> None:
    with zipfile.ZipFile(io.BytesIO(write(every_block(), "docx"))) as file:
        assert {part.date_time for part in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert file.namelist()[0] == "[Content_Types].xml"
        assert not [name for name in file.namelist() if "thumbnail" in name or "custom" in name]


def test_a_table_without_names_of_columns_has_no_empty_row_for_them() -> None:
    bare = Table(head=("", ""), rows=(("ein", ""),), framed=True)
    [table] = read(paper(bare)).tables
    assert [cell.text for row in table.rows for cell in row.cells] == ["ein", ""]
    assert "<thead>" not in write(paper(bare), "html").decode("utf-8")


@pytest.mark.parametrize(("items", "whole"), [(3, True), (8, True), (9, False)])
def test_a_short_list_is_not_parted_by_the_end_of_a_page(items: int, whole: bool) -> None:
    listed = Bullets(items=tuple(f"Stad {at}" for at in range(items)), boxes=True)
    lines = [p for p in read(paper(listed)).paragraphs if "Stad" in p.text]
    keeps = [bool(line.paragraph_format.keep_with_next) for line in lines]
    assert keeps == [whole] * (items - 1) + [False]
