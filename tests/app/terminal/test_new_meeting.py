"""A new meeting in a real terminal, from home to the preparing: nine keys, and all are counted."""

from __future__ import annotations

import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from data.clock import SystemClock
from data.structures import shipped
from data.vault import Vault
from phases.commands.clock import BreakOff, Start
from phases.commands.closing import NextMeetingCommand
from phases.commands.consents import ConsentAdd
from phases.commands.participants import ParticipantAdd
from phases.commands.planning import MeetingPlan
from phases.showing_dates import long_date
from tests.app.screens.stage import Stage, do
from tests.app.terminal.tmux import Tmux

pytestmark = pytest.mark.terminal

NEXT = date.today() + timedelta(days=21)
UNDER_S = 120.0


class Counted:
    """A window whose keys are counted, and each of which has to lead somewhere."""

    def __init__(self, window: Tmux) -> None:
        self.window = window
        self.keys = 0

    def press(self, key: str, seen: str) -> None:
        self.keys += 1
        self.window.press(key)
        self.window.until(lambda text: seen in text)


def vault_after_a_meeting(folder: Path) -> Vault:
    """One log: a meeting held today, the next one agreed."""
    stage = Stage(folder)
    stage.clock.utc = SystemClock().stamp().utc
    log = stage.case(
        "BTI-1",
        ParticipantAdd(label="Rektor", role="head", duties=("leader", "summariser")),
        ParticipantAdd(label="Kontaktlærar", role="teacher", duties=("writer",)),
        ParticipantAdd(label="Mor", role="guardian"),
        ParticipantAdd(label="Helsesjukepleiar", role="service", service="skulehelsetenesta"),
        ConsentAdd(by="Mor", covers="log"),
        ConsentAdd(by="Mor", covers="skulehelsetenesta"),
        MeetingPlan(at=stage.clock.utc, place="Møterom 2"),
    )
    do(log, Start(), NextMeetingCommand(on=NEXT, at="10:30"), BreakOff())
    return stage.vault


def test_a_new_meeting_takes_nine_keys_and_less_than_two_minutes(tmp_path: Path) -> None:
    vault = vault_after_a_meeting(tmp_path)
    began = time.monotonic()
    walk = Counted(Tmux(tmp_path, vault=vault.folder))
    try:
        walk.window.until(lambda text: "n ny" in text)
        walk.press("n", "Neste møte i kva logg?")
        walk.press("Enter", "Nytt møte · BTI-1")
        assert long_date(NEXT, "nn") in walk.window.text()
        for _ in range(6):  # day, time, place, kind, people, viddevakt
            walk.press("Enter", "Nytt møte · BTI-1")
        walk.press("Enter", "Førebu møtet · BTI-1")
        told = walk.window.until(lambda text: "10.30–11.30 · Møterom 2" in text)
    finally:
        walk.window.end()
    assert long_date(NEXT, "nn") in told
    assert walk.keys == 9
    assert time.monotonic() - began < UNDER_S
    sitting = vault.open("BTI-1", SystemClock(), shipped()).case.sitting
    assert sitting is not None
    assert (sitting.meeting.number, sitting.state) == (2, "planned")
