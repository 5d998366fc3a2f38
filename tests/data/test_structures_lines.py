"""Finding the line of a key in TOML text, in every way a table can be written."""

from __future__ import annotations

import tomllib

import pytest

from data.structures.lines import Path, line_of

TEXT = '''\
# [[phases]] in a comment
id = "x"
note = """\u2028 is no line end
minutes = 99
[[phases]]
"""
title = { nn = "T" }

[[phases]]
id = "a"
"odd.key" = 1

[phases.title]
nn = "A"

  [[ phases ]]  # indented
  id = "b"
  say . nn = ["one", "two"]
  one_line = """all here"""
  floor = [
    { who = "leader", act = "lead" },  # a remark, with a comma and a [
    # and one alone
    { who = "a, b]", act = "tell" }, { act = "think" },
    { who = "c" },
  ]
  list = [ "one",
    'two' ]
  after = 1
[[phases.more]]
m = 1
[[phases.more]]
m = 2
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("id",), 2),
        (("note",), 3),
        (("title", "nn"), 7),
        (("phases", 0), 9),
        (("phases", 0, "id"), 10),
        (("phases", 0, "odd.key"), 11),
        (("phases", 0, "title"), 13),
        (("phases", 0, "title", "nn"), 14),
        (("phases", 0, "minutes"), 9),
        (("phases", 1, "id"), 17),
        (("phases", 1, "say", "nn", 1), 18),
        (("phases", 1, "floor", 0, "act"), 21),
        (("phases", 1, "floor", 1), 23),
        (("phases", 1, "floor", 2), 23),
        (("phases", 1, "floor", 3, "who"), 24),
        (("phases", 1, "list"), 26),
        (("phases", 1, "list", 1), 27),
        (("phases", 1, "after"), 28),
        (("phases", 1, "more", 1, "m"), 32),
        (("version",), 1),
        ((), 1),
    ],
)
def test_a_key_or_the_nearest_thing_around_it_has_a_line(path: Path, line: int) -> None:
    tomllib.loads(TEXT)
    assert line_of(TEXT, path) == line
