"""Every kind of paper in every format, opened and read back."""

from __future__ import annotations

import io
from datetime import timedelta
from html.parser import HTMLParser

import docx
import pypdf
import pytest
from markdown_it import MarkdownIt

from app.papers.asking import Asked
from app.papers.errors import PaperError
from app.papers.formats import FORMATS, write
from app.papers.kinds import KINDS, paper
from app.papers.paper import Facts, Heading, Paper, Table
from app.words import Words
from phases.commands.participants import ParticipantAdd
from phases.commands.planning import MeetingPlan
from tests.app.papers.wishing import wish
from tests.phases.room import NOON, set_up

WITH_LISTS = {"log", "agreed", "minutes"}
"""Kinds that a spreadsheet gets something of, in SC-01."""


def squeezed(text: str) -> str:
    return "".join(text.split()).replace("\u200b", "")


def made(kind: str) -> Paper:
    """From SC-01 after its meeting, else from the same people before it."""
    try:
        return paper(kind, wish("sc01", "nn"))
    except PaperError:
        room = set_up()
        plan = MeetingPlan(
            at=NOON + timedelta(days=14), place="Møterom 2", purpose="Bli einige om vegen vidare"
        )
        room.do(ParticipantAdd(label="Eleven", role="child"), plan)
        return paper(kind, Asked(room.case, room.context(), Words("nn"), room.sitting))


class Texts(HTMLParser):
    """What a page shows."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def read_back(form: str, data: bytes) -> str:
    """The text of a file, as another program finds it."""
    if form == "docx":
        document = docx.Document(io.BytesIO(data))
        cells = [cell.text for table in document.tables for r in table.rows for cell in r.cells]
        return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    if form == "pdf":
        # Words that are hyphenated at the end of a line are whole again.
        pages = pypdf.PdfReader(io.BytesIO(data)).pages
        return "\n".join(page.extract_text() for page in pages).replace("-\n", "")
    text = data.decode("utf-8")
    if form == "html":
        return "".join(Texts(text).texts)
    if form == "md":
        tokens = MarkdownIt("commonmark").enable("table").parse(text)
        inline = [token for token in tokens if token.type == "inline"]
        return "\n".join("".join(c.content for c in t.children or []) for t in inline)
    return text


def said(of: Paper) -> list[str]:
    """What must be found again: its title, headings, labels and values, and cells."""
    words = [of.title]
    for block in of.blocks:
        if isinstance(block, Heading):
            words.append(block.text)
        elif isinstance(block, Facts | Table):
            words += [text for row in block.rows for text in row]
    return [text for word in words for text in word.split("\n") if text]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_whole_in_every_format(kind: str) -> None:
    whole = made(kind)
    for form in FORMATS:
        if form in ("csv", "json"):
            continue
        found = squeezed(read_back(form, write(whole, form))).replace("-", "").casefold()
        for text in said(whole):
            wanted = squeezed(text).replace("-", "").casefold()
            assert wanted in found, (kind, form)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_a_list_for_a_spreadsheet_or_says_so(kind: str) -> None:
    if kind in WITH_LISTS:
        assert write(made(kind), "csv").startswith(b"\xef\xbb\xbf")
    else:
        with pytest.raises(PaperError):
            write(made(kind), "csv")
