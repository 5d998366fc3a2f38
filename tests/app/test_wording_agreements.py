"""What was agreed, in sentences for reading aloud and for the first words of the next meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.widgets.big_text import set_page
from app.wording.agreements import agreed_words, agreement_sentence, last_time_words, reading_lines
from app.wording.endings import meeting_day
from app.words import Words
from phases.case import Case
from phases.records import Activity, Choice, HandOver, Meeting, NextMeeting, Offer, Participant

NURSE = Participant(id="p1", name="Helsesjukepleiar", role="service")
MOTHER = Participant(id="p2", name="Føresett A", role="guardian", call="Mor")
HELD = datetime(2027, 1, 19, 12, tzinfo=UTC)


def case(*activities: Activity, meetings: tuple[Meeting, ...] = ()) -> Case:
    return replace(
        Case.empty("ELEV-A"),
        participants={p.id: p for p in (NURSE, MOTHER)},
        activities={a.id: a for a in activities},
        meetings={m.id: m for m in meetings or (Meeting(id="m1", at=HELD),)},
    )


def talks(title: str = "Fire samtalar", due: date | None = date(2027, 2, 9)) -> Activity:
    return Activity(id="a1", title=title, owner="p1", due=due, meeting="m1")


@pytest.mark.parametrize(
    ("language", "title", "sentence"),
    [
        ("nn", "Fire samtalar", "Helsesjukepleiar har fire samtalar innan 9. februar."),
        ("nb", "Fire samtaler", "Helsesjukepleiar har fire samtaler innen 9. februar."),
        ("en", "Four talks", "Helsesjukepleiar has four talks by 9 February."),
        ("nn", "2 møte.", "Helsesjukepleiar har 2 møte innan 9. februar."),
        ("nn", "Snakke med klassen", "Helsesjukepleiar: Snakke med klassen, innan 9. februar."),
    ],
)
def test_an_agreement_reads_as_one_sentence(language: str, title: str, sentence: str) -> None:
    assert agreement_sentence(talks(title), case(), Words(language)) == sentence


def test_without_a_date_nothing_is_said_of_one() -> None:
    nynorsk = Words("nn")
    assert agreement_sentence(talks(due=None), case(), nynorsk) == (
        "Helsesjukepleiar har fire samtalar."
    )
    home = Activity(id="a2", title="Tidlegare leggetid", owner="p2")
    assert agreement_sentence(home, case(), nynorsk) == "Mor: Tidlegare leggetid."


def test_a_date_more_than_a_year_away_has_its_year() -> None:
    said = agreement_sentence(talks(due=date(2028, 2, 9)), case(), Words("nn"))
    assert said.endswith("innan 9. februar 2028.")
    said = agreement_sentence(talks(), case(), Words("nn"), today=date(2027, 3, 1))
    assert said.endswith("innan 9. februar 2027.")


def test_what_people_typed_is_never_taken_for_a_format() -> None:
    said = agreement_sentence(talks("{0.__class__} %s [red]"), case(), Words("nn"))
    assert "{0.__class__} %s [red]" in said


def test_the_first_words_are_what_we_agreed_last_time() -> None:
    both = (Meeting(id="m1", number=1, challenge="Rolege måndagar"), Meeting(id="m2", number=2))
    nynorsk = Words("nn")
    assert last_time_words(case(talks(), meetings=both), nynorsk) == (
        "Sist vart vi einige om: Fire samtalar (Helsesjukepleiar)."
    )
    assert last_time_words(case(meetings=both), nynorsk) == (
        "Sist ville vi løyse saman: Rolege måndagar"
    )


def test_a_meeting_that_was_called_off_does_not_hide_what_was_agreed_before_it() -> None:
    off = Meeting(id="m2", number=2, cancelled=True)
    three = (Meeting(id="m1", number=1), off, Meeting(id="m3", number=3))
    said = last_time_words(case(talks(), meetings=three), Words("nn"))
    assert said == "Sist vart vi einige om: Fire samtalar (Helsesjukepleiar)."


def test_at_a_first_meeting_nothing_is_said_of_a_last_time() -> None:
    assert last_time_words(case(talks()), Words("nn")) == ""
    assert last_time_words(Case.empty("ELEV-A"), Words("nn")) == ""
    silent = (Meeting(id="m1", number=1), Meeting(id="m2", number=2))
    assert last_time_words(case(meetings=silent), Words("nn")) == ""


def test_help_that_was_chosen_and_is_no_activity_yet_is_read_aloud() -> None:
    held = Meeting(id="m1", at=HELD, choice=Choice(offers=("o1",)))
    offer = Offer(id="o1", meeting="m1", service="PPT", text="Samtale med eleven.")
    chosen = replace(case(meetings=(held,)), offers={"o1": offer})
    assert reading_lines(chosen, Words("nn")) == ["PPT: Samtale med eleven."]
    grown = replace(chosen, activities={"a1": talks().model_copy(update={"offer": "o1"})})
    assert reading_lines(grown, Words("nn")) == [
        "Helsesjukepleiar har fire samtalar innan 9. februar."
    ]


@pytest.mark.parametrize(
    ("who", "title", "sentence"),
    [
        ("Eleven", "Eleven velger bok", "Eleven velger bok innen 1. desember."),
        ("Mor", "Mor og lærer snakkes", "Mor og lærer snakkes innen 1. desember."),
        ("Ola", "Eleven velger bok", "Ola: Eleven velger bok, innen 1. desember."),
        ("Mor", "Morgenrutine", "Mor: Morgenrutine, innen 1. desember."),
    ],
)
def test_a_title_that_says_who_is_a_sentence_already(who: str, title: str, sentence: str) -> None:
    due, today = date(2026, 12, 1), date(2026, 11, 22)
    assert agreed_words(who, title, due, today, Words("nb")) == sentence


def test_an_answer_about_the_baton_that_is_awaited_is_read_aloud() -> None:
    asked = HandOver(to="p1", answer_by=date(2027, 1, 20))
    held = Meeting(id="m1", at=HELD, hand_over=asked)
    said = reading_lines(case(talks(), meetings=(held,)), Words("nn"))
    assert said[1:] == ["Helsesjukepleiar svarar innan 20. januar."]
    assert reading_lines(case(meetings=(held,)), Words("nn")) == []


def test_a_day_and_its_month_stand_on_one_row() -> None:
    for width in range(18, 60):
        rows = set_page(["Eleven velger bok til lesestunden innen 1. desember."], width, 20)
        assert any("1. desember" in row for row in rows)


@pytest.mark.parametrize(
    ("at", "place", "said"),
    [
        ("", "", "tysdag 2. mars 2027"),
        ("13:00", "", "tysdag 2. mars 2027 kl. 13.00"),
        ("13:00", "Biblioteket", "tysdag 2. mars 2027 kl. 13.00, Biblioteket"),
        ("", "Biblioteket", "tysdag 2. mars 2027, Biblioteket"),
    ],
)
def test_when_and_where_we_meet_again_is_one_line(at: str, place: str, said: str) -> None:
    """S4-56."""
    following = NextMeeting(on=date(2027, 3, 2), at=at, place=place)
    assert meeting_day(following, Words("nn")) == said
