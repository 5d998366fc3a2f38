"""Writing in the log while the meeting runs: few keys, nothing lost, nothing overwritten."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input

from phases.records import Activity
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import pick, sitting


def only(seat: Seat) -> Activity:
    """The one line of the log."""
    (found,) = seat.case.activities.values()
    return found


def focused(seat: Seat) -> str:
    """The field that has the focus."""
    field = walks.page(seat).focused
    assert isinstance(field, Input)
    assert field.id is not None
    return field.id.removeprefix("entry-")


async def test_three_texts_and_four_keys_make_an_activity(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        seat.presses = 0
        await seat.press("a")
        await seat.type("Leksehjelp")
        keys = 1
        for text, key in (("kont", "tab"), ("9. feb", "tab")):
            await seat.press(key)
            await seat.type(text)
            keys += 1
        await seat.press("enter")
        keys += 1
        assert keys <= 4
        found = only(seat)
        assert seat.case.label(found.owner) == "Kontaktlærar" or found.owner
        assert found.due == date(2027, 2, 9)


async def test_tab_goes_round_in_the_form_for_outside_it_each_letter_is_a_key(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("a")
        assert focused(seat) == "title"
        await seat.press("tab", "tab", "tab")
        assert focused(seat) == "title"
        await seat.press("shift+tab")
        assert focused(seat) == "due"


async def test_a_form_that_is_cut_short_while_it_opens_is_no_form(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        panel = walks.panel(seat)
        opening = asyncio.create_task(panel.open(seat.screen.forms().activity()))
        await asyncio.sleep(0)
        opening.cancel()
        await asyncio.gather(opening, return_exceptions=True)
        assert panel.form is None or not panel.has_class("-closed")


async def test_tab_takes_the_name_that_is_offered(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("a")
        await seat.type("Leksehjelp", then="tab")
        await seat.type("helse", then="tab")
        assert walks.values(seat)["owner"] == "Helsesjukepleiar"
        await seat.press("enter")
        assert seat.case.label(only(seat).owner) == "Helsesjukepleiar"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("22. feb", date(2027, 2, 22)),
        ("tysdag", date(2027, 1, 26)),
        ("09.12.", date(2027, 12, 9)),
        ("2027-02-09", date(2027, 2, 9)),
        ("", None),
    ],
)
async def test_a_date_is_read_as_people_write_it(
    tmp_path: Path, typed: str, meant: date | None
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("a")
        await seat.type("Leksehjelp", then="tab")
        await seat.type("Mor", then="tab")
        await seat.type(typed, then="enter")
        assert only(seat).due == meant


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        (("Leksehjelp", "", ""), "owner", "kven som gjer det"),
        (("Leksehjelp", "Onkel Ola", ""), "owner", "Onkel Ola"),
        (("Leksehjelp", "Mor", "rar"), "due", "rar"),
        (("", "Mor", ""), "title", "Kva"),
        (("x" * 200, "Mor", ""), "title", "160"),
    ],
)
async def test_a_fault_stands_under_the_fields_with_the_cursor_in_the_one_that_is_meant(
    tmp_path: Path, typed: tuple[str, str, str], field: str, said: str
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("a")
        for at, text in enumerate(typed):
            if at:
                assert seat.pilot is not None
                await seat.pilot.press("tab")
            if text:
                await seat.type(text)
        await seat.press("enter")
        assert not seat.case.activities
        assert walks.hint(seat).startswith("! ")
        assert said in walks.hint(seat)
        assert focused(seat) == field
        assert walks.values(seat) == dict(zip(("title", "owner", "due"), typed, strict=True))


async def test_a_fault_is_mended_where_it_stands(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("a")
        await seat.type("Leksehjelp", then="enter")
        assert focused(seat) == "owner"
        await seat.type("Mor", then="enter")
        assert only(seat).title == "Leksehjelp"
        assert "! " not in walks.hint(seat)
        assert focused(seat) == "title"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ring 912 34 567", "telefonnummer"),
        ("Skriv til mor@example.com", "e-post"),
        ("Fødd 01010112345 x", ""),
    ],
)
async def test_what_isnt_needed_here_gets_a_kind_word_and_is_saved(
    tmp_path: Path, text: str, said: str
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("a")
        await seat.type(text, then="tab")
        await seat.type("Mor", then="enter")
        assert only(seat).title == text
        if said:
            assert said in walks.hint(seat)
            assert "912" not in walks.hint(seat)


async def test_a_birth_number_that_checks_gets_its_own_word(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("a")
        await seat.type("Elev 15076500565", then="tab")
        await seat.type("Mor", then="enter")
        assert "fødselsnummer" in walks.hint(seat)


async def test_several_pasted_lines_are_joined(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("a")
        seat.app.copy_to_clipboard("Leksehjelp\ntysdag\r\nog torsdag\x1b[31m")
        await seat.press("ctrl+v")
        assert walks.values(seat)["title"].startswith("Leksehjelp tysdag og torsdag")
        assert "\x1b" not in walks.values(seat)["title"]


async def test_a_function_key_to_the_next_part_keeps_the_form(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "description")
        await seat.press("a")
        await seat.type("Leksehjelp")
        await seat.press("f2")
        await seat.press("tab")
        await seat.type("Mor", then="enter")
        assert only(seat).title == "Leksehjelp"


async def test_down_shows_the_planned_meetings_for_a_date(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("a")
        await seat.type("Leksehjelp", then="tab")
        await seat.type("Mor", then="tab")
        await seat.press("down", "down", "enter")
        assert only(seat).due in (date(2027, 3, 2), date(2027, 4, 20))


async def test_the_clock_goes_on_while_somebody_types(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("a")
        await seat.type("Leksehjelp")
        await walks.wait(seat, 61)
        assert seat.screen.shown.clock.figures == "08:59"
        assert seat.in_a_field
        assert walks.values(seat)["title"] == "Leksehjelp"


async def test_an_answer_about_the_baton_may_come_by_a_date(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "decision")
        await seat.press("1", "1", "enter")
        await pick(seat, "Svarar")
        await seat.type("29. jan", then="enter")
        given = sitting(seat).meeting.hand_over
        assert given is not None
        assert not given.accepted
        assert given.answer_by == date(2027, 1, 29)


async def test_the_baton_may_be_declined_and_somebody_else_asked(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "decision")
        await seat.press("1", "1", "enter")
        await pick(seat, "Nei")
        given = sitting(seat).meeting.hand_over
        assert given is not None
        assert given.declined
        await seat.press("m")
        await seat.type("relay-holder")
        await seat.press("enter")
        await pick(seat, "Kontaktlærar")
        await pick(seat, "Ja")
        assert seat.case.label(seat.case.facts.relay_holder) == "Kontaktlærar"


async def test_who_decided_is_changed_by_names_with_the_family_among_them(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "decision")
        await seat.press("m")
        await seat.type("decided-by")
        await seat.press("enter")
        await seat.type("Kontaktlærar", then="enter")
        assert walks.hint(seat).startswith("!")
        await seat.type(", Mor", then="enter")
        names = [seat.case.label(who) for who in sitting(seat).meeting.decided_by]
        assert names == ["Kontaktlærar", "Mor"]


async def test_the_next_meeting_may_be_arranged_later(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "closing")
        await seat.press("1", "enter")
        await seat.type("Rektor", then="tab")
        await seat.type("Mor", then="tab")
        await seat.type("29. jan", then="enter")
        agreed = sitting(seat).meeting.next_meeting
        assert agreed is not None
        assert seat.case.label(agreed.caller) == "Rektor"
        assert agreed.by == date(2027, 1, 29)
