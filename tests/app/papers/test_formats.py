"""What holds of every format: any block, any text, the same bytes; and of the plain ones."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from app.papers.errors import PaperError
from app.papers.formats import FORMATS, write
from app.papers.formats.columns import widths
from app.papers.formats.csv_format import harmless
from app.papers.formats.letters import breakable, showable
from app.papers.formats.pictures import bars_table, drawn, timeline_table
from app.papers.paper import Bullets, Facts, Heading, Paper, Table, Text
from tests.app.papers.samples import HOSTILE, bars, every_block, hostile, paper, timeline
from tests.app.papers.wishing import made as kind_made
from tests.app.papers.wishing import wish

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_paper_gives_the_same_bytes_in_every_language(form: str) -> None:
    for language in ("nn", "nb", "en"):
        first = write(every_block(language), form)
        assert first
        assert first == write(every_block(language), form)


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_that_steers_a_terminal_stands_in_any_format(form: str) -> None:
    """An imported log may hold it; Word's and PDF's makers would stop at it."""
    bad = "a\x1b[31mb\x00c\u202ed\x9b2Je\x0bf\ud800g"
    table = Table(head=(bad,), rows=((bad,),), csv=True)
    made = write(paper(Text(text=bad), table, title=bad, foot=bad), form)
    if form in ("docx", "pdf"):
        return
    text = made.decode("utf-8")
    assert "[31m" in text.replace("\\", ""), "the words stay"
    assert not [char for char in text if char in "\x1b\x00\x0b\x9b\u202e"]


def test_json_holds_every_text_as_it_stands() -> None:
    document = json.loads(write(paper(*(Text(text=text) for text in HOSTILE)), "json"))
    assert [block["text"] for block in document["blocks"] if block["type"] == "text"] == [*HOSTILE]


def test_text_holds_every_hostile_text_and_no_line_is_longer_than_it_must() -> None:
    text = write(hostile(), "txt").decode("utf-8")
    assert all(squeezed(one) in squeezed(text) for one in HOSTILE)
    lines = [line for line in text.split("\n") if "x" * 100 not in line and "___" not in line]
    assert max(map(len, lines)) <= 80


def test_text_has_lines_to_write_on_where_a_form_is_empty() -> None:
    form = Table(head=("", "Kva vi ser"), rows=(("Avdelinga", ""),), framed=True)
    text = write(paper(form, Facts(rows=(("Møtestad", ""),)), foot=""), "txt").decode("utf-8")
    assert text == f"REFERAT\n\n- Avdelinga\n  Kva vi ser: {'_' * 40}\n\nMøtestad: {'_' * 40}\n"
    asked = Table(head=("Noko anna?",), rows=(("",),), framed=True)
    assert f"- Noko anna? {'_' * 40}\n" in write(paper(asked), "txt").decode("utf-8")


def test_markdown_shows_every_hostile_text_as_it_stands() -> None:
    for text in HOSTILE:
        made = write(paper(Heading(text=text), Text(text=text)), "md").decode("utf-8")
        tokens = READER.parse(made)
        inline = [token for token in tokens if token.type == "inline"][:3]
        kinds = {child.type for token in inline for child in token.children or []}
        assert kinds <= {"text", "text_special", "softbreak", "hardbreak"}, text
        shown = ["".join(c.content for c in token.children or []) for token in inline]
        assert squeezed(text) == squeezed(shown[2]) == squeezed(shown[1]), text
        assert {token.tag for token in tokens} <= {"h1", "h2", "p", "hr", ""}, text


@given(
    st.text(st.sampled_from("*_`~#[]()<>!|\\{}$&;:+-=.1 a\n\"'/@^\u00a0"), min_size=1, max_size=14)
)
def test_no_text_is_markdown_wherever_it_stands(text: str) -> None:
    assume(text.strip())
    table = Table(head=(text, "b"), rows=((text, "c"),))
    made = paper(Text(text=text), Bullets(items=(text,)), Facts(rows=((text, text),)), table)
    tokens = READER.parse(write(made, "md").decode("utf-8"))
    inline = [token for token in tokens if token.type == "inline"][1:]
    pieces = [piece for token in inline for piece in token.children or []]
    allowed = {"text", "text_special", "softbreak", "hardbreak", "strong_open", "strong_close"}
    assert {piece.type for piece in pieces if piece.content != "<br>"} <= allowed
    shown = [squeezed("".join(p.content for p in t.children or [])) for t in inline[:4]]
    wanted = squeezed(text)
    assert shown[:3] == [wanted, wanted, f"{wanted}:{wanted}"]
    assert shown[3].replace("<br>", "") == wanted.replace("<br>", "")


def test_a_markdown_table_keeps_its_cells() -> None:
    rows = tuple((text, "slutt") for text in HOSTILE)
    made = write(paper(Table(head=("Kva", "Kven"), rows=rows)), "md").decode("utf-8")
    tokens = MarkdownIt("commonmark").enable("table").parse(made)
    cells = [tokens[at + 1] for at, token in enumerate(tokens) if token.type == "td_open"]
    texts = ["".join(c.content for c in cell.children or [] if c.type != "html_inline")
             for cell in cells]  # fmt: skip
    assert [squeezed(text) for text in texts[0::2]] == [squeezed(text) for text in HOSTILE]
    assert set(texts[1::2]) == {"slutt"}


def read_csv(made: Paper) -> list[list[str]]:
    text = write(made, "csv").decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))


def test_csv_is_the_list_that_is_marked_for_it() -> None:
    rows = (("Leksehjelp", "kontaktlæraren"), ("Samtale", "rektor"))
    other = Table(head=("Kven",), rows=(("ein",),))
    made = paper(other, Table(head=("Kva", "Kven"), rows=rows, csv=True))
    assert read_csv(made) == [["Kva", "Kven"], *map(list, rows)]
    assert b'"Kva";"Kven"\r\n' in write(made, "csv")


def test_lists_under_the_same_heads_are_one_list_and_a_picture_is_none() -> None:
    head = ("Kva", "Kven")
    new = Table(head=head, rows=(("a", "b"),), csv=True)
    made = paper(new, Text(text="x"), new.model_copy(update={"rows": (("c", "d"),)}))
    assert read_csv(made) == [list(head), ["a", "b"], ["c", "d"]]
    rows = read_csv(kind_made("log", wish("sc03")))
    assert {len(row) for row in rows} == {len(rows[0])}, "the activities alone"


def test_a_file_is_called_by_its_log_once() -> None:
    called = paper().model_copy(update={"title": "Stafettlogg ELEV-A"}).name
    assert (called, paper().name) == ("Stafettlogg ELEV-A", "Referat · ELEV-A")


def test_no_cell_of_a_csv_is_a_formula_and_no_text_is_lost() -> None:
    made = paper(Table(head=("Kva",), rows=tuple((text,) for text in HOSTILE), csv=True))
    cells = [row[0] for row in read_csv(made)[1:]]
    for text, cell in zip(HOSTILE, cells, strict=True):
        assert cell.removeprefix("'") == text
        assert cell.lstrip()[0] not in "=+-@＝＋－＠\t\r|", text
    assert harmless(["", "ord", "\t=1", "＠x"]) == ["", "ord", "'\t=1", "'＠x"]
    unseen = ["\u3000=1", "\u200b＝1", "\ufeff+1", "\u00ad-1", "\n \u00a0@x"]
    assert harmless(unseen) == [f"'{cell}" for cell in unseen]
    assert harmless(["\u200bord", " to + to"]) == ["\u200bord", " to + to"]


def test_a_paper_without_a_list_says_so_instead_of_an_empty_csv() -> None:
    with pytest.raises(PaperError) as caught:
        write(paper(Text(text="x")), "csv")
    assert (caught.value.code, caught.value.exit_code) == ("E-NOLIST", 2)


def test_a_picture_stands_in_rows_too() -> None:
    assert timeline_table(timeline()).rows[0] == (
        "Leksehjelp tysdag",
        "kontaktlæraren",
        "01.09.2026–09.12.2026",
        "● ønskt effekt",
    )
    assert [row[2] for row in timeline_table(timeline()).rows[1:]] == ["12.10.2026–", "05.01.2027"]
    assert bars_table(bars()).rows == (
        ("Velkomen", "5:00", "4:10"),
        ("Oppklarande runde", "10:00", "13:10"),
    )
    text = write(every_block(), "txt").decode("utf-8")
    assert "Møte: 01.09.2026, 19.01.2027" in text


def test_a_timeline_is_drawn_within_its_width() -> None:
    shown = drawn(timeline(), "nn")
    assert all(0 <= place.start < place.end <= 1 for place in shown.spans)
    assert [tick.label for tick in shown.ticks] == [
        "sep. 2026",
        "okt.",
        "nov.",
        "des.",
        "jan. 2027",
    ]
    weeks = {"first": date(2027, 1, 19), "last": date(2027, 2, 19)}
    few = drawn(timeline().model_copy(update=weeks), "nn").ticks
    assert [tick.label for tick in few] == ["19. jan.", "1. feb."]
    days = timeline().model_copy(update={"last": timeline().first})
    assert all(0 <= place.start <= place.end <= 1 for place in drawn(days, "nn").spans)


@pytest.mark.parametrize("months", [1, 7, 30, 200])
def test_a_timeline_of_any_length_names_a_few_days(months: int) -> None:
    block = timeline()
    last = block.first.replace(
        year=block.first.year + months // 12, month=block.first.month + months % 12 % 4
    )
    shown = drawn(block.model_copy(update={"last": last}), "nb")
    assert 1 <= len(shown.ticks) <= 8


def test_a_column_is_wide_enough_for_a_date() -> None:
    head, rows = ("Kva", "Kven", "Når"), [("a b c", "rektor", "09.12.2026")]
    wide = widths(head, rows, (6, 2, 1), 60)
    assert sum(wide) == pytest.approx(1)
    assert wide[2] * 60 >= len("09.12.2026")
    assert widths(head, rows, (3, 2, 2), 100) == pytest.approx([3 / 7, 2 / 7, 2 / 7])
    assert widths(("x" * 80,) * 3, [], (), 20) == pytest.approx([1 / 3] * 3)


def test_letters_that_are_lacking_are_replaced_by_the_nearest() -> None:
    assert showable("Fest 🎈🎈 no", frozenset("🎈")) == "Fest [emoji] no"
    assert showable("𝐅et", frozenset("𝐅")) == "Fet"
    assert showable("日本 ok", frozenset("日本")) == "[?] ok"
    assert showable("日", frozenset()) == "日"


def test_only_words_longer_than_any_get_places_to_break() -> None:
    assert (
        breakable("spesialundervisningsrettleiar og ord") == "spesialundervisningsrettleiar og ord"
    )
    assert (
        breakable("x" * 35)
        == "x" * 10 + "\u200b" + "x" * 10 + "\u200b" + "x" * 10 + "\u200b" + "x" * 5
    )
