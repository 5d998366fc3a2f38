"""Of other cases nothing but the days of their meetings is told (R-S6)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from data.caselog import Seat
from data.errors import DiskError
from data.other_cases import OtherCases
from phases.commands.case_facts import CaseNew, CaseSet
from phases.commands.planning import MeetingPlan
from tests.app.screens.stage import Stage
from tests.phases.room import NOON, OSLO


def look(stage: Stage, but: str) -> list[tuple[date, ...]]:
    seat = Seat(zone=OSLO)
    return list(OtherCases(stage.vault, stage.clock, stage.structures, seat, but).days())


def test_the_days_to_come_of_every_other_case_are_told_a_case_at_a_time(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    stage.ready_case("ELEV-A")
    later = NOON + timedelta(days=9)
    stage.ready_case("ELEV-B", at=later)
    plan = (NOON.date() - timedelta(days=7), NOON.date() + timedelta(days=42))
    stage.case("ELEV-C", CaseSet(meeting_dates=plan))
    assert look(stage, "ELEV-A") == [(later.date(),), (plan[1],)]
    assert look(stage, "ELEV-B") == [(NOON.date(),), (plan[1],)]


def test_a_rehearsal_and_a_case_that_cant_be_opened_have_none(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    stage.ready_case("ELEV-A")
    stage.vault.create("PROVE", stage.clock.utc)
    rehearsal = stage.vault.open("PROVE", stage.clock, stage.structures)
    rehearsal.do(CaseNew(rehearsal=True), MeetingPlan(at=NOON))
    stage.ready_case("ELEV-B")
    path = stage.vault.folder / "ELEV-B.journal"
    path.write_bytes(path.read_bytes()[:-40] + b"x\n")
    assert look(stage, "ELEV-A") == [()]


def test_a_folder_that_cant_be_read_has_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = Stage(tmp_path)

    def unreadable() -> None:
        raise DiskError("denied", path="x")

    monkeypatch.setattr(stage.vault, "list", unreadable)
    assert look(stage, "ELEV-A") == []
