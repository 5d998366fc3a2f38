"""The whole log as a paper, and as a picture."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.papers.errors import PaperError
from app.papers.paper import Table, Timeline
from phases.export import export
from phases.records import CaseLevel, Distribution, Held
from tests.app.papers.wishing import (
    fact,
    headings,
    made,
    of_case,
    table,
    text_of,
    wish,
    with_meeting,
)
from tests.scenarios.playing import played


def test_the_log_holds_people_consents_activities_with_how_they_go_and_meetings() -> None:
    paper = made("log", wish("sc03"))
    assert headings(paper) == [
        "Hvem som er med",
        "Samtykker",
        "Aktiviteter",
        "Aktivitetene over tid",
        "Hvordan det har gått",
        "Møter",
    ]
    rows = {row[0]: row[-1] for row in table(paper, "Aktiviteter").rows}
    assert rows["Leggetid klokka ti"].startswith("◐ hjelper litt")
    assert rows["Fast plass foran"].startswith("○ ikke nok hjelp ennå")


def test_baton_and_level_tell_what_they_were_before_with_the_days() -> None:
    """The history of holders and levels (domain §2.1), where there is one."""
    asked = wish("sc01")
    steps = (CaseLevel(level=1, on=date(2027, 1, 12)), CaseLevel(level=2, on=date(2027, 1, 19)))
    (holder,) = asked.case.facts.holders
    teacher = asked.case.find_participant("Kontaktlærar")
    assert teacher is not None
    before = Held(who=teacher.id, on=date(2027, 1, 12))
    facts = asked.case.facts.with_(levels=steps, holders=(before, holder, holder))
    paper = made("log", replace(asked, case=asked.case.with_(facts=facts)))
    assert fact(paper, "Stafettpinnen") == (
        "Helsesjukepleiar fra 19.01.2027. Før: Kontaktlærar (12.01.2027)"
    )
    assert fact(paper, "Nivå") == "2 fra 19.01.2027. Før: 1 (12.01.2027)"
    assert fact(made("log", asked), "Stafettpinnen") == "Helsesjukepleiar"


def test_its_lines_are_called_what_the_structure_calls_them() -> None:
    """D1: one thing, two names."""
    assert "Aktiviteter" in headings(made("log", wish("sc03")))
    assert "Tiltak" in headings(made("log", wish("sc06")))


def test_from_when_to_when_is_told_of_somebody_who_has_left_the_log() -> None:
    asked = wish("sc03")
    assert "I loggen" not in table(made("log", asked), "Hvem som er med").head
    people = dict(asked.case.participants)
    mor = next(p for p in people.values() if p.label == "Mor")
    people[mor.id] = mor.with_(active_to=date(2026, 12, 1))
    left = replace(asked, case=asked.case.with_(participants=people))
    rows = {row[0]: row[-1] for row in table(made("log", left), "Hvem som er med").rows}
    assert (rows["Mor"], rows["Kontaktlærer"]) == ("17.11.2026 – 01.12.2026", "")


def test_a_guardian_reads_how_it_goes_in_words_without_symbols() -> None:
    paper = made("log", wish("sc03", reader="Mor"))
    text = text_of(paper)
    assert "hjelper litt" in text
    assert not any(sign in text for sign in "●◐○▽")


def test_the_spreadsheet_is_given_the_activities_alone() -> None:
    tables = [b for b in made("log", wish("sc03")).blocks if isinstance(b, Table) and b.csv]
    assert [t.title for t in tables] == ["Aktiviteter"]
    assert len(tables[0].rows) == 6


def test_the_picture_goes_from_when_an_activity_began_to_when_it_is_or_was_done() -> None:
    paper = made("log", wish("sc03"))
    picture = next(b for b in paper.blocks if isinstance(b, Timeline))
    spans = {span.label: span for span in picture.spans}
    club = spans["Klubbkveld onsdag"]
    assert (club.who, club.first, club.last) == (
        "Fritidskontakt", date(2026, 11, 25), date(2026, 12, 16),
    )  # fmt: skip
    ended = spans["Fast plass foran"]
    assert (ended.last, ended.symbol, ended.word) == (
        date(2026, 11, 24), "○", "ikke nok hjelp ennå",
    )  # fmt: skip
    assert picture.met == (date(2026, 11, 24),)
    assert all(
        picture.first <= s.first <= (s.last or s.first) <= picture.last for s in spans.values()
    )
    assert picture.alt == "6 aktiviteter og 1 møte"


def test_a_log_without_activities_has_no_picture() -> None:
    case = played("sc01").case.with_(activities={})
    assert not any(isinstance(b, Timeline) for b in made("log", of_case(case)).blocks)


def test_a_service_that_gets_parts_reads_its_own_activities_alone() -> None:
    asked = wish("sc01", "nn", reader="Helsesjukepleiar")
    paper = made("log", with_meeting(asked, distribution=Distribution(how="parts")))
    assert [row[0] for row in table(paper, "Tiltak").rows] == ["Fire samtalar"]
    assert "Mor" not in text_of(paper)
    with pytest.raises(PaperError):
        made("log", with_meeting(asked, distribution=Distribution(how="none")))


@pytest.mark.realises("S2-2b")
def test_nobody_moves_up_into_the_baton_of_one_whom_no_consent_covers_any_more() -> None:
    """Who carried it before didn't carry it then; the log that leaves tells no more than that."""
    asked = wish("sc01")
    (holder,) = asked.case.facts.holders
    teacher = asked.case.find_participant("Kontaktlærar")
    nurse = asked.case.participants[holder.who]
    assert teacher is not None
    before = Held(who=teacher.id, on=date(2027, 1, 12))
    facts = asked.case.facts.with_(holders=(before, holder))
    people = {**asked.case.participants, nurse.id: nurse.with_(left_out=True)}
    case = asked.case.with_(facts=facts, participants=people)
    there = replace(asked, case=case, sitting=case.sitting_of(asked.here))
    for kind in ("log", "minutes"):
        told = text_of(made(kind, there))
        assert "Helsesjukepleiar" not in told
        assert "Stafettpinnen" not in told
    assert [held.who for held in export(case, asked.ctx.now).case.holders] == [teacher.id]
