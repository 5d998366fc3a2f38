"""The forms of S4 as forms, of any structure; and the sheet on how the meeting was."""

from __future__ import annotations

import pytest

from app.papers.errors import PaperError
from app.papers.paper import Bullets, Signatures, Table
from phases.records import Distribution
from tests.app.papers.wishing import (
    framed,
    made,
    of_case,
    text_of,
    under,
    wish,
    with_meeting,
)
from tests.scenarios.playing import SHIPPED, played


@pytest.mark.realises("S4-03", "S4-04", "S4-05", "S4-06", "S4-07", "S4-11", "S4-12", "S4-13")
def test_meeting_1_of_sc06_is_a_form_with_its_rows_in_the_printed_order() -> None:
    paper = made("form", wish("sc06", meeting=1))
    assert framed(paper, "Dato, klokkeslett og sted").rows == (
        ("29.01.2027", "13.00", "Grupperommet"),
    )
    assert framed(paper, "Til stede").rows == (("Kontaktlærer, Mor, Far, Eleven",),)
    shape = SHIPPED["meeting-1"]
    situation = next(f for p in shape.phases for f in p.forms if f.id == "situation")
    table = framed(paper, situation.title["nb"])
    assert [row[0] for row in table.rows] == ["Skolen", "Eleven", "Foresatte", "Andre"]
    assert table.rows[3][1] == ""
    assert "Senest innen 1 måned" in text_of(paper)


@pytest.mark.realises("S4-22", "S4-23")
def test_meeting_2_has_five_rows_for_measures() -> None:
    title = "Tiltak: innhold, omfang og organisering"
    table = framed(made("form", wish("sc06", meeting=2)), title)
    assert table.head == (title, "Tidsperiode", "Ansvarlig")
    assert [row[2] for row in table.rows] == ["Kontaktlærer", "Mor", "Kontaktlærer", "", ""]


def test_a_question_answered_with_no_says_so_beside_its_tick() -> None:
    asked = wish("sc06", meeting=2)
    more = next(p.id for p in SHIPPED["meeting-2"].phases[2].points)
    ticked = with_meeting(asked, ticked=(more,), denied=(more,))
    assert "Om flere bør være med (nei)" in text_of(made("form", ticked))
    assert "(nei)" not in text_of(made("form", asked))


def test_a_question_that_was_only_ticked_is_given_no_answer_by_the_paper() -> None:
    """The command line may tick it; what people answered is theirs to say."""
    asked = wish("sc06", meeting=2)
    more = next(p.id for p in SHIPPED["meeting-2"].phases[2].points)
    said = with_meeting(asked, ticked=(more,))
    assert "Om flere bør være med\n" in text_of(made("form", said)) + "\n"
    yes = with_meeting(asked, ticked=(more,), affirmed=(more,))
    assert "Om flere bør være med (ja)" in text_of(made("form", yes))
    assert "Om flere bør være med (ja)" not in text_of(made("form", said))


@pytest.mark.realises("S0-28", "S0-31")
def test_a_follow_up_has_rows_for_what_is_new_in_its_own_words() -> None:
    table = framed(made("form", wish("sc03")), "Aktivitet")
    assert table.head == ("Aktivitet", "Når", "Hvem")
    assert [row[2] for row in table.rows] == ["Fritidskontakt", "Kontaktlærer", "", "", ""]


@pytest.mark.realises("S4-31", "S4-32", "S4-33")
def test_meeting_3_ticks_one_of_three_outcomes() -> None:
    paper = made("form", wish("sc06", meeting=3))
    boxes = next(b for b in paper.blocks if isinstance(b, Bullets) and len(b.items) == 3)
    assert (boxes.boxes, boxes.ticked) == (True, (0,))
    effect = framed(paper, "Slik har det gått")
    assert len(effect.rows) == 4
    assert effect.rows[2][1:] == ("Sover bedre", "Tidlig kveld", "Ferien")


@pytest.mark.realises("S4-08", "S4-09")
def test_each_form_has_three_lines_to_sign_and_says_where_it_is_filed() -> None:
    for number in (1, 2, 3):
        paper = made("form", wish("sc06", meeting=number))
        (signed,) = (b for b in paper.blocks if isinstance(b, Signatures))
        assert len(signed.rows) == 3
        (filed,) = (b for b in under(paper, "Arkivert") if isinstance(b, Bullets))
        assert filed.ticked == (0, 1)


def test_a_blank_form_holds_nothing_of_the_log() -> None:
    case = played("sc06").case
    words = {a.text for a in case.answers.values() if len(a.text) > 3}
    words |= {p.label for p in case.participants.values()} - {"Eleven", "Far"}
    words |= {a.title for a in case.activities.values()}
    for number in (1, 2, 3):
        paper = made("form", wish("sc06", meeting=number, blank=True))
        text = text_of(paper)
        assert not {word for word in words if word in text}
        assert all(not b.ticked for b in paper.blocks if isinstance(b, Bullets))
        tables = [b for b in paper.blocks if isinstance(b, Table)]
        assert tables
        assert all(b.framed for b in tables)


@pytest.mark.parametrize("structure", sorted(SHIPPED))
def test_every_structure_has_a_form(structure: str) -> None:
    case = played("sc01").case
    facts = case.facts.with_(structure=structure)
    empty = case.with_(
        meetings={}, agendas={}, happened={"": tuple(case.happened[""])}, facts=facts
    )
    paper = made("form", of_case(empty, "nn", blank=True))
    assert paper.title == SHIPPED[structure].title["nn"]
    assert any(isinstance(b, Table) and b.framed for b in paper.blocks)


def test_a_form_is_given_to_nobody_who_gets_a_part() -> None:
    asked = wish("sc01", "nn", reader="PPT-rådgjevar")
    with pytest.raises(PaperError) as refused:
        made("form", with_meeting(asked, distribution=Distribution(how="parts")))
    assert refused.value.code == "R-E9"


@pytest.mark.realises("S0-40", "S1-18")
def test_how_the_meeting_was_can_be_told_or_left_alone_and_never_replaces_the_talk() -> None:
    paper = made("feedback-form", wish("sc06", meeting=2, blank=True))
    text = text_of(paper)
    assert "trenger ikke svare" in text
    assert "snakke med deg" in text
    (boxes,) = (b for b in paper.blocks if isinstance(b, Bullets))
    assert boxes.items == ("Ja", "Delvis", "Nei", "Vil helst ikke si noe")
    assert boxes.ticked == ()


def test_what_was_noted_of_the_talk_stands_on_the_sheet_of_that_person_alone() -> None:
    paper = made("feedback-form", wish("sc06", meeting=2, reader="Far"))
    assert "Litt kortere møte" in text_of(paper)
    assert "Litt kortere møte" not in text_of(
        made("feedback-form", wish("sc06", meeting=2, reader="Mor"))
    )
