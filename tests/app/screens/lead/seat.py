"""A leader at the keyboard: a real vault, a fake clock, and a count of the keys pressed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from app.application import Viddevakt
from app.desk import Desk
from app.screens.lead.screen import LeadScreen
from app.words import Words
from data.caselog import Done
from data.settings import Settings
from data.vault import Vault
from phases.case import Case
from phases.commands import Command
from phases.commands.case_facts import CaseNew, CaseSet
from phases.commands.consents import ConsentAdd
from phases.commands.participants import ParticipantAdd
from phases.commands.planning import MeetingPlan
from tests.phases.room import NOON, OSLO, SHIPPED, FakeClock


def _no_beat() -> None:
    """In place of the window's own beat."""


class Seat:
    """What a test holds on to."""

    def __init__(self, folder: Path, language: str = "nn", *, child: bool = False) -> None:
        self.clock = FakeClock()
        self.real_s = 0.0
        self.vault = Vault(folder / "vault")
        self.vault.create("ELEV-A", self.clock.stamp().utc)
        self.words = Words(language)
        self.desk = self.sit_down()
        self.set_up(child=child)
        self.presses = 0
        self.screen = self.window()
        self.app = Viddevakt(self.words, lambda app: app.push_screen(self.screen))
        self.pilot: Pilot[int] | None = None

    def sit_down(self) -> Desk:
        """A desk as a new process would have it."""
        log = self.vault.open("ELEV-A", self.clock, SHIPPED)
        return Desk(
            log=log,
            clock=self.clock,
            structures=SHIPPED,
            settings=Settings(),
            drafts=self.vault.drafts("ELEV-A"),
            presence=self.vault.presence("ELEV-A", "lead", 1),
            zone=OSLO,
            monotonic=lambda: self.real_s,
        )

    def window(self) -> LeadScreen:
        """A leader's window on the desk.

        The fake clock leaps by minutes: a beat of real time between the leap and the key would
        take it for an absence and ask. `settle` beats instead.
        """
        screen = LeadScreen(self.desk, self.words)
        setattr(screen, "beat", _no_beat)  # noqa: B010 - mypy knows it as a worker
        return screen

    @property
    def case(self) -> Case:
        return self.desk.log.case

    def do(self, *commands: Command) -> None:
        """Behind the screen's back, as another window would."""
        assert isinstance(self.desk.log.do(*commands), Done)

    def set_up(self, *, child: bool) -> None:
        """SC-01's people, duties and consents."""
        self.do(CaseNew(language="nn"))
        self.do(ParticipantAdd(label="Rektor", role="head", duties=("leader", "summariser")))
        self.do(ParticipantAdd(label="Kontaktlærar", role="teacher", duties=("writer",)))
        self.do(ParticipantAdd(label="Føresett 1", role="guardian", call="Mor"))
        self.do(ParticipantAdd(label="Føresett 2", role="guardian", call="Far"))
        if child:
            self.do(ParticipantAdd(label="Eleven", role="child"))
        self.do(
            ParticipantAdd(label="Helsesjukepleiar", role="service", service="Skulehelsetenesta")
        )
        self.do(ParticipantAdd(label="PPT-rådgjevar", role="service", service="PPT"))
        self.do(ParticipantAdd(label="Inspektør", role="other", duties=("guard",), in_log=False))
        for covers in ("log", "Skulehelsetenesta", "PPT"):
            self.do(ConsentAdd(by="Mor", covers=covers, given=date(2026, 12, 1)))
        self.do(CaseSet(meeting_dates=(date(2027, 1, 19), date(2027, 3, 2), date(2027, 4, 20))))
        self.do(MeetingPlan(at=NOON, place="Møterom 2"))

    @asynccontextmanager
    async def seated(self, width: int = 80, height: int = 24) -> AsyncIterator[Seat]:
        """The screen runs."""
        async with self.app.run_test(size=(width, height)) as pilot:
            self.pilot = pilot
            await pilot.pause()
            yield self

    async def press(self, *keys: str, after: float = 0.0) -> None:
        """One key after the other, a second of real time apart; counted unless typed in a field."""
        assert self.pilot is not None
        self.clock.tick(after)
        for key in keys:
            self.real_s += 1.0
            if not self.in_a_field or key == "enter":
                self.presses += 1
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str, *, then: str = "") -> None:
        """Text into the field that has the focus."""
        for _ in range(100):
            # A field that has just been opened gets the focus a few messages later.
            if self.in_a_field:
                break
            await self.settle()
        assert self.in_a_field, f"no field has the focus\n{self.wall()}"
        field = self.app.screen.focused
        assert isinstance(field, Input)
        field.insert_text_at_cursor(text)
        await self.settle()
        if then:
            await self.press(then)

    async def settle(self) -> None:
        """Until nothing is under way any more."""
        assert self.pilot is not None
        await self.pilot.pause(0)
        self.screen.tick()
        await self.pilot.pause(0)

    @property
    def in_a_field(self) -> bool:
        return isinstance(self.app.screen.focused, Input)

    def wall(self) -> str:
        """What stands on the screen now, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)
