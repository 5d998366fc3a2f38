"""The viddevakt's window: one key, and a reminder."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.screens.choice import ChoicePage
from app.screens.more import MorePage
from app.widgets.key_footer import KeyFooter
from phases.commands.choosing import OfferAdd
from phases.commands.clock import BreakOff, Pause, Start
from tests.app.screens.beside.table import looks, place
from tests.app.screens.colours import coloured, unreadable
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat


def room_at(tmp_path: Path, part: str = "clarifying") -> Seat:
    """A meeting that has come so far."""
    room = Seat(tmp_path)
    walks.go_to(room, part)
    return room


def signs(room: Seat) -> int:
    """How many signs the log holds."""
    room.desk.log.refresh()
    return len(room.case.interventions)


async def test_v_is_one_sign_however_long_it_is_held(tmp_path: Path) -> None:
    room = room_at(tmp_path)
    guard = place(room, "guard")
    async with guard.seated():
        assert guard.pilot is not None
        room.real_s += 1.0
        await guard.pilot.press("v", "v", "v")
        await guard.settle()
        assert signs(room) == 1
        assert "Vinket er gjeve" in guard.line("message")
        await guard.press("f4")
        assert signs(room) == 2


async def test_the_kind_is_said_afterwards(tmp_path: Path) -> None:
    room = room_at(tmp_path)
    guard = place(room, "guard")
    async with guard.seated():
        await guard.press("v", "k")
        assert isinstance(guard.app.screen, ChoicePage)
        await guard.press("1")
        assert next(iter(guard.case.interventions.values())).kind == "time"


async def test_the_sign_is_given_through_a_page_too(tmp_path: Path) -> None:
    room = room_at(tmp_path)
    guard = place(room, "guard")
    async with guard.seated():
        await guard.press("question_mark")
        assert isinstance(guard.app.screen, MorePage)
        await guard.press("f4", "f3", "f8", "f9")
        assert signs(room) == 1
        assert walks.kinds(room)[-1] == "guard"


async def test_it_reminds_of_an_early_offer_and_of_a_clock_that_stands(tmp_path: Path) -> None:
    room = room_at(tmp_path)
    guard = place(room, "guard")
    async with guard.seated():
        assert guard.line("reminder") == ""
        room.do(OfferAdd(service="PPT", text="Rettleiing"))
        await guard.settle()
        assert "tilbod" in guard.line("reminder")
        room.do(Pause())
        await guard.settle()
        assert guard.line("reminder") == "! Møtet har pause; klokka står stille"


async def test_no_key_and_no_click_does_anything_but_intervene(tmp_path: Path) -> None:
    room = room_at(tmp_path)
    guard = place(room, "guard")
    async with guard.seated():
        before = walks.kinds(room)
        await guard.press("n", "space", "enter", "pagedown", "f2", "f3", "f8", "f9", "a", "u", "s")
        footer = guard.screen.query_one(KeyFooter)
        for act in ("next", "pause", "undo", "activity-add", "hide", "park"):
            footer.post_message(KeyFooter.Pressed(footer, act))
            await guard.settle()
            assert "Det går ikkje i dette vindauget" in guard.line("message"), act
        room.desk.log.refresh()
        assert walks.kinds(room) == before


async def test_a_sign_before_the_meeting_is_refused_in_words(tmp_path: Path) -> None:
    room = Seat(tmp_path)
    guard = place(room, "guard")
    async with guard.seated():
        await guard.press("v")
        assert guard.line("message")
        assert signs(room) == 0
        await guard.press("q")
        assert guard.app.screen is not guard.screen


async def test_the_sign_is_offered_only_while_there_is_a_part_to_come_back_to(
    tmp_path: Path,
) -> None:
    room = Seat(tmp_path)
    guard = place(room, "guard")
    async with guard.seated():
        assert guard.line("sign") == ""
        assert "(v viddevakt)" in guard.shown()
        room.do(Start())
        await guard.settle()
        assert guard.line("sign") == "v: tilbake til føremålet med denne delen"
        assert "(v viddevakt)" not in guard.shown()
        room.do(BreakOff())
        await guard.settle()
        assert guard.line("sign") == ""
        assert "(v viddevakt)" in guard.shown()


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_it_looks_as_it_is_meant_to(tmp_path: Path, size: tuple[int, int]) -> None:
    room = room_at(tmp_path)
    room.do(OfferAdd(service="PPT", text="Rettleiing"))
    guard = place(room, "guard")
    async with guard.seated(*size):
        await guard.press("v")
        looks(f"guard-{size[0]}x{size[1]}", guard.shown())


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
async def test_a_very_small_window_and_no_colour_are_no_fault(
    tmp_path: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    room = room_at(tmp_path)
    guard = place(room, "guard", language=language)
    async with guard.seated(20, 5):
        await guard.press("v")
        assert signs(room) == 1


async def test_without_colour_a_reminder_is_a_sentence_and_every_text_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    room = room_at(tmp_path)
    room.do(OfferAdd(service="PPT", text="Rettleiing"))
    guard = place(room, "guard")
    async with guard.seated():
        assert guard.app.no_color
        await guard.press("v")
        assert coloured(guard.app) == []
        assert unreadable(guard.app) == []
        assert guard.line("reminder").startswith("! ")
        assert guard.line("reminder")[2:20] in guard.shown()
        assert "Vinket er gjeve" in guard.shown()


async def test_in_sixteen_colours_every_text_can_be_read(tmp_path: Path) -> None:
    room = room_at(tmp_path)
    room.do(OfferAdd(service="PPT", text="Rettleiing"))
    guard = place(room, "guard")
    async with guard.seated():
        await guard.press("v")
        assert unreadable(guard.app) == []
