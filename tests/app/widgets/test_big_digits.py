"""The large digits: as large as fits, never larger, readable to the last row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.widgets.big_digits import (
    GLYPHS,
    PIXEL_ROWS,
    BigDigits,
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
        def render(self) -> object:  # type: ignore[override]
            painted.append(self.text)
            return super().render()

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
