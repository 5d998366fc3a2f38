"""Writing in the log while the meeting runs: few keys, nothing lost, nothing overwritten."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input

from app.screens.lead.panel import DRAFT_S
from app.screens.lead.screen import TICK_S
from phases.commands.agree import Challenge
from phases.commands.log import ActivityAdd, ActivityEdit
from phases.records import Activity
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import pick, sitting

DRAFT_AGE_S = 5.0


def only(seat: Seat) -> Activity:
    """The one line of the log."""
    (found,) = seat.case.activities.values()
    return found


def other(seat: Seat, *commands: object) -> None:
    """Another process saves something in the same case."""
    seat.vault.open("ELEV-A", seat.clock, seat.desk.structures).do(*commands)  # type: ignore[arg-type]


def focused(seat: Seat) -> str:
    """The field that has the focus."""
    field = walks.page(seat).focused
    assert isinstance(field, Input)
    assert field.id is not None
    return field.id.removeprefix("entry-")


async def open_edit(seat: Seat) -> None:
    """One activity, and its fields open."""
    walks.go_to(seat, "clarifying")
    seat.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar", due=date(2027, 2, 9)))
    await seat.settle()
    await seat.press("e", "enter")
    await pick(seat, "Endre")


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
        assert walks.panel(seat).form is None


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
            assert said in walks.line(seat, "message")
            assert "912" not in walks.line(seat, "message")


async def test_a_birth_number_that_checks_gets_its_own_word(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("a")
        await seat.type("Elev 15076500565", then="tab")
        await seat.type("Mor", then="enter")
        assert "fødselsnummer" in walks.line(seat, "message")


async def test_several_pasted_lines_are_joined(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("a")
        seat.app.copy_to_clipboard("Leksehjelp\ntysdag\r\nog torsdag\x1b[31m")
        await seat.press("ctrl+v")
        assert walks.values(seat)["title"].startswith("Leksehjelp tysdag og torsdag")
        assert "\x1b" not in walks.values(seat)["title"]


async def test_one_field_is_edited_and_the_others_stay(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await open_edit(seat)
        other(seat, ActivityEdit(only(seat).id, "due", "2027-02-10"))
        await seat.settle()
        await seat.type(" tysdag", then="enter")
        assert only(seat).title == "Leksehjelp tysdag"
        assert only(seat).due == date(2027, 2, 10)


async def clash(seat: Seat) -> str:
    """The title changed in two windows, and Enter pressed here."""
    await open_edit(seat)
    found = only(seat).id
    other(seat, ActivityEdit(found, "title", "Leksehjelp torsdag"))
    await seat.settle()
    await seat.type(" tysdag", then="enter")
    return found


async def test_the_same_field_changed_in_two_windows_shows_both_and_overwrites_nothing(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated(120, 36):
        await clash(seat)
        assert only(seat).title == "Leksehjelp torsdag"
        wall = seat.wall()
        assert "Leksehjelp tysdag" in wall
        assert wall.count("Leksehjelp torsdag") >= 2
        await seat.press("escape")
        assert only(seat).title == "Leksehjelp torsdag"
        assert walks.values(seat)["title"] == "Leksehjelp tysdag"
        assert walks.hint(seat).startswith("! ")


@pytest.mark.parametrize(
    ("way", "kept"),
    [
        ("1", "Leksehjelp tysdag"),
        ("2", "Leksehjelp torsdag"),
        ("3", "Leksehjelp torsdag / Leksehjelp tysdag"),
    ],
)
async def test_mine_theirs_or_both_is_one_key(tmp_path: Path, way: str, kept: str) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await clash(seat)
        await seat.press(way)
        assert only(seat).title == kept
        assert walks.panel(seat).form is None


async def test_of_two_people_or_dates_only_one_can_be_kept(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await open_edit(seat)
        other(seat, ActivityEdit(only(seat).id, "due", "2027-02-10"))
        await seat.settle()
        await seat.press("tab", "tab", "ctrl+u")
        await seat.type("11.02.2027", then="enter")
        assert walks.labels(seat) == ["Mitt", "Det andre"]
        await seat.press("1")
        assert only(seat).due == date(2027, 2, 11)


async def test_the_challenge_changed_in_two_windows_shows_both(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "status-quo")
        await seat.press("1")
        other(seat, Challenge("Ro om morgonen"))
        await seat.settle()
        await seat.type("Roleg start", then="enter")
        await seat.press("3")
        assert sitting(seat).meeting.challenge == "Ro om morgonen / Roleg start"


async def test_the_same_change_in_two_windows_needs_no_answer(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await open_edit(seat)
        other(seat, ActivityEdit(only(seat).id, "title", "Leksehjelp tysdag"))
        await seat.settle()
        await seat.type(" tysdag", then="enter")
        assert walks.panel(seat).form is None
        assert only(seat).title == "Leksehjelp tysdag"


def test_a_draft_is_never_older_than_five_seconds() -> None:
    assert DRAFT_S + TICK_S < DRAFT_AGE_S


async def test_what_was_typed_before_a_crash_stands_in_the_fields_again(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("a")
        await seat.type("Leksehjelp tys")
        walks.panel(seat).keep()
    walks.sit_down_again(seat)
    async with seat.seated():
        assert "Leksehjelp" not in seat.wall()
        await seat.press("a")
        assert walks.values(seat)["title"] == "Leksehjelp tys"
        await seat.press("tab")
        await seat.type("Mor", then="enter")
        assert only(seat).title == "Leksehjelp tys"
        assert not seat.desk.drafts.load("lead")
        await seat.press("a")
        assert walks.values(seat)["title"] == ""


async def test_esc_keeps_the_draft(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("a")
        await seat.type("Leksehjelp", then="escape")
        assert walks.panel(seat).form is None
        assert not seat.in_a_field
        await seat.press("a")
        assert walks.values(seat)["title"] == "Leksehjelp"


async def test_each_record_has_a_draft_of_its_own(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await open_edit(seat)
        await seat.type(" tysdag", then="escape")
        await seat.press("a")
        assert walks.values(seat)["title"] == ""


async def test_a_draft_over_a_field_that_changed_meanwhile_shows_both(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await open_edit(seat)
        await seat.type(" tysdag", then="escape")
        seat.do(ActivityEdit(only(seat).id, "title", "Leksehjelp torsdag"))
        await seat.settle()
        await seat.press("e", "enter")
        await pick(seat, "Endre")
        assert walks.values(seat)["title"] == "Leksehjelp tysdag"
        assert "Leksehjelp torsdag" in walks.hint(seat)


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


async def test_an_edit_that_changes_nothing_saves_nothing(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await open_edit(seat)
        before = seat.case.revision
        await seat.press("enter")
        assert seat.case.revision == before
        assert walks.panel(seat).form is None


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
        await seat.press("1", "1")
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
        await seat.press("1", "1")
        await pick(seat, "Nei")
        given = sitting(seat).meeting.hand_over
        assert given is not None
        assert given.declined
        await seat.press("m")
        await seat.type("relay-holder")
        await seat.press("enter")
        await pick(seat, "Spør ein annan")
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
