"""The clock of the lead screen: what it shows is computed, never counted (design §4)."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from app.widgets.big_digits import BigDigits
from app.widgets.time_bar import SYMBOLS, TimeBar
from phases.pace import Mark, pace
from phases.showing_dates import clock_time
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import labels, phase, pick, sitting
from tests.phases.room import OSLO


async def ten_minutes(seat: Seat) -> None:
    """In the clarifying round a service asks: seconds are shown, and there are 600 of them."""
    await walks.arrive(seat, "clarifying")


def figures(seat: Seat) -> str:
    """What the large figures say."""
    return seat.screen.query_one(BigDigits).text


@pytest.mark.parametrize(
    ("used", "shown"),
    [
        (0.0, "10:00"),
        (0.4, "10:00"),
        (1.0, "09:59"),
        (599.2, "00:01"),
        (600.0, "00:00"),
        (600.9, "00:00"),
        (661.0, "01:01"),
    ],
)
async def test_seconds_are_rounded_up_and_count_up_after_zero(
    tmp_path: Path, used: float, shown: str
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await ten_minutes(seat)
        await walks.wait(seat, used)
        assert figures(seat) == shown


@pytest.mark.parametrize(
    ("used", "mark", "word"),
    [
        (479, "normal", "att"),
        (480, "soon", "nærmar seg slutten"),
        (570, "last", "straks slutt"),
        (600, "over", "litt over tida"),
        (725, "over", "litt over tida"),
    ],
)
async def test_a_threshold_changes_class_word_and_symbol(
    tmp_path: Path, used: float, mark: Mark, word: str
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated(120, 36):
        await ten_minutes(seat)
        await walks.wait(seat, used)
        bar = seat.screen.query_one(TimeBar)
        digits = seat.screen.query_one(BigDigits)
        assert bar.state == mark
        assert digits.has_class(f"-{mark}")
        assert bar.has_class(f"-{mark}")
        assert seat.screen.shown.clock.caption == word
        assert f"{SYMBOLS[mark]} {word}".strip() in seat.wall()


async def test_no_two_thresholds_share_a_word_or_a_symbol(tmp_path: Path) -> None:
    seen = {}
    seat = Seat(tmp_path)
    async with seat.seated():
        await ten_minutes(seat)
        for used in (0, 480, 90, 30):
            await walks.wait(seat, used)
            face = seat.screen.shown.clock
            seen[face.mark] = (face.caption, SYMBOLS[face.mark])
    assert len(seen) == 4
    assert len(set(seen.values())) == 4


async def test_a_pause_stops_the_figures_and_says_so(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await ten_minutes(seat)
        await walks.wait(seat, 100)
        await seat.press("space")
        await walks.wait(seat, 77)
        assert figures(seat) == "08:20"
        assert "pause" in seat.screen.shown.clock.caption
        await seat.press("space")
        await walks.wait(seat, 20)
        assert figures(seat) == "08:00"


async def test_overrun_survives_pause_back_and_forth(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await ten_minutes(seat)
        await walks.wait(seat, 660)
        await seat.press("space")
        await walks.wait(seat, 50)
        await seat.press("space", "b")
        await walks.wait(seat, 10)
        await seat.press("n")
        assert figures(seat) == "01:00"
        assert seat.screen.shown.clock.mark == "over"


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
async def test_ends_about_is_the_projected_end_rounded_up_in_local_time(
    tmp_path: Path, language: str
) -> None:
    seat = Seat(tmp_path, language)
    async with seat.seated():
        await ten_minutes(seat)
        for used in (0, 59, 541, 61):
            await walks.wait(seat, used)
            at = pace(sitting(seat), seat.clock.stamp())
            shown = clock_time(at.end_shown.astimezone(OSLO), language)
            assert at.end_shown >= at.projected_end
            assert walks.line(seat, "head-right").endswith(shown)
            assert shown.startswith("13")


async def test_in_a_pause_the_end_moves_with_the_time(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await ten_minutes(seat)
        before = walks.line(seat, "head-right")
        await seat.press("space")
        await walks.wait(seat, 300)
        assert before == "Ferdig ca. 13.35"
        assert walks.line(seat, "head-right") == "Ferdig ca. 13.40"


async def test_t_says_the_time_in_words_for_some_seconds(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await ten_minutes(seat)
        await walks.wait(seat, 30)
        await seat.press("t")
        said = walks.line(seat, "message")
        assert "om lag 10 min att" in said
        assert "13.36" in said or "13.35" in said
        await walks.wait(seat, 9)
        assert walks.line(seat, "message") == ""


async def test_l_changes_every_word_and_goes_round(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated(120, 36):
        await ten_minutes(seat)
        nynorsk = seat.wall()
        assert "Oppklarande runde" in nynorsk
        revision = seat.case.revision
        await seat.press("l")
        bokmal = seat.wall()
        assert "Oppklarende runde" in bokmal
        await seat.press("l")
        english = seat.wall()
        assert "Clarifying" in english
        assert "Ends about 13:35" in english
        for word in ("Oppklar", "Ferdig", "spør", "Att i", "Kva", "minutt", "hjelp"):
            assert word not in english, word
        await seat.press("l")
        assert seat.wall() == nynorsk
        assert seat.case.revision == revision


async def test_a_language_chosen_in_a_form_keeps_the_text(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await ten_minutes(seat)
        await seat.press("a")
        await seat.type("Leksehjelp")
        await seat.press("escape", "l", "l", "a")
        assert walks.values(seat)["title"] == "Leksehjelp"
        assert "New in the log" in seat.wall()


async def test_in_time_every_way_to_catch_up_is_shown_disabled_with_why(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated(120, 36):
        await ten_minutes(seat)
        await seat.press("r")
        options = walks.choice(seat).options
        assert options
        for option in options:
            if not option.enabled:
                assert option.note
        before = seat.case.revision
        await seat.press("1", "2", "3")
        assert seat.case.revision == before


async def test_four_minutes_late_the_ways_show_their_results(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated(120, 36):
        await walks.arrive(seat, "description")
        await walks.wait(seat, 600)
        await ten_minutes(seat)
        await walks.wait(seat, 840)
        walks.go_to(seat, "status-quo")
        await seat.settle()
        await seat.press("r")
        notes = {o.value: (o.note, o.enabled) for o in walks.choice(seat).options}
        assert notes["drop"][1] is False
        assert notes["drop"][0] == "ingen del kan gå ut"
        assert "·" in notes["proportion"][0]
        assert "ferdig ca." in notes["later"][0]
        await pick(seat, "Kortare rundar")
        assert sitting(seat).line.replanned


async def test_after_next_a_late_meeting_offers_once_to_shorten(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "description")
        await walks.wait(seat, 300 + 600 + 61)
        await seat.press("n")
        assert phase(seat) == "clarifying"
        assert walks.line(seat, "message") == "r: Kortare rundar, same slutt?"
        await walks.wait(seat, 9)
        assert walks.line(seat, "message") == ""


async def test_in_time_nothing_is_offered(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "description")
        await seat.press("n")
        assert walks.line(seat, "message") == ""


async def test_before_the_start_the_first_part_and_nothing_else_counts(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.wait(seat, 120)
        assert figures(seat) == "05:00"
        assert "Klar til å byrje" in seat.wall()


async def test_at_fifty_minutes_a_quiet_line_at_sixty_one_question(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await ten_minutes(seat)
        await walks.wait(seat, 3001)
        assert "ti minutt" in walks.line(seat, "message")
        await seat.press("p")
        await walks.wait(seat, 610)
        await seat.type("2. mars")  # the question waits, for this 2 is no answer to it
        assert walks.page(seat) is seat.screen
        assert seat.pilot is not None
        await seat.pilot.press("escape")
        await seat.settle()
        assert len(labels(seat)) == 2
        await seat.pilot.press("2")  # on its way elsewhere
        assert "replan" not in walks.kinds(seat)
        assert len(labels(seat)) == 2
        await seat.press("escape")
        await walks.wait(seat, 60)
        assert walks.page(seat) is seat.screen


async def test_a_quiet_line_gives_its_room_back(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await ten_minutes(seat)
        await seat.press("t")
        assert seat.screen.query_one("#message", Static).display
        await walks.wait(seat, 9)
        assert not seat.screen.query_one("#message", Static).display
