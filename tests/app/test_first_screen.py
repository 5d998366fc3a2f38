"""What the first screen waits for, held without a clock: by what has been done when it stands."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.app.terminal.terminal import PATIENCE_S

PROGRAM = Path(__file__).with_name("first_screen.py")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What `viddevakt demo` had done when its first screen stood."""
    answer = tmp_path_factory.mktemp("told") / "told.json"
    child = pexpect.spawn(
        sys.executable,
        [str(PROGRAM), str(answer)],
        dimensions=(40, 120),
        env={**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(PROGRAM.parents[2])},
        timeout=PATIENCE_S,
    )
    child.expect(pexpect.EOF)
    told: dict[str, Any] = json.loads(answer.read_text(encoding="utf-8"))
    return told


def test_no_dead_circles_are_looked_for_before_the_first_screen(told: dict[str, Any]) -> None:
    assert (told["before"], told["collections"]) == (False, 0)


def test_they_are_looked_for_from_then_on(told: dict[str, Any]) -> None:
    assert told["after"]


def test_no_style_sheet_is_parsed_twice_for_it(told: dict[str, Any]) -> None:
    assert told["sheets parsed again"] == 0


def test_nothing_on_it_is_styled_twice(told: dict[str, Any]) -> None:
    assert told["screens styled"] == 0


def test_the_structure_of_the_meeting_is_read_once(told: dict[str, Any]) -> None:
    assert told["structures read"] == 1


def test_what_only_other_screens_need_is_not_loaded(told: dict[str, Any]) -> None:
    loaded = set(told["modules"])
    packages = {name.partition(".")[0] for name in loaded}
    assert not {"click", "dateutil", "babel", "jinja2", "docx", "typst", "icalendar"} & packages
    assert "tinydb" not in packages
    assert not any(name.startswith("app.papers") for name in loaded)
    # What pydantic would look for plugins with, though it is told not to.
    assert not {"importlib.metadata", "email", "zipfile"} & loaded
    others = {"home", "setup", "evaluate", "confirm", "text_page", "choice", "more", "reading"}
    assert not {f"app.screens.{name}" for name in others} & loaded
    assert not {"app.screens.page", "app.screens.box", "calendar"} & loaded
    opened = {"form", "forms", "meanwhile", "openers", "pages", "suggestions"}
    assert not {f"app.screens.lead.{name}" for name in opened} & loaded
    assert not {"app.widgets.entry_row", "app.widgets.entry_field"} & loaded
