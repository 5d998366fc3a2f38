"""An act taken back by name, while other windows go on."""

from __future__ import annotations

from phases.commands.afterwards import Undo
from phases.commands.choosing import Choose, OfferAdd
from phases.commands.clock import Minute, Next
from phases.commands.log import ActivityAdd, ActivityEdit, NoteCommand
from phases.commands.taking_back import newest_of
from phases.commands.talk import Answered
from phases.commands.welcome import Viddevakt
from phases.rights import Window
from tests.phases.room import Room, started


def newest(room: Room, window: Window) -> str:
    """The id of what such a window did last."""
    found = newest_of(room.case, window)
    assert found is not None
    return found.id


def note_taker_wrote(room: Room) -> str:
    """A line by the note-taker; the id of the act."""
    room.window = "notes"
    room.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar"))
    return newest(room, "notes")


def test_a_note_taker_takes_back_the_own_line_after_the_leader_went_on() -> None:
    room = started()
    act = note_taker_wrote(room)
    room.window = "lead"
    room.do(Minute(1))
    given = room.sitting.line.given
    room.window = "notes"
    room.do(Undo(of=act))
    assert not room.case.activities
    assert room.sitting.line.given == given
    room.crash()
    assert not room.case.activities
    assert room.sitting.line.given == given


def test_a_note_taker_takes_back_nobody_elses_act() -> None:
    room = started()
    room.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar"))
    room.window = "notes"
    assert room.refused(Undo(of=newest(room, "lead"))).code == "not-yours"


def test_a_note_taker_can_undo_neither_the_clock_nor_without_a_name() -> None:
    room = started()
    room.do(Minute(1))
    room.window = "notes"
    assert room.refused(Undo()).code == "no-right"
    assert room.refused(Undo(of=newest(room, "lead"))).code == "no-right"


def test_what_was_taken_back_once_is_not_taken_back_again() -> None:
    room = started()
    act = note_taker_wrote(room)
    room.do(Undo(of=act))
    assert room.refused(Undo(of=act)).code in ("nothing-to-undo", "no-right")


def test_a_line_changed_by_somebody_else_since_stays() -> None:
    room = started()
    act = note_taker_wrote(room)
    room.window = "lead"
    room.do(ActivityEdit(id=next(iter(room.case.activities)), value="Leksehjelp onsdag"))
    room.window = "notes"
    found = room.refused(Undo(of=act))
    assert (found.code, found.exit_code) == ("built-upon", 4)


def test_an_offer_that_was_chosen_since_stays() -> None:
    room = started()
    room.window = "notes"
    room.do(OfferAdd(service="PPT", text="Rettleiing"))
    act = newest(room, "notes")
    room.do(Choose(("PPT",)))
    assert room.refused(Undo(of=act)).code == "built-upon"


def test_the_leader_takes_back_next_though_a_line_was_written_since() -> None:
    room = started()
    room.do(Viddevakt("none"))
    before = room.sitting.line.phase
    room.next(after=30)
    act = newest(room, "lead")
    note_taker_wrote(room)
    room.window = "lead"
    room.do(Undo(of=act))
    assert room.sitting.line.phase == before
    assert [a.title for a in room.case.activities.values()] == ["Leksehjelp"]


def test_a_next_that_the_turns_went_on_from_stays() -> None:
    room = started()
    room.do(Viddevakt("none"))
    room.next(after=30)
    act = newest(room, "lead")
    room.do(Answered())
    assert room.refused(Undo(of=act)).code == "built-upon"
    assert room.refused(Next("welcome")).code == "already-in-phase"


def test_the_newest_of_a_window_passes_over_what_others_did() -> None:
    room = started()
    act = note_taker_wrote(room)
    room.window = "lead"
    room.do(Minute(1))
    assert newest(room, "notes") == act


def test_a_note_is_written_changed_and_taken_away() -> None:
    room = started()
    room.window = "notes"
    room.do(NoteCommand("Ringjer på måndag"))
    note = next(iter(room.case.notes.values()))
    assert (note.phase, note.text) == (room.sitting.line.phase, "Ringjer på måndag")
    assert room.refused(NoteCommand("x", id=note.id, was="anna")).code == "changed-meanwhile"
    room.do(NoteCommand("Ringjer tysdag", id=note.id, was=note.text))
    assert room.case.notes[note.id].text == "Ringjer tysdag"
    room.do(NoteCommand(id=note.id))
    assert not room.case.notes
    assert room.refused(NoteCommand("x", id=note.id)).code == "no-note"


def test_a_note_belongs_to_a_part_of_the_meeting_and_says_what_is_too_personal() -> None:
    room = started()
    assert room.refused(NoteCommand("x", phase="nowhere")).code == "no-phase"
    assert room.refused(NoteCommand()).code == "empty"
    done = room.do(NoteCommand("Ring 412 34 567", phase="offers"))
    assert [f.rule for f in done.findings] == ["R-S2"]
    assert [n.phase for n in room.case.notes.values()] == ["offers"]
