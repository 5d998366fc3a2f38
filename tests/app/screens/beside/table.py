"""Several windows around one case: one vault, one fake clock, one process."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Input, Static

from app.application import Viddevakt
from app.desk import Desk
from app.screens.case_window import CaseWindow
from app.screens.guard.screen import GuardScreen
from app.screens.lead.screen import LeadScreen
from app.screens.notes.screen import NotesScreen
from app.words import Words
from data.caselog import Seat as At
from data.settings import Settings
from phases.case import Case
from phases.rights import Window
from tests.app.screens.lead.seat import Seat
from tests.app.screens.stage import said
from tests.phases.room import OSLO, SHIPPED

KINDS: dict[Window, type[CaseWindow]] = {
    "lead": LeadScreen,
    "notes": NotesScreen,
    "guard": GuardScreen,
}


class Place:
    """One window at the table, as its own process would have it."""

    def __init__(self, room: Seat, window: Window, number: int, who: str, language: str) -> None:
        self.room = room
        log = room.vault.open("ELEV-A", room.clock, SHIPPED, At(window, who))
        self.desk = Desk(
            log=log,
            clock=room.clock,
            structures=SHIPPED,
            settings=Settings(),
            drafts=room.vault.drafts("ELEV-A"),
            presence=room.vault.presence("ELEV-A", window, number),
            zone=OSLO,
            monotonic=lambda: room.real_s,
        )
        words = Words(language)
        self.screen: Any = KINDS[window](self.desk, words)
        self.app = Viddevakt(words, lambda app: app.push_screen(self.screen))
        self.pilot: Pilot[int] | None = None

    @property
    def case(self) -> Case:
        return self.desk.log.case

    @asynccontextmanager
    async def seated(self, width: int = 80, height: int = 24) -> AsyncIterator[Place]:
        """The window is open."""
        async with self.app.run_test(size=(width, height)) as pilot:
            self.pilot = pilot
            await self.settle()
            yield self

    async def settle(self) -> None:
        """Until nothing is under way any more."""
        assert self.pilot is not None
        await self.pilot.pause(0)
        self.screen.tick()
        await self.pilot.pause(0)

    async def press(self, *keys: str) -> None:
        """A second of real time apart."""
        assert self.pilot is not None
        for key in keys:
            self.room.real_s += 1.0
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str, *, then: str = "") -> None:
        """Into the field that has the focus, over what stands in it."""
        for _ in range(50):
            if isinstance(self.app.screen.focused, Input):
                break
            await self.settle()
        field = self.app.screen.focused
        assert isinstance(field, Input), field
        field.value = text
        await self.settle()
        if then:
            await self.press(then)

    def line(self, name: str) -> str:
        """What one line says."""
        return said(self.screen.query_one(f"#{name}", Static))

    def shown(self) -> str:
        """What stands in the window now, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def looks(name: str, shown: str) -> None:
    """The window is the picture; `UPDATE_PICTURES=1` writes it anew."""
    text = "\n".join(line.rstrip() for line in shown.splitlines()) + "\n"
    path = Path(__file__).parent / "pictures" / f"{name}.txt"
    if os.environ.get("UPDATE_PICTURES"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8"), f"{name} looks different"


def place(
    room: Seat, window: Window, number: int = 2, who: str = "", language: str = "nn"
) -> Place:
    """One window more."""
    return Place(room, window, number, who, language)
