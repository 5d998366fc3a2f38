"""What a window that was left has said in the terminal afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import opening
from app.application import Viddevakt
from app.window_maker import Windows
from app.words import Words
from phases.commands.clock import Start
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat

PRACTICE = "Ingenting av øvinga er lagra."


def test_a_meeting_that_is_left_while_it_runs_tells_how_to_go_on(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    assert opening.left_words(seat.desk, seat.words, practice=False) == ""
    seat.do(Start())
    told = opening.left_words(seat.desk, seat.words, practice=False)
    assert told == "Møtet går vidare i loggen: viddevakt lead ELEV-A"
    away = seat.desk._replace(vault=seat.vault.folder)
    assert f"--vault {seat.vault.folder} lead" in opening.left_words(
        away, seat.words, practice=False
    )
    walks.go_over(seat)
    assert opening.left_words(seat.desk, seat.words, practice=False) == ""


@pytest.mark.parametrize("practice", [False, True])
async def test_the_key_that_quits_leaves_it_in_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, practice: bool
) -> None:
    seat = Seat(tmp_path)
    seat.do(Start())
    made: list[tuple[Windows, Viddevakt]] = []

    def kept(windows: Windows, application: Viddevakt) -> int:
        made.append((windows, application))
        return 0

    monkeypatch.setattr(opening, "_to_the_end", kept)
    opening.run_lead(seat.vault, "ELEV-A", Words("nn"), practice=practice)
    ((windows, application),) = made
    async with application.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("q")
        await pilot.pause()
    assert application.return_value == 0
    if practice:
        assert windows.parting == PRACTICE
    else:
        assert windows.parting.startswith("Møtet går vidare i loggen: viddevakt --vault")
