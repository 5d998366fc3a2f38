"""After a crash or a suspend: one question, two answers; until then the time counts (§4.8)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.wording.speech import away_words
from app.words import Words
from phases.pace import pace
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import kinds, pick, sitting


async def crash(seat: Seat) -> None:
    """Ten seconds into the clarifying round the window dies."""
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await walks.wait(seat, 10)


def used_s(seat: Seat) -> float:
    """Seconds of the part that runs."""
    return 600.0 - pace(sitting(seat), seat.clock.stamp()).remaining_s


@pytest.mark.parametrize(("label", "used"), [("Rekn", 10.0 + 180.0), ("Trekk", 10.0)])
async def test_after_a_crash_there_is_one_question_with_two_answers(
    tmp_path: Path, label: str, used: float
) -> None:
    seat = Seat(tmp_path)
    await crash(seat)
    seat.clock.tick(180)
    walks.sit_down_again(seat)
    async with seat.seated():
        assert "3 minutt" in seat.wall()
        assert used_s(seat) == 190.0
        await pick(seat, label)
        assert used_s(seat) == pytest.approx(used, abs=1.0)
        assert kinds(seat)[-1] == "away"
        await walks.wait(seat, 5)
        assert walks.page(seat) is seat.screen
        assert seat.screen.shown.title == "Oppklarande runde"


async def test_a_window_that_dies_before_its_first_beat_was_here_too(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
    (mark,) = seat.vault.folder.rglob("*.here")
    mark.unlink()
    walks.sit_down_again(seat)
    async with seat.seated():
        """Nobody beats here, and no key was pressed."""
    seat.clock.tick(180)
    walks.sit_down_again(seat)
    async with seat.seated():
        assert "3 minutt" in seat.wall()


async def test_the_clicker_answers_nothing_there(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    await crash(seat)
    seat.clock.tick(180)
    walks.sit_down_again(seat)
    async with seat.seated():
        await seat.press("enter", "pagedown")
        assert "away" not in kinds(seat)
        await seat.press("escape")
        assert "away" not in kinds(seat)
        assert walks.page(seat) is seat.screen


async def test_a_window_that_was_left_properly_is_not_asked_about(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("q")
    seat.clock.tick(180)
    walks.sit_down_again(seat)
    async with seat.seated():
        assert walks.page(seat) is seat.screen


@pytest.mark.parametrize("state", ["planned", "paused", "closed"])
async def test_where_no_clock_runs_nobody_is_asked(tmp_path: Path, state: str) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        if state == "paused":
            await walks.arrive(seat, "clarifying")
            await seat.press("space")
        elif state == "closed":
            walks.go_over(seat)
        await walks.wait(seat, 2)
        assert sitting(seat).state == state
    seat.clock.tick(180)
    walks.sit_down_again(seat)
    async with seat.seated():
        assert walks.page(seat) is seat.screen


async def test_a_short_break_is_no_absence(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    await crash(seat)
    seat.clock.tick(4)
    walks.sit_down_again(seat)
    async with seat.seated():
        assert walks.page(seat) is seat.screen


async def test_while_another_window_was_open_nobody_was_missing(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    await crash(seat)
    seat.clock.tick(180)
    seat.vault.presence("ELEV-A", "notes", 2).touch(seat.clock.stamp())
    walks.sit_down_again(seat)
    async with seat.seated():
        assert walks.page(seat) is seat.screen


async def test_a_suspend_is_asked_about_once(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await walks.wait(seat, 10)
        seat.clock.tick(600)
        seat.real_s += 1.0
        await seat.settle()
        assert "10 minutt" in seat.wall()
        await pick(seat, "Trekk")
        assert used_s(seat) == pytest.approx(10.0, abs=1.0)
        await walks.wait(seat, 8)
        assert walks.page(seat) is seat.screen
        assert kinds(seat).count("away") == 1


@pytest.mark.parametrize(("seconds", "asked"), [(600, False), (300, True)])
async def test_a_leader_that_stood_still_asks_about_the_time_that_no_window_was_here(
    tmp_path: Path, seconds: int, asked: bool
) -> None:
    seat = Seat(tmp_path)
    notes = seat.vault.presence("ELEV-A", "notes", 2)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await walks.wait(seat, 10)
        for second in range(600):
            if second < seconds:
                notes.touch(seat.clock.stamp())
            seat.clock.tick(1)
        # The process was stopped, and not the machine: its other clock went on as well.
        seat.real_s += 600.0
        await seat.settle()
        assert ("Ingen var her i om lag 5 minutt." in seat.wall()) is asked
        assert (walks.page(seat) is not seat.screen) is asked


async def test_a_second_sleep_before_anybody_answered_is_asked_about_after_the_first(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await walks.wait(seat, 10)
        for minutes in (10, 20):
            seat.clock.tick(minutes * 60)
            seat.real_s += 1.0
            await seat.settle()
            assert "10 minutt" in seat.wall()
        await pick(seat, "Trekk")
        assert "20 minutt" in seat.wall()
        await pick(seat, "Trekk")
        assert walks.page(seat) is seat.screen
        assert used_s(seat) == pytest.approx(12.0, abs=1.0)
        assert kinds(seat).count("away") == 2


async def test_the_hour_is_not_asked_about_while_it_is_open_whether_a_sleep_counts(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        seat.clock.tick(3570)
        seat.real_s += 1.0
        await seat.settle()
        await walks.wait(seat, 20)
        await pick(seat, "Trekk")
        assert walks.page(seat) is seat.screen
        assert kinds(seat)[-1] == "away"
        await walks.wait(seat, 2)
        assert walks.page(seat) is seat.screen


async def test_a_question_about_the_time_away_can_be_undone(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    await crash(seat)
    seat.clock.tick(180)
    walks.sit_down_again(seat)
    async with seat.seated():
        await pick(seat, "Trekk")
        await seat.press("u")
        assert used_s(seat) == pytest.approx(190.0, abs=1.0)


async def test_the_same_part_and_the_same_turn_are_there_after_a_crash(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("enter", "enter")
        before = (walks.line(seat, "turn"), seat.screen.shown.clock.figures)
    walks.sit_down_again(seat)
    async with seat.seated():
        assert (walks.line(seat, "turn"), seat.screen.shown.clock.figures) == before


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nn", "Ingen var her i under eitt minutt."),
        ("nb", "Ingen var her i under ett minutt."),
        ("en", "Nobody was here for less than a minute."),
    ],
)
@pytest.mark.parametrize("away_s", [10.0, 59.9])
def test_less_than_a_minute_is_not_called_a_minute(language: str, told: str, away_s: float) -> None:
    assert away_words(away_s, Words(language)) == told


def test_a_minute_and_more_is_told_in_whole_minutes() -> None:
    assert away_words(60.0, Words("nn")) == "Ingen var her i om lag 1 minutt."
    assert away_words(150.0, Words("nn")) == "Ingen var her i om lag 2 minutt."
    assert away_words(3600.0, Words("nn")) == "Ingen var her i om lag 60 minutt."


@pytest.mark.parametrize(
    ("language", "hours", "day"),
    [
        ("nn", "Ingen var her i om lag 8 timar.", "Ingen var her på meir enn eit døgn."),
        ("nb", "Ingen var her i om lag 8 timer.", "Ingen var her på mer enn et døgn."),
        ("en", "Nobody was here for about 8 hours.", "Nobody was here for more than a day."),
    ],
)
def test_a_night_is_told_in_hours_and_more_than_a_day_as_that(
    language: str, hours: str, day: str
) -> None:
    assert away_words(8 * 3600.0, Words(language)) == hours
    assert away_words(70 * 3600.0, Words(language)) == day


async def test_the_question_says_that_time_counts_until_it_is_answered(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    await crash(seat)
    seat.clock.tick(20)
    walks.sit_down_again(seat)
    async with seat.seated():
        assert "under eitt minutt" in seat.wall()
        assert "Esc: tida tel" in seat.wall()
