"""School calendars: what ships, one's own before it, and faults with file, line and key."""

from __future__ import annotations

import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest

from data.calendars import Calendars, known_calendars, load_calendar, read_found
from data.errors import UsageError
from data.school_days import chosen_days
from data.settings import Settings
from data.structures.problems import StructureError
from phases.calendar import Closures, is_open
from tests.phases.test_deadlines import W8, W8_FILE

NOWHERE = Path("/nowhere/at/all")
WHOLE = """municipality = "sund"
year = "2026/27"

[[closures]]
first = 2026-10-05
last = 2026-10-09
name = "haustferie"
"""


def ships() -> Calendars:
    return known_calendars(NOWHERE, NOWHERE / "settings.toml")


def test_every_calendar_that_ships_can_be_used_and_is_fictional() -> None:
    for found in ships().found:
        calendar = read_found(found)
        assert not found.own
        assert "oppdikta" in calendar.name


def test_the_eves_are_closed_in_every_calendar_that_ships() -> None:
    days = ships().closures("eksempelvik")
    for year in (2026, 2027):
        assert not is_open(date(year, 12, 24), days)
        assert not is_open(date(year, 12, 31), days)


def test_the_first_year_that_ships_is_w8_of_the_domain() -> None:
    first = ships().of("eksempelvik")[0]
    assert Closures(read_found(first).spans) == W8


def test_the_vaults_own_wins_over_the_settings_and_both_over_what_ships(tmp_path: Path) -> None:
    vault, beside = tmp_path / "vault" / "calendars", tmp_path / "calendars"
    for folder, day in ((beside, "07"), (vault, "08")):
        folder.mkdir(parents=True)
        text = WHOLE.replace("sund", "eksempelvik").replace("-05", f"-{day}")
        (folder / "eksempelvik-2026-27.toml").write_text(text, encoding="utf-8")
    both = known_calendars(tmp_path / "vault", tmp_path / "settings.toml")
    first, second = both.of("Eksempelvik")
    assert read_found(first).closures[0].first == date(2026, 10, 8)
    assert (first.own, second.own) == (True, False)
    shutil.rmtree(vault)
    again = known_calendars(tmp_path / "vault", tmp_path / "settings.toml")
    assert read_found(again.of("eksempelvik")[0]).closures[0].first == date(2026, 10, 7)


def test_a_file_with_another_name_is_no_calendar_of_a_municipality(tmp_path: Path) -> None:
    folder = tmp_path / "calendars"
    folder.mkdir()
    for name in ("sund.toml", "sund-2026.toml", ".sund-2026-27.toml", "sund-2026-27.toml~"):
        (folder / name).write_text(WHOLE, encoding="utf-8")
    assert {found.municipality for found in known_calendars(tmp_path, NOWHERE).found} == {
        "eksempelvik"
    }


def test_a_file_must_say_what_its_name_says(tmp_path: Path) -> None:
    (tmp_path / "lund-2026-27.toml").write_text(WHOLE, encoding="utf-8")
    with pytest.raises(StructureError, match=r"lund-2026-27.toml: municipality must be .* lund\?"):
        Calendars(tmp_path).closures("lund")


def test_an_unknown_municipality_names_the_nearest() -> None:
    with pytest.raises(UsageError) as raised:
        ships().of("eksempelvig")
    assert raised.value.args_ == {"name": "eksempelvig", "nearest": "eksempelvik"}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("last = 2026-10-09", "last = 2026-10-01", "6: closures[0].last comes before"),
        ("last = 2026-10-09", "last = 2027-10-01", "6: closures[0].last is more than 120"),
        ("first = 2026-10-05", "first = 2025-10-05", "closures[0].last is more than 120"),
        ("2026/27", "2025/26", "5: closures[0].first lies in the school year 2026/27"),
        ("first = 2026-10-05", 'first = "2026-10-05"', "5: closures[0].first must be a date"),
        (
            "first = 2026-10-05",
            "first = 2026-10-05T08:00:00",
            "5: closures[0].first must be a date",
        ),
        ("first = 2026-10-05", "first = 20261005", "5: closures[0].first must be a date"),
        ("first =", "frist =", "5: closures[0].frist is not a known key; did you mean first?"),
        ("sund", "Sund", "1: municipality must be small letters"),
        ('"haustferie"', '"haust\\u0007"', "7: closures[0].name must be one line"),
        ("[[closures]]", "[[closures", "4:"),
        ("year", "yaer", "2: yaer is not a known key; did you mean year?"),
    ],
)
def test_a_fault_is_told_with_file_line_and_key(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    path = tmp_path / "sund-2026-27.toml"
    path.write_text(WHOLE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(StructureError) as raised:
        load_calendar(path)
    assert str(raised.value).startswith("sund-2026-27.toml:")
    assert told in str(raised.value)


def test_closures_alone_are_a_calendar_to_be_passed_as_a_file() -> None:
    document = tomllib.loads(W8_FILE.read_text("utf-8"))
    spans = load_calendar(W8_FILE).spans
    assert [span.first for span in spans] == [row["first"] for row in document["closures"]]
    assert date(2027, 2, 22) in {span.first for span in spans}


def test_a_calendar_that_cant_be_used_closes_nothing_and_says_why(tmp_path: Path) -> None:
    chosen = chosen_days(Settings(municipality="sund"), tmp_path, NOWHERE)
    assert chosen is not None
    assert is_open(date(2026, 10, 5), chosen)
    assert isinstance(chosen.fault, UsageError)
    assert chosen_days(Settings(), tmp_path, NOWHERE) is None


def test_the_chosen_calendar_is_read_when_a_day_is_asked_about() -> None:
    chosen = chosen_days(Settings(municipality="eksempelvik"), NOWHERE, NOWHERE)
    assert chosen is not None
    assert not is_open(date(2027, 2, 23), chosen)
    assert chosen.fault is None
