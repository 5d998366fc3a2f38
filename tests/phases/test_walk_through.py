"""The walk-through: home, school, services; what was open when it began; what is left."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phases.commands.afterwards import Undo
from phases.commands.clock import Back, Next, Start
from phases.commands.log import ActivityAdd, ActivityEdit
from phases.commands.log_assessing import ActivityEnd, Assess
from phases.records import Activity
from phases.walk import asked, assessed, in_order, left, walked
from phases.words import ARENAS
from tests.phases.room import Room, set_up, started
from tests.phases.rooms import follow_up
from tests.phases.walk import DUE

PHASE = "description"
"""Any phase will do: which one walks through is the structure's."""


def sc_03() -> Room:
    """SC-03's activities, from an earlier meeting and written in another order."""
    room = set_up()
    for title, owner in (
        ("A4", "Helsesjukepleiar"),
        ("A2", "Kontaktlærar"),
        ("A1", "Mor"),
        ("A3", "Rektor"),
    ):
        room.do(ActivityAdd(title=title, owner=owner, due=date(2027, 2, 9)))
    room.do(ActivityAdd(title="Prøvd før", owner="Mor", tried=True))
    return room


def walking() -> Room:
    room = sc_03()
    room.do(Start())
    room.next()
    return room


def titles(activities: tuple[Activity, ...]) -> list[str]:
    return [a.title for a in activities]


def id_of(room: Room, title: str) -> str:
    return next(a.id for a in room.case.activities.values() if a.title == title)


def order(room: Room) -> list[str]:
    return titles(walked(room.case, room.sitting, PHASE))


def still(room: Room) -> list[str]:
    return titles(left(room.case, room.sitting, PHASE))


@pytest.mark.realises("S0-24")
def test_home_comes_first_then_school_then_the_services() -> None:
    assert order(sc_03()) == ["A1", "A2", "A3", "A4"]
    assert order(walking()) == ["A1", "A2", "A3", "A4"]


def test_what_is_ended_underway_keeps_its_place_and_what_is_new_waits_for_next_time() -> None:
    room = walking()
    room.do(Assess(id=id_of(room, "A2"), decision="end"))
    room.do(ActivityAdd(title="A5", owner="Far"))
    assert order(room) == ["A1", "A2", "A3", "A4"]
    assert still(room) == ["A1", "A3", "A4"]


def test_what_was_ended_before_the_phase_is_not_walked_through() -> None:
    room = sc_03()
    room.do(Start())
    room.do(ActivityEnd(id=id_of(room, "A1")))
    room.next()
    assert order(room) == ["A2", "A3", "A4"]


def test_coming_back_to_the_phase_goes_through_the_same() -> None:
    room = walking()
    room.do(Assess(id=id_of(room, "A1"), decision="end"))
    room.next()
    room.do(ActivityAdd(title="A5", owner="Far"))
    room.do(Back())
    assert order(room) == ["A1", "A2", "A3", "A4"]
    assert still(room) == ["A2", "A3", "A4"]


def test_something_is_said_of_it_or_it_was_not_discussed() -> None:
    room = walking()
    for title in ("A1", "A2", "A3"):
        room.do(Assess(id=id_of(room, title)))
    room.do(Assess(id=id_of(room, "A4"), decision="not-discussed"))
    assert still(room) == []
    said = assessed(room.case, room.sitting, id_of(room, "A4"))
    assert said is not None
    assert said.decision == "not-discussed"
    room.do(Undo())
    assert still(room) == ["A4"]
    assert assessed(room.case, room.sitting, id_of(room, "A4")) is None


def test_what_was_said_before_the_meeting_is_not_said_in_it() -> None:
    room = sc_03()
    room.do(Assess(id=id_of(room, "A1"), effect="wanted"))
    room.do(Start())
    room.next()
    assert "A1" in still(room)


def test_an_edit_that_ends_or_moves_one_counts_as_it_was_at_the_start() -> None:
    room = walking()
    room.do(ActivityEdit(id=id_of(room, "A3"), field="status", value="ended"))
    assert order(room) == ["A1", "A2", "A3", "A4"]
    assert still(room) == ["A1", "A2", "A4"]


def test_the_family_is_asked_first_then_whoever_does_it() -> None:
    room = started()
    room.do(ActivityAdd(title="A", owner="Rektor", contributors=("Far", "PPT-rådgjevar")))
    [activity] = room.case.activities.values()
    people = [p.label for p in asked(room.case, activity)]
    assert people == ["Mor", "Far", "Rektor", "PPT-rådgjevar"]


@given(st.lists(st.sampled_from(ARENAS), max_size=8))
def test_the_order_is_by_arena_and_then_by_the_log(arenas: list[str]) -> None:
    made = [Activity(id=str(n), title="A", owner="p", arena=a) for n, a in enumerate(arenas)]  # type: ignore[arg-type]
    found = in_order(made)
    assert sorted(found, key=lambda a: int(a.id)) == made
    keys = [(ARENAS.index(a.arena), int(a.id)) for a in found]
    assert keys == sorted(keys)


@pytest.mark.realises("S0-23")
def test_leaving_the_walk_through_with_a_reason_notes_the_rest_by_name() -> None:
    room = follow_up("activities", ActivityAdd(title="A1", owner="Mor", due=DUE),
                     ActivityAdd(title="A2", owner="Rektor", due=DUE))  # fmt: skip
    room.do(Assess(id=id_of(room, "A1"), effect="wanted"))
    refused = room.refused(Next())
    assert (refused.code, dict(refused.args)) == ("R-M12", {"count": "1", "names": "A2"})
    room.next(reason="afterwards")
    [rest] = room.case.assessments_of(id_of(room, "A2"))
    assert (rest.decision, rest.meeting) == ("not-discussed", room.sitting.meeting.id)
    assert len(room.case.assessments_of(id_of(room, "A1"))) == 1
    room.do(Undo())
    assert not room.case.assessments_of(id_of(room, "A2"))
