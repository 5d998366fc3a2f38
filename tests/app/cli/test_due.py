"""`due`: every log's deadlines by day, without a name and without a word of what was written."""

from __future__ import annotations

import json
from datetime import date, timedelta

from tests.app.cli.harness import Shell

SOON = timedelta(days=9)


def plan(shell: Shell, case: str = "ELEV-A") -> date:
    """A meeting soon; its day."""
    day = date.today() + SOON
    shell.ok("meeting", "plan", case, "--at", f"{day.isoformat()} 13:00", "--place", "Rom Bjørk")
    return day


def test_it_is_listed_by_day_and_as_json(seeded: Shell) -> None:
    plan(seeded)
    keep = date.today() - timedelta(days=3)
    seeded.ok("do", "ELEV-A", "retention", f"until={keep.isoformat()}")
    rows = json.loads(seeded.ok("due", "--json"))
    assert [(row["kind"], row["late"], row["rule"]) for row in rows] == [
        ("keep", True, "R-S4"),
        ("reminder", False, "R-P1"),
    ]
    assert rows[0]["on"] == keep.isoformat()
    assert set(rows[0]) == {"on", "late", "case", "kind", "count", "rule", "says"}
    lines = seeded.ok("--lang", "nn", "due").splitlines()
    assert lines[0].endswith("– for seint")
    assert lines[1] == "  ELEV-A: Siste dagen loggen er lagra her (R-S4)"
    assert lines[3] == "  ELEV-A: Send påminninga om møtet (R-P1)"


def test_no_person_and_no_text_is_in_it(seeded: Shell) -> None:
    plan(seeded)
    for told in (seeded.ok("due"), seeded.ok("due", "--json")):
        for word in ("Mor", "Lærar", "PPT", "Bjørk"):
            assert word not in told


def test_the_chosen_calendar_moves_the_reminder(seeded: Shell) -> None:
    plan(seeded)
    (before,) = json.loads(seeded.ok("due", "--json"))
    day = date.fromisoformat(before["on"])
    folder = seeded.home / "calendars"
    folder.mkdir()
    start = day.year if day.month >= 8 else day.year - 1
    (folder / f"sund-{start}-{(start + 1) % 100:02}.toml").write_text(
        f'municipality = "sund"\nyear = "{start}/{(start + 1) % 100:02}"\n\n'
        f'[[closures]]\nfirst = {day.isoformat()}\nname = "fri"\n',
        encoding="utf-8",
    )
    (seeded.home / "settings.toml").write_text('municipality = "sund"\n', encoding="utf-8")
    (after,) = json.loads(seeded.ok("due", "--json"))
    assert date.fromisoformat(after["on"]) < day


def test_a_damaged_log_hides_no_other(seeded: Shell) -> None:
    plan(seeded)
    seeded.ok("case", "new", "ELEV-B")
    path = seeded.vault / "ELEV-B.journal"
    path.write_bytes(path.read_bytes()[:-40] + b"x\n")
    answer = seeded("due")
    assert answer.exit_code == 0
    assert "ELEV-A" in answer.out
    assert "ELEV-B: " in answer.err


def test_where_nothing_is_due_it_says_so_and_notes_no_look(shell: Shell) -> None:
    shell.ok("case", "new", "ELEV-A")
    assert shell.ok("due") == "Nothing is due."
    assert json.loads(shell.ok("due", "--json")) == []
    assert " show" not in shell.ok("access")
