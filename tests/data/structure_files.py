"""Structure files to be read, and the error that one gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from data.structures import StructureError, load_structure

GOOD = """\
id = "mine"
version = 1
activity_label = "activity"
title.nn = "Møte"

[[phases]]
id = "welcome"
minutes = 5
floor = [{ who = "leader", act = "lead" }]
title.nn = "Velkomen"
purpose.nn = "Kven vi er"
now.nn = "Vi helsar no"
later.nn = "så får de fortelje"
say.nn = ["Hei.", "Kom inn."]

[[phases]]
id = "closing"
minutes = 5
floor = [
    { who = "summariser", act = "sum-up" },
]
say.nn = ["Takk.", "Ha det."]
[phases.title]
nn = "Avslutning"
[phases.purpose]
nn = "Kva vi er einige om"
[phases.now]
nn = "Vi samlar trådane no"
[phases.later]
nn = "så er de ferdige"
"""


Write = Callable[[str], Path]


def refused(path: Path) -> StructureError:
    """The error that reading this file gives; always one short, clean line."""
    with pytest.raises(StructureError) as caught:
        load_structure(path)
    message = str(caught.value)
    assert len(message) <= 200
    assert message.isprintable()
    return caught.value


def line_of(text: str, part: str) -> int:
    """The line of the file on which this part first stands."""
    return text[: text.index(part)].count("\n") + 1
