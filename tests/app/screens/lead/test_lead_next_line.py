"""Several lines in a row: the form for the log stays open until it is left (issue: a newcomer)."""

from __future__ import annotations

from pathlib import Path

from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import phase


async def add(seat: Seat, title: str, owner: str) -> None:
    await seat.type(title, then="tab")
    await seat.type(owner, then="enter")


async def test_the_next_line_is_typed_without_opening_the_form_anew(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "status-quo")
        await seat.press("a")
        await add(seat, "Tidlegare leggetid", "Mor")
        assert walks.values(seat) == {"title": "", "owner": "", "due": ""}
        assert "Lagra: Nytt i loggen" in seat.wall()
        assert [row.what for row in walks.lines(seat)] == ["Tidlegare leggetid"]
        await add(seat, "Lesestund", "Far")
        assert [a.title for a in seat.case.activities.values()] == [
            "Tidlegare leggetid",
            "Lesestund",
        ]
        await seat.press("escape")
        assert walks.panel(seat).form is None
        assert not seat.desk.drafts.load("lead")


async def test_enter_over_an_empty_line_only_closes_the_form(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "status-quo")
        before = seat.case.revision
        await seat.press("a", "enter")
        assert walks.panel(seat).form is None
        assert seat.screen.focused is None
        assert seat.case.revision == before


async def test_a_held_enter_saves_once_and_leaves_the_empty_form_open(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "status-quo")
        await seat.press("a")
        await add(seat, "Lesestund", "Far")
        assert seat.pilot is not None
        await seat.pilot.press("enter", "enter")
        await seat.settle()
        assert walks.panel(seat).form is not None
        assert len(seat.case.activities) == 1


async def test_the_next_part_takes_an_empty_form_away_and_leaves_a_typed_one(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "description")
        await seat.press("a")
        await add(seat, "Fast plass", "Kontaktlærar")
        await seat.press("f2")
        assert phase(seat) == "clarifying"
        assert walks.panel(seat).form is None
        await seat.press("a")
        await seat.type("Leksehjelp")
        await seat.press("f3", "f2")
        assert walks.values(seat)["title"] == "Leksehjelp"


async def test_a_line_typed_after_the_part_has_changed_is_no_longer_tried_before(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "description")
        await seat.press("a")
        await add(seat, "Fast plass", "Kontaktlærar")
        await walks.arrive(seat, "clarifying")
        await add(seat, "Lesestund", "Far")
        await add(seat, "Turdag", "Mor")
        tried = {a.title: a.tried_before for a in seat.case.activities.values()}
        assert tried["Fast plass"]
        assert not tried["Turdag"]


async def test_a_changed_line_closes_its_form(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "status-quo")
        await seat.press("a")
        await add(seat, "Lesestund", "Far")
        await seat.press("escape", "e", "enter", "1")
        await seat.type(" heime", then="enter")
        assert walks.panel(seat).form is None
        assert next(iter(seat.case.activities.values())).title == "Lesestund heime"


async def test_a_hint_about_a_line_stands_beside_saved_until_it_is_read(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    walks.come_to(seat, "know-can-will-do", "know")
    async with seat.seated():
        await seat.press("a")
        await add(seat, "Alltid lat, seier dei", "Kontaktlærar")
        assert "Lagra:" in seat.wall()
        assert walks.line(seat, "message") == "d: 1 merknad"
        await add(seat, "Lesestund", "Far")
        assert walks.line(seat, "message") == "d: 1 merknad"
        await seat.press("enter", "d")
        assert "Fortel kva de såg eller høyrde" in seat.wall()
        await seat.press("escape", "+")
        assert "merknad" not in walks.line(seat, "message")
