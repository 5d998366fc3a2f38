"""What a phase has to settle, and when each of it is settled ("Att i denne delen: …")."""

from __future__ import annotations

from datetime import date

import pytest

from phases.commands.afterwards import Undo
from phases.commands.choosing import (
    NoMeasure,
    OfferAdd,
    ReadAloud,
)
from phases.commands.clock import BreakOff, Start
from phases.commands.closing import InformChildCommand, NextMeetingCommand, StaffStay
from phases.commands.log import ActivityAdd
from phases.commands.log_assessing import ActivityEnd
from phases.commands.participants import ParticipantAdd, ParticipantEdit
from phases.commands.planning import MeetingPlan
from phases.commands.talk import Answered, Arrive, Leave
from phases.commands.welcome import Challenge, ConsentTold, Introductions, Viddevakt, Writer
from phases.settle import (
    needed,
    newcomers,
    open_in,
    open_items,
    viddevakt,
    writer,
)
from phases.structures import BUILT_IN, Item
from tests.phases.room import Room, set_up, started
from tests.phases.walk import MEASURES, PHASES, in_phase

TALKS = MEASURES[0]


def left(room: Room) -> list[Item]:
    return list(open_items(room.case, room.sitting))


def bare() -> Room:
    """The welcome, with nobody named for anything."""
    room = set_up()
    for name in ("Inspektør", "Kontaktlærar"):
        room.do(ParticipantEdit(who=name, duties=()))
    room.do(Start())
    return room


def test_outside_a_phase_nothing_is_to_be_settled() -> None:
    room = set_up()
    assert left(room) == []


def test_the_welcome_settles_four_things_in_any_order() -> None:
    room = bare()
    assert left(room) == ["introductions", "consent-told", "writer", "viddevakt"]
    room.do(Viddevakt(who="none"))
    room.do(Writer(who="Kontaktlærar"))
    room.do(ConsentTold())
    assert left(room) == ["introductions"]
    room.do(Introductions("skipped"))
    assert left(room) == []


def test_a_duty_given_in_advance_settles_it() -> None:
    room = set_up()
    room.do(Start())
    assert left(room) == ["introductions", "consent-told"]
    assert room.case.label(writer(room.case, room.sitting)) == "Kontaktlærar"
    assert room.case.label(viddevakt(room.case, room.sitting)) == "Inspektør"


def test_a_choice_in_the_meeting_goes_before_a_duty() -> None:
    room = set_up()
    room.do(Start())
    room.do(Viddevakt(who="Rektor"))
    room.do(Writer(who="Rektor"))
    rektor = room.case.find_participant("Rektor")
    assert rektor is not None
    assert viddevakt(room.case, room.sitting) == writer(room.case, room.sitting) == rektor.id


def test_a_guard_who_has_left_guards_no_more() -> None:
    room = set_up()
    room.do(Start())
    room.do(Leave(who="Inspektør"))
    assert "viddevakt" in left(room)


def test_introductions_are_an_offer_until_somebody_is_new() -> None:
    room = set_up()
    assert not needed("introductions", room.case)
    assert needed("writer", room.case)
    room.do(ParticipantEdit(who="Far", new=True))
    assert needed("introductions", room.case)
    assert [p.label for p in newcomers(room.case)] == ["Far"]


def test_who_has_said_name_and_role_is_not_new_at_the_next_meeting() -> None:
    room = set_up()
    room.do(ParticipantEdit(who="Far", new=True))
    room.do(Start())
    room.do(Introductions())
    assert newcomers(room.case) == ()
    room.do(Undo())
    assert [p.label for p in newcomers(room.case)] == ["Far"]
    room.do(Introductions(), BreakOff())
    room.do(MeetingPlan())
    assert newcomers(room.case) == ()


def test_somebody_new_who_comes_after_the_round_of_names_opens_it_again() -> None:
    room = started()
    room.do(Introductions("skipped"))
    assert "introductions" not in left(room)
    room.do(ParticipantAdd(label="Tolk", role="interpreter", new=True, absent=True))
    room.do(Arrive(who="Tolk"))
    assert "introductions" in left(room)


@pytest.mark.parametrize(
    ("phase", "items"),
    [
        ("description", ["family-first"]),
        ("clarifying", ["services-heard"]),
        ("status-quo", ["challenge"]),
        ("offers", ["offers", "services-heard"]),
        ("decision", ["choice", "decided-by", "relay-holder", "measures", "read-aloud"]),
        ("closing", ["next-meeting", "inform-child", "staff-stay"]),
    ],
)
def test_each_phase_has_its_own(phase: str, items: list[str]) -> None:
    assert left(in_phase(phase)) == items


def test_the_family_first_is_settled_once_they_have_told() -> None:
    room = in_phase("description")
    room.do(Answered())
    assert left(room) == []


def test_a_round_is_settled_when_every_answer_is_ticked() -> None:
    room = in_phase("clarifying")
    for _ in range(3):
        room.do(Answered())
        assert left(room) == ["services-heard"]
    room.do(Answered())
    assert left(room) == []


def test_the_challenge_is_one_sentence_and_may_be_taken_back() -> None:
    room = in_phase("status-quo")
    room.do(Challenge(text="Måndagar"))
    assert left(room) == []
    room.do(Challenge(text=""))
    assert left(room) == ["challenge"]


def test_one_offer_is_enough_and_all_must_be_heard() -> None:
    room = in_phase("offers")
    room.do(OfferAdd(service="PPT", text="Rettleiing"))
    assert left(room) == ["services-heard"]


def test_a_round_without_offers_is_settled_when_all_are_heard() -> None:
    room = in_phase("offers")
    room.do(Answered(), Answered())
    assert left(room) == []


def test_what_was_only_tried_before_is_no_measure() -> None:
    room = in_phase("decision")
    room.do(ActivityAdd(title="Fast plass", owner="Kontaktlærar", tried=True))
    assert "measures" in left(room)
    assert room.refused(ReadAloud()).code == "nothing-to-read"


def test_what_was_agreed_and_ended_again_needs_no_reading() -> None:
    room = in_phase("decision")
    room.do(*MEASURES[:2])
    first = next(iter(room.case.activities))
    room.do(ActivityEnd(id=first))
    room.do(ReadAloud())
    assert room.sitting.meeting.read_aloud == (list(room.case.activities)[1],)


def test_a_reason_stands_in_for_measures_until_there_is_one() -> None:
    room = in_phase("decision")
    room.do(NoMeasure(why="tenkjetid"))
    assert "measures" not in left(room)
    assert "read-aloud" not in left(room)
    room.do(TALKS)
    assert "read-aloud" in left(room)


def test_the_closing_is_settled_by_date_child_and_staff() -> None:
    room = in_phase("closing")
    room.do(NextMeetingCommand(caller="Rektor", called="Mor", by=date(2027, 2, 1)))
    room.do(InformChildCommand(who="Mor"))
    room.do(StaffStay())
    assert left(room) == []


def test_a_child_who_is_here_needs_nobody_to_tell_them() -> None:
    assert "inform-child" not in left(in_phase("closing", child=True))


def test_every_item_of_a_structure_can_be_asked_about_in_every_phase() -> None:
    room = in_phase("welcome")
    for phase in room.sitting.agenda.phases:
        every = phase.model_copy(update={"settle": BUILT_IN})
        assert set(open_in(room.case, room.sitting, every)) <= set(BUILT_IN)
    assert [p.id for p in room.sitting.agenda.phases] == list(PHASES)


# -- help that was chosen and has not become an activity
