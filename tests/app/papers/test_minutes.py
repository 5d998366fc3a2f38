"""The minutes: made from the log, and nothing in them that wasn't said (S3-29 … S3-32)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.papers.errors import PaperError
from app.papers.paper import Bullets, Heading, Signatures, Table, Text, TimeBars
from phases.attendance import came
from phases.leaving_out import shown
from phases.records import Distribution
from phases.words import Share
from tests.app.papers.wishing import (
    fact,
    facts,
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


@pytest.mark.realises("S3-29", "S3-30", "S3-31", "S3-32", "S3-04")
def test_the_minutes_of_sc01_tell_who_met_what_was_agreed_and_where_it_goes() -> None:
    paper = made("minutes", wish("sc01", "nn"))
    assert paper.title == "Referat"
    assert paper.subtitle == "tysdag 19. januar 2027 – Utkast"
    assert fact(paper, "Når") == "tysdag 19. januar 2027 kl. 13.00"
    assert [row[0] for row in table(paper, "Kven som var med").rows] == [
        "Rektor", "Kontaktlærar", "Mor", "Far", "Helsesjukepleiar", "PPT-rådgjevar", "Inspektør",
    ]  # fmt: skip
    assert table(paper, "Kven gjer kva").rows == (
        ("Fire samtalar", "Helsesjukepleiar", "09.02.2027"),
        ("Tidlegare leggetid", "Mor", "02.03.2027"),
        ("Roleg start måndag", "Kontaktlærar", "02.03.2027"),
    )
    told = facts(paper)
    assert told["Hjelp først frå"] == "skulehelseteneste"
    assert told["Stafettpinnen"] == "Helsesjukepleiar"
    assert told["Neste møte"] == "tysdag 2. mars 2027 kl. 13.00"
    assert told["Fortel barnet"] == "Mor, Samtale heime, 19.01.2027"
    assert (told["Ansvarleg"], told["Skrive av"]) == ("Rektor", "Kontaktlærar")
    assert told["Går til"].split(", ") == [
        "Rektor", "Kontaktlærar", "Mor", "Far", "Helsesjukepleiar", "PPT-rådgjevar", "Inspektør",
    ]  # fmt: skip
    assert "Berre skulen eller barnehagen har arkivplikt" in text_of(paper)


def test_an_offer_that_was_not_chosen_is_kept_and_not_turned_down() -> None:
    offers = table(made("minutes", wish("sc01", "nn")), "Tilboda frå tenestene")
    assert [(row[0], row[-1]) for row in offers.rows] == [
        ("skulehelseteneste", "vald"),
        ("PPT", "kanskje seinare"),
    ]


@pytest.mark.realises("S3-06")
def test_the_family_decided_last() -> None:
    assert fact(made("minutes", wish("sc01", "nn")), "Avgjort av") == "Kontaktlærar, Mor, Far"
    asked = wish("sc01", "nn")
    assert asked.sitting is not None
    turned = tuple(reversed(asked.sitting.meeting.decided_by))
    paper = made("minutes", with_meeting(asked, decided_by=turned))
    assert fact(paper, "Avgjort av") == "Kontaktlærar, Far, Mor"


@pytest.mark.realises("S0-23", "S0-24", "S0-27", "S0-38")
def test_the_minutes_of_sc03_tell_how_each_activity_has_gone_from_home_to_services() -> None:
    paper = made("minutes", wish("sc03"))
    rows = table(paper, "Hvordan det har gått").rows
    assert [row[0] for row in rows] == [
        "Leggetid klokka ti",
        "Fast plass foran",
        "Trygg gruppe i friminuttene",
        "Samtale annenhver uke",
    ]
    onward = ["fortsetter", "avsluttet", "fortsetter", "blir justert: Hver uke til jul"]
    assert [row[-1] for row in rows] == onward
    assert rows[0][2] == "hjelper litt; Sovner tidligere de fleste kveldene"
    assert fact(paper, "Ikke til stede") == "Eleven"
    assert fact(paper, "Forteller barnet") == "Kontaktlærer, Samtale på skolen, 25.11.2026"
    assert fact(paper, "Neste møte") == "tirsdag 5. januar 2027 kl. 14.00"


def test_nothing_in_the_minutes_surprises_anybody() -> None:
    for script in ("sc01", "sc03", "overtime", "sc11"):
        case = played(script).case
        text = text_of(made("minutes", wish(script)))
        for evaluation in case.evaluations.values():
            answers = (evaluation.a, evaluation.b, evaluation.d, evaluation.e)
            assert not any(answer and answer in text for answer in answers)
        assert not any(f.differently and f.differently in text for f in case.feedback.values())
        for sign in ("●", "◐", "○", "▽", "Vink", "Brukt", "over tid"):
            assert sign not in text


def test_how_long_it_took_stands_there_only_where_the_owner_wants_it() -> None:
    asked = wish("sc01")
    assert not any(isinstance(b, TimeBars) for b in made("minutes", asked).blocks)
    bars = next(
        b for b in made("minutes", replace(asked, measured=True)).blocks if isinstance(b, TimeBars)
    )
    assert sum(bar.used_s for bar in bars.bars) == 45 * 60


@pytest.mark.realises("S4-08", "S4-09", "S4-31", "S4-32")
def test_the_minutes_of_sc06_hold_the_forms_and_lines_to_sign() -> None:
    paper = made("minutes", wish("sc06", meeting=3))
    assert paper.subtitle.endswith("Ferdig")
    told = under(paper, "Hvordan gikk det?")
    assert any("Sover bedre" in str(b.model_dump()) for b in told)
    assert fact(paper, "Hvordan det går videre").endswith("Godt utbytte av tiltakene")
    signed = next(b for b in paper.blocks if isinstance(b, Signatures))
    assert signed.rows == (
        ("Mor", "15.04.2027"), ("Far", "15.04.2027"), ("Kontaktlærer", "15.04.2027"),
    )  # fmt: skip
    boxes = next(b for b in under(paper, "Om referatet") if isinstance(b, Bullets))
    assert boxes.items[:2] == ("Referatet i samspill", "Dokumentene i sak- og arkivsystemet")
    assert boxes.ticked == (0, 1)


@pytest.mark.realises("S4-33")
def test_a_table_without_names_of_rows_stands_under_its_title() -> None:
    told = under(made("minutes", wish("referral")), "Veien videre")
    at = next(n for n, b in enumerate(told) if isinstance(b, Text) and "Tjenester" in b.text)
    rows = told[at + 1]
    assert isinstance(rows, Table)
    assert rows.rows == (("Logopeden", "Utredning av språk", "PPT-rådgiver"),)


@pytest.mark.realises("S4-08")
def test_who_has_not_signed_has_a_line_to_write_on() -> None:
    paper = made("minutes", wish("sc06", meeting=2))
    signed = next(b for b in paper.blocks if isinstance(b, Signatures))
    assert signed.rows == (("Mor", "18.02.2027"), ("Kontaktlærer", "18.02.2027"), ("", ""))


def test_minutes_of_a_meeting_that_was_not_held_are_refused() -> None:
    with pytest.raises(PaperError) as refused:
        made("minutes", replace(wish("sc01"), sitting=None))
    assert (refused.value.code, refused.value.exit_code) == ("not-held", 2)


@pytest.mark.realises("S2-2b", "S2-6d")
def test_a_service_gets_no_more_than_consent_and_meeting_agreed_on() -> None:
    asked = wish("sc01", "nn", reader="PPT-rådgjevar")
    assert "Kven gjer kva" in headings(made("minutes", asked))
    for agreed in (Distribution(how="none"), Distribution(how="parts", to=("somebody-else",))):
        with pytest.raises(PaperError) as refused:
            made("minutes", with_meeting(asked, distribution=agreed))
        assert (refused.value.code, refused.value.exit_code) == ("R-E9", 9)
    family = wish("sc01", "nn", reader="Mor")
    none = with_meeting(family, distribution=Distribution(how="none"))
    assert "Kven gjer kva" in headings(made("minutes", none))


@pytest.mark.realises("S2-6d")
def test_a_part_holds_what_concerns_them_and_says_so() -> None:
    asked = wish("sc01", "nn", reader="Helsesjukepleiar")
    paper = made("minutes", with_meeting(asked, distribution=Distribution(how="parts")))
    assert table(paper, "Kven gjer kva").rows == (
        ("Fire samtalar", "Helsesjukepleiar", "09.02.2027"),
    )
    text = text_of(paper)
    assert "Dette er den delen som gjeld Helsesjukepleiar." in text
    for rest in ("Trøytt etter helga", "Tidlegare leggetid", "Om referatet", "Rettleiing"):
        assert rest not in text


@pytest.mark.realises("S2-2b")
def test_whoever_no_consent_covers_any_more_is_neither_named_nor_pointed_at() -> None:
    case = played("uncovered").case
    out = [p for p in case.participants.values() if p.left_out]
    text = text_of(made("minutes", of_case(case)))
    assert out
    for person in out:
        assert person.label not in text
        with pytest.raises(PaperError) as refused:
            made("minutes", of_case(case, reader=person.name))
        assert refused.value.code == "R-E9"


def test_a_list_from_which_a_withdrawal_took_somebody_says_so_and_not_who() -> None:
    told = "Ikke alle er nevnt her, for samtykket gjelder ikke alle."
    paper = made("minutes", wish("sc10"))
    assert told in text_of(paper)
    assert "Saksbehandler" not in text_of(paper)
    for script in ("sc01", "uncovered"):
        assert told not in text_of(made("minutes", wish(script)))


def test_no_heading_skips_a_level() -> None:
    for script in ("sc01", "sc03", "sc06", "sc08", "sc10"):
        last = 0
        for block in made("minutes", wish(script)).blocks:
            if isinstance(block, Heading):
                assert block.level <= last + 1
                last = block.level


def test_a_later_meeting_changes_no_earlier_minutes() -> None:
    """The three of the chain, each as made on its own evening and from the whole log."""
    for number, next_line in ((1, 'purpose="Velge tiltak'), (2, 'purpose="Se hva som')):
        then = made("minutes", of_case(before("sc06", next_line), meeting=number))
        now = made("minutes", wish("sc06", meeting=number))
        assert now.model_copy(update={"made": then.made}) == then


def test_what_was_ended_since_stays_in_the_minutes_that_agreed_on_it() -> None:
    asked = wish("sc01", "nn")
    here = asked.here
    event = asked.case.newest_event
    assert event is not None
    sleep = next(a for a in asked.case.activities.values() if a.title == "Tidlegare leggetid")
    ended = event.with_(
        id="e",
        seq=event.seq + 1,
        kind="activity-end",
        was={"activities": {sleep.id: sleep.to_doc()}},
    )
    happened = {**asked.case.happened, here: (*asked.case.happened[here], ended)}
    activities = {**asked.case.activities, sleep.id: sleep.with_(status="ended")}
    case = asked.case.with_(activities=activities, happened=happened)
    rows = table(made("minutes", of_case(case, "nn")), "Kven gjer kva").rows
    assert "Tidlegare leggetid" in [row[0] for row in rows]


def test_who_was_away_then_is_told_of_then() -> None:
    held = wish("sc03")
    assert held.sitting is not None
    assert [p.label for p in came(held.case, held.sitting)] == [
        "Kontaktlærer", "Mor", "Sosiallærer", "Helsesykepleier", "Fritidskontakt",
    ]  # fmt: skip
    assert fact(made("minutes", held), "Ikke til stede") == "Eleven"


def test_a_name_nobody_may_read_is_in_no_text_of_the_meeting_either() -> None:
    case = played("uncovered").case
    out = next(p for p in case.participants.values() if p.left_out)
    asked = with_meeting(of_case(case), challenge=f"Slik {out.label} sa det")
    assert out.label not in text_of(made("minutes", asked))


def test_nor_is_it_once_a_later_meeting_is_planned() -> None:
    case = played("uncovered").case
    out = next(p for p in case.participants.values() if p.left_out)
    asked = with_meeting(of_case(case), challenge=f"Slik {out.label} sa det")
    case, here, newest = asked.case, asked.sitting, asked.case.newest_event
    assert here is not None
    assert newest is not None
    number = here.meeting.number
    planned = newest.with_(
        id="e", seq=newest.seq + 1, kind="meeting-plan", was={"meetings": {"later": None}}
    )
    gone_on = case.with_(
        meetings={**case.meetings, "later": here.meeting.with_(id="later", number=number + 1)},
        agendas={**case.agendas, "later": here.agenda.with_(id="later")},
        happened={**case.happened, "later": (planned,)},
    )
    for seen in (gone_on, shown(gone_on)):
        paper = made("minutes", of_case(seen, meeting=number))
        assert "sa det" in text_of(paper)
        assert out.label not in text_of(paper)


def test_after_the_consent_was_taken_back_the_minutes_go_to_the_family_alone() -> None:
    goes_to = fact(made("minutes", wish("sc10")), "Går til").split(", ")
    people = {p.label: p for p in wish("sc10").case.participants.values()}
    assert goes_to
    assert all(people[name].family for name in goes_to)


@pytest.mark.parametrize("how", ["none", "parts"])
def test_the_minutes_name_nobody_who_is_refused_them(how: Share) -> None:
    """What is agreed about the log holds for its minutes, on the paper as at the printer."""
    asked = wish("sc03")
    nurse = asked.case.find_participant("Helsesykepleier")
    assert nurse is not None
    to = (nurse.id,) if how == "parts" else ()
    asked = with_meeting(asked, distribution=Distribution(how=how, to=to))
    goes_to = fact(made("minutes", asked), "Går til").split(", ")
    assert goes_to == ["Mor", *(["Helsesykepleier"] if how == "parts" else []), "Eleven"]
