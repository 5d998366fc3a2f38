"""A stage for screens under test: the real application, a fake clock, a real vault on disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from textual.content import Content
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from app.application import Viddevakt
from app.desk import Desk
from app.screens.surroundings import Surroundings
from app.words import Words
from data.caselog import CaseLog, Done
from data.settings import Settings
from data.shelf import Shelf
from data.vault import Vault
from phases.commands import Command
from phases.commands.case_facts import CaseNew
from phases.commands.consents import ConsentAdd
from phases.commands.participants import ParticipantAdd
from phases.commands.planning import MeetingPlan
from phases.structures import Structure
from tests.phases.room import NOON, OSLO, SHIPPED, FakeClock

SMALL, LARGE = (80, 24), (120, 36)
SIZES = (SMALL, LARGE)

HOSTILE = (
    "[/]",
    "[@click=app.quit]x",
    "[red]Kari",
    "\x1b]0;owned\x07Ola",
    "\u202egnitsaf",
    "%s{0}",
)
"""Names that must be shown as they stand, or cleaned, and do nothing."""


class Stage:
    """A vault with cases, and what a window needs to open one."""

    def __init__(self, folder: Path, language: str = "nn") -> None:
        self.vault = Vault(folder / "vault")
        self.clock = FakeClock()
        self.words = Words(language)
        self.structures: Mapping[str, Structure] = SHIPPED
        self.monotonic_s = 0.0

    def case(self, name: str = "ELEV-A", *commands: Command) -> CaseLog:
        """A case in which these commands have been done."""
        self.vault.create(name, self.clock.utc)
        log = self.vault.open(name, self.clock, self.structures)
        language: Any = self.words.language
        do(log, CaseNew(language=language), *commands)
        return log

    def ready_case(
        self, name: str = "ELEV-A", at: datetime | None = NOON, place: str = "Møterom 2"
    ) -> CaseLog:
        """A case with everything that a meeting needs."""
        return self.case(name, *people(), MeetingPlan(at=at, place=place))

    def desk(self, log: CaseLog) -> Desk:
        """What a window over this case is given."""
        name = log.case.id
        return Desk(
            log=log,
            clock=self.clock,
            structures=self.structures,
            settings=Settings(),
            drafts=self.vault.drafts(name),
            presence=self.vault.presence(name, "lead", 1),
            zone=OSLO,
            monotonic=lambda: self.monotonic_s,
            shelf=Shelf(self.vault, name, self.clock),
        )

    @property
    def around(self) -> Surroundings:
        """The world around a window."""
        return Surroundings(self.structures, self.clock, OSLO)

    def app(self, first: Callable[[], Screen[Any]]) -> Viddevakt:
        """The application with this screen first."""
        return Viddevakt(self.words, lambda app: app.push_screen(first()))


def people() -> list[Command]:
    """SC-01's people and consents."""
    found: list[Command] = [
        ParticipantAdd(label="Rektor", role="head", duties=("leader", "summariser")),
        ParticipantAdd(label="Kontaktlærar", role="teacher", duties=("writer",)),
        ParticipantAdd(label="Føresett 1", role="guardian", call="Mor"),
        ParticipantAdd(label="Føresett 2", role="guardian", call="Far"),
    ]
    services = (("Helsesjukepleiar", "skulehelseteneste"), ("PPT-rådgjevar", "PPT"))
    for label, service in services:
        found.append(ParticipantAdd(label=label, role="service", service=service))
    for covers in ("log", *(service for _, service in services)):
        found.append(ConsentAdd(by="Føresett 1", covers=covers, given=date(2026, 12, 1)))
    return found


def do(log: CaseLog, *commands: Command) -> None:
    """Do each of these; a refusal is a failed test."""
    for command in commands:
        found = log.do(command)
        assert isinstance(found, Done), found


async def type_in(pilot: Pilot[Any], text: str) -> None:
    """Type into the field that has the focus: the first letter by its key, the rest at once.

    A key costs the pilot ten times what it costs the program, and one is enough to find whether
    the field or the screen takes it.
    """
    await pilot.press("space" if text[0] == " " else text[0])
    field = pilot.app.focused
    if isinstance(field, TextArea):
        field.insert(text[1:])
    else:
        assert isinstance(field, Input), field
        field.insert_text_at_cursor(text[1:])
    await pilot.pause()


def shown(screen: Screen[Any]) -> str:
    """All that a screen shows now, line by line as painted."""
    return "\n".join(strip.text.rstrip() for strip in screen._compositor.render_strips())


def said(widget: Widget) -> str:
    """What a Static says."""
    assert isinstance(widget, Static)
    content = widget.content
    return content.plain if isinstance(content, Content) else str(content)
