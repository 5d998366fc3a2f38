"""What a structure asks for by points and forms, at the leader's keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from phases.commands.filling import Fill
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.stage import said


def begun(folder: Path, structure: str, part: str) -> Seat:
    """A meeting by a shipped structure, come to this part by what is proposed on the way."""
    seat = Seat(folder)
    walks.come_to(seat, structure, part)
    return seat


def answers(seat: Seat) -> dict[tuple[str, str], str]:
    """What stands in the forms, by row and column."""
    return {(a.row, a.column): a.text for a in seat.case.answers.values()}


def footer(seat: Seat) -> str:
    """The line of keys."""
    return seat.wall().splitlines()[-1]


async def test_enter_fills_a_form_row_by_row_the_family_first(tmp_path: Path) -> None:
    seat = begun(tmp_path, "meeting-3", "effect")
    async with seat.seated():
        while "lik har det gått" not in footer(seat):
            await seat.press("enter")
        await seat.press("enter")
        assert said(walks.panel(seat).query_one("#panel-title")).endswith("Det eleven seier sjølv")
        await seat.type("Eg søv betre", then="enter")
        assert "Det dei heime fortel" in said(walks.panel(seat).query_one("#panel-title"))
        await seat.press("escape")
        assert answers(seat) == {("child", "how"): "Eg søv betre"}
        assert "Eg søv betre" in seat.wall()


async def test_enter_over_an_empty_form_asks_whether_there_is_nothing_to_add(
    tmp_path: Path,
) -> None:
    seat = begun(tmp_path, "meeting-3", "effect")
    async with seat.seated():
        while "lik har det gått" not in footer(seat):
            await seat.press("enter")
        await seat.press("enter", "enter")
        assert walks.labels(seat)[0] == "Ingenting å leggje til"
        await walks.pick(seat, "Ingenting")
        assert "effect" in walks.sitting(seat).meeting.ticked
        assert answers(seat) == {}


async def test_a_digit_ticks_a_point_and_its_words_leave_the_list(tmp_path: Path) -> None:
    seat = begun(tmp_path, "bti-followup", "new-activities")
    async with seat.seated():
        await seat.press("3")
        assert walks.sitting(seat).meeting.ticked[-1] == "in-step"
        assert "4 alle har noko å gjere" in seat.wall()
        await seat.press("u")
        assert "in-step" not in walks.sitting(seat).meeting.ticked


async def test_what_the_family_is_asked_is_theirs_to_answer_and_never_ticked_for_them(
    tmp_path: Path,
) -> None:
    seat = begun(tmp_path, "bti-followup", "closing")
    async with seat.seated():
        while "at de kjenner dykk høyrde …" not in footer(seat):
            await seat.press("enter")
        await seat.press("enter")
        assert "Kjenner de dykk høyrde i dag?" in seat.wall()
        assert walks.labels(seat) == ["Ja", "Ikkje heilt"]
        await seat.press("escape")
        assert "heard" not in walks.sitting(seat).meeting.ticked
        await seat.press("enter")
        await walks.pick(seat, "Ikkje heilt")
        meeting = walks.sitting(seat).meeting
        assert ("heard" in meeting.ticked, meeting.denied) == (True, ("heard",))
        assert "Spør kva som manglar" in seat.wall()


async def test_a_row_is_opened_from_the_table_and_one_cell_is_changed(tmp_path: Path) -> None:
    seat = begun(tmp_path, "meeting-3", "effect")
    seat.do(Fill(form="effect", row="unit", column="how", value="Betre i friminutta"))
    seat.do(Fill(form="effect", row="unit", column="well", value="Lesegruppa"))
    async with seat.seated():
        await seat.press("e", "enter")
        assert walks.values(seat)["how"] == "Betre i friminutta"
        seat.do(Fill(form="effect", row="unit", column="obstacles", value="Sjukdom"))
        await seat.press("tab")
        await seat.type(" kvar tysdag", then="enter")
        assert answers(seat) == {
            ("unit", "how"): "Betre i friminutta",
            ("unit", "well"): "Lesegruppa kvar tysdag",
            ("unit", "obstacles"): "Sjukdom",
        }


async def test_two_texts_for_one_cell_are_both_shown_and_nothing_is_overwritten(
    tmp_path: Path,
) -> None:
    seat = begun(tmp_path, "meeting-3", "effect")
    async with seat.seated():
        await seat.press("e", "enter")
        await seat.type("Mitt")
        seat.do(Fill(form="effect", row="unit", column="how", value="Ditt"))
        await seat.press("enter")
        await walks.pick(seat, "Begge")
        assert answers(seat)[("unit", "how")] == "Ditt / Mitt"


async def test_a_draft_of_a_row_outlives_the_window(tmp_path: Path) -> None:
    seat = begun(tmp_path, "meeting-3", "effect")
    async with seat.seated():
        await seat.press("e", "enter")
        await seat.type("Halvskrive")
    walks.sit_down_again(seat)
    async with seat.seated():
        await seat.press("e", "enter")
        assert walks.values(seat)["how"] == "Halvskrive"


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 36)])
async def test_the_compass_tells_where_we_are(tmp_path: Path, width: int, height: int) -> None:
    seat = begun(tmp_path, "know-can-will-do", "know")
    async with seat.seated(width, height):
        assert "▶ VEIT · KAN · VIL · GJER" in seat.wall().splitlines()[0]


async def test_a_new_measure_says_where_content_and_period_are_written(tmp_path: Path) -> None:
    seat = begun(tmp_path, "bti-basic", "closing")
    async with seat.seated():
        await seat.press("a")
        await seat.type("Lesekurs", then="tab")
        await seat.type("Kontaktlærar", then="enter")
        assert "e: meir om det" in seat.wall()
