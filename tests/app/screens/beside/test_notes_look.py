"""How the note-taker's desk looks, in any size and any colours."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.widgets.log_table import LogRow, LogTable
from phases.commands.choosing import OfferAdd
from phases.commands.log import ActivityAdd, ActivityEdit, NoteCommand, Park
from tests.app.screens.beside.desk_at import room_at
from tests.app.screens.beside.table import Place, looks, place
from tests.app.screens.colours import coloured, unreadable


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_desk_looks_as_it_is_meant_to(tmp_path: Path, size: tuple[int, int]) -> None:
    room = room_at(tmp_path, "offers")
    room.do(ActivityAdd(title="Leksehjelp tysdag", owner="Kontaktlærar"), Park(text="SFO"))
    room.do(OfferAdd(service="PPT", text="Observasjon i klassen", view="Treng ro"))
    notes = place(room, "notes")
    async with notes.seated(*size):
        await notes.press("n")
        await notes.type("Mor ringjer på måndag", then="enter")
        await notes.press("escape")
        room.do(ActivityEdit(next(iter(room.case.activities)), "title", "Leksehjelp onsdag"))
        await notes.settle()
        looks(f"notes-{size[0]}x{size[1]}", notes.shown())


def full_desk(tmp_path: Path) -> Place:
    """A line in every section."""
    room = room_at(tmp_path, "offers")
    room.do(ActivityAdd(title="Leksehjelp tysdag", owner="Kontaktlærar"), Park(text="SFO"))
    room.do(OfferAdd(service="PPT", text="Observasjon"), NoteCommand("Mor ringjer på måndag"))
    return place(room, "notes")


async def test_arrows_go_from_line_to_line_and_never_onto_a_section_s_title(
    tmp_path: Path,
) -> None:
    notes = full_desk(tmp_path)
    async with notes.seated():
        table = notes.screen.query_one(LogTable)
        found = [table.current_id]
        for _ in range(20):
            await notes.press("down")
            found.append(table.current_id)
        lines = [row.id for row in table.rows if isinstance(row, LogRow)]
        assert list(dict.fromkeys(found)) == lines
        await notes.press("home", "up")
        assert table.current_id == lines[0]
        assert "── I LOGGEN · a: ny ──" in notes.shown()


async def test_without_colour_sections_cursor_and_marks_can_be_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    notes = full_desk(tmp_path)
    async with notes.seated():
        assert notes.app.no_color
        notes.room.do(ActivityEdit(next(iter(notes.case.activities)), "title", "Leksehjelp ons."))
        await notes.settle()
        assert coloured(notes.app) == []
        assert unreadable(notes.app) == []
        shown = notes.shown()
        for said in ("── I LOGGEN", "── TEK VI ETTERPÅ", "● møteleiaren", "? tilbod", "· ventar"):
            assert said in shown
        cursor = notes.screen.query_one(LogTable).get_visual_style("log-table--cursor").rich_style
        assert cursor.bold
        await notes.press("n")
        assert coloured(notes.app) == []
        assert unreadable(notes.app) == []


async def test_in_sixteen_colours_every_text_can_be_read(tmp_path: Path) -> None:
    notes = full_desk(tmp_path)
    async with notes.seated():
        assert unreadable(notes.app) == []
        await notes.press("a")
        assert unreadable(notes.app) == []


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (60, 16)])
async def test_a_small_window_is_no_fault(tmp_path: Path, size: tuple[int, int]) -> None:
    notes = place(room_at(tmp_path), "notes")
    async with notes.seated(*size):
        await notes.press("n")
        await notes.type("Mor ringjer", then="enter")
        assert [n.text for n in notes.case.notes.values()] == ["Mor ringjer"]
