"""What undo says it took back: the act, and what it was about."""

from __future__ import annotations

from app.phase_words import AskedWords
from app.wording.undone import undone_words
from app.words import Words
from phases.commands.choosing import OfferAdd
from phases.commands.clock import Hide, Next
from phases.commands.filling import Tick
from phases.commands.log import ActivityAdd
from phases.commands.log_assessing import Assess
from phases.commands.talk import Answered, Arrive, Leave
from tests.phases.room import Room
from tests.phases.rooms import follow_up
from tests.phases.walk import in_phase

NN = Words("nn")


def told(room: Room, asked: AskedWords = AskedWords()) -> str:  # noqa: B008 - empty and frozen
    """The newest act, as it would be told of."""
    event = room.case.newest_event
    assert event is not None
    return undone_words(event, room.case, NN, asked.title_of, {"offers": "Tilbod"})


def test_an_act_is_told_with_the_line_the_person_or_the_part_it_was_about() -> None:
    room = in_phase("offers")
    room.do(OfferAdd("PPT", "Rettleiing av lærarane"))
    assert told(room) == "Teke tilbake: Nytt tilbod – PPT: Rettleiing av lærarane"
    room.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar"))
    assert told(room) == "Teke tilbake: Ny – Leksehjelp"
    room.do(Assess(id=list(room.case.activities)[-1], decision="continue"))
    assert told(room) == "Teke tilbake: Korleis det har gått – Leksehjelp"
    room.do(Leave("PPT-rådgjevar"))
    assert told(room) == "Teke tilbake: Går – PPT-rådgjevar"
    room.do(Arrive("PPT-rådgjevar"), Answered())
    assert told(room) == "Teke tilbake: skulehelseteneste: ferdig"
    room.do(Hide())
    assert told(room) == "Teke tilbake: Skjul"


def test_a_turn_is_told_by_whose_it_was_and_not_by_whose_round_it_was() -> None:
    room = in_phase("clarifying")
    room.do(Answered())
    assert told(room) == "Teke tilbake: skulehelseteneste: ferdig"
    room.do(Answered())
    assert told(room) == "Teke tilbake: Mor, Far og Kontaktlærar: ferdig"


def test_a_part_and_a_point_are_told_by_their_own_words() -> None:
    room = in_phase("status-quo")
    room.do(Next("status-quo"))
    assert told(room) == "Teke tilbake: Neste del – Tilbod"
    room = follow_up("new-activities")
    room.do(Tick("more-help"))
    asked = AskedWords({"more-help": "om fleire bør vere med"})
    assert told(room, asked) == "Teke tilbake: Kryss av – om fleire bør vere med"
