"""`plan`: every row of the verified examples (domain §4.1), and what can't be answered."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from data.calendars import load_calendar
from tests.app.cli.harness import Shell
from tests.phases.test_deadlines import W8_FILE

W8 = ("--calendar", str(W8_FILE))


def told(shell: Shell, *argv: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shell.ok("--lang", "nn", "plan", *argv, "--json"))
    return found


@pytest.mark.parametrize(
    ("within", "meeting", "days"),
    [
        ("6w", "2026-11-24", ("2027-01-05", "2027-01-05", "2027-01-05", "2027-01-05")),
        ("6w", "2027-01-19", ("2027-03-02", "2027-03-02", "2027-03-02", "2027-03-02")),
        ("6w", "2027-02-09", ("2027-03-23", "2027-03-23", "2027-03-19", "2027-03-23")),
        ("6w", "2027-04-05", ("2027-05-17", "2027-05-14", "2027-05-14", "2027-05-18")),
        ("1mo", "2027-01-29", ("2027-02-28", "2027-02-26", "2027-02-19", "2027-03-01")),
        ("1mo", "2026-12-01", ("2027-01-01", "2026-12-31", "2026-12-18", "2027-01-04")),
        ("2mo", "2027-03-16", ("2027-05-16", "2027-05-14", "2027-05-14", "2027-05-18")),
    ],
)
def test_the_latest_day_of_each_verified_example(
    shell: Shell, within: str, meeting: str, days: tuple[str, str, str, str]
) -> None:
    raw, red_only, w8, forward = days
    asked = ("latest", meeting, "--within", within)
    for options, day in (((), red_only), (W8, w8), (("--roll", "forward"), forward)):
        found = told(shell, *asked, *options)
        assert list(found) == ["raw", "latest", "why"]
        assert (found["raw"], found["latest"]) == (raw, day)
        assert bool(found["why"]) is (raw != day)


def test_an_eve_is_counted_by_red_days_alone_and_told_and_closed_everywhere_else(
    seeded: Shell,
) -> None:
    asked = ("--lang", "en", "plan", "latest", "2026-12-01", "--within", "1mo")
    found = seeded(*asked)
    assert found.out.splitlines()[0] == "At the latest Thursday 31 December 2026"
    assert found.errors == ["viddevakt: New Year's Eve: with a calendar it is closed"]
    choose = seeded("meeting", "plan", "ELEV-A", "--at", "2026-12-24 13:00")
    assert "R-P8" in choose.err
    # A municipality whose file forgot the eves.
    path = seeded.home / "few.toml"
    path.write_text('[[closures]]\nfirst = 2026-10-05\nlast = 2026-10-09\nname = "x"\n')
    assert told(seeded, *asked[2:][1:], "--calendar", str(path)) == {
        "raw": "2027-01-01",
        "latest": "2026-12-30",
        "why": ["1. nyttårsdag", "nyttårsaftan"],
    }


@pytest.mark.parametrize(
    ("meeting", "raw", "red_only", "w8"),
    [
        ("2027-03-02", "2027-02-23", "2027-02-23", "2027-02-19"),
        ("2027-04-05", "2027-03-29", "2027-03-24", "2027-03-19"),
    ],
)
def test_the_reminder_day_of_each_verified_example(
    shell: Shell, meeting: str, raw: str, red_only: str, w8: str
) -> None:
    assert told(shell, "reminder", meeting)["raw"] == raw
    assert told(shell, "reminder", meeting)["latest"] == red_only
    assert told(shell, "reminder", meeting, *W8)["latest"] == w8


def test_the_half_year_of_the_verified_example(shell: Shell) -> None:
    assert told(shell, "halfyear", "2027-01-19", "--every", "6w", *W8) == {
        "start": "2027-01-19",
        "meetings": ["2027-03-02", "2027-04-13", "2027-05-25", "2027-06-18"],
        "end": "2027-07-19",
    }
    lines = shell.ok("--lang", "nn", "plan", "halfyear", "2027-01-19", *W8).splitlines()
    assert " ".join(lines[0].split()) == "tysdag 2. mars 2027"
    assert " ".join(lines[3].split()).startswith("fredag 18. juni 2027 sommarferie")


def test_a_half_year_rolls_the_way_that_is_asked_for_or_set(shell: Shell) -> None:
    asked = ("halfyear", "2027-04-05", "--every", "6w")
    assert told(shell, *asked)["meetings"][0] == "2027-05-14"
    assert told(shell, *asked, "--roll", "forward")["meetings"][0] == "2027-05-18"
    (shell.home / "settings.toml").write_text('deadline_roll = "forward"\n', encoding="utf-8")
    assert told(shell, *asked)["meetings"][0] == "2027-05-18"
    assert told(shell, *asked, "--roll", "back")["meetings"][0] == "2027-05-14"


def test_a_half_year_without_a_meeting_says_so(shell: Shell) -> None:
    asked = ("halfyear", "2027-01-19", "--every", "1y")
    assert told(shell, *asked)["meetings"] == []
    [line] = shell.ok("--lang", "nn", "plan", *asked).splitlines()
    assert "19. juli 2027" in line


def test_somebody_born_in_january_2011_is_asked_from_their_16th_birthday_on(seeded: Shell) -> None:
    seeded.ok("do", "ELEV-A", "case-set", "birth_date=2011-01-20")
    document = json.loads(seeded.ok("case", "export", "ELEV-A"))
    assert document["case"]["own_consent_from"] == "2027-01-20"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("nn", "Fristen er måndag 17. mai 2027. Stengt: 17. mai, 2. pinsedag, 1. pinsedag, "
               "sundag, laurdag"),
        ("nb", "Fristen er mandag 17. mai 2027. Stengt: 17. mai, 2. pinsedag, 1. pinsedag, "
               "søndag, lørdag"),
        ("en", "The deadline is Monday 17 May 2027. Closed: Constitution Day, Whit Monday, "
               "Whit Sunday, Sunday, Saturday"),
    ],
)  # fmt: skip
def test_people_get_it_in_words_with_both_names_of_the_day(
    shell: Shell, language: str, line: str
) -> None:
    out = shell.ok("--lang", language, "plan", "latest", "5. april 2027", "--within", "6w")
    assert out.splitlines()[1] == line
    assert "14" in out.splitlines()[0]


def test_the_settings_say_which_way_and_whose_days(shell: Shell) -> None:
    (shell.home / "settings.toml").write_text(
        'municipality = "eksempelvik"\ndeadline_roll = "forward"\n', encoding="utf-8"
    )
    asked = ("latest", "2027-01-29", "--within", "1mo")
    assert told(shell, *asked)["latest"] == "2027-03-01"
    assert told(shell, *asked, "--roll", "back")["latest"] == "2027-02-19"


@pytest.mark.parametrize("within", ["6", "6m", "0w", "-1w", "6 weeks", "9999w", "521y", "", "٦w"])
def test_a_length_that_is_none_is_refused_with_an_example(shell: Shell, within: str) -> None:
    refused = shell("plan", "latest", "2027-01-19", f"--within={within}")
    assert (refused.exit_code, len(refused.errors)) == (2, 1)
    assert "E-PERIOD" in refused.err
    assert "6w, 1mo" in refused.err


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (("latest", "31.02.2027", "--within", "6w"), "E-DATE"),
        (("latest", "2027-01-19"), "E-USAGE"),
        (("halfyear", "soon"), "E-DATE"),
        (("reminder", "2027-03-02", "--calendar", "nowhere.toml"), "nowhere.toml"),
    ],
)
def test_what_cant_be_read_is_told_on_one_line(
    shell: Shell, argv: tuple[str, ...], code: str
) -> None:
    refused = shell("plan", *argv)
    assert refused.exit_code in (2, 3)
    assert len(refused.errors) == 1
    assert code in refused.err


@pytest.mark.parametrize("name", ["passwd", "large.toml"])
def test_what_is_no_calendar_is_not_called_a_structure(shell: Shell, name: str) -> None:
    path = shell.home / name
    path.write_text("#" * 300_000, encoding="utf-8")
    asked = ("plan", "latest", "2027-01-19", "--within", "6w", "--calendar", str(path))
    for language in ("nn", "nb", "en"):
        assert "stru" not in shell("--lang", language, *asked).err


def test_a_calendar_closed_for_more_than_a_year_says_so(shell: Shell) -> None:
    path = shell.home / "shut.toml"
    months = [(year, first) for year in (2025, 2026, 2027) for first in range(1, 13)]
    path.write_text(
        "".join(
            f"[[closures]]\nfirst = {y}-{m:02}-01\nlast = {y + m // 12}-{m % 12 + 1:02}-01\n"
            'name = "x"\n'
            for y, m in months
        ),
        encoding="utf-8",
    )
    refused = shell("plan", "reminder", "2027-03-02", "--calendar", str(path))
    assert (refused.exit_code, len(refused.errors)) == (2, 1)
    assert "E-CLOSED" in refused.err


PAGE = (Path(__file__).parents[3] / "docs" / "planning.md").read_text(encoding="utf-8")


def test_the_page_on_planning_says_what_the_commands_say(shell: Shell) -> None:
    (shell.home / "settings.toml").write_text('municipality = "eksempelvik"\n', encoding="utf-8")
    (block,) = re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
    for each in block.split("$ viddevakt ")[1:]:
        command, _, told = each.partition("\n")
        assert shell.ok("--lang", "en", *command.split()).strip() == told.strip()


def test_the_calendar_on_the_page_can_be_used(tmp_path: Path) -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    path = tmp_path / "sund-2026-27.toml"
    path.write_text(block, encoding="utf-8")
    assert len(load_calendar(path).closures) == 2
