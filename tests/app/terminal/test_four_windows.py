"""Four real windows on one case: what is done in one appears in the others (issue: windows).

The frames stand in `pictures/`, with every figure of the clock masked;
`UPDATE_PICTURES=1 pytest tests/app/terminal/test_four_windows.py` writes them anew.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.vault import Vault
from tests.app.terminal.terminal import Terminal
from tests.app.terminal.test_kill_and_resume import in_the_fifth_part

pytestmark = pytest.mark.terminal

PICTURES = Path(__file__).parent / "pictures"
WINDOWS = ("lead", "wall", "notes", "guard")


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[dict[str, Terminal]]:
    """All four on a meeting that has come to the offers."""
    vault = Vault(tmp_path / "vault")
    in_the_fifth_part(vault)
    terminals: dict[str, Terminal] = {}
    for name in WINDOWS:
        terminals[name] = Terminal(name, "ELEV-A", vault=vault.folder)
        terminals[name].until("Tilbod")
    yield terminals
    for terminal in terminals.values():
        terminal.kill()


def masked(text: str) -> str:
    """The frame with its figures as zeros: they are of the minute in which the test runs."""
    lines = []
    for line in text.splitlines():
        large = re.search(r"[█▀▄]{2}", line)
        shown = line[: large.start()] + "(tida)" if large else re.sub(r"[━╸─]{20,}", "(bar)", line)
        lines.append(re.sub(r"\d", "0", shown).rstrip())
    return "\n".join(lines).rstrip() + "\n"


def is_as_kept(window: Terminal, name: str) -> None:
    """The window comes to the frame that was looked at."""
    path = PICTURES / f"{name}.txt"
    if os.environ.get("UPDATE_PICTURES"):
        for _ in range(10):
            window.read()
        path.parent.mkdir(exist_ok=True)
        path.write_text(masked(window.text()), encoding="utf-8", newline="\n")
    kept = path.read_text(encoding="utf-8")
    window.until(lambda text: masked(text) == kept)


def test_each_act_in_one_window_appears_in_the_others(windows: dict[str, Terminal]) -> None:
    lead, wall, notes, guard = (windows[name] for name in WINDOWS)
    lead.press(" ")
    for window in windows.values():
        window.until("pause" if window is not lead else "❚❚")
    notes.press("a")
    notes.until("Nytt i loggen")
    notes.press("Leksehjelp tysdag\tMor\r")
    for window in (lead, wall, notes):
        window.until("Leksehjelp tysdag")
    notes.press("\x1b")
    notes.until(lambda text: "Nytt i loggen" not in text)
    for name, window in windows.items():
        is_as_kept(window, f"paused-{name}")
    lead.press_again(" ")
    for window in (wall, notes, guard):
        window.until(lambda text: "❚❚" not in text)
    guard.press("v")
    for window in (lead, wall):
        window.until("V i   g å r")
    is_as_kept(wall, "banner-wall")
    lead.press("s")
    wall.until(lambda text: "Leksehjelp" not in text and "▁" in text)
    lead.until("Veggen er skjult")
    assert "Leksehjelp" in lead.text()
    is_as_kept(wall, "hidden-wall")
    notes.until("Leksehjelp tysdag")
    lead.press_again("s")
    wall.until("Leksehjelp tysdag")
    for name, window in windows.items():
        window.press("q")
        assert window.ended() == 0, name
