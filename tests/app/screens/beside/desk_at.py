"""The note-taker's desk at a moment of the meeting."""

from __future__ import annotations

from pathlib import Path

from app.widgets.log_table import LogRow, LogTable
from tests.app.screens.beside.table import Place
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat


def room_at(tmp_path: Path, part: str = "clarifying") -> Seat:
    """A meeting that has come so far, nobody at the leader's keyboard."""
    room = Seat(tmp_path)
    walks.go_to(room, part)
    return room


def rows(notes: Place) -> list[str]:
    """What the lines say, the headings left out."""
    table = notes.screen.query_one(LogTable)
    lines = [row for row in table.rows if isinstance(row, LogRow)]
    return [row.what for row in lines if not row.id.startswith("item:")]
