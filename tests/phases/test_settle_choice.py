"""What is left to settle once a choice is made: the baton, reading aloud, what was chosen."""

from __future__ import annotations

from phases.commands.case_facts import CaseSet
from phases.commands.choosing import (
    Accept,
    Choose,
    DecidedBy,
    Decline,
    HandOverCommand,
    NoMeasure,
    ReadAloud,
)
from phases.commands.log import ActivityAdd
from phases.settle import (
    baton_settled,
    measures_read,
    needed,
    open_in,
    open_items,
)
from phases.structures import Item
from tests.phases.room import Room, phase_of
from tests.phases.walk import DUE, MEASURES, in_phase

TALKS = MEASURES[0]


CHOSEN = Choose(offers=("skulehelseteneste",))


def left(room: Room) -> list[Item]:
    return list(open_items(room.case, room.sitting))


def test_a_choice_settles_who_decided_too() -> None:
    room = in_phase("decision")
    room.do(CHOSEN)
    assert left(room) == ["relay-holder", "measures", "read-aloud"]
    room.do(DecidedBy(who=("Mor",)))
    assert [room.case.label(i) for i in room.sitting.meeting.decided_by] == ["Mor"]


def test_the_baton_is_settled_by_yes_or_a_date_and_not_by_asking() -> None:
    room = in_phase("decision")
    room.do(CHOSEN)
    room.do(HandOverCommand(to="Helsesjukepleiar"))
    assert not baton_settled(room.case, room.sitting)
    room.do(HandOverCommand(to="Helsesjukepleiar", answer_by=DUE))
    assert baton_settled(room.case, room.sitting)
    room.do(HandOverCommand(to="Helsesjukepleiar"))
    room.do(Accept())
    assert baton_settled(room.case, room.sitting)


def test_when_they_say_no_the_old_holder_keeps_it() -> None:
    room = in_phase("decision")
    room.do(CHOSEN)
    room.do(HandOverCommand(to="Helsesjukepleiar"))
    room.do(Decline())
    assert not baton_settled(room.case, room.sitting)
    room.do(CaseSet(relay_holder="Kontaktlærar"))
    assert baton_settled(room.case, room.sitting)
    assert room.refused(Accept()).code == "nobody-asked"
    assert room.refused(Decline()).code == "nobody-asked"


def test_with_nothing_chosen_now_the_old_holder_stays() -> None:
    room = in_phase("decision")
    room.do(CaseSet(relay_holder="Kontaktlærar"))
    assert not baton_settled(room.case, room.sitting)
    room.do(Choose(none_now=True, why="tenkjetid"))
    assert baton_settled(room.case, room.sitting)


def test_measures_are_read_aloud_as_they_stand() -> None:
    room = in_phase("decision")
    assert room.refused(ReadAloud()).code == "nothing-to-read"
    room.do(TALKS)
    assert not measures_read(room.case, room.sitting)
    room.do(ReadAloud())
    assert measures_read(room.case, room.sitting)
    room.do(ActivityAdd(title="Meir", owner="Mor", due=DUE))
    assert not measures_read(room.case, room.sitting)


def chosen_only() -> Room:
    """In the decision: one offer is chosen, and the form for its activity was left."""
    room = in_phase("decision")
    room.do(CHOSEN if room.case.speaker_for("skulehelseteneste") else Choose(("PPT",)))
    return room


def test_a_chosen_offer_stays_to_be_settled_beside_what_else_was_agreed() -> None:
    room = chosen_only()
    room.do(MEASURES[1])
    assert "measures" in left(room)
    assert not needed("measures", room.case)
    offer = room.case.chosen_in(room.sitting.meeting.id)[0]
    room.do(ActivityAdd(title=offer.text, owner="Mor", offer=offer.id))
    assert "measures" not in left(room)


def test_a_chosen_offer_that_was_written_anew_for_that_service_is_not_told_twice() -> None:
    """In the same words, by whoever speaks for it: anything else is another activity."""
    room = chosen_only()
    [offer] = room.case.chosen_in(room.sitting.meeting.id)
    speaker = room.case.speaker_for(offer.service)
    assert speaker is not None
    room.do(ActivityAdd(title=offer.text, owner="Mor"))
    assert room.case.chosen_in(room.sitting.meeting.id) == (offer,)
    room.do(ActivityAdd(title=offer.text.upper(), owner=speaker.label))
    assert room.case.chosen_in(room.sitting.meeting.id) == ()


def test_a_chosen_offer_is_read_aloud_and_follows_into_the_closing() -> None:
    room = chosen_only()
    assert not measures_read(room.case, room.sitting)
    room.do(ReadAloud())
    assert measures_read(room.case, room.sitting)
    closing = phase_of(room, "closing")
    assert open_in(room.case, room.sitting, closing)[-1] == "measures"
    room.do(NoMeasure(why="tenkjetid"))
    assert "measures" not in open_in(room.case, room.sitting, closing)
