"""What harnesses read off a screen is what was drawn there."""

from __future__ import annotations

import pytest

from app.widgets.big_digits import render_digits
from app.wording.clock import figures
from tests.large_figures import LargeFigures


@pytest.mark.parametrize(("width", "height"), [(20, 3), (40, 5), (60, 8), (100, 10)])
def test_every_time_is_read_back_as_it_was_drawn(width: int, height: int) -> None:
    reader = LargeFigures()
    for seconds in (0, 1, 59, 60, 299, 600, 754, 3599, 5025):
        rows = render_digits(figures(seconds), width, height, "00:00")
        page = ["", "BTI 13:46", *(f"  1 {row.ljust(width)} Velkomen ━━" for row in rows), ""]
        assert reader.seconds(page) == seconds


def test_where_no_time_is_drawn_none_is_read() -> None:
    assert LargeFigures().seconds(["Ferdig ca. 12.34", "███", "▀▀▀"]) is None


def test_a_small_time_is_read_where_no_large_one_stands() -> None:
    assert LargeFigures().seconds([" Velkomen   04:57 att   Ferdig ca. 06.32 "]) == 297
