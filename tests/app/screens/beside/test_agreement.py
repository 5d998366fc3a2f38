"""Two windows on one case: nothing overwritten, nothing done twice, everybody told (design §5)."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from app.screens.choice import ChoicePage
from app.widgets.log_table import LogTable
from data.caselog import CaseLog, Done
from data.caselog import Seat as At
from data.structures import shipped
from phases.changes import Refusal
from phases.commands import Command
from phases.commands.afterwards import Undo
from phases.commands.clock import Minute, Next, Pause
from phases.commands.log import ActivityAdd, ActivityEdit, NoteCommand
from phases.commands.talk import Guard
from phases.rights import Window
from tests.app.screens.beside.desk_at import room_at, rows
from tests.app.screens.beside.table import Place, place
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat


async def in_the_form(room: Seat, notes: Place) -> str:
    """A line in the log, and the note-taker in its form; the id of the line."""
    room.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar"))
    line = next(iter(room.case.activities))
    await notes.settle()
    notes.screen.query_one(LogTable).go_to(line)
    await notes.press("enter", "1")
    return line


async def pick(notes: Place, label: str) -> None:
    """Take the option that begins so."""
    page = notes.app.screen
    assert isinstance(page, ChoicePage)
    labels = [option.label for option in page.options]
    at = next(n for n, text in enumerate(labels, 1) if text.startswith(label))
    await notes.press(str(at))


async def test_different_fields_of_one_line_by_two_windows_both_live(tmp_path: Path) -> None:
    room = room_at(tmp_path)
    notes = place(room, "notes")
    async with notes.seated():
        line = await in_the_form(room, notes)
        room.do(ActivityEdit(line, "owner", "Mor"))
        await notes.type("Leksehjelp onsdag", then="enter")
        found = notes.case.activities[line]
        assert (found.title, notes.case.label(found.owner)) == ("Leksehjelp onsdag", "Mor")


@pytest.mark.parametrize(
    ("way", "kept"), [("Mi", "min"), ("Det andre", "sin"), ("Begge", "sin / min")]
)
async def test_the_same_field_shows_both_texts_and_keeps_what_is_picked(
    tmp_path: Path, way: str, kept: str
) -> None:
    room = room_at(tmp_path)
    notes = place(room, "notes")
    async with notes.seated():
        line = await in_the_form(room, notes)
        room.do(ActivityEdit(line, "title", "sin"))
        await notes.type("min", then="enter")
        assert notes.desk.log.case.activities[line].title == "sin"
        assert "sin" in notes.shown()
        assert "min" in notes.shown()
        await pick(notes, way)
        assert notes.case.activities[line].title == kept


async def test_the_same_note_by_two_note_takers_shows_both_texts(tmp_path: Path) -> None:
    room = room_at(tmp_path)
    room.do(NoteCommand("Mor ringjer"))
    note = next(iter(room.case.notes))
    notes = place(room, "notes")
    async with notes.seated():
        notes.screen.query_one(LogTable).go_to(note)
        await notes.press("enter")
        room.do(NoteCommand("Far ringjer", id=note))
        await notes.type("Begge ringjer", then="enter")
        await pick(notes, "Begge")
        assert notes.case.notes[note].text == "Far ringjer / Begge ringjer"


async def test_a_line_taken_away_elsewhere_becomes_a_new_one(tmp_path: Path) -> None:
    room = room_at(tmp_path)
    notes = place(room, "notes")
    async with notes.seated():
        await in_the_form(room, notes)
        room.do(Undo())
        await notes.type("Leksehjelp onsdag", then="enter")
        assert "Denne linja vart teken bort" in notes.shown()
        await pick(notes, "Skriv ho")
        await notes.press("enter")
        assert rows(notes) == ["Leksehjelp onsdag"]


async def test_a_line_taken_away_elsewhere_can_be_left_and_the_text_stays(tmp_path: Path) -> None:
    room = room_at(tmp_path)
    notes = place(room, "notes")
    async with notes.seated():
        await in_the_form(room, notes)
        room.do(Undo())
        await notes.type("Leksehjelp onsdag", then="enter")
        await notes.press("escape")
        assert "Leksehjelp onsdag" in notes.shown()
        assert rows(notes) == []


async def test_two_leaders_press_next_together_one_step_the_other_is_told(tmp_path: Path) -> None:
    room = room_at(tmp_path, "description")
    first, second = place(room, "lead", 2), place(room, "lead", 3)
    async with first.seated(), second.seated():
        room.real_s += 1.0
        before = walks.kinds(room).count("next")
        # Neither has seen what the other did: both press in the same part.
        first.screen.action_act("next")
        second.screen.action_act("next")
        await first.settle()
        await second.settle()
        room.desk.log.refresh()
        assert walks.kinds(room).count("next") == before + 1
        assert walks.phase(room) == "clarifying"
        told = [first.line("message"), second.line("message")]
        assert ["Møtet er alt i «Oppklarande runde»" in text for text in told].count(True) == 1


async def test_a_window_that_was_blocked_takes_in_everything_in_one_repaint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = room_at(tmp_path)
    lead = place(room, "lead")
    monkeypatch.setattr(lead.screen, "beat", lambda: None)
    async with lead.seated(120, 36):
        drawn: list[object] = []
        draw = lead.screen._draw

        def counted(*parts: object) -> None:
            drawn.append(parts)
            draw(*parts)

        monkeypatch.setattr(lead.screen, "_draw", counted)
        for number in range(10):
            room.clock.tick(1.0)
            room.real_s += 1.0
            room.do(ActivityAdd(title=f"Avtale {number}", owner="Mor"), Minute(1), Minute(-1))
        lead.screen.call_later(lead.screen.tick)
        await lead.settle()
        assert len(drawn) == 1
        assert [f"Avtale {n}" in lead.shown() for n in range(10)] == [True] * 10


def windows(room: Seat, *seats: Window) -> list[CaseLog]:
    """Several processes' logs, each as it stood when it was opened."""
    return [room.vault.open("ELEV-A", room.clock, shipped(), At(seat)) for seat in seats]


ACTS: dict[str, tuple[Command, ...]] = {
    "next": (Next("description"),),
    "pause": (Pause(),),
    "minute": (Minute(1),),
    "undo": (),
}


@pytest.mark.parametrize("order", list(permutations(ACTS)), ids="-".join)
def test_next_against_pause_undo_and_minute_is_defined_in_any_order(
    tmp_path: Path, order: tuple[str, ...]
) -> None:
    room = room_at(tmp_path, "description")
    room.do(Minute(1))
    seen = room.case.newest_event
    assert seen is not None
    logs = dict(zip(order, windows(room, "lead", "lead", "lead", "lead"), strict=True))
    done: list[str] = []
    for name in order:
        commands = ACTS[name] or (Undo(of=seen.id),)
        answer = logs[name].do(*commands)
        assert isinstance(answer, Done | Refusal)
        done += [name] if isinstance(answer, Done) else []
    room.desk.log.refresh()
    # Undo names what was seen, so after another act of the clock it is refused and not guessed.
    assert set(done) == set(order) - ({"undo"} if order[0] != "undo" else set())
    assert walks.phase(room) == "clarifying"
    assert walks.sitting(room).state == "paused"
    entries = [entry.command for entry in room.desk.log.history()]
    assert [entries.count(name) for name in ("next", "pause")] == [
        entries_before(order, "next") + 1,
        1,
    ]


def entries_before(order: tuple[str, ...], name: str) -> int:
    """How often the walk to the description had pressed it."""
    del order
    return {"next": 1}[name]


@pytest.mark.parametrize("window", ["notes", "guard", "wall"])
def test_no_other_window_touches_the_clock_by_a_direct_command(
    tmp_path: Path, window: Window
) -> None:
    room = room_at(tmp_path)
    (log,) = windows(room, window)
    for command in (Next("clarifying"), Pause(), Minute(1), Undo()):
        answer = log.do(command)
        assert isinstance(answer, Refusal)
        assert answer.code == "no-right"
    wrote = log.do(ActivityAdd(title="Leksehjelp", owner="Mor"))
    signed = log.do(Guard())
    assert isinstance(wrote, Done) == (window == "notes")
    assert isinstance(signed, Done) == (window == "guard")
