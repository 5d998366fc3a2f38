"""Nothing typed is lost, nothing saved is overwritten: two windows, and drafts (design §5)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.screens.log_forms.panel import DRAFT_S
from phases.commands.log import ActivityAdd, ActivityEdit
from phases.commands.welcome import Challenge
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


async def open_edit(seat: Seat) -> None:
    """One activity, and its fields open."""
    walks.go_to(seat, "clarifying")
    seat.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar", due=date(2027, 2, 9)))
    await seat.settle()
    await seat.press("e", "enter")
    await pick(seat, "Endre")


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
    assert DRAFT_S < DRAFT_AGE_S


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
        assert walks.values(seat)["title"] == ""
        await seat.press("escape", "a")
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


async def test_an_edit_that_changes_nothing_saves_nothing(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await open_edit(seat)
        before = seat.case.revision
        await seat.press("enter")
        assert seat.case.revision == before
        assert walks.panel(seat).form is None
