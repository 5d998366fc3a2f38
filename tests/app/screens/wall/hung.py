"""A wall on a second display: another window on the leader's case, with the same fake clock."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from app.application import Viddevakt
from app.screens.surroundings import Surroundings
from app.screens.wall.screen import WallScreen
from app.words import Words
from data.caselog import Seat as Place
from data.settings import Settings
from data.wall import WallCase
from phases.commands import Command
from phases.structures import Structure
from tests.app.screens.lead.seat import Seat
from tests.phases.room import OSLO, SHIPPED


class Hung:
    """What a test holds on to: the leader's seat without its screen, and the wall."""

    def __init__(
        self,
        seat: Seat,
        language: str = "nn",
        settings: Settings | None = None,
        structures: Mapping[str, Structure] | None = None,
        case: str = "ELEV-A",
    ) -> None:
        self.seat = seat
        self.clock = seat.clock
        structures = SHIPPED if structures is None else structures
        self.log = seat.vault.open(case, seat.clock, structures, Place("wall"))
        self.presence = seat.vault.presence(case, "wall", 2)
        self.wall = WallCase(
            self.log,
            self.presence,
            structures,
            lambda: self.seat.real_s,
            calm_seconds=(settings or Settings()).calm_seconds,
        )
        around = Surroundings(structures, seat.clock, OSLO)
        self.screen = WallScreen(self.wall, around, Words(language))
        self.app = Viddevakt(self.screen.words, self._begin)
        self.pilot: Pilot[int] | None = None

    def _begin(self, app: Viddevakt) -> None:
        app.push_screen(self.screen, lambda _: app.exit(0))

    @asynccontextmanager
    async def up(self, width: int = 80, height: int = 24) -> AsyncIterator[Hung]:
        """The screen runs."""
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

    async def do(self, *commands: Command) -> None:
        """The leader's window does it, and the wall sees it."""
        self.seat.do(*commands)
        await self.settle()

    async def wait(self, seconds: float, *, leader: bool = True) -> None:
        """Time passes; a leader's window is here all along, or isn't."""
        left = seconds
        while left > 0:
            step = min(left, 1.0)
            self.clock.tick(step)
            self.seat.real_s += step
            if leader:
                self.seat.desk.presence.touch(self.clock.stamp())
            left -= step
        await self.settle()

    def text(self) -> str:
        """What stands on the wall now, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def hung(folder: Path, *, child: bool = False) -> Hung:
    """SC-01's case with a wall."""
    return Hung(Seat(folder, child=child))
