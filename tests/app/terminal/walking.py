"""A walk through a whole meeting at speed 60: Enter in the leader's window, in a real terminal.

Enter does what only has to be done or said. Where something is agreed it opens the form; a walk
leaves that again and writes the answer from a second window, as a note-taker does.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from operator import ne
from pathlib import Path

from app.play.clock import VirtualClock
from app.play.player import Player, beginning
from app.play.script import read_script
from data.caselog import CaseLog, Done
from data.clock import SystemClock
from data.entry import NewEntry
from data.structures import shipped
from data.vault import Vault
from phases.case import Case
from phases.commands import Command
from phases.commands.clock import Start
from phases.commands.closing import InformChildCommand, NextMeetingCommand
from phases.commands.filling import Tick
from phases.proposal import Proposal, proposal
from tests.app.terminal.tmux import LOOK_S, Tmux
from tests.phases.leading import answer
from tests.phases.room import OSLO

CASE = "OVING"
APART_S = 0.85
"""Seconds between two presses of Enter: those within 0.8 s are one (design §4.6)."""
HOUR_GONE = "Timen er gått"
ANSWERS_S = 6.0
"""How long an answer is waited for before Enter is pressed again: on a busy machine two presses
may reach the window within 0.8 s of each other, and then they are one."""
TRIES = 5
MOST = 150
"""Steps; more than any meeting takes."""

SET_UP = """
now case-new id=OVING language=nn structure={structure} rehearsal=yes
participant-add label=Rektor role=head duties=leader,summariser
participant-add label=Kontaktlærar role=teacher duties=writer,relay-holder
participant-add label=Mor role=guardian
participant-add label=Eleven role=child absent=yes
participant-add label=Helsesjukepleiar role=service service=Skulehelsetenesta
participant-add label=Inspektør role=other duties=guard in-log=no
case-set relay-holder=Kontaktlærar
consent-add by=Mor covers=log
consent-add by=Mor covers=Skulehelsetenesta
activity-add title="Leksehjelp tysdag" owner=Kontaktlærar arena=school
meeting-plan at=now place="Møterom 2" structure={structure}
"""


@dataclass
class Walked:
    """How a walk went."""

    entered: list[str] = field(default_factory=list)
    """What Enter did, by the names of the commands."""
    opened: list[str] = field(default_factory=list)
    """What it opened."""
    hour_gone: bool = False
    """Whether the hour's end was told on the way (R-M9)."""
    seconds: float = 0.0


def practice(vault: Vault, structure: str) -> CaseLog:
    """A rehearsal by this structure that has begun at speed 60."""
    clock, structures = SystemClock(), shipped()
    lines = read_script(SET_UP.format(structure=structure))
    player = Player(VirtualClock(beginning(lines, OSLO), OSLO, clock), structures)
    at = clock.stamp().utc
    vault.create(CASE, at, NewEntry("setup", at, "", "play", player.play(lines).tables))
    log = vault.open(CASE, clock, structures)
    _do(log, (Start(speed=60.0),))
    return log


class Walk:
    """One walk, from the start to the close."""

    def __init__(self, log: CaseLog, window: Tmux, *, points_by_enter: bool = True) -> None:
        """In a leader's window over this log, whose meeting is planned or has begun.

        Without `points_by_enter` the note-taker ticks what was said: a shorter walk.
        """
        self._log = log
        self.window = window
        self._points = points_by_enter
        self._pressed_at = -APART_S
        self.told = Walked()

    @classmethod
    def of(cls, folder: Path, structure: str, *, points_by_enter: bool = True) -> Walk:
        """Through a rehearsal by this structure."""
        vault = Vault(folder / "vault")
        log = practice(vault, structure)
        window = Tmux(folder, "lead", CASE, vault=vault.folder)
        return cls(log, window, points_by_enter=points_by_enter)

    def to_the_end(self) -> Walked:
        """Walk until the meeting is closed."""
        began = time.monotonic()
        self.window.until(lambda text: "Enter" in text)
        # A window that has just come up takes no Enter: it may be the one that opened it, held.
        self._pressed_at = time.monotonic()
        for _ in range(MOST):
            case = self._case()
            if case.sitting is None or case.sitting.over:
                break
            self._step(case)
        sitting = self._case().sitting
        assert sitting is not None
        assert sitting.state == "closed"
        self.window.until(lambda text: "Er familien gått" in text or "Enter" in text)
        self.told.seconds = time.monotonic() - began
        return self.told

    def _step(self, case: Case) -> None:
        found = proposal(case)
        assert found is not None
        answered = (found.command,) if found.command else tuple(_answer(case, found))
        if not self._points and all(isinstance(each, Tick) for each in answered):
            _do(self._log, answered)
        elif found.command is None:
            self._open(found)
            _do(self._log, answered)
        else:
            self._leave_what_is_open()
            before = self._log.revision
            self._enter()
            self._await(before, found.command.name)

    def _enter(self) -> None:
        """Press Enter, long enough after the last time."""
        wait_s = self._pressed_at + APART_S - time.monotonic()
        if wait_s > 0:
            time.sleep(wait_s)
        self.window.press("Enter")
        self._pressed_at = time.monotonic()

    def _await(self, before: int, name: str) -> None:
        """Wait for what Enter did; a form that was still proposed a moment ago is left again."""
        if self._within(ANSWERS_S, lambda: self._case().revision != before):
            self.told.entered.append(name)
        else:
            self._leave_what_is_open()

    def _within(self, seconds: float, happened: Callable[[], bool]) -> bool:
        """Whether it happens in this time."""
        deadline = time.monotonic() + seconds
        while not happened():
            if time.monotonic() > deadline:
                return False
            time.sleep(LOOK_S)
        return True

    def _open(self, found: Proposal) -> None:
        """Enter opens it, and Esc leaves it again."""
        self._leave_what_is_open()
        for _ in range(TRIES):
            self._enter()
            if self._within(ANSWERS_S, lambda: "Esc" in self.window.text()):
                break
        else:
            raise AssertionError(self.window.text())
        self._leave_what_is_open()
        self.told.opened.append(found.item or "")

    def _leave_what_is_open(self) -> None:
        """Esc, until the meeting alone is seen; that the hour has gone is answered: we go on."""
        while "Esc" in (text := self.window.text()):
            hour = text.find(HOUR_GONE) >= 0
            self.window.press("2" if hour else "Escape")
            self.told.hour_gone |= hour
            self.window.until(partial(ne, text))

    def _case(self) -> Case:
        self._log.refresh()
        return self._log.case


def _answer(case: Case, found: Proposal) -> Sequence[Command]:
    """What is agreed, on days that are still to come whenever this is run."""
    today = date.today()
    if found.item == "next-meeting":
        return (NextMeetingCommand(on=today + timedelta(weeks=3)),)
    if found.item == "inform-child":
        return (InformChildCommand(who="Mor", how="heime", when=today),)
    return answer(case, found)


def _do(log: CaseLog, commands: Sequence[Command]) -> None:
    for command in commands:
        done = log.do(command)
        assert isinstance(done, Done), done
