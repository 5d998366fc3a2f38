"""How the other windows are opened, ready to copy (design §8)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli.fast import window_wish
from app.screens.lead.other_windows import OTHER_WINDOWS, window_call
from data.vault_folder import default_folder
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat

LABELS = {
    "wall": "Ein skjerm til",
    "notes": "Plassen til den som skriv",
    "guard": "Viddevakta ved ei anna maskin",
}


@pytest.mark.parametrize("window", OTHER_WINDOWS)
def test_what_is_told_is_a_command_that_opens_that_window(window: str) -> None:
    program, *rest = window_call(window, "ELEV-A", default_folder({})).split()
    assert (program, rest) == ("viddevakt", [window, "ELEV-A"])
    wish = window_wish(rest)
    assert wish is not None
    assert (wish.window, wish.case) == (window, "ELEV-A")


def test_another_vault_is_named_and_one_with_a_space_is_quoted(tmp_path: Path) -> None:
    told = window_call("wall", "ELEV-A", tmp_path / "mine saker")
    assert told == f"viddevakt --vault '{tmp_path}/mine saker' wall ELEV-A"


async def test_under_more_they_stand_with_their_commands_and_each_goes_to_the_clipboard(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated(120, 36):
        await walks.arrive(seat, "clarifying")
        assert "ELEV-A" not in seat.wall()
        for number, (window, label) in enumerate(LABELS.items(), 1):
            await seat.press("m")
            await seat.type("andre vind", then="enter")
            assert walks.labels(seat) == list(LABELS.values())
            for each in LABELS:
                assert f"viddevakt {each} ELEV-A" in seat.wall(), label
            await seat.press(str(number))
            assert seat.app.clipboard == f"viddevakt {window} ELEV-A"
            assert f"viddevakt {window} ELEV-A" in walks.line(seat, "message")
