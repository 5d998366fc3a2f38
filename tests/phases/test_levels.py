"""The level of an activity by who does it (S2-5)."""

from __future__ import annotations

import pytest

from phases.commands.log import ActivityAdd, ActivityEdit
from phases.levels import level_of
from tests.phases.room import Room, started


def level(room: Room) -> int:
    [activity] = room.case.activities.values()
    return level_of(activity, room.case)


@pytest.mark.parametrize(
    ("owner", "helping", "expected"),
    [
        ("Mor", (), 1),
        ("Kontaktlærar", ("Rektor", "Mor"), 1),
        ("Helsesjukepleiar", (), 1),
        ("Helsesjukepleiar", ("Mor", "Far"), 1),
        ("Mor", ("PPT-rådgjevar",), 1),
        ("Kontaktlærar", ("PPT-rådgjevar",), 2),
        ("Helsesjukepleiar", ("PPT-rådgjevar",), 2),
        ("Mor", ("Kontaktlærar", "Helsesjukepleiar"), 2),
        ("Helsesjukepleiar", ("PPT-rådgjevar", "Kontaktlærar"), 2),
    ],
)
@pytest.mark.realises("S2-5")
def test_more_than_one_service_area_is_together(
    owner: str, helping: tuple[str, ...], expected: int
) -> None:
    room = started()
    room.do(ActivityAdd(title="Samtalar", owner=owner, contributors=helping))
    assert level(room) == expected


def test_level_three_is_set_by_hand_and_taken_back_by_an_empty_text() -> None:
    room = started()
    room.do(ActivityAdd(title="Samtalar", owner="Mor", level=3))
    assert level(room) == 3
    [activity] = room.case.activities
    room.do(ActivityEdit(id=activity, field="level", value="2", was="3"))
    assert level(room) == 2
    room.do(ActivityEdit(id=activity, field="level", value="", was="2"))
    assert level(room) == 1


def test_there_is_no_fourth_level() -> None:
    room = started()
    assert room.refused(ActivityAdd(title="Samtalar", owner="Mor", level=4)).code == "bad-value"
    room.do(ActivityAdd(title="Samtalar", owner="Mor"))
    [activity] = room.case.activities
    for value in ("4", "to"):
        refused = room.refused(ActivityEdit(id=activity, field="level", value=value))
        assert refused.code == "bad-value"
