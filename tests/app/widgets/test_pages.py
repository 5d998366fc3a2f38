"""Full-width pages: the quiet picture, the banner, the text to read aloud."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.widgets.banner import Banner, banner_lines, spaced
from app.widgets.big_text import HOLD_TICKS, TICKS_A_ROW, BigText, offset_at, set_page
from app.widgets.quiet_picture import QuietPicture, landscape
from tests.app.widgets.harness import Harness, frame

READ = (
    "Helsesjukepleiar har fire samtalar innan 9. februar.",
    "Kontaktlærar gir leksehjelp tysdag og torsdag, frå no av og heilt fram til jul.",
    "Mor og far prøver fast leggetid.",
)
CALL = "Vi går tilbake til: spørsmål som hjelper oss å forstå"


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50), (20, 4), (9, 3), (1, 1)])
async def test_the_quiet_picture_fills_any_window_and_says_its_sentence(
    size: tuple[int, int],
) -> None:
    app = Harness(lambda: (QuietPicture("Vi tek ein liten pause"),))
    async with app.run_test(size=size):
        rows = frame(app.query_one(QuietPicture)).split("\n")
        words = " ".join(" ".join(rows).replace("█", " ").split())
        assert len(rows) == size[1]
        if size[0] >= 9:
            assert words.startswith("Vi tek ein liten pause")
        if size[1] >= 24:
            assert sum("█" in row for row in rows) >= size[1] // 4


def test_the_hills_stand_on_the_ground_and_never_float() -> None:
    for width, height in ((80, 12), (200, 25), (7, 2)):
        rows = landscape(width, height)
        assert [len(row) for row in rows] == [width] * height
        for x in range(width):
            kinds = [row[x][1] for row in rows]
            below_sky = kinds[kinds.count("sky") :]
            assert "sky" not in below_sky


def test_a_landscape_without_room_is_empty() -> None:
    assert landscape(80, 0) == []
    assert landscape(0, 2) == [[], []]


async def test_a_banner_is_spaced_out_and_broken_at_its_colon() -> None:
    app = Harness(lambda: (Banner(CALL),))
    async with app.run_test(size=(80, 24)) as pilot:
        banner = app.query_one(Banner)
        rows = [row.strip() for row in frame(banner).splitlines() if row.strip()]
        assert rows == [spaced("Vi går tilbake til:"), spaced("spørsmål som hjelper oss å forstå")]
        await pilot.resize_terminal(30, 24)
        await pilot.pause()
        assert " ".join(frame(banner).split()) == CALL


@given(st.text(max_size=200), st.integers(4, 200), st.integers(1, 30))
def test_a_banner_never_takes_more_than_its_room(text: str, width: int, height: int) -> None:
    assert len(banner_lines(text, width, height)) <= height


async def test_the_page_is_centred_with_air_and_stands_still_if_it_fits() -> None:
    app = Harness(lambda: (BigText(READ),))
    async with app.run_test(size=(80, 24)) as pilot:
        page = app.query_one(BigText)
        shown = frame(page)
        for _ in range(100):
            page.tick()
        await pilot.pause()
        assert frame(page) == shown
        assert " ".join(shown.split()) == " ".join(READ)
        assert all(len(row) <= 70 for row in shown.splitlines())


async def test_a_page_that_does_not_fit_is_shown_whole_in_time() -> None:
    app = Harness(lambda: (BigText(READ),))
    async with app.run_test(size=(40, 5)) as pilot:
        page = app.query_one(BigText)
        top = frame(page)
        assert top.splitlines()[-1].strip() == "↓"
        seen = set(top.splitlines())
        for _ in range(200):
            page.tick()
            await pilot.pause()
            seen |= set(frame(page).splitlines())
        assert set(set_page(READ, 40, 4)) <= {row.rstrip() for row in seen}
        page.lines = ("Ei linje",)
        await pilot.pause()
        assert frame(page).strip() == "Ei linje"


def test_the_page_rests_moves_row_by_row_rests_and_begins_again() -> None:
    overflow = 4
    around = HOLD_TICKS * 2 + overflow * TICKS_A_ROW
    offsets = [offset_at(ticks, overflow) for ticks in range(around * 2)]
    assert offsets[:around] == offsets[around:]
    assert set(offsets[: HOLD_TICKS + 1]) == {0}
    assert set(offsets[around - HOLD_TICKS : around]) == {overflow}
    steps = {later - earlier for earlier, later in pairwise(offsets)}
    assert steps == {0, 1, -overflow}
    assert offset_at(1_000, 0) == 0


@pytest.mark.parametrize("text", ["[/]", "[@click=app.quit]x", "[bold]"])
async def test_words_on_pages_are_never_markup(text: str) -> None:
    app = Harness(lambda: (QuietPicture(text), Banner(text), BigText((text,))))
    async with app.run_test(size=(80, 40)):
        for widget in app.query("QuietPicture, BigText"):
            assert text in frame(widget)
        assert spaced(text) in frame(app.query_one(Banner))
