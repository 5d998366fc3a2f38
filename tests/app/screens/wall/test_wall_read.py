"""The page to read aloud on the wall: the same sentences as on the leader's own page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.wording.agreements import reading_lines
from phases.commands.choosing import Accept, Choose, HandOverCommand, NoMeasure, ReadAloud
from phases.commands.log import ActivityAdd
from tests.app.screens.lead import walks
from tests.app.screens.wall.hung import Hung, hung

AWAITED = "Helsesjukepleiar svarar innan 24. januar."
CHOSEN = "PPT: Tilbod frå PPT."
AGREED = (
    ActivityAdd(title="Leksehjelp tysdag", owner="Kontaktlærar"),
    NoMeasure("PPT skriv si rettleiing i eigen plan"),
)
"""Somebody's measure; and why the help that was chosen isn't one of them."""


def same_page(wall: Hung) -> list[str]:
    """What is read from the wall, which must be what is read from `lead`."""
    shown = list(wall.screen.shown.read)
    assert shown == reading_lines(wall.seat.case, wall.seat.words)
    return shown


async def test_an_answer_about_the_baton_that_is_awaited_stands_last_on_the_page(
    tmp_path: Path,
) -> None:
    wall = hung(tmp_path)
    async with wall.up(120, 36):
        walks.go_to(wall.seat, "decision")
        await wall.do(Choose(("PPT",)), HandOverCommand("Helsesjukepleiar", date(2027, 1, 24)))
        await wall.do(*AGREED)
        assert same_page(wall)[-1] == AWAITED
        assert AWAITED in wall.text()
        await wall.do(Accept())
        assert AWAITED not in same_page(wall)


async def test_an_offer_that_was_chosen_and_is_no_activity_yet_is_read_and_stays_in_the_log(
    tmp_path: Path,
) -> None:
    wall = hung(tmp_path)
    async with wall.up(120, 36):
        walks.go_to(wall.seat, "decision")
        await wall.do(Choose(("PPT",)), HandOverCommand("Helsesjukepleiar"), Accept(), *AGREED)
        assert CHOSEN in same_page(wall)
        assert CHOSEN in wall.text()
        await wall.do(ReadAloud())
        walks.go_to(wall.seat, "closing")
        await wall.settle()
        (line,) = [row for row in wall.text().splitlines() if "Tilbod frå PPT" in row]
        assert "PPT" in line
        assert "✓ vald" in line
        walks.go_over(wall.seat)
        await wall.settle()
        assert "Tilbod frå PPT" in wall.text()
