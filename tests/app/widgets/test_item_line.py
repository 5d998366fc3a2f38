"""Items in a row: whole on each line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from app.widgets.item_line import MOST, fitting
from app.widgets.plain import wrap_items

ITEM = st.text("abæ(, )", min_size=1, max_size=30).map(lambda t: " ".join(t.split())).filter(bool)


def test_a_line_is_broken_between_items_and_not_inside_brackets() -> None:
    text = "Att i denne delen: 1 tilboda  2 lytt til alle tenestene (Skulehelsetenesta, PPT)"
    assert wrap_items(text, 76) == [
        "Att i denne delen: 1 tilboda",
        "2 lytt til alle tenestene (Skulehelsetenesta, PPT)",
    ]
    assert wrap_items(text, 100) == [text]
    assert wrap_items("", 80) == []


@given(st.lists(ITEM, max_size=6), st.integers(2, 80))
def test_no_line_is_too_long_and_nothing_is_lost(items: list[str], width: int) -> None:
    lines = wrap_items("  ".join(items), width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join("".join(items).split())


@given(st.lists(ITEM, max_size=6))
def test_an_item_that_fits_is_never_broken(items: list[str]) -> None:
    lines = wrap_items("  ".join(items), 30)
    assert [item for line in lines for item in line.split("  ")] == items


@given(st.lists(ITEM, min_size=1, max_size=9), st.integers(30, 80))
def test_items_that_get_no_room_are_told_of_by_how_many_they_are(
    items: list[str], width: int
) -> None:
    lines = fitting("  ".join(items), width, "og {} til".format)
    told = [item for line in lines for item in line.split("  ")]
    assert len(lines) <= MOST
    if told != items:
        assert told == [*items[: len(told) - 1], f"og {len(items) - len(told) + 1} til"]
