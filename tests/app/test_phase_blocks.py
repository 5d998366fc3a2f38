"""The bar of a structure: as wide as asked for, in proportion, and never a phase without a cell."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.phase_blocks import bar, blocks

MINUTES = st.lists(st.integers(1, 480), min_size=1, max_size=50)


def test_the_minutes_stand_in_blocks_as_wide_as_their_share() -> None:
    assert bar([5, 5, 10, 5, 10, 5, 5], 51) == "  5  │  5  │    10    │  5  │    10    │  5  │  5  "


def test_one_phase_fills_the_bar() -> None:
    assert bar([45], 9) == "    45   "


def test_a_number_that_has_no_room_is_left_out_and_its_block_stays() -> None:
    assert [each.strip() for each in blocks([1, 100], 12)] == ["1", "100"]
    assert blocks([100, 100, 100], 5) == (" ", " ", " ")


def test_more_phases_than_cells_give_no_bar() -> None:
    assert blocks([5] * 50, 60) == ()
    assert bar([], 60) == ""


@given(MINUTES, st.integers(0, 120))
def test_a_bar_has_exactly_its_width_or_isnt_there(minutes: list[int], width: int) -> None:
    drawn = bar(minutes, width)
    assert len(drawn) in (0, width)
    assert all(blocks(minutes, width))


@given(MINUTES, st.integers(99, 200))
def test_a_longer_phase_never_has_a_narrower_block_by_more_than_a_cell(
    minutes: list[int], width: int
) -> None:
    drawn = blocks(minutes, width)
    for longer, wide in zip(minutes, drawn, strict=True):
        for shorter, narrow in zip(minutes, drawn, strict=True):
            assert shorter > longer or len(wide) >= len(narrow) - 1
