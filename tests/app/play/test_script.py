"""A script's lines: what is a time, what is a command, what can't be read."""

from __future__ import annotations

import pytest

from app.play.script import LONGEST_LINE, MOST_LINES, ScriptError, When, read_script, read_when


@pytest.mark.parametrize(
    ("word", "when"),
    [
        ("+5:00", When("offset", "+5:00", 300)),
        ("+125:30", When("offset", "+125:30", 7530)),
        ("9:05", When("clock", "9:05", 9 * 3600 + 300)),
        ("13:00:30", When("clock", "13:00:30", 13 * 3600 + 30)),
        ("2027-01-19T13:00", When("moment", "2027-01-19T13:00", 46800, "2027-01-19")),
        ("D-42T13:00", When("day", "D-42T13:00", 46800, "", -42)),
        ("DT13:00", When("day", "DT13:00", 46800)),
        ("now", When("now", "now")),
        ("next", None),
        ("+5:75", None),
        ("25:00", None),
        ("13", None),
    ],
)
def test_the_first_word_is_a_time_or_the_command(word: str, when: When | None) -> None:
    assert read_when(word) == when


def test_lines_are_quoted_as_in_a_shell_and_comments_are_left_out() -> None:
    text = '# a comment\n\n13:00 start # begin\nchallenge text="Rolege # måndagar"\r\n'
    first, second = read_script("\ufeff" + text)
    assert (first.number, first.command, first.arguments) == (3, "start", ())
    assert first.when.kind == "clock"
    assert second.arguments == ("text=Rolege # måndagar",)
    assert second.when.kind == "same"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('start\nchallenge text="Rolege', 2),
        ("start\n13:00", 2),
        ("start\n" + "x" * (LONGEST_LINE + 1), 2),
        ("start\n" * (MOST_LINES + 1), MOST_LINES + 1),
    ],
)
def test_a_line_that_cannot_be_read_is_named(text: str, line: int) -> None:
    with pytest.raises(ScriptError) as caught:
        read_script(text)
    assert caught.value.code == "E-SCRIPT-LINE"
    assert caught.value.line == line


def test_an_empty_script_has_no_lines() -> None:
    assert read_script("") == ()
    assert read_script("# nothing\n") == ()
