"""Texts of one's own structure in one language: the others see that they stand in."""

from __future__ import annotations

from pathlib import Path

from app.screens.lead.view import steady_view
from app.screens.wall.view import wall_words
from app.words import Words
from data.structures import shipped
from data.wall import wall_view
from phases.structures import Structure
from tests.app.screens.lead.seat import Seat
from tests.phases.room import OSLO
from tests.phases.shapes import phase, structure


def heads(seat: Seat, shape: Structure, language: str) -> set[str]:
    """What stands at the top of the leader's screen and of the wall."""
    words, structures = Words(language), {shape.id: shape}
    desk = seat.desk._replace(structures=structures)
    view = wall_view(seat.case, structures, seat.clock.stamp())
    said = wall_words(view, structures, OSLO, words)
    return {steady_view(seat.case, desk, words).view.head, said.head}


def test_lead_and_wall_say_calmly_in_which_language_a_text_stands_in(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    mine = structure(phase("welcome"), id="bti-individual")
    assert heads(seat, mine, "nn") == {"BTI-møte"}
    assert heads(seat, mine, "nb") == {"BTI-møte · tekster på nynorsk"}
    assert heads(seat, shipped()["bti-individual"], "nb") == {"BTI-møte"}
