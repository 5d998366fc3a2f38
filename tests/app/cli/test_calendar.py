"""`calendar`, and how the chosen one reaches every rule about days."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.cli.harness import Shell
from tests.data.test_calendars import WHOLE
from tests.data.test_calendars_ics import event, ics

CHOSEN = 'municipality = "eksempelvik"\n'


def choose(shell: Shell, text: str = CHOSEN) -> None:
    (shell.home / "settings.toml").write_text(text, encoding="utf-8")


def test_calendars_are_listed_and_the_chosen_one_is_marked(shell: Shell) -> None:
    choose(shell)
    lines = [" ".join(line.split()) for line in shell.ok("calendar", "list").splitlines()]
    assert lines[0] == "eksempelvik 2026/27 5 closures Eksempelvik (oppdikta) chosen"


def test_one_that_cant_be_used_is_named_beside_the_others(shell: Shell) -> None:
    folder = shell.home / "calendars"
    folder.mkdir()
    (folder / "sund-2026-27.toml").write_text(WHOLE.replace("name", "nmae"), encoding="utf-8")
    out = shell.ok("calendar", "list")
    assert "eksempelvik" in out
    assert "sund-2026-27.toml:7: closures[0].nmae: is not a known key; did you mean name?" in out
    refused = shell("calendar", "check", str(folder / "sund-2026-27.toml"))
    assert (refused.exit_code, refused.out) == (2, "")
    assert "closures[0].nmae" in refused.err


def test_closed_days_are_shown_by_date_with_both_names_of_the_17th_of_may(shell: Shell) -> None:
    out = shell.ok("--lang", "nn", "calendar", "show", "eksempelvik", "--year", "2026/27")
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert lines[0] == "Eksempelvik (oppdikta) 2026/27"
    assert "22.02.2027–26.02.2027 vinterferie" in lines
    assert "17.05.2027 17. mai, 2. pinsedag" in lines
    assert lines.index("05.10.2026–09.10.2026 haustferie") == 1


def test_checking_tells_what_is_found_under_another_name(shell: Shell) -> None:
    path = shell.home / "mine.toml"
    path.write_text(WHOLE, encoding="utf-8")
    answer = shell("calendar", "check", str(path))
    assert (answer.exit_code, answer.out) == (0, "sund 2026/27: 1 closure\n")
    assert [line.removeprefix("viddevakt: ") for line in answer.errors] == [
        "It is found only under the name sund-2026-27.toml",
    ]


def test_an_ics_file_is_taken_in_and_chosen(shell: Shell, tmp_path: Path) -> None:
    path = ics(tmp_path, event("Haustferie", "20261005", "20261010"), event("Konsert", "20261201"))
    answer = shell("calendar", "import", str(path), "--municipality", "Sund", "--name", "Sund")
    assert answer.exit_code == 0, answer.err
    assert answer.out.strip() == str(shell.vault / "calendars" / "sund-2026-27.toml")
    assert "Left out: Konsert" in answer.err
    choose(shell, 'municipality = "sund"\n')
    shown = " ".join(shell.ok("calendar", "show", "sund").split())
    # A feed seldom has the eves, and nobody holds a meeting then (DA-7).
    assert "24.12.2026 Christmas Eve" in shown
    assert "31.12.2026 New Year's Eve" in shown
    again = shell("calendar", "import", str(path))
    assert (again.exit_code, len(again.errors)) == (2, 1)
    assert "--force" in again.err
    shell.ok("calendar", "import", str(path), "--force")
    assert "your own, chosen" in shell.ok("calendar", "list")


def test_an_import_for_nobody_is_refused(shell: Shell, tmp_path: Path) -> None:
    path = ics(tmp_path, event("Haustferie", "20261005", "20261010"))
    refused = shell("calendar", "import", str(path))
    assert (refused.exit_code, len(refused.errors)) == (2, 1)
    assert "--municipality" in refused.err


@pytest.mark.parametrize(("chosen", "told"), [(True, True), (False, False)])
def test_a_meeting_on_a_closed_day_is_told_of_with_the_closures_name(
    seeded: Shell, *, chosen: bool, told: bool
) -> None:
    if chosen:
        choose(seeded)
    answer = seeded("meeting", "plan", "ELEV-A", "--at", "2027-02-23 13:00")
    assert answer.exit_code == 0
    assert ("R-P8" in answer.err and "vinterferie" in answer.err) is told


def test_a_calendar_that_isnt_there_is_told_of_and_stops_nothing(seeded: Shell) -> None:
    choose(seeded, 'municipality = "eksempelvig"\n')
    answer = seeded("meeting", "plan", "ELEV-A", "--at", "2027-02-23 13:00")
    assert answer.exit_code == 0
    assert "Only weekends and red days count as closed" in answer.err
    assert "eksempelvik" in answer.err
