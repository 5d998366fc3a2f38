"""What the wall shows, moment by moment."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from app.widgets.big_digits import BigDigits
from app.widgets.log_table import LogTable
from phases.commands import Command
from phases.commands.choosing import ReadAloud
from phases.commands.clock import Hide, Pause, Resume, Show
from phases.commands.closing import FamilyLeft
from phases.commands.log import ActivityAdd
from phases.commands.talk import Guard
from tests.app.screens.lead import walks
from tests.app.screens.wall.hung import Hung, hung

READ = "Kontaktlærar: Leksehjelp tysdag."


def digit_rows(hung: Hung) -> int:
    """How many rows the large time takes."""
    rows = list(hung.screen.query_one(BigDigits)._rows(hung.screen.shown.clock.figures))
    return len([row for row in rows if row.strip()])


@pytest.mark.parametrize(
    ("size", "rows"), [((80, 24), 8), ((120, 36), 15), ((200, 50), 23), ((20, 5), 3)]
)
async def test_the_time_is_as_large_as_the_room_for_it(
    tmp_path: Path, size: tuple[int, int], rows: int
) -> None:
    wall = hung(tmp_path)
    async with wall.up(*size):
        walks.go_to(wall.seat, "clarifying")
        await wall.wait(75)
        assert wall.screen.shown.clock.figures == "08:45"
        assert digit_rows(wall) == rows


async def test_it_tells_the_part_its_purpose_whose_turn_it_is_and_when_it_ends(
    tmp_path: Path,
) -> None:
    wall = hung(tmp_path)
    async with wall.up(120, 36):
        assert "Klar til å byrje" in wall.text()
        assert "Planlagt: tysdag 19. januar 2027 13.00" in wall.text()
        walks.go_to(wall.seat, "clarifying")
        await wall.wait(75)
        shown = wall.text()
        for said in (
            "Oppklarande runde",
            "Spørsmål som hjelper oss å forstå betre",
            "Spørsmål no – tilboda kjem seinare",
            "No: Skulehelsetenesta spør",
            "Så: Mor, Far og Kontaktlærar svarar",
            "Ferdig ca.",
        ):
            assert said in shown


async def test_a_saved_line_is_there_at_once_and_a_narrow_wall_has_no_seconds_for_the_family(
    tmp_path: Path,
) -> None:
    wall = hung(tmp_path)
    async with wall.up():
        walks.go_to(wall.seat, "description")
        await wall.do(ActivityAdd(title="Fast plass", owner="Kontaktlærar"))
        assert "Fast plass" in wall.text()
        assert wall.screen.shown.clock.calm
        assert wall.screen.shown.clock.figures == "5"


async def test_before_the_meeting_begins_the_log_is_not_shown(tmp_path: Path) -> None:
    wall = hung(tmp_path)
    wall.seat.do(ActivityAdd(title="Fast plass", owner="Kontaktlærar", tried=True))
    async with wall.up():
        assert "Fast plass" not in wall.text()


async def test_only_quit_and_help_do_anything(tmp_path: Path) -> None:
    wall = hung(tmp_path)
    async with wall.up() as up:
        walks.go_to(wall.seat, "clarifying")
        await wall.settle()
        revision = wall.log.revision
        assert up.pilot is not None
        for key in ("enter", "pagedown", "n", "b", "space", "plus", "v", "s", "x", "u", "l", "f9"):
            await up.pilot.press(key)
        await wall.settle()
        assert wall.seat.vault.open("ELEV-A", wall.clock, {}).revision == revision
        await up.pilot.press("question_mark")
        await wall.settle()
        assert "Lukk veggen" in wall.text()
        await up.pilot.press("escape", "q")
    assert wall.app.return_value == 0
    assert wall.presence.seen("wall") is None


# -- hidden, blank, the banner


async def test_hidden_it_is_the_quiet_picture_and_a_pause_is_told(tmp_path: Path) -> None:
    wall = hung(tmp_path)
    async with wall.up(120, 36):
        walks.go_to(wall.seat, "clarifying")
        await wall.do(Hide())
        shown = wall.text()
        assert "▆" in shown
        assert not [w for w in ("BTI", "Oppklarande", "Ferdig", "pause", "Mor") if w in shown]
        await wall.do(Pause())
        assert "Vi tek ein liten pause" in wall.text()
        await wall.do(Show(), Resume())
        assert "Oppklarande runde" in wall.text()


def left_words(wall: Hung) -> str:
    """All the words on a wall that shows the picture."""
    assert "▆" in wall.text()
    return " ".join(re.sub(r"[▁-█]", " ", wall.text()).split())


async def test_after_the_familys_goodbye_it_is_the_quiet_picture_and_says_how_it_is_closed(
    tmp_path: Path,
) -> None:
    wall = hung(tmp_path)
    async with wall.up(120, 36):
        walks.go_over(wall.seat)
        await wall.settle()
        assert "Takk for i dag" in wall.text()
        assert "Neste møte" in wall.text()
        await wall.do(FamilyLeft())
        assert left_words(wall) == "Møtet er slutt q gå ut ? hjelp"


async def test_so_is_a_meeting_that_ended_long_ago_though_nobody_noted_the_goodbye(
    tmp_path: Path,
) -> None:
    wall = hung(tmp_path)
    async with wall.up():
        walks.go_over(wall.seat)
        await wall.wait(1790)
        assert "Takk for i dag" in wall.text()
        await wall.wait(20)
        assert left_words(wall) == "Møtet er slutt q gå ut ? hjelp"


async def test_the_banner_covers_the_wall_and_goes_by_itself(tmp_path: Path) -> None:
    wall = hung(tmp_path)
    async with wall.up(120, 36):
        walks.go_to(wall.seat, "clarifying")
        await wall.do(Guard())
        shown = wall.text()
        assert "V i   g å r   t i l b a k e   t i l :" in shown
        assert "BTI-møte" not in shown
        await wall.wait(9)
        assert "V i   g å r" not in wall.text()
        assert "BTI-møte" in wall.text()


async def test_no_banner_stands_over_the_family_while_they_speak(tmp_path: Path) -> None:
    wall = hung(tmp_path)
    async with wall.up(120, 36):
        walks.go_to(wall.seat, "description")
        before = wall.text()
        await wall.do(Guard())
        assert not wall.screen.shown.banner
        assert "◆" not in wall.text()
        assert before != wall.text()


# -- reading aloud


async def test_the_page_to_read_aloud_is_there_while_it_is_what_comes_next(tmp_path: Path) -> None:
    wall = hung(tmp_path)
    async with wall.up(120, 36):
        walks.agreed_but_not_read(wall.seat)
        await wall.wait(3)
        shown = wall.text()
        assert "PPT-rådgjevar: Rettleiing." in shown
        assert wall.screen.shown.clock.figures in shown
        await wall.do(Pause())
        assert not wall.screen.shown.read
        await wall.do(Resume(), ReadAloud())
        assert not wall.screen.shown.read
        assert "Val og avtale" in wall.text()


async def test_the_page_comes_back_for_what_was_agreed_after_the_reading(tmp_path: Path) -> None:
    wall = hung(tmp_path)
    async with wall.up():
        walks.agreed_but_not_read(wall.seat)
        await wall.do(ReadAloud())
        assert not wall.screen.shown.read
        await wall.do(ActivityAdd(title="Leksehjelp tysdag", owner="Kontaktlærar"))
        assert READ in wall.screen.shown.read


# -- a log longer than the wall


async def test_a_log_that_does_not_fit_moves_by_whole_lines_and_begins_again(
    tmp_path: Path,
) -> None:
    wall = hung(tmp_path)
    async with wall.up():
        walks.go_to(wall.seat, "clarifying")
        many: list[Command] = [
            ActivityAdd(title=f"Tiltak {n:02d}", owner="Kontaktlærar") for n in range(20)
        ]
        await wall.do(*many)
        table = wall.screen.query_one(LogTable)
        seen, places = set[str](), list[int]()
        for _ in range(100):
            await wall.wait(1)
            seen |= set(re.findall(r"Tiltak \d\d", wall.text()))
            places.append(round(table.scroll_offset.y))
        assert len(seen) == 20
        steps = {b - a for a, b in itertools.pairwise(places)}
        assert steps <= {0, 1, -max(places)}
        await wall.do(ActivityAdd(title="Tiltak nytt", owner="Kontaktlærar"))
        assert "Tiltak nytt" in wall.text()


# -- nobody leads
