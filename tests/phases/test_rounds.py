"""Rounds over people and activities, and the turns of all who may have the floor."""

from __future__ import annotations

from typing import Any, Final

import pytest

from phases.commands.clock import Next
from phases.commands.log import ActivityAdd
from phases.commands.log_assessing import ActivityEnd
from phases.commands.participants import ParticipantAdd, ParticipantEdit
from phases.commands.talk import Answered, Arrive, GiveFloor, Leave, Pass
from phases.floor import called
from phases.proposal import Proposal, proposal
from tests.phases.room import Room, id_of, set_up
from tests.phases.shapes import LEAD, begun, phase

HERE: Final = {"Rektor", "Kontaktlærar", "Mor", "Far", "Eleven"}


def turn(who: str, act: str = "tell") -> dict[str, str]:
    return {"who": who, "act": act}


def names(room: Room) -> tuple[str, ...]:
    """What those who have the floor are called."""
    now = room.floor.now
    return called(now, room.case).names if now else ()


def round_of(each: str, *floor: dict[str, str], room: Room | None = None) -> Room:
    return begun(phase("round", round=True, each=each, floor=list(floor)), phase("end"), room=room)


def heard_in_turn(room: Room) -> list[tuple[str, ...]]:
    """Tick every turn, and tell whose they were."""
    found = []
    while room.floor.now:
        found.append(names(room))
        room.do(Answered())
    return found


def proposed(room: Room) -> Proposal:
    found = proposal(room.case)
    assert found is not None
    return found


def with_interpreter(**more: Any) -> Room:
    room = set_up(services=1, child=True)
    room.do(ParticipantAdd(label="Tolk", role="interpreter", **more))
    return room


@pytest.mark.parametrize(
    ("who", "those"),
    [
        ("child", {"Eleven"}),
        ("guardians", {"Mor", "Far"}),
        ("unit", {"Rektor", "Kontaktlærar"}),
        ("others", {"Rektor", "Kontaktlærar", "Helsesjukepleiar", "Inspektør"}),
        ("everyone", {*HERE, "Helsesjukepleiar", "Inspektør"}),
    ],
)
def test_each_kind_of_speaker_means_those_in_the_room(who: str, those: set[str]) -> None:
    room = begun(phase("talk", floor=[turn(who)]), room=with_interpreter())
    assert set(names(room)) == those
    assert room.floor.calm == bool(those & {"Mor", "Far", "Eleven"})


@pytest.mark.realises("S4-46")
def test_who_has_spoken_for_the_unit_is_not_one_of_the_others_too() -> None:
    """Three turns as in the chain of three: family, unit, others (S4-46)."""
    floor = [turn("family"), turn("unit"), turn("others")]
    spoke = heard_in_turn(begun(phase("talk", floor=floor), phase("end"), room=with_interpreter()))
    assert [set(names) for names in spoke] == [
        {"Mor", "Far", "Eleven"},
        {"Rektor", "Kontaktlærar"},
        {"Helsesjukepleiar", "Inspektør"},
    ]


def test_a_kind_that_nobody_is_has_no_turn() -> None:
    room = begun(
        phase("talk", floor=[turn("newcomer", "introduce"), turn("owner"), turn("family")])
    )
    assert names(room) == ("Mor", "Far")


@pytest.mark.realises("S2-3a")
def test_a_round_over_participants_begins_with_the_family_as_one() -> None:
    room = round_of("participant", turn("everyone"), room=with_interpreter())
    assert room.floor.waiting[0] == "family"
    assert room.floor.calm
    assert heard_in_turn(room) == [
        ("Mor", "Far", "Eleven"),
        ("Rektor",),
        ("Kontaktlærar",),
        ("Helsesjukepleiar",),
        ("Inspektør",),
    ]


def test_a_round_over_the_others_leaves_the_family_out_and_may_be_answered() -> None:
    room = round_of("other", turn("others", "ask"), turn("family", "answer"))
    assert heard_in_turn(room)[:4] == [
        ("Rektor",),
        ("Mor", "Far"),
        ("Kontaktlærar",),
        ("Mor", "Far"),
    ]


def test_an_answer_is_waited_for_in_every_round_that_has_one() -> None:
    room = round_of("other", turn("others", "ask"), turn("family", "answer"))
    room.do(Answered())
    held = room.refused(Next(phase="round"))
    assert held.code == "R-M5"
    assert "Rektor" in held.args["service"]


def test_a_round_over_newcomers_has_an_interpreter_too_and_ends_once_nobody_is_new() -> None:
    room = with_interpreter(new=True)
    room.do(ParticipantEdit(who="Far", new=True))
    room = round_of("newcomer", turn("newcomer", "introduce"), room=room)
    assert names(room) == ("Far",)
    room.do(ParticipantEdit(who="Far", new=False), ParticipantEdit(who="Tolk", new=False))
    assert room.floor.now is None


def test_without_newcomers_their_round_is_empty() -> None:
    room = round_of("newcomer", turn("newcomer", "introduce"))
    assert proposed(room).command == Next(phase="round")


def test_who_passes_comes_back_and_who_is_asked_out_of_turn_is_found_by_name() -> None:
    room = round_of("participant", turn("everyone"))
    room.do(Pass())
    assert names(room) == ("Rektor",)
    room.do(GiveFloor(to="Inspektør"))
    assert names(room) == ("Inspektør",)
    assert room.floor.waiting[-1] == "family"


def test_who_comes_late_has_a_turn_and_who_leaves_loses_only_their_own() -> None:
    room = set_up()
    room.do(ParticipantEdit(who="Inspektør", absent=True))
    room = round_of("participant", turn("everyone"), room=room)
    room.do(Answered(), Arrive(who="Inspektør"), Leave(who="Kontaktlærar"))
    assert room.floor.heard == ("family",)
    assert [room.case.label(key) for key in room.floor.waiting] == [
        "Rektor",
        "Helsesjukepleiar",
        "PPT-rådgjevar",
        "Inspektør",
    ]


def with_log() -> Room:
    """Activities in the order of the log: services, home, school, home."""
    room = set_up()
    for title, owner in (
        ("Samtalar", "Helsesjukepleiar"),
        ("Leggetid", "Mor"),
        ("Roleg start", "Kontaktlærar"),
        ("Frukost", "Far"),
    ):
        room.do(ActivityAdd(title=title, owner=owner))
    return room


WALK: Final = ("Leggetid", "Frukost", "Roleg start", "Samtalar")


def titles(room: Room) -> tuple[str, ...]:
    return tuple(room.case.activities[key].title for key in room.floor.waiting)


def test_a_walk_through_goes_home_school_services_and_then_by_the_log() -> None:
    room = round_of("activity", turn("owner"), room=with_log())
    assert titles(room) == WALK
    now = room.floor.now
    assert now is not None
    assert called(now, room.case).activity == "Leggetid"
    assert names(room) == ("Mor",)
    assert room.floor.calm


def test_a_walk_through_keeps_what_was_open_when_it_began() -> None:
    room = round_of("activity", turn("owner"), room=with_log())
    room.do(ActivityAdd(title="Nytt", owner="Mor"))
    assert titles(room) == WALK
    second = next(a.id for a in room.case.activities.values() if a.title == "Frukost")
    room.do(ActivityEnd(id=second, effect="wanted"))
    assert titles(room) == ("Leggetid", "Roleg start", "Samtalar")
    assert room.floor.heard == (second,)


def test_an_activity_whose_owner_is_away_is_gone_through_by_the_leader() -> None:
    room = with_log()
    room.do(ParticipantEdit(who="Mor", absent=True))
    room = round_of("activity", turn("owner"), room=room)
    assert titles(room) == WALK
    assert names(room) == ("Rektor",)


def test_enter_opens_the_assessment_of_the_activity_once_its_last_turn_has_come() -> None:
    room = round_of("activity", turn("owner"), turn("family"), room=with_log())
    assert proposed(room).command == Answered()
    room.do(Answered())
    first = room.floor.queue[0].key
    assert proposed(room) == Proposal(item="walk-through", activity=first)


def test_one_who_speaks_twice_in_a_phase_has_two_turns_whoever_comes_and_goes() -> None:
    room = begun(phase("talk", floor=[*LEAD, turn("family"), turn("leader", "sum-up")]))
    room.do(Answered(), Leave(who="Inspektør"), Arrive(who="Inspektør"))
    assert names(room) == ("Mor", "Far")
    assert room.floor.waiting == ("family", "leader")
    room.do(Answered())
    now = room.floor.now
    assert now is not None
    assert now.act == "sum-up"


def test_a_leader_who_opens_says_what_is_to_be_said_and_gives_the_floor() -> None:
    said = {"id": "aim-said", "text": {"nn": "Målet er sagt"}}
    clear = {"id": "clear", "text": {"nn": "Klart for alle"}}
    room = begun(
        phase(
            "talk",
            floor=[*LEAD, turn("family")],
            points=[said, clear],
            settle=["aim-said", "family-first", "clear"],
        ),
        phase("end"),
    )
    done = []
    while (found := proposed(room)).command != Next(phase="talk"):
        assert found.command is not None
        done.append(getattr(found.command, "point", "") or found.command.name)
        room.do(found.command)
    assert done == ["aim-said", "answered", "answered", "clear"]


def test_names_stay_out_of_the_keys_that_are_stored() -> None:
    room = round_of("participant", turn("everyone"))
    room.do(Answered(), Answered())
    assert "Rektor" not in room.entries[-1]
    assert room.floor.heard == ("family", id_of(room, "Rektor"))
