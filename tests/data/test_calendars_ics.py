"""An ICS file of a municipality becomes calendars, and never half of one."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.calendars import load_calendar
from data.calendars.from_ics import MAX_BYTES, Span, read_ics, write_calendars
from data.errors import UsageError

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Sund//Skulerute//NN\r\n"


def event(name: str, first: str, end: str = "", extra: str = "") -> str:
    last = f"DTEND;VALUE=DATE:{end}\r\n" if end else ""
    start = f"DTSTART;VALUE=DATE:{first}\r\n"
    return f"BEGIN:VEVENT\r\nUID:{name}\r\n{start}{last}SUMMARY:{name}\r\n{extra}END:VEVENT\r\n"


def ics(tmp_path: Path, *events: str) -> Path:
    path = tmp_path / "skulerute.ics"
    path.write_bytes((HEAD + "".join(events) + "END:VCALENDAR\r\n").encode())
    return path


def test_holidays_are_taken_with_their_last_day_and_the_rest_is_told(tmp_path: Path) -> None:
    path = ics(
        tmp_path,
        event("Vinterferie", "20270222", "20270227"),
        event("Elevfri dag", "20261120"),
        event("Fyrste skuledag etter ferien", "20260817"),
        event("Siste skoledag før jul", "20261218"),
        event("Planleggingsdag\\, SFO stengt", "20270104", "20270105"),
        event("Sommarkonsert", "20270610"),
    )
    taken = read_ics(path)
    assert taken.closures == (
        Span(date(2026, 11, 20), date(2026, 11, 20), "Elevfri dag"),
        Span(date(2027, 2, 22), date(2027, 2, 26), "Vinterferie"),
    )
    assert len(taken.left_out) == 4
    assert len(read_ics(path, every=True).closures) == 6


def test_midnight_is_a_whole_day_and_a_time_or_a_rule_is_none(tmp_path: Path) -> None:
    times = "DTSTART:20270104T000000\r\nDTEND:20270106T000000\r\n"
    path = ics(
        tmp_path,
        f"BEGIN:VEVENT\r\nUID:1\r\n{times}SUMMARY:Ferie\r\nEND:VEVENT\r\n",
        f"BEGIN:VEVENT\r\nUID:2\r\n{times.replace('T00', 'T09')}SUMMARY:Fri\r\nEND:VEVENT\r\n",
        event("Fri kvar fredag", "20270108", extra="RRULE:FREQ=WEEKLY\r\n"),
        event("Tre fridagar", "20270201", extra="DURATION:P3D\r\n"),
    )
    taken = read_ics(path)
    assert [(s.first.day, s.last.day) for s in taken.closures] == [(4, 5), (1, 3)]
    assert taken.left_out == ("Fri", "Fri kvar fredag")


def test_one_file_a_school_year_that_can_be_read_back(tmp_path: Path) -> None:
    name = 'Ferie "lang" \\ æøå'
    spans = (
        Span(date(2026, 10, 5), date(2026, 10, 9), name),
        Span(date(2027, 6, 19), date(2027, 8, 15), "Sommarferie"),
        Span(date(2027, 10, 4), date(2027, 10, 8), "Haustferie"),
    )
    folder = tmp_path / "vault" / "calendars"
    paths = write_calendars(folder, "sund", "Sund", spans)
    assert [path.name for path in paths] == ["sund-2026-27.toml", "sund-2027-28.toml"]
    assert [span.name for span in load_calendar(paths[0]).spans] == [name, "Sommarferie"]
    assert paths[0].stat().st_mode & 0o777 == 0o600


def test_nothing_is_written_where_one_of_the_files_is_there(tmp_path: Path) -> None:
    spans = [Span(date(year, 10, 5), date(year, 10, 9), "Ferie") for year in (2026, 2027)]
    kept = write_calendars(tmp_path, "sund", "", spans[1:])[0]
    before = kept.read_bytes()
    with pytest.raises(UsageError, match="file-kept"):
        write_calendars(tmp_path, "sund", "Sund", spans)
    assert list(tmp_path.iterdir()) == [kept]
    assert kept.read_bytes() == before
    assert len(write_calendars(tmp_path, "sund", "Sund", spans, force=True)) == 2


@pytest.mark.parametrize("name", ["../sund", "Sund kommune", "", "con/x", "a" * 41])
def test_a_name_that_is_none_reaches_no_folder(tmp_path: Path, name: str) -> None:
    span = Span(date(2026, 10, 5), date(2026, 10, 9), "Ferie")
    with pytest.raises(UsageError, match="calendar-name"):
        write_calendars(tmp_path / "calendars", name, "", [span])
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "calendar-ics"),
        (b"\xff\xfe\x00", "calendar-ics"),
        (b"BEGIN:VCALENDAR\r\n", "calendar-ics"),
        (b"<html></html>", "calendar-ics"),
        (b" " * (MAX_BYTES + 1), "calendar-ics"),
        ((HEAD + "END:VCALENDAR\r\n").encode(), "calendar-none"),
        ((HEAD + event("Ferie", "20261399") + "END:VCALENDAR\r\n").encode(), "calendar-none"),
        ((HEAD + event("Ferie", "20200101", "20270101") + "END:VCALENDAR\r\n").encode(),
         "calendar-none"),
    ],
)  # fmt: skip
def test_what_is_no_calendar_is_told(tmp_path: Path, raw: bytes, code: str) -> None:
    path = tmp_path / "x.ics"
    path.write_bytes(raw)
    with pytest.raises(UsageError, match=code):
        read_ics(path)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_make_it_stumble(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    path = tmp_path_factory.mktemp("ics") / "x.ics"
    path.write_bytes(HEAD.encode() + b"BEGIN:VEVENT\r\n" + raw + b"\r\nEND:VEVENT\r\nEND:VCALENDAR")
    with suppress(UsageError):
        assert read_ics(path).closures


def test_the_library_is_loaded_only_when_a_file_is_read() -> None:
    code = (
        "import sys, data.calendars.from_ics, app.cli.calendar\nprint('icalendar' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
