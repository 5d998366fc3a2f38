"""The large digits: as large as fits, never larger, readable to the last row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App
from textual.strip import Strip

from app.widgets.big_digits import (
    GLYPHS,
    PIXEL_ROWS,
    BigDigits,
    changed_spans,
    render_digits,
    rows_at,
    scale_for,
)
from tests.app.widgets.harness import Harness, frame, golden

TIMES = st.text(alphabet="0123456789:- ", min_size=1, max_size=8)


@given(TIMES, st.integers(1, 220), st.integers(1, 60))
def test_digits_fit_their_room_and_are_as_large_as_they_can_be(
    text: str, width: int, height: int
) -> None:
    rows = render_digits(text, width, height)
    scale = scale_for(text, width, height)
    assert len(rows) <= height
    assert len({len(row) for row in rows}) == 1
    if scale:
        assert len(rows) == rows_at(scale)
        assert len(rows[0]) <= width
    larger = render_digits(text, 10_000, rows_at(scale + 1))
    assert len(larger[0]) > width or len(larger) > height


@pytest.mark.parametrize(
    ("width", "height", "name"),
    [(17, 3, "digits-1"), (52, 5, "digits-2"), (60, 8, "digits-3"), (17, 2, "digits-plain")],
)
def test_digits_look_as_they_should(width: int, height: int, name: str) -> None:
    assert "\n".join(render_digits("04:59", width, height)) + "\n" == golden(name)


def test_all_glyphs_look_as_they_should() -> None:
    rows = render_digits("0123456789 -:", 200, 3)
    assert "\n".join(row.rstrip() for row in rows) + "\n" == golden("digits-all")


@pytest.mark.parametrize(("width", "rows"), [(64, 5), (90, 7)])
def test_the_time_is_five_rows_on_lead_and_seven_on_the_wall_at_120_by_36(
    width: int, rows: int
) -> None:
    assert len(render_digits("-00:00", width, 12)) >= rows


def test_other_characters_and_little_room_give_plain_text() -> None:
    assert render_digits("om lag 3 min", 80, 9) == ["om lag 3 min"]
    assert render_digits("04:59", 80, 1) == ["04:59"]
    assert render_digits("04:59", 3, 9) == ["04:"]
    assert render_digits("04:59", 0, 9) == []


def test_the_template_keeps_the_size_when_a_digit_goes() -> None:
    assert len(render_digits("9:59", 40, 20)) > len(render_digits("10:00", 40, 20))
    assert len(render_digits("9:59", 40, 20, "00:00")) == len(render_digits("10:00", 40, 20))


def test_every_glyph_is_a_whole_bitmap() -> None:
    for rows in GLYPHS.values():
        assert len(rows) == PIXEL_ROWS
        assert len({len(row) for row in rows}) == 1


async def test_the_widget_repaints_only_when_the_text_is_another() -> None:
    painted: list[str] = []

    class Watched(BigDigits):
        def render_line(self, y: int) -> Strip:
            painted.append(self.text)
            return super().render_line(y)

    app = Harness(lambda: (Watched("05:00"),))
    async with app.run_test(size=(80, 24)) as pilot:
        digits = app.query_one(Watched)
        await pilot.pause()
        assert "█" in frame(digits)
        painted.clear()
        for _ in range(5):
            digits.text = "05:00"
            await pilot.pause()
        assert painted == []
        digits.text = "04:59"
        await pilot.pause()
        assert set(painted) == {"04:59"}


async def test_the_widget_scales_with_the_window() -> None:
    app = Harness(lambda: (BigDigits("05:00"),))
    async with app.run_test(size=(20, 1)) as pilot:
        assert frame(app.query_one(BigDigits)).strip() == "05:00"
        await pilot.resize_terminal(200, 50)
        await pilot.pause()
        rows = [row for row in frame(app.query_one(BigDigits)).splitlines() if row.strip()]
        assert len(rows) == rows_at(11)


@given(TIMES, TIMES)
def test_what_is_painted_holds_every_cell_that_changes(before: str, after: str) -> None:
    old, new = render_digits(before, 90, 20, "00:00:00"), render_digits(after, 90, 20, "00:00:00")
    if [len(row) for row in old] != [len(row) for row in new]:
        return
    pasted = list(old)
    for y, x, width in changed_spans(old, new):
        pasted[y] = old[y][:x] + new[y][x : x + width] + old[y][x + width :]
    assert pasted == new


def test_one_digit_of_four_is_less_than_a_quarter_of_the_cells() -> None:
    old, new = render_digits("04:59", 120, 20), render_digits("04:58", 120, 20)
    painted = sum(width for _, _, width in changed_spans(old, new))
    assert 0 < painted < len(old[0]) * len(old) / 4


def seen_on(app: App[None]) -> str:
    """What the terminal holds: the strips as composed, not the widget asked anew."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


async def test_after_many_seconds_the_screen_is_as_if_drawn_at_once() -> None:
    counted = BigDigits("05:00", template="00:00")
    async with Harness(lambda: [counted]).run_test(size=(80, 12)) as pilot:
        for text in ("04:59", "04:58", "1", "00:59", "00:11", "100:00", "99:59"):
            counted.text = text
            await pilot.pause()
        seen = seen_on(pilot.app)
    at_once = BigDigits("99:59", template="00:00")
    async with Harness(lambda: [at_once]).run_test(size=(80, 12)) as pilot:
        await pilot.pause()
        assert seen_on(pilot.app) == seen
