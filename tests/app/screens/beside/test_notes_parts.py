"""What the note-taker's desk shows of the part that runs, and of the forms before it."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Static

from app.screens.notes.marks import changed_by_others
from app.screens.notes.parts import parts
from app.screens.notes.rows import shown_rows, written
from app.widgets.log_table import LogTable
from app.widgets.part_rows import PartRow
from app.words import Words
from phases.commands.clock import Start
from phases.commands.filling import Fill
from phases.commands.log import ActivityAdd
from phases.commands.log_assessing import Assess
from phases.commands.log_goals import GoalAdd
from phases.commands.planning import MeetingPlan
from tests.app.screens.beside.table import place
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import sitting
from tests.app.screens.stage import said
from tests.phases.leading import by_enter, pressed
from tests.phases.room import SHIPPED, Room, set_up

NN = Words("nn")


def in_part(structure: str, part: str, *, titles: tuple[str, ...] = ()) -> Room:
    """A meeting by this structure that has come to this part."""
    room = set_up()
    room.do(*(ActivityAdd(title=title, owner="Kontaktlærar") for title in titles))
    room.do(MeetingPlan(structure=structure), Start())
    while room.sitting.line.phase != part:
        pressed(room)
    return room


def part_with(structure: str, works_on: str) -> str:
    return next(p.id for p in SHIPPED[structure].phases if p.works_on == works_on)


def lines(room: Room, wanted: str = "") -> list[str]:
    """The rows as one text each."""
    sections = written(room.case, {}, NN, parts(room.case, SHIPPED, NN))
    rows = shown_rows(sections, wanted, {}, NN)
    return [" | ".join(row.cells) if isinstance(row, PartRow) else row.what for row in rows]


def test_the_walk_through_stands_first_with_how_each_has_gone() -> None:
    part = part_with("bti-followup", "walk-through")
    room = in_part("bti-followup", part, titles=("Leksehjelp", "Roleg start"))
    first = next(iter(room.case.activities))
    room.do(Assess(id=first, decision="adjust", effect="partly"))
    shown = lines(room)
    assert shown[0] == "I DENNE DELEN"
    assert shown[2].startswith("· Leksehjelp | Kontaktlærar | ◐ ")
    assert shown[3].startswith("▶ Roleg start | Kontaktlærar")
    assert "I LOGGEN · a: ny" in shown


def filled() -> Room:
    """The first conversation, its situation table begun and left."""
    part = part_with("meeting-1", "forms")
    room = in_part("meeting-1", part)
    form = next(f for f in SHIPPED["meeting-1"].phase(part).forms)
    row, column = form.row_ids[0], form.columns[0].id
    room.do(Fill(form=form.id, row=row, column=column, value="Uroleg om morgonen"))
    return room


def test_a_form_shows_its_empty_rows_while_its_part_runs_and_what_is_written_after() -> None:
    room = filled()
    here = lines(room)
    assert sum("Uroleg om morgonen" in line for line in here) == 1
    assert len(here) >= 6
    while room.sitting.to_come:
        part = room.sitting.line.phase
        while room.sitting.line.phase == part:
            pressed(room)
    after = lines(room)
    assert "FYLT UT FØR" in after
    assert sum("Uroleg om morgonen" in line for line in after) == 1


def test_what_stands_in_a_form_is_found() -> None:
    assert len(lines(filled(), "MORGONEN")) == 1
    assert lines(filled(), "finst ikkje") == []


def test_a_row_that_others_filled_in_is_marked() -> None:
    room = filled()
    before = room.case
    form = room.sitting.phase.forms[0] if room.sitting.phase else None
    assert form is not None
    cell = (form.id, form.rows[1])
    room.do(Fill(form=cell[0], row=cell[1], column=form.columns[0].id, value="Seier lite"))
    marks = changed_by_others(before, room.case, (), NN)
    assert marks == {f"form:{cell[0]}:{cell[1]}": "møteleiaren"}
    sections = written(room.case, {}, NN, parts(room.case, SHIPPED, NN))
    marked = [r for r in shown_rows(sections, "", marks, NN) if r.id in marks]
    assert isinstance(marked[0], PartRow)
    assert marked[0].cells[-1].endswith("● møteleiaren")


def test_nothing_of_a_part_is_shown_before_the_meeting_or_where_it_has_a_section_anyway() -> None:
    room = set_up()
    assert parts(room.case, SHIPPED, NN) == ((), ())
    assert "I DENNE DELEN" not in lines(in_part("bti-individual", "description"))


async def test_a_row_of_a_form_opens_by_enter_and_is_saved_from_here(tmp_path: Path) -> None:
    room = Seat(tmp_path)
    room.do(MeetingPlan(structure="meeting-1"), Start())
    part = part_with("meeting-1", "forms")
    while sitting(room).line.phase != part:
        room.do(*by_enter(room.case))
    notes = place(room, "notes")
    async with notes.seated():
        table = notes.screen.query_one(LogTable)
        table.go_to(next(row.id for row in table.rows if row.id.startswith("form:")))
        await notes.press("enter")
        await notes.type("Uroleg om morgonen", then="enter")
        assert [a.text for a in notes.case.answers.values()] == ["Uroleg om morgonen"]


def test_goals_are_listed_outside_their_part_too_and_only_once_in_it() -> None:
    room = in_part("know-can-will-do", part_with("know-can-will-do", "goals"))
    room.do(GoalAdd("Trygg på skulen", "Mor"))
    assert lines(room).count("Trygg på skulen | Mor | ") == 1
    assert "DETTE VIL VI OPPNÅ · g: ny" not in lines(room)
    while room.sitting.line.phase == "can":
        pressed(room)
    shown = lines(room)
    assert shown.index("Trygg på skulen | Mor | ") > shown.index("DETTE VIL VI OPPNÅ · g: ny")


async def test_the_desk_says_at_the_top_which_language_stands_in(tmp_path: Path) -> None:
    room = Seat(tmp_path)
    room.do(MeetingPlan(structure="bti-basic"), Start())
    notes = place(room, "notes", language="nb")
    shape = SHIPPED["bti-basic"]
    (first, *rest) = shape.phases
    nynorsk = first.model_copy(update={"now": {"nn": first.now["nn"]}})
    shape = shape.model_copy(update={"phases": (nynorsk, *rest)})
    notes.screen.desk = notes.desk._replace(structures={**SHIPPED, "bti-basic": shape})
    async with notes.seated():
        head = said(notes.screen.query_one("#head-left", Static))
        assert head == "Velkommen · nynorsk tekst"
