"""Text from people stays text, on one line, in the cells it was given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from app.widgets.plain import fit, fit_right, one_line, wrap_words

ANY_TEXT = st.text(max_size=60)


@given(ANY_TEXT, st.integers(0, 40))
def test_a_fitted_text_takes_exactly_its_cells(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width
    assert cell_len(fit_right(text, width)) == width


@given(ANY_TEXT)
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    line = one_line(f"a\x1b[31m\x9b2J\r\n\u202e{text}")
    assert all(char.isprintable() or ord(char) > 0xA0 for char in line)
    assert not set(line) & set("\x1b\x9b\r\n\u202e")
    line.encode("utf-8")


@given(ANY_TEXT, st.integers(2, 30))
def test_wrapped_lines_fit_and_keep_every_word(text: str, width: int) -> None:
    lines = wrap_words(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(one_line(text).split())


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Tilbod", 8, "Tilbod  "),
        ("Kva tenkjer de no?", 10, "Kva tenkj…"),
        ("Kva tenkjer", 5, "Kva… "),
        ("日本語の会議", 7, "日本語…"),
        ("日本語の会議", 6, "日本… "),
        ("to\nlinjer", 9, "to linjer"),
        ("[/]", 3, "[/]"),
    ],
)
def test_what_is_cut_says_so(text: str, width: int, shown: str) -> None:
    assert fit(text, width) == shown


def test_numbers_stand_to_the_right() -> None:
    assert fit_right("5", 3) == "  5"
    assert fit_right("120", 2) == "1…"
