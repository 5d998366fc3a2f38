"""The timeline as a picture: who does what is read off it, and no word runs across a bar's end."""

from __future__ import annotations

import io
import re
from datetime import date, timedelta

import pypdf
import pytest

from app.papers.formats import write
from app.papers.paper import Span, Timeline
from tests.app.papers.samples import paper

FIRST = date(2026, 8, 20)


def picture(*days: tuple[int, int]) -> Timeline:
    """A span for each pair of days after the first, all with the same word."""
    spans = tuple(
        Span(
            label=f"Aktivitet {n}",
            who=f"Person {n}",
            first=FIRST + timedelta(days=start),
            last=FIRST + timedelta(days=end),
            symbol="○",
            word="ikkje nok hjelp enno",
        )
        for n, (start, end) in enumerate(days)
    )
    return Timeline(
        title="Aktivitetar",
        head=("Kva", "Kven", "Når", "Korleis"),
        spans=spans,
        met=(),
        met_word="Møte",
        first=FIRST,
        last=FIRST + timedelta(days=100),
        alt="Aktivitetar",
    )


def said_at(*days: tuple[int, int]) -> list[tuple[float, bool]]:
    """Where each word begins, or ends where it stands before its bar, in the HTML picture."""
    page = write(paper(picture(*days)), "html").decode("utf-8")
    svg = page.partition("<svg")[2].partition("</svg>")[0]
    found = re.findall(r'<text( class="end")?[^>]* x="([\d.]+)"[^>]*>○', svg)
    return [(float(at), bool(before)) for before, at in found]


def test_a_word_stands_in_its_bar_or_after_a_short_one_or_before_one_at_the_edge() -> None:
    [inside, after, before] = said_at((0, 90), (0, 5), (95, 100))
    assert inside == (236.0, False)
    assert after[0] > 236.0 + 530 * 0.05
    assert not after[1]
    assert before[1]
    assert before[0] < 230 + 530 * 0.95


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_the_picture_names_who_does_it_as_the_table_does(form: str) -> None:
    made = write(paper(picture((0, 50), (10, 100))), form)
    if form == "pdf":
        pages = pypdf.PdfReader(io.BytesIO(made)).pages
        text = "\n".join(page.extract_text() for page in pages)
    else:
        text = made.decode("utf-8")
    for name in ("Person 0", "Person 1"):
        assert text.count(name) == 2
