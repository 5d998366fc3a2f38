"""The lines of the log in the order in which they are read from the back of the room."""

from __future__ import annotations

from phases.commands.choosing import Choose
from phases.commands.log import ActivityAdd
from phases.log_lines import log_lines
from tests.phases.room import Room
from tests.phases.walk import in_phase


def standings(room: Room) -> list[str]:
    return [line.standing for line in log_lines(room.case, room.sitting, "decision")]


def test_offers_lead_until_one_is_chosen() -> None:
    room = in_phase("decision")
    tried = [a for a in room.case.activities.values() if a.tried_before]
    assert standings(room) == ["offer", "offer"] + ["tried"] * len(tried)


def test_what_was_agreed_stands_before_what_was_not_chosen() -> None:
    room = in_phase("decision")
    room.do(Choose(("PPT",)))
    assert standings(room)[:2] == ["chosen", "later"]
    offer = next(o.id for o in room.case.offers.values() if o.service == "PPT")
    room.do(ActivityAdd(title="Rettleiing", owner="PPT-rådgjevar", offer=offer))
    room.do(ActivityAdd(title="Tidleg kveld", owner="Mor"))
    lines = log_lines(room.case, room.sitting, "decision")
    assert [line.what for line in lines[:2]] == ["Tidleg kveld", "Rettleiing"]
    assert [line.standing for line in lines[:3]] == ["active", "active", "later"]


def test_outside_the_choice_no_offer_is_listed() -> None:
    room = in_phase("decision")
    kinds = {line.standing for line in log_lines(room.case, room.sitting, "activities")}
    assert not kinds & {"offer", "chosen", "later"}


def test_a_chosen_offer_without_an_activity_stands_to_the_end() -> None:
    room = in_phase("decision")
    room.do(Choose(("PPT",)))
    for works_on in ("activities", "none"):
        assert log_lines(room.case, room.sitting, works_on)[0].standing == "chosen"
    offer = next(o.id for o in room.case.offers.values() if o.service == "PPT")
    room.do(ActivityAdd(title="Rettleiing", owner="PPT-rådgjevar", offer=offer))
    assert "chosen" not in {x.standing for x in log_lines(room.case, room.sitting, "none")}
