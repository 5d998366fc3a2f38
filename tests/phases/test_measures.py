"""What is asked of each measure, row by row (S4-22): content, extent, organisation, period."""

from __future__ import annotations

from datetime import date

from phases.commands.clock import Next
from phases.commands.log import ActivityAdd, ActivityEdit
from phases.commands.log_fields import EditField
from phases.measures import Lack, lacks, next_lack, undescribed
from phases.proposal import proposal
from phases.records import Activity
from phases.settle import open_items
from tests.phases.room import Room
from tests.phases.rooms import follow_up

DUE = date(2027, 2, 9)


def agreeing(*measures: ActivityAdd) -> Room:
    """The second conversation of the chain, where these were just agreed on."""
    room = follow_up("measures-to-try", structure="meeting-2")
    for measure in measures:
        room.do(measure)
    return room


READING = ActivityAdd(title="Lesing", owner="Mor", content="Høgt", extent="Kvar dag")
SLEEP = ActivityAdd(title="Tidleg i seng", owner="Mor", due=DUE)


def measure(room: Room, title: str) -> str:
    return next(a.id for a in room.case.activities.values() if a.title == title)


def told(lack: Lack | None) -> tuple[str, tuple[str, ...]] | None:
    return (lack.activity.title, lack.fields) if lack else None


def test_each_measure_is_named_with_what_nobody_has_said_of_it() -> None:
    room = agreeing(READING, SLEEP)
    assert [told(lack) for lack in undescribed(room.case, room.sitting)] == [
        ("Lesing", ("organisation", "period")),
        ("Tidleg i seng", ("content", "extent", "organisation")),
    ]


def test_a_day_by_which_it_is_done_is_a_period_and_so_is_a_last_day() -> None:
    bare = Activity(id="a", title="x", owner="p")
    assert lacks(bare)[-1] == "period"
    assert "period" not in lacks(bare.with_(due=DUE))
    assert "period" not in lacks(bare.with_(period_end=DUE))


def test_the_rows_are_asked_one_after_the_other_and_none_twice_in_one_go() -> None:
    room = agreeing(READING, SLEEP)
    reading, sleep = (measure(room, title) for title in ("Lesing", "Tidleg i seng"))
    assert told(next_lack(room.case, room.sitting)) == ("Lesing", ("organisation", "period"))
    # Its content was asked, and the organisation left open: then its period, then the next one.
    assert told(next_lack(room.case, room.sitting, reading)) == ("Lesing", ("period",))
    after = next_lack(room.case, room.sitting, reading, period=True)
    assert told(after) == ("Tidleg i seng", ("content", "extent", "organisation"))
    assert next_lack(room.case, room.sitting, sleep) is None


def test_enter_comes_to_the_measures_until_all_is_said_and_next_may_leave_them() -> None:
    room = agreeing(SLEEP)
    assert "measures-described" in open_items(room.case, room.sitting)
    found = proposal(room.case)
    while found is not None and found.item is None and found.command is not None:
        room.do(found.command)
        found = proposal(room.case)
    assert found is not None
    assert found.item == "measures-described"
    left = room.ask(Next())
    assert [f.rule for f in left.findings] == ["R-M14"]  # type: ignore[union-attr]
    sleep = measure(room, "Tidleg i seng")
    fields: tuple[EditField, ...] = ("content", "extent", "organisation")
    for field in fields:
        room.do(ActivityEdit(id=sleep, field=field, value="To gonger"))
    assert "measures-described" not in open_items(room.case, room.sitting)


def test_a_meeting_that_agrees_on_nothing_has_nothing_to_describe() -> None:
    room = agreeing()
    assert undescribed(room.case, room.sitting) == ()
