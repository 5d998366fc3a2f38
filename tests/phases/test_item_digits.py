"""The digits of what a part has to settle: none of them moves when another is settled."""

from __future__ import annotations

from phases.commands.clock import Start
from phases.commands.welcome import Introductions
from phases.listing import DIGITS, listed
from tests.phases.room import SHIPPED, Room, set_up


def digits(room: Room) -> dict[str, int]:
    return dict(listed(room.case, room.sitting).digits)


def test_what_is_settled_leaves_every_other_digit_where_it_was() -> None:
    room = set_up()
    room.do(Start())
    before = digits(room)
    assert before["introductions"] == 1
    room.do(Introductions("done"))
    after = digits(room)
    assert after == {item: n for item, n in before.items() if item != "introductions"}
    assert listed(room.case, room.sitting).at(1) is None
    for item, number in after.items():
        assert listed(room.case, room.sitting).at(number) == item


def test_each_shipped_part_has_a_digit_for_all_it_settles() -> None:
    for structure in SHIPPED.values():
        for phase in structure.phases:
            assert len(phase.settle) + 1 < DIGITS
