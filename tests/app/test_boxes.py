"""Boxes that open over a window stand in its middle."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from textual.screen import ModalScreen

SCREENS: Final = Path(__file__).parents[2] / "app" / "screens"
PLACED: Final = re.compile(r"^([\w, ]+?)\s*\{[^}]*?\balign: center (?:middle|top)", re.MULTILINE)
FILLS: Final = {"ReadingPage"}
"""No box: what is read aloud takes the whole window."""


def boxes(kind: type[Any]) -> Iterator[type[Any]]:
    for each in kind.__subclasses__():
        yield each
        yield from boxes(each)


def test_each_box_is_placed_by_its_own_name_or_that_of_what_it_is_built_on() -> None:
    # A box that borrows another's style sheet has its id there, and stood in the corner unnamed.
    for path in SCREENS.rglob("*.py"):
        name = ".".join(path.relative_to(SCREENS.parents[1]).with_suffix("").parts)
        importlib.import_module(name.removesuffix(".__init__"))
    sheets = [path.read_text("utf-8") for path in SCREENS.rglob("*.tcss")]
    placed = {name for css in sheets for names in PLACED.findall(css) for name in names.split(", ")}
    drawn = {box for box in boxes(ModalScreen) if box.compose is not ModalScreen.compose}
    found = {box for box in drawn if box.__module__.startswith("app.")}
    assert len(found) > 8
    bare = {box.__name__ for box in found if not placed & {kind.__name__ for kind in box.__mro__}}
    assert bare == FILLS
