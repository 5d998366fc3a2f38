"""Any structure at all is led from its start to its close by Enter: it never sticks, never fails.

So a structure that people make themselves needs no code, and no care beyond what the checker says.
"""

from __future__ import annotations

from typing import Any, Final, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phases.commands.log import ActivityAdd
from phases.commands.participants import ParticipantAdd, ParticipantEdit
from phases.commands.talk import Leave, Pass
from phases.export import export
from phases.structures import BUILT_IN, Act, Each, Structure, Who, WorksOn
from tests.phases.leading import led_by_enter, pressed
from tests.phases.room import SHIPPED, Room, set_up
from tests.phases.shapes import phase, planned, structure, words

EACH_NEEDS: Final[dict[Each, Who]] = {
    "service": "service",
    "participant": "everyone",
    "other": "others",
    "newcomer": "newcomer",
}
WHO: Final = st.sampled_from(get_args(Who))
TURNS: Final = st.fixed_dictionaries({"who": WHO, "act": st.sampled_from(get_args(Act))})
KINDS: Final = st.sampled_from(["text", "yes-no", "participant", "date"])
COLUMN_SETS: Final = st.lists(KINDS, min_size=1, max_size=2)


@st.composite
def forms(draw: st.DrawFn, form_id: str) -> dict[str, Any]:
    """A form of any shape."""
    kinds = draw(COLUMN_SETS)
    made: dict[str, Any] = {
        "id": form_id,
        "title": words("Skjema"),
        "needed": draw(st.booleans()),
        "repeats": draw(st.booleans()),
        "columns": [
            {"id": f"c{n}", "title": words("Kolonne"), "kind": kind} for n, kind in enumerate(kinds)
        ],
    }
    rows = draw(st.integers(0, 2))
    if rows and draw(st.booleans()):
        made["rows"] = [{"id": f"r{n}"} for n in range(rows)]
    else:
        made["blank_rows"] = rows
    return made


@st.composite
def phases(draw: st.DrawFn, number: int) -> dict[str, Any]:
    """A phase put together from any parts that may stand together."""
    points = [
        {"id": f"point-{number}-{n}", "text": words("Sei det"), "needed": draw(st.booleans())}
        for n in range(draw(st.integers(0, 2)))
    ]
    asked = [draw(forms(f"form-{number}-{n}")) for n in range(draw(st.integers(0, 1)))]
    own = [each["id"] for each in (*points, *asked)]
    listed = draw(st.lists(st.sampled_from([*BUILT_IN, *own]), unique=True, max_size=6))
    floor = draw(st.lists(TURNS, min_size=1, max_size=3))
    more: dict[str, Any] = {}
    if draw(st.booleans()):
        each = draw(st.sampled_from(get_args(Each)))
        more = {"round": True, "each": each}
        if each in EACH_NEEDS:
            floor[0] = {**floor[0], "who": EACH_NEEDS[each]}
    return phase(
        f"part-{number}",
        minutes=draw(st.integers(1, 20)),
        floor=floor,
        points=points,
        forms=asked,
        settle=listed,
        works_on=draw(st.sampled_from(get_args(WorksOn))),
        droppable=draw(st.booleans()),
        **more,
    )


@st.composite
def structures(draw: st.DrawFn) -> Structure:
    """Any structure of one to three phases."""
    parts = [draw(phases(number)) for number in range(draw(st.integers(1, 3)))]
    told = draw(st.sampled_from(["who", "who-how-when"]))
    return structure(*parts, inform_child=told)


@st.composite
def rooms(draw: st.DrawFn) -> Room:
    """A room with more or fewer people in it, and something or nothing in the log."""
    room = set_up(services=draw(st.integers(0, 2)), child=draw(st.booleans()))
    if draw(st.booleans()):
        room.do(ParticipantEdit(who="Far", new=True))
    if draw(st.booleans()):
        room.do(ParticipantAdd(label="Tolk", role="interpreter", new=draw(st.booleans())))
    if draw(st.booleans()):
        room.do(ParticipantEdit(who="Rektor", absent=True))
    if draw(st.booleans()):
        room.do(ParticipantAdd(label="Fritidskontakt", role="service", service="fritid"))
    for owner in draw(st.lists(st.sampled_from(["Mor", "Kontaktlærar", "Rektor"]), max_size=3)):
        room.do(ActivityAdd(title="Leggetid", owner=owner))
    return room


@given(structures(), rooms())
def test_enter_leads_any_structure_to_its_close(shape: Structure, room: Room) -> None:
    planned(shape, room=room)
    walked = led_by_enter(room)
    assert walked[0] == "start"
    assert walked[-1] == "close"
    assert walked.count("next") == len(shape.phases) - 1
    room.crash()
    assert export(room.case, room.clock.stamp()).meetings[-1].state == "closed"


@given(structures(), rooms(), st.lists(st.sampled_from(["pass", "leave"]), max_size=3), st.data())
def test_nor_does_it_stick_when_some_pass_or_leave(
    shape: Structure, room: Room, others: list[str], data: st.DataObject
) -> None:
    planned(shape, room=room)
    for what in others:
        for _ in range(data.draw(st.integers(1, 8))):
            if not room.sitting.over:
                pressed(room)
        if what == "pass" and room.sitting.state == "running" and room.floor.now:
            room.do(Pass())
        elif what == "leave" and room.sitting.underway:
            here = [p.id for p in room.case.present if p.label in {"Far", "PPT-rådgjevar"}]
            room.do(*(Leave(who=person) for person in here[:1]))
    led_by_enter(room)


@pytest.mark.parametrize("structure_id", SHIPPED)
def test_each_structure_that_ships_is_led_by_enter(structure_id: str) -> None:
    room = set_up()
    room.do(ParticipantEdit(who="Far", new=True), ActivityAdd(title="Leggetid", owner="Mor"))
    planned(SHIPPED[structure_id], room=room)
    assert led_by_enter(room)[-1] == "close"
