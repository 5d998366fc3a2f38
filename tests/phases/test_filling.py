"""Forms and points: filled in a cell at a time, ticked, and what of them stays open."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest

from phases.changes import EXIT_CONFLICT
from phases.commands.afterwards import Undo
from phases.commands.clock import Next
from phases.commands.filling import Fill, Tick
from phases.export import export
from phases.proposal import Proposal, proposal
from phases.settle import open_items
from tests.phases.room import Room, id_of, without_log_consent
from tests.phases.shapes import begun, phase, words

COLUMNS: Final = [
    {"id": "what", "title": words("Kva")},
    {"id": "who", "title": words("Kven"), "kind": "participant"},
    {"id": "by", "title": words("Når"), "kind": "date"},
    {"id": "asked", "title": words("Spurt"), "kind": "yes-no"},
]
TASKS: Final[dict[str, Any]] = {
    "id": "tasks",
    "title": words("Oppgåver"),
    "needed": True,
    "rows": [{"id": "unit", "who": "unit"}, {"id": "child", "who": "child"}],
    "columns": COLUMNS,
}
NOTE: Final[dict[str, Any]] = {
    "id": "other",
    "title": words("Anna"),
    "columns": [{"id": "text", "title": words("Tekst")}],
}
LIST: Final[dict[str, Any]] = NOTE | {"id": "list", "blank_rows": 2, "repeats": True}
SAID: Final[dict[str, Any]] = {"id": "goal-said", "text": words("Målet er sagt")}
IF_WANTED: Final[dict[str, Any]] = {"id": "tip", "text": words("Eit tips"), "needed": False}


def meeting() -> Room:
    """Points and forms of every kind in one part."""
    return begun(phase("talk", points=[SAID, IF_WANTED], forms=[TASKS, NOTE, LIST]), phase("end"))


def cells(room: Room) -> dict[tuple[str, str, str], str]:
    return {(a.form, a.row, a.column): a.text for a in room.case.answers.values()}


def test_a_cell_is_filled_changed_and_cleared() -> None:
    room = meeting()
    room.do(Fill(form="tasks", row="unit", column="what", value="Lesetest", was=""))
    room.do(Fill(form="tasks", row="unit", column="what", value="To lesetestar", was="Lesetest"))
    assert cells(room) == {("tasks", "unit", "what"): "To lesetestar"}
    room.do(Fill(form="tasks", row="unit", column="what", value="", was="To lesetestar"))
    assert cells(room) == {}


def test_two_who_fill_in_different_cells_both_live_and_the_same_cell_is_a_conflict() -> None:
    room = meeting()
    room.do(Fill(form="tasks", row="unit", column="what", value="Lesetest", was=""))
    room.do(Fill(form="tasks", row="child", column="what", value="Seier sitt", was=""))
    late = room.refused(Fill(form="tasks", row="unit", column="what", value="Anna", was=""))
    assert (late.code, late.exit_code) == ("changed-meanwhile", EXIT_CONFLICT)
    assert len(cells(room)) == 2


def test_a_cell_holds_what_its_column_asks_for() -> None:
    room = meeting()
    room.do(Fill(form="tasks", row="unit", column="who", value="mor"))
    room.do(Fill(form="tasks", row="unit", column="by", value="9. februar"))
    room.do(Fill(form="tasks", row="unit", column="asked", value="Ja"))
    assert cells(room) == {
        ("tasks", "unit", "who"): id_of(room, "Mor"),
        ("tasks", "unit", "by"): date(2027, 2, 9).isoformat(),
        ("tasks", "unit", "asked"): "yes",
    }


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (Fill(form="nowhere", value="x"), "no-form"),
        (Fill(form="tasks", column="what", value="x"), "no-row"),
        (Fill(form="tasks", row="3", column="what", value="x"), "no-row"),
        (Fill(form="tasks", row="unit", value="x"), "no-column"),
        (Fill(form="tasks", row="unit", column="who", value="Onkel"), "no-participant"),
        (Fill(form="tasks", row="unit", column="by", value="snart"), "E-DATE"),
        (Fill(form="tasks", row="unit", column="asked", value="kanskje"), "not-yes-no"),
        (Fill(form="list", row="31", value="x"), "no-row"),
        (Fill(form="list", row="0", value="x"), "no-row"),
        (Fill(form="other", value="x" * 1001), "E-LONG"),
        (Tick(point="nothing"), "no-point"),
        (Tick(point="everyone-active"), "no-point"),
    ],
)
def test_what_the_form_doesnt_have_is_refused(command: Fill | Tick, code: str) -> None:
    assert meeting().refused(command).code == code


def test_a_single_text_needs_neither_row_nor_column_and_rows_may_be_added() -> None:
    room = meeting()
    room.do(Fill(form="other", value="ei\nto"))
    room.do(Fill(form="list", row="07", value="sjuande"))
    assert cells(room) == {("other", "1", "text"): "ei\nto", ("list", "7", "text"): "sjuande"}


def test_points_and_forms_are_settled_in_the_files_order() -> None:
    room = meeting()
    assert open_items(room.case, room.sitting) == ("goal-said", "tip", "tasks", "other", "list")
    room.do(Tick(point="goal-said"), Tick(point="other"))
    room.do(Fill(form="tasks", row="child", column="what", value="Seier sitt"))
    assert open_items(room.case, room.sitting) == ("tip", "list")
    room.do(Tick(point="goal-said", done=False))
    assert open_items(room.case, room.sitting) == ("goal-said", "tip", "list")


def test_a_point_that_is_a_question_is_opened_and_keeps_that_the_answer_was_no() -> None:
    heard = SAID | {"id": "heard", "question": words("Kjenner de dykk høyrde?"), "quite": True}
    room = begun(phase("talk", points=[SAID, heard]), phase("end"))
    assert proposal(room.case) == Proposal(Tick("goal-said"))
    room.do(Tick("goal-said"))
    assert proposal(room.case) == Proposal(item="heard")
    room.do(Tick("heard", answer="no"))
    assert open_items(room.case, room.sitting) == ()
    assert export(room.case, room.clock.stamp()).meetings[0].denied == ("heard",)
    room.do(Tick("heard", answer="yes"))
    assert room.sitting.meeting.ticked[-1] == "heard"
    assert not room.sitting.meeting.denied
    assert export(room.case, room.clock.stamp()).meetings[0].affirmed == ("heard",)
    room.do(Tick("heard"))
    assert not room.sitting.meeting.affirmed, "said again, and nobody tells what the answer was"


def test_listed_items_come_where_they_are_listed() -> None:
    listed = phase("talk", settle=["tasks", "writer", "goal-said"], points=[SAID], forms=[TASKS])
    room = begun(listed)
    assert room.sitting.agenda.phases[0].settle == ("tasks", "writer", "goal-said")


def test_enter_ticks_a_point_opens_a_needed_form_and_leaves_the_rest() -> None:
    room = meeting()
    found = proposal(room.case)
    assert found is not None
    assert found.command == Tick(point="goal-said")
    room.do(Tick(point="goal-said"))
    found = proposal(room.case)
    assert found is not None
    assert (found.command, found.item) == (None, "tasks")
    room.do(Fill(form="tasks", row="unit", column="what", value="Lesetest"))
    found = proposal(room.case)
    assert found is not None
    assert found.command == Next(phase="talk")


def test_a_tick_and_a_cell_can_be_undone() -> None:
    room = meeting()
    room.do(Tick(point="goal-said"))
    room.do(Fill(form="other", value="Takk"))
    room.do(Undo())
    assert cells(room) == {}
    room.do(Undo())
    assert room.sitting.meeting.ticked == ()


def test_what_is_written_in_a_form_needs_consent_and_a_tick_needs_none() -> None:
    room = meeting()
    without_log_consent(room)
    assert room.refused(Fill(form="other", value="Takk")).code == "R-C1"
    room.do(Tick(point="goal-said"))


def test_the_export_lists_cells_and_ticks() -> None:
    room = meeting()
    room.do(Fill(form="other", value="Takk"), Tick(point="tip"))
    held = export(room.case, room.clock.stamp()).meetings[-1]
    assert [(a.form, a.row, a.column, a.text) for a in held.answers] == [
        ("other", "1", "text", "Takk")
    ]
    assert held.ticked == ("tip",)
