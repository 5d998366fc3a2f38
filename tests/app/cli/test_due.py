"""`due`: every log's deadlines by day, without a name and without a word of what was written."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import get_args

from app.screens.home_today import HomeRoom
from data.caselog import Seat
from data.clock import SystemClock, meeting_zone
from data.structures import shipped
from data.vault import Vault
from phases.due import DueKind
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


def test_each_kind_of_thing_fires_and_home_lists_the_very_same(seeded: Shell) -> None:
    today, do = date.today(), ("do", "ELEV-A")
    youth, ends, assess = (today + timedelta(days=n) for n in (10, 20, 12))
    seeded.ok("meeting", "plan", "ELEV-A", "--at", f"{today.isoformat()} 13:00")
    seeded.ok(*do, "viddevakt", "who=none")
    seeded.ok(*do, "start")
    seeded.ok(*do, "break-off")
    plan(seeded)
    seeded.ok(*do, "activity-add", "title=Lesing", "owner=Mor", f"assess_on={assess}")
    seeded.ok("consent", "add", "ELEV-A", "--by", "Mor", "--covers", "log", "--expires", f"{ends}")
    seeded.ok(*do, "case-set", f"own_consent_from={youth}")
    seeded.ok(*do, "retention", f"until={today}")
    rows = json.loads(seeded.ok("due", "--json"))
    days = {row["kind"]: row["on"] for row in rows}
    assert set(days) == set(get_args(DueKind))
    assert [row["on"] for row in rows] == sorted(row["on"] for row in rows)
    assert (days["assess"], days["consent-youth"]) == (f"{assess}", f"{youth}")
    assert (days["consent-expires"], days["keep"]) == (f"{ends}", f"{today}")
    zone = meeting_zone()
    room = HomeRoom(Vault(seeded.vault), SystemClock(), shipped(), zone, seat=Seat(zone=zone))
    assert [
        (case, each.on.isoformat(), each.kind, each.many, each.rule) for case, each in room.due()
    ] == [(row["case"], row["on"], row["kind"], row["count"], row["rule"]) for row in rows]


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
    assert shell.ok("due") == "Nothing is due in the next two weeks."
    assert json.loads(shell.ok("due", "--json")) == []
    assert " show" not in shell.ok("access")
