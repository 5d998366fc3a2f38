"""Take the README's pictures: the real screens on the demo case, with a clock that stands still.

`python -m scripts.screenshots` writes docs/pictures/*.svg. The demo is built anew each time, so a
picture can't show what the program no longer does.
"""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from textual.screen import Screen

from app.application import Viddevakt
from app.play.demo import build_demo
from app.screens.lead.screen import LeadScreen
from app.window_maker import Windows
from app.words import Words
from data.settings import Settings
from data.structures import shipped
from data.vault import Vault
from phases.clock import Stamp
from phases.commands.clock import BreakOff
from phases.commands.closing import FamilyLeft

AT = datetime(2027, 1, 19, 12, 1, 18, tzinfo=UTC)
"""A Tuesday afternoon in Oslo, shortly after the meeting began."""

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"


@dataclass(frozen=True)
class Picture:
    """One picture: the keys that lead to it, and the size of its terminal."""

    name: str
    keys: tuple[str, ...]
    width: int = 100
    height: int = 30
    language: str = "nn"
    window: str = "lead"


SHOWN = (
    Picture("lead", ()),
    Picture("lead-entry", ("a", *"Leksehjelp på onsdag", "tab", "K")),
    Picture("lead-viddevakt", ("v",)),
    Picture("lead-hidden", ("s",)),
    Picture("wall", (), window="wall"),
    Picture("notes", (), window="notes"),
    Picture("after", (), height=16, window="after"),
)


class StillClock:
    """A clock that shows one instant."""

    def __init__(self, stamp: Stamp) -> None:
        self._stamp = stamp

    def stamp(self) -> Stamp:
        """Always the same."""
        return self._stamp


def opened(windows: Windows, window: str, case_id: str) -> Screen[Any]:
    """The window on this case."""
    if window == "wall":
        return windows.wall(case_id)
    if window == "notes":
        return windows.beside(case_id, "notes")
    if window == "after":
        windows.log(case_id).do(BreakOff(), FamilyLeft())
        return windows.after(case_id)
    desk = windows.desk(case_id)
    return LeadScreen(desk, windows.words_for(desk.log))


async def take(picture: Picture, folder: Path) -> None:
    """Draw one screen and write it as SVG."""
    words = Words(picture.language)
    vault = Vault(folder / picture.name)
    clock = StillClock(Stamp(AT, "picture", 1000.0))
    case_id = build_demo(vault, picture.language, clock, shipped())
    screen = opened(Windows(vault, words, "", Settings(), clock), picture.window, case_id)
    app = Viddevakt(words, lambda app: app.push_screen(screen))
    async with app.run_test(size=(picture.width, picture.height)) as pilot:
        await pilot.pause()
        for key in picture.keys:
            await pilot.press("space" if key == " " else key)
        await pilot.pause()
        svg = app.export_screenshot(title="viddevakt")
    (PICTURES / f"{picture.name}.svg").write_text(svg, encoding="utf-8", newline="\n")


def main() -> None:
    """All of them."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for picture in SHOWN:
            print(picture.name, flush=True)
            asyncio.run(take(picture, Path(folder)))


if __name__ == "__main__":
    main()
