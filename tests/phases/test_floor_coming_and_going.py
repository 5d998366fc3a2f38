"""Who comes late, leaves early and comes back, and whose turn it is then (design §4.9)."""

from __future__ import annotations

from copy import copy

from hypothesis import given
from hypothesis import strategies as st

from phases.commands.participants import ParticipantEdit
from phases.commands.talk import Answered, Arrive, Leave, Pass
from phases.floor import allowance_s
from tests.phases.room import Room, comes, set_up
from tests.phases.turns import HEALTH, PPT, labels, turn, turns, waiting
from tests.phases.walk import go_to, in_phase, through


def test_a_service_that_comes_late_joins_the_round_at_its_end() -> None:
    room = set_up()
    room.do(ParticipantEdit(who="Helsesjukepleiar", absent=True))
    room = go_to(room, "clarifying")
    assert waiting(room) == (PPT,)
    room.do(Arrive(who="Helsesjukepleiar"))
    assert waiting(room) == (PPT, HEALTH)
    assert turns(room) == [(PPT, "ask"), (PPT, "answer"), (HEALTH, "ask"), (HEALTH, "answer")]


def test_a_service_that_comes_late_takes_nobodys_turn() -> None:
    room = set_up()
    room.do(ParticipantEdit(who="Helsesjukepleiar", absent=True))
    room = go_to(room, "clarifying")
    room.do(Answered())
    room.do(Arrive(who="Helsesjukepleiar"))
    assert turn(room) == (PPT, "answer")
    room.do(Answered())
    assert waiting(room) == (HEALTH,)


def test_who_came_in_an_earlier_phase_has_their_own_place_in_the_round() -> None:
    room = set_up()
    room.do(ParticipantEdit(who="Helsesjukepleiar", absent=True))
    room = go_to(room, "description")
    room.do(Arrive(who="Helsesjukepleiar"))
    through(room)
    room.next()
    assert waiting(room) == (HEALTH, PPT)


def test_a_service_that_leaves_early_leaves_the_round() -> None:
    room = in_phase("clarifying")
    room.do(Leave(who="Helsesjukepleiar"))
    assert waiting(room) == (PPT,)
    assert room.case.services == (PPT,)
    assert allowance_s(room.floor, room.pace.remaining_s) == 600.0


def test_a_service_that_has_been_heard_and_leaves_ticks_nobody_elses_turn() -> None:
    room = in_phase("clarifying")
    room.do(Answered(), Answered())
    room.do(Leave(who="Helsesjukepleiar"))
    assert turn(room) == (PPT, "ask")
    room.do(Answered())
    assert turn(room) == (PPT, "answer")


def test_a_service_that_passed_and_leaves_passes_nobody_else() -> None:
    room = in_phase("clarifying")
    room.do(Pass())
    room.do(Leave(who="Helsesjukepleiar"))
    assert turn(room) == (PPT, "ask")
    assert not room.floor.passed_before


def test_who_leaves_and_comes_back_is_still_waiting() -> None:
    room = in_phase("clarifying")
    room.do(Leave(who="PPT-rådgjevar"))
    room.do(Answered(), Answered())
    assert turn(room) is None
    room.do(Arrive(who="PPT-rådgjevar"))
    assert turn(room) == (PPT, "ask")


def test_arriving_twice_changes_nothing() -> None:
    room = in_phase("clarifying")
    room.do(Arrive(who="Helsesjukepleiar"))
    assert waiting(room) == (HEALTH, PPT)
    room.do(Answered())
    assert turn(room) == (HEALTH, "answer")


def test_one_of_two_guardians_who_comes_late_does_not_send_the_family_to_the_end() -> None:
    room = set_up()
    room.do(ParticipantEdit(who="Far", absent=True))
    room = go_to(room, "description")
    room.do(Arrive(who="Far"))
    assert turn(room) == ("family", "tell")
    assert labels(room) == ["Mor", "Far"]


def test_an_answer_is_not_waited_for_from_people_who_have_gone() -> None:
    room = in_phase("clarifying")
    room.do(Answered())
    for who in ("Mor", "Far", "Kontaktlærar"):
        room.do(Leave(who=who))
    assert turn(room) == (PPT, "ask")
    assert room.floor.heard == (HEALTH,)
    room.do(Answered())
    assert turn(room) is None


def test_somebody_who_left_a_part_that_is_not_theirs_comes_back_to_their_own_place() -> None:
    room = in_phase("description")
    room.do(Leave(who="Helsesjukepleiar"))
    room.do(Arrive(who="Helsesjukepleiar"))
    through(room)
    room.next()
    assert waiting(room) == (HEALTH, PPT)


def with_three(phase: str) -> Room:
    room = set_up()
    comes(room, "BUP")
    return go_to(room, phase)


WITH_THREE = {phase: with_three(phase) for phase in ("clarifying", "offers")}


THREE = {"Helsesjukepleiar": HEALTH, "PPT-rådgjevar": PPT, "BUP": "BUP"}


@given(
    st.sampled_from(["clarifying", "offers"]),
    st.lists(st.sampled_from(["answer", "pass", *THREE]), max_size=16),
)
def test_whoever_comes_and_goes_everybody_elses_turn_stands(phase: str, acts: list[str]) -> None:
    room = copy(WITH_THREE[phase])
    room.entries = []
    for act in acts:
        before, who = room.floor, THREE.get(act, "")
        if act not in THREE:
            if before.now is not None:
                room.do(Answered() if act == "answer" else Pass())
            continue
        here = act in [p.name for p in room.case.present]
        room.do(Leave(who=act) if here else Arrive(who=act))
        assert [k for k in waiting(room) if k != who] == [k for k in before.waiting if k != who]
        if before.now is not None and before.now.service != who:
            assert turn(room) == (before.now.key, before.now.act)
    assert not set(waiting(room)) & set(room.floor.heard)


def test_only_those_who_are_here_can_leave() -> None:
    room = in_phase("clarifying")
    room.do(Leave(who="PPT-rådgjevar"))
    assert room.refused(Leave(who="PPT-rådgjevar")).code == "not-here"
