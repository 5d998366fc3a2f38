"""What the family takes home: who does what, when, the next meeting, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.papers.errors import PaperError
from app.papers.formats.pdf_format import pages_png
from app.papers.paper import Bullets, Text
from app.papers.parts import newly_agreed
from phases.records import Activity, Distribution, NextMeeting
from phases.words import Speaks
from tests.app.papers.wishing import (
    headings,
    made,
    of_case,
    table,
    text_of,
    under,
    wish,
    with_meeting,
)
from tests.scenarios.playing import before, played


@pytest.mark.realises("S0-34", "S3-22")
def test_the_guardians_page_of_sc01_holds_who_what_when_and_the_next_meeting() -> None:
    paper = made("agreed", wish("sc01", "nn"))
    assert (paper.title, paper.letters) == ("Dette vart vi einige om", "large")
    assert headings(paper) == ["Kven gjer kva", "Neste møte"]
    assert table(paper, "Kven gjer kva").rows == (
        ("Fire samtalar", "Helsesjukepleiar", "9. februar"),
        ("Tidlegare leggetid", "Mor", "2. mars"),
        ("Roleg start måndag", "Kontaktlærar", "2. mars"),
    )
    assert under(paper, "Neste møte") == [Text(text="Tysdag 2. mars 2027 kl. 13.00")]


@pytest.mark.parametrize("kind", ["agreed", "agreed-child"])
def test_nothing_else_stands_on_it(kind: str) -> None:
    for script in ("sc01", "sc03", "sc08"):
        case = played(script).case
        text = text_of(made(kind, wish(script, "nn")))
        changed = {s.comment for s in case.assessments.values() if s.decision == "adjust"}
        for a in case.activities.values():
            assert not (a.comment and a.comment not in changed and a.comment in text)
        for said in case.assessments.values():
            assert not (said.comment and said.comment not in changed and said.comment in text)
        for offer in case.offers.values():
            assert not (offer.view and offer.view in text)
        for sign in "●◐○▽":
            assert sign not in text


def test_what_is_done_for_a_time_is_not_told_as_something_of_its_last_day() -> None:
    [club, talk] = table(made("agreed", wish("sc03")), "Hvem gjør hva").rows
    assert club[2] == "25. november – 16. desember"
    assert talk[2] == "30. november – 18. desember"
    [told] = under(made("agreed-child", wish("sc03")), "Dette gjør de andre")
    assert isinstance(told, Bullets)
    assert told.items[0] == "Fritidskontakt: Klubbkveld onsdag, 25. november – 16. desember."
    assert told.items[2] == "Mor: Leggetid klokka ti, innen 18. desember."


@pytest.mark.parametrize(("many", "letters"), [(10, "large"), (11, "larger"), (26, "usual")])
def test_it_is_one_page_however_much_was_agreed(many: int, letters: str) -> None:
    """In letters as large as fit."""
    asked = wish("sc01", "nn")
    title = "Lese saman heime kvar kveld før leggetid"
    [first, *_rest] = newly_agreed(asked)
    more = {
        f"a{n}": first.with_(id=f"a{n}", title=title, start=date(2027, 1, 25)) for n in range(many)
    }
    case = asked.case.with_(activities=more)
    for kind in ("agreed", "agreed-child"):
        paper = made(kind, replace(asked, case=case))
        assert len(pages_png(paper)) == 1
    assert made("agreed", replace(asked, case=case)).letters == letters


def test_what_goes_on_after_a_walk_through_is_agreed_as_well() -> None:
    paper = made("agreed", wish("sc03"))
    assert [row[0] for row in table(paper, "Dette fortsetter").rows] == [
        "Leggetid klokka ti",
        "Trygg gruppe i friminuttene",
        "Samtale annenhver uke. Fra nå av: Hver uke til jul.",
    ]
    assert "Fast plass foran" not in text_of(paper)


def test_what_was_changed_is_told_as_it_is_from_now_on_and_stays_so_when_it_goes_on() -> None:
    asked = wish("sc03")
    [said] = [a for a in asked.case.assessments.values() if a.decision == "adjust"]
    told = "Fra nå av: Hver uke til jul."
    for kind in ("agreed", "agreed-child"):
        assert told in text_of(made(kind, asked))
    goes_on = said.with_(id="look-2", decision="continue", comment="")
    looks = {**asked.case.assessments, "look-2": goes_on}
    again = replace(asked, case=asked.case.with_(assessments=looks))
    assert told in text_of(made("agreed", again))


def test_the_childs_page_says_you_and_speaks_in_sentences() -> None:
    asked = wish("sc03")
    case = asked.case
    child = next(p for p in case.participants.values() if p.role == "child")
    own = Activity(id="own", title="Si fra når det er bråk", owner=child.id, meeting=asked.here)
    asked = of_case(case.with_(activities={**case.activities, "own": own}))
    paper = made("agreed-child", asked)
    assert paper.title == "Til deg: Dette ble vi enige om"
    assert under(paper, "Dette gjør du") == [Bullets(items=("Si fra når det er bråk.",))]
    (adults,) = under(paper, "Dette gjør de andre")
    assert isinstance(adults, Bullets)
    assert "Mor: Leggetid klokka ti, innen 18. desember." in adults.items
    assert child.label not in text_of(paper)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("nn", "Dette vart vi einige om"),
        ("nb", "Dette ble vi enige om"),
        ("en", "This is what we agreed"),
    ],
)
def test_it_is_in_the_familys_language(language: Speaks, title: str) -> None:
    assert made("agreed", wish("sc01", language)).title == title


def test_a_meeting_to_be_arranged_later_says_who_calls() -> None:
    asked = wish("sc01", "nn")
    caller = next(p.id for p in asked.case.participants.values() if p.role == "head")
    later = NextMeeting(caller=caller, by=asked.met_on)
    paper = made("agreed", with_meeting(asked, next_meeting=later))
    (told,) = under(paper, "Neste møte")
    assert told == Text(text="Rektor ringjer innan tysdag 19. januar 2027")


def test_before_a_meeting_has_begun_there_is_nothing_to_take_home() -> None:
    with pytest.raises(PaperError):
        made("agreed", of_case(before("sc01", " start")))


def test_a_last_meeting_says_how_it_ends_instead_of_an_empty_page() -> None:
    asked = wish("sc06")
    (told,) = under(made("agreed", asked), "Hvordan det går videre")
    assert told == Text(text="Vi er der vi ville være.\nGodt utbytte av tiltakene")
    (plain,) = under(made("agreed-child", asked), "Hvordan det går videre")
    assert plain == Text(text="Vi er der vi ville være.")


def test_who_takes_it_further_and_who_sees_to_it_are_told() -> None:
    (told,) = under(made("agreed-child", wish("referral")), "Hvordan det går videre")
    assert told == Text(text="Noen andre tar det videre: Logopeden.\nHvem følger opp: PPT-rådgiver")


def test_where_nothing_was_agreed_the_page_says_so() -> None:
    asked = wish("sc01", "nn")
    empty = of_case(asked.case.with_(activities={}, offers={}), "nn")
    for kind in ("agreed", "agreed-child"):
        paper = made(kind, with_meeting(empty, next_meeting=None))
        assert paper.blocks == (Text(text="Ingenting er avtalt enno"),)


def test_a_paper_of_a_rehearsal_says_so_on_each_page() -> None:
    asked = wish("sc01", "nn")
    facts = asked.case.facts.with_(rehearsal=True)
    practised = of_case(asked.case.with_(facts=facts), "nn")
    assert made("agreed", practised).foot == "Øving"
    assert made("minutes", practised).foot == "Øving – ELEV-A – Referat – Utkast"
    assert made("agreed", asked).foot == ""


def test_whoever_gets_a_part_gets_no_page_of_the_childs() -> None:
    asked = wish("sc01", "nn", reader="Helsesjukepleiar")
    part = with_meeting(asked, distribution=Distribution(how="parts"))
    assert [row[0] for row in table(made("agreed", part), "Kven gjer kva").rows] == [
        "Fire samtalar"
    ]
    with pytest.raises(PaperError) as refused:
        made("agreed-child", part)
    assert refused.value.code == "R-E9"
