"""Searching is done over TinyDB's tables, and answers with ids."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from data.caselog import CaseLog, Done
from data.search import find_activities
from data.structures import shipped
from data.vault import Vault
from phases.commands import Command
from phases.commands.case_facts import CaseNew
from phases.commands.consents import ConsentAdd
from phases.commands.log import ActivityAdd
from phases.commands.log_assessing import ActivityEnd
from phases.commands.participants import ParticipantAdd
from tests.phases.room import FakeClock


@pytest.fixture
def log(tmp_path: Path) -> CaseLog:
    clock = FakeClock()
    vault = Vault(tmp_path)
    vault.create("ELEV-A", clock.stamp().utc)
    log = vault.open("ELEV-A", clock, shipped())
    for command in (
        CaseNew(language="nn"),
        ParticipantAdd(label="Mor", role="guardian"),
        ParticipantAdd(label="Lærar", role="teacher"),
        ConsentAdd(by="Mor", given=date(2026, 12, 1)),
        ActivityAdd(title="Leksehjelp på tysdag", owner="Lærar"),
        ActivityAdd(title="Tidlegare leggetid", owner="Mor", comment="Også på tysdagar"),
        ActivityAdd(title="Fotball", owner="Mor"),
    ):
        do(log, command)
    return log


def do(log: CaseLog, command: Command) -> str:
    done = log.do(command)
    assert isinstance(done, Done)
    return done.made or ""


def titles(log: CaseLog, **asked: str) -> list[str]:
    return [log.case.activities[i].title for i in find_activities(log.db, **asked)]


def test_a_text_is_found_in_title_and_comment_whatever_its_case(log: CaseLog) -> None:
    assert titles(log, text="TYSDAG") == ["Leksehjelp på tysdag", "Tidlegare leggetid"]
    assert titles(log, text="pa\u030a") == ["Leksehjelp på tysdag", "Tidlegare leggetid"]


def test_what_is_asked_together_must_all_be_so(log: CaseLog) -> None:
    mother = log.case.find_participant("Mor")
    assert mother is not None
    assert titles(log, text="tysdag", owner=mother.id) == ["Tidlegare leggetid"]
    assert titles(log, text="tysdag", owner="nobody") == []


def test_an_ended_activity_is_found_by_its_status_and_no_longer_among_the_active(
    log: CaseLog,
) -> None:
    football = find_activities(log.db, text="fotball")[0]
    do(log, ActivityEnd(football, "wanted"))
    assert titles(log, status="ended") == ["Fotball"]
    assert titles(log, status="active") == ["Leksehjelp på tysdag", "Tidlegare leggetid"]


def test_without_a_question_everything_is_found_also_what_another_window_saved(
    log: CaseLog, tmp_path: Path
) -> None:
    other = Vault(tmp_path).open("ELEV-A", FakeClock(), shipped())
    do(other, ActivityAdd(title="Symjing", owner="Mor"))
    assert len(find_activities(log.db)) == 4
