"""Whose turn it is in each phase of S3, and who comes, goes and passes (design §4.9)."""

from __future__ import annotations

import pytest

from phases.commands.case_facts import CaseNew, CaseSet
from phases.commands.choosing import Accept, Choose, HandOverCommand, OfferAdd, ReadAloud
from phases.commands.clock import Back, Pause
from phases.commands.participants import ParticipantAdd, ParticipantEdit
from phases.commands.planning import MeetingPlan
from phases.commands.talk import Answered, GiveFloor, Pass
from phases.floor import Floor, allowance_s, floor, floor_in, leading
from phases.settle import open_items
from tests.phases.room import NOON, Room, phase_of, set_up, started
from tests.phases.turns import HEALTH, PPT, labels, turn, turns, waiting
from tests.phases.walk import MEASURES, go_to, in_phase


def calm(room: Room) -> bool:
    return room.floor.calm


def test_before_the_meeting_nobody_has_the_floor() -> None:
    room = set_up()
    assert room.floor == Floor()
    assert room.floor.now is None
    assert room.floor.following is None
    assert not calm(room)
    assert not room.floor.unanswered
    assert not room.floor.passed_before


def test_the_leader_welcomes() -> None:
    room = started()
    assert turn(room) == ("leader", "lead")
    assert labels(room) == ["Rektor"]


@pytest.mark.realises("S3-09")
def test_the_family_tells_first_and_then_the_teacher() -> None:
    room = in_phase("description")
    assert labels(room) == ["Mor", "Far"]
    assert turns(room) == [("family", "tell"), ("teacher", "tell")]


@pytest.mark.realises("S3-11", "S3-12")
def test_question_and_answer_are_two_turns_and_the_services_alternate() -> None:
    room = in_phase("clarifying")
    following = room.floor.following
    assert following is not None
    assert (following.key, following.act) == (HEALTH, "answer")
    assert turns(room) == [(HEALTH, "ask"), (HEALTH, "answer"), (PPT, "ask"), (PPT, "answer")]
    assert room.floor.heard == (HEALTH, PPT)


def test_family_and_teacher_answer_together() -> None:
    room = in_phase("clarifying")
    room.do(Answered())
    assert labels(room) == ["Mor", "Far", "Kontaktlærar"]


def test_a_child_in_the_room_has_the_floor_with_the_guardians() -> None:
    room = in_phase("description", child=True)
    assert labels(room) == ["Mor", "Far", "Eleven"]
    room.do(Pass())
    assert turn(room) == ("teacher", "tell")
    assert turns(room) == [("teacher", "tell"), ("family", "tell")]


def test_a_child_may_pass_an_answer() -> None:
    room = in_phase("clarifying", child=True)
    room.do(Answered())
    assert "Eleven" in labels(room)
    room.do(Pass())
    assert turn(room) == (PPT, "ask")
    assert room.floor.heard == (HEALTH,)


def test_who_passes_comes_back_at_the_end_and_passing_again_is_being_done() -> None:
    room = in_phase("clarifying")
    room.do(Pass())
    assert turn(room) == (PPT, "ask")
    room.do(Answered(), Answered())
    assert turn(room) == (HEALTH, "ask")
    assert room.floor.passed_before
    room.do(Pass())
    assert turn(room) is None
    assert room.refused(Answered()).code == "nobody-speaks"
    assert room.refused(Pass()).code == "nobody-speaks"


def test_passed_twice_with_others_waiting_is_done_too() -> None:
    room = in_phase("clarifying")
    room.do(Pass())
    room.do(Pass())
    assert turn(room) == (HEALTH, "ask")
    room.do(Pass())
    assert waiting(room) == (PPT,)
    assert room.floor.heard == (HEALTH,)


def test_the_clock_is_calm_while_the_family_has_the_floor() -> None:
    room = in_phase("description")
    assert calm(room)
    room.do(Answered())
    assert not calm(room)
    go_to(room, "clarifying")
    assert not calm(room)
    room.do(Answered())
    assert calm(room)


def test_the_allowance_is_the_time_left_shared_by_the_services_left() -> None:
    room = in_phase("clarifying")
    assert allowance_s(room.floor, room.pace.remaining_s) == 300.0
    room.do(Answered(), after=120)
    assert allowance_s(room.floor, room.pace.remaining_s) == 240.0
    room.do(Answered())
    assert allowance_s(room.floor, room.pace.remaining_s) == 480.0
    room.clock.tick(900)
    assert allowance_s(room.floor, room.pace.remaining_s) == 0.0
    assert allowance_s(Floor(), 100.0) == 0.0


def test_the_floor_is_given_out_of_turn_by_service_person_or_kind() -> None:
    for name in ("ppt", "PPT-rådgjevar"):
        room = in_phase("clarifying")
        room.do(GiveFloor(to=name))
        assert turns(room)[0] == (PPT, "ask")
    room = in_phase("description")
    room.do(GiveFloor(to="Kontaktlærar"))
    assert turn(room) == ("teacher", "tell")
    assert room.refused(GiveFloor(to="PPT")).code == "not-waiting"
    assert room.refused(GiveFloor(to="")).code == "not-waiting"


def test_the_floor_given_to_the_one_who_has_it_changes_nothing() -> None:
    room = in_phase("clarifying")
    before = room.floor
    room.do(GiveFloor(to=HEALTH))
    assert room.floor == before


def test_a_phase_without_anybody_to_speak_is_empty() -> None:
    room = in_phase("clarifying", services=0)
    assert room.floor.queue == ()
    assert "services-heard" not in open_items(room.case, room.sitting)


def test_an_offer_ticks_the_turn_of_the_service_that_makes_it() -> None:
    room = in_phase("offers")
    room.do(OfferAdd(service=PPT, text="Rettleiing"))
    assert turn(room) == (HEALTH, "offer")
    room.do(OfferAdd(service=HEALTH, text="Fire samtalar"))
    assert turn(room) == (PPT, "offer")
    room.do(OfferAdd(service=HEALTH, text="Ein samtale til"))
    assert turn(room) == (PPT, "offer")
    room.do(OfferAdd(service=PPT, text="Observasjon"))
    assert turn(room) is None
    room.do(OfferAdd(service=PPT, text="Meir"))
    assert turn(room) is None


def test_an_offer_in_another_round_ticks_nothing() -> None:
    room = in_phase("clarifying")
    room.do(OfferAdd(service=HEALTH, text="Fire samtalar"))
    assert turn(room) == (HEALTH, "ask")


def test_the_choice_and_reading_aloud_tick_their_turns() -> None:
    room = in_phase("decision")
    assert turn(room) == ("teacher", "think")
    room.do(Choose(offers=(HEALTH,)))
    assert turn(room) is None
    room.do(HandOverCommand(to="Helsesjukepleiar"))
    assert turn(room) == ("relay-holder", "read")
    assert labels(room) == ["Helsesjukepleiar"]
    room.do(Accept())
    room.do(*MEASURES)
    room.do(ReadAloud())
    assert turn(room) is None


@pytest.mark.realises("S3-06")
def test_the_family_has_the_last_word_in_the_choice() -> None:
    room = in_phase("decision")
    assert turns(room) == [("teacher", "think"), ("family", "choose")]


def test_reading_aloud_without_a_reader_ticks_nothing() -> None:
    room = in_phase("decision")
    room.do(*MEASURES)
    room.do(ReadAloud())
    assert turn(room) == ("teacher", "think")


def test_the_old_holder_reads_while_nobody_has_been_asked() -> None:
    room = started()
    room.do(CaseSet(relay_holder="Kontaktlærar"))
    go_to(room, "decision")
    assert [group.key for group in room.floor.queue] == ["teacher", "family", "relay-holder"]
    room.do(Choose(none_now=True, why="tenkjetid"))
    assert labels(room) == ["Kontaktlærar"]


@pytest.mark.realises("S3-23")
def test_the_head_sums_up_unless_another_was_named() -> None:
    room = go_to(started(), "closing")
    assert labels(room) == ["Rektor"]
    room.do(ParticipantEdit(who="Kontaktlærar", duties=("summariser",)))
    assert labels(room) == ["Kontaktlærar"]


def test_going_back_keeps_who_has_been_heard() -> None:
    room = in_phase("clarifying")
    room.do(Answered())
    room.do(Back())
    assert turn(room) is None
    room.next()
    assert turn(room) == (HEALTH, "answer")


def test_the_floor_of_another_phase_can_be_asked_for() -> None:
    room = in_phase("clarifying")
    sitting = room.sitting
    assert floor_in(room.case, sitting, phase_of(room, "description")).queue == ()
    offers = floor_in(room.case, sitting, phase_of(room, "offers"))
    assert offers.waiting == (HEALTH, PPT)


def test_the_floor_is_the_same_after_a_crash_and_in_a_pause() -> None:
    room = in_phase("clarifying")
    room.do(Answered())
    before = room.floor
    room.do(Pause())
    room.crash()
    assert floor(room.case, room.sitting) == before


def test_who_leads_is_named_or_the_relay_holder_or_the_head_or_somebody() -> None:
    room = Room()
    room.do(CaseNew())
    assert leading(room.case) is None
    room.do(ParticipantAdd(label="Lærar", role="teacher"))
    assert leading(room.case) == room.case.find_participant("Lærar")
    room.do(ParticipantAdd(label="Rektor", role="head"))
    assert leading(room.case) == room.case.find_participant("Rektor")
    room.do(CaseSet(relay_holder="Lærar"))
    assert leading(room.case) == room.case.find_participant("Lærar")
    room.do(ParticipantAdd(label="Inspektør", duties=("leader",)))
    assert leading(room.case) == room.case.find_participant("Inspektør")


def test_two_people_of_one_service_have_one_turn() -> None:
    room = set_up()
    room.do(ParticipantAdd(label="PPT-leiar", role="service", service=PPT))
    room = go_to(room, "clarifying")
    room.do(GiveFloor(to="PPT-leiar"))
    assert labels(room) == ["PPT-rådgjevar", "PPT-leiar"]
    assert waiting(room) == (PPT, HEALTH)


def test_a_service_without_a_name_is_called_by_its_speaker() -> None:
    room = Room()
    room.do(CaseNew())
    room.do(ParticipantAdd(label="Helsestasjon", role="service"))
    room.do(MeetingPlan(at=NOON))
    assert room.case.services == ("Helsestasjon",)
    speaker = room.case.speaker_for("helsestasjon")
    assert speaker is not None
    assert speaker.label == "Helsestasjon"
    assert room.case.speaker_for("PPT") is None
