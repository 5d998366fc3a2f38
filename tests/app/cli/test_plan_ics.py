"""`plan ics`: read back with an ICS parser, neutral, stable, private."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest

from data.ics import OSLO, Marks, to_ics
from phases.slots import Slot
from tests.app.cli.harness import Shell

OUT = "meeting.ics"


@pytest.fixture
def planned(seeded: Shell) -> Shell:
    """A planned meeting on the day after the winter break, and two more dates."""
    (seeded.home / "settings.toml").write_text('municipality = "eksempelvik"\n', "utf-8")
    seeded.ok("meeting", "plan", "ELEV-A", "--at", "2027-03-02 13:00", "--place", "Rom Bjørk")
    seeded.ok(
        "do", "ELEV-A", "case-set", "meeting_dates=2027-01-19,2027-03-02,2027-04-20,2027-06-01"
    )
    return seeded


def write(shell: Shell, *options: str, name: str = OUT) -> Path:
    path = shell.home / name
    shell.ok("--lang", "nn", "plan", "ics", "ELEV-A", "-o", str(path), *options)
    return path


def events(path: Path) -> list[Any]:
    return list(icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def test_the_planned_meeting_and_the_dates_after_it_are_written(planned: Shell) -> None:
    first, *rest = events(write(planned))
    assert first["DTSTART"].dt == datetime(2027, 3, 2, 13, tzinfo=ZoneInfo("Europe/Oslo"))
    assert first["DTEND"].dt - first["DTSTART"].dt == timedelta(minutes=35)
    assert [event["DTSTART"].dt for event in rest] == [date(2027, 4, 20), date(2027, 6, 1)]
    assert len(events(write(planned, "--next", name="next.ics"))) == 1


def test_its_alarm_rings_on_the_latest_day_of_the_reminder(planned: Shell) -> None:
    first, second, _ = events(write(planned))
    assert [alarm["TRIGGER"].dt for alarm in first.walk("VALARM")] == [
        timedelta(days=-11),  # 23 February lies in the winter break: Friday the 19th
        timedelta(hours=-1),
    ]
    assert [alarm["TRIGGER"].dt for alarm in second.walk("VALARM")] == [
        timedelta(hours=9) - timedelta(days=7)
    ]


def test_a_half_year_that_was_planned_at_the_meeting_is_written_with_its_zone(
    seeded: Shell,
) -> None:
    (seeded.home / "settings.toml").write_text('municipality = "eksempelvik"\n', "utf-8")
    today = date.today()
    seeded.ok("meeting", "plan", "ELEV-A", "--at", f"{today.isoformat()} 13:00")
    seeded.ok("do", "ELEV-A", "viddevakt", "who=none")
    seeded.ok("do", "ELEV-A", "start")
    seeded.ok("do", "ELEV-A", "half-year-plan")
    seeded.ok("do", "ELEV-A", "break-off")
    chained = json.loads(seeded.ok("plan", "halfyear", today.isoformat(), "--json"))["meetings"]
    path = write(seeded)
    found = events(path)
    assert [event["DTSTART"].dt.isoformat() for event in found] == chained
    assert len({event["UID"] for event in found}) == len(chained) >= 3
    (zone,) = icalendar.Calendar.from_ical(path.read_bytes()).walk("VTIMEZONE")
    assert zone["TZID"] == "Europe/Oslo"
    assert {alarm["ACTION"] for e in found for alarm in e.walk("VALARM")} == {"DISPLAY"}


def test_the_six_meetings_of_a_school_year_are_written(seeded: Shell) -> None:
    start = date.today().year + 1
    days = [date(start, month, 12) for month in (9, 10, 11)]
    days += [date(start + 1, month, 12) for month in (1, 3, 4)]
    seeded.ok("do", "ELEV-A", "case-set", f"meeting_dates={','.join(map(str, days))}")
    found = events(write(seeded))
    assert [event["DTSTART"].dt for event in found[1:]] == days
    assert all(event.walk("VALARM") for event in found)


def test_nothing_in_it_tells_about_whom_or_what(planned: Shell) -> None:
    path = write(planned)
    text = path.read_text("utf-8").replace("\r\n ", "")
    for told in ("ELEV", "Mor", "PPT", "Lærar", "Bjørk", "DESCRIPTION:E", "LOCATION", "ATTENDEE"):
        assert told not in text
    for event in events(path):
        assert (event["SUMMARY"], event["CLASS"]) == ("BTI-møte", "PRIVATE")
    assert events(write(planned, "--place", name="p.ics"))[0]["LOCATION"] == "Rom Bjørk"


def test_a_meeting_that_is_moved_keeps_its_uid_and_has_a_higher_sequence(planned: Shell) -> None:
    before = events(write(planned))
    planned.ok("meeting", "plan", "ELEV-A", "--at", "2027-03-03 09:00")
    after = events(write(planned, "--force"))
    assert [e["UID"] for e in after] == [e["UID"] for e in before]
    assert len({e["UID"] for e in before}) == 3
    assert all(b["SEQUENCE"] < a["SEQUENCE"] for b, a in zip(before, after, strict=True))


def test_a_cancelled_meeting_is_told_of_under_its_uid(planned: Shell) -> None:
    uid = events(write(planned))[0]["UID"]
    planned.ok("do", "ELEV-A", "meeting-cancel")
    found = events(write(planned, "--force"))
    assert (found[0]["UID"], found[0]["STATUS"]) == (uid, "CANCELLED")
    assert not found[0].walk("VALARM")
    assert [event["STATUS"] for event in found[1:]] == ["CONFIRMED"] * (len(found) - 1)


def test_the_same_log_gives_the_same_bytes_private_and_never_over_another_file(
    planned: Shell,
) -> None:
    path = write(planned)
    assert path.read_bytes() == write(planned, name="again.ics").read_bytes()
    assert planned.ok("--lang", "nn", "plan", "ics", "ELEV-A").encode() + b"\n" == path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    path.write_text("mine", encoding="utf-8")
    refused = planned("plan", "ics", "ELEV-A", "-o", str(path))
    assert (refused.exit_code, len(refused.errors)) == (2, 1)
    assert "--force" in refused.err
    assert path.read_text("utf-8") == "mine"


def test_without_a_meeting_there_is_nothing_to_write(shell: Shell) -> None:
    shell.ok("case", "new", "ELEV-B")
    refused = shell("plan", "ics", "ELEV-B", "-o", str(shell.home / OUT))
    assert (refused.exit_code, len(refused.errors)) == (2, 1)
    assert not (shell.home / OUT).exists()


def test_a_folder_that_isnt_there_is_named(planned: Shell) -> None:
    refused = planned("plan", "ics", "ELEV-A", "-o", str(planned.home / "no" / OUT))
    assert (refused.exit_code, len(refused.errors)) == (3, 1)


def test_the_time_zone_that_is_written_out_is_the_machines() -> None:
    read = icalendar.Timezone.from_ical(OSLO)
    assert isinstance(read, icalendar.Timezone)
    zone = read.to_tz()
    for year in range(2026, 2037):
        for month in range(1, 13):
            moment = datetime(year, month, 28, 12)
            theirs = moment.replace(tzinfo=ZoneInfo("Europe/Oslo")).utcoffset()
            assert moment.replace(tzinfo=zone).utcoffset() == theirs


def test_a_meeting_across_the_change_of_clocks_keeps_its_length() -> None:
    begins = datetime(2027, 3, 28, 1, 30, tzinfo=ZoneInfo("Europe/Oslo"))
    marks = Marks("j", 1, datetime(2027, 1, 1, tzinfo=UTC))
    raw = to_ics([Slot(1, begins.date(), begins, 60)], marks, "x")
    assert b"DTEND;TZID=Europe/Oslo:20270328T033000" in raw


@pytest.mark.parametrize("place", ["A;B,C\\n", "Ø" * 90, "x\nEND:VEVENT"])
def test_a_place_of_any_signs_stays_one_property(place: str) -> None:
    marks = Marks("j", 1, datetime(2027, 1, 1, tzinfo=UTC))
    slot = Slot(1, date(2027, 3, 2), place=place)
    raw = to_ics([slot], marks, "x", place=True)
    (event,) = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    assert event["LOCATION"] == place
    assert max(map(len, raw.split(b"\r\n"))) <= 75
