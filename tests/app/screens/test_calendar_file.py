"""From a screen the meetings become a file beside the log: private, neutral, never over another."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest

from app.screens.calendar_file import keep_calendar
from app.taking_out import may_copy
from app.wording.refusals import refusal_words
from data.errors import DiskError
from data.shelf import Shelf
from phases.changes import Refusal
from phases.commands.case_facts import CaseSet
from phases.commands.clock import Start
from tests.app.screens.stage import Stage, do
from tests.phases.room import NOON


def events(path: Path) -> list[Any]:
    return list(icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def shelf_of(stage: Stage) -> Shelf:
    return Shelf(stage.vault, "ELEV-A", stage.clock, "Rektor")


def test_the_plan_of_a_year_is_kept_beside_the_log_and_told_where(stage: Stage) -> None:
    log = stage.ready_case()
    days = [date(2027, 3, 2), date(2027, 4, 20), date(2027, 6, 1)]
    do(log, CaseSet(meeting_dates=tuple(days)))
    kept = keep_calendar(log, shelf_of(stage), stage.words)
    (path,) = shelf_of(stage).folder.iterdir()
    assert kept.done
    assert str(path) in kept.words
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.name == "ELEV-A-kalender-2027-01-19.ics"
    found = events(path)
    assert [event["DTSTART"].dt for event in found[1:]] == days
    assert found[0]["DTSTART"].dt == NOON
    assert {str(event["SUMMARY"]) for event in found} == {"BTI-møte"}
    assert all(event.walk("VALARM") for event in found)
    assert b"ELEV" not in path.read_bytes()
    assert [each.act for each in stage.vault.access.history()] == ["export"]


def test_another_goes_beside_the_first_with_the_same_meetings_known_again(stage: Stage) -> None:
    log = stage.ready_case()
    keep_calendar(log, shelf_of(stage), stage.words)
    do(log, CaseSet(meeting_dates=(NOON.date() + timedelta(days=42),)))
    keep_calendar(log, shelf_of(stage), stage.words)
    first, second = (
        events(path)
        for path in sorted(shelf_of(stage).folder.iterdir(), key=lambda each: len(each.name))
    )
    assert first[0]["UID"] == second[0]["UID"]
    assert int(str(second[0]["SEQUENCE"])) > int(str(first[0]["SEQUENCE"]))
    assert len(second) == 2


def test_without_a_meeting_or_a_disk_it_says_so(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = keep_calendar(stage.case("ELEV-B"), shelf_of(stage), stage.words)
    assert (nothing.done, nothing.words) == (False, stage.words("No meeting is planned"))
    log, shelf = stage.ready_case(), shelf_of(stage)
    monkeypatch.setattr(shelf, "keep", full)
    kept = keep_calendar(log, shelf, stage.words)
    assert not kept.done
    assert stage.words("The disk is full") in kept.words


def full(*_args: object) -> None:
    raise DiskError("disk-full", path="x")


def test_nothing_is_kept_or_copied_unnoted_but_in_a_meeting(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, shelf = stage.ready_case(), shelf_of(stage)
    do(log, CaseSet(meeting_dates=(NOON.date() + timedelta(days=42),)))
    monkeypatch.setattr(shelf, "note", full)
    for taken in (keep_calendar(log, shelf, stage.words), may_copy(log, shelf, stage.words)):
        assert not taken.done
        assert taken.words == refusal_words(Refusal("R-S1"), stage.words)
    assert list(shelf.folder.iterdir()) == [], "no file is left of it"
    do(log, Start())
    for taken in (keep_calendar(log, shelf, stage.words), may_copy(log, shelf, stage.words)):
        assert taken.done
        assert taken.untold
    assert len(list(shelf.folder.iterdir())) == 1
