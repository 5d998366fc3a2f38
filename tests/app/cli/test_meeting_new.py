"""`meeting new`: the next meeting as last time; nothing is planned before it is accepted."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from tests.app.cli.harness import Shell

NEXT = date.today() + timedelta(days=20)


@pytest.fixture
def met(seeded: Shell) -> Shell:
    """After a meeting at which the next day was agreed."""
    seeded.ok("meeting", "plan", "ELEV-A", "--place", "Møterom 2")
    seeded.ok("do", "ELEV-A", "start")
    seeded.ok("do", "ELEV-A", "next-meeting", f"on={NEXT.isoformat()}", "at=10:30")
    seeded.ok("do", "ELEV-A", "break-off")
    return seeded


def test_it_is_proposed_with_reasons_and_saves_nothing(met: Shell) -> None:
    before = (met.vault / "ELEV-A.journal").read_bytes()
    lines = {row["label"]: row for row in json.loads(met.ok("meeting", "new", "ELEV-A", "--json"))}
    assert NEXT.strftime("%Y") in lines["Day"]["value"]
    assert lines["Day"]["why"].startswith("agreed at the last meeting")
    assert lines["Time"] == {"label": "Time", "value": "10:30", "why": "agreed at the last meeting"}
    assert lines["Place"] == {"label": "Place", "value": "Møterom 2", "why": "as last time"}
    assert lines["Who comes"]["value"] == "Mor, Lærar (relay holder), PPT"
    assert met.ok("meeting", "new", "ELEV-A").splitlines()[0].startswith("Day")
    assert (met.vault / "ELEV-A.journal").read_bytes() == before


def test_accepted_it_is_planned_with_what_was_said_otherwise(met: Shell) -> None:
    made = met.ok(
        *("meeting", "new", "ELEV-A", "--accept", "--place", "Møterom 3"),
        *("--without", "PPT", "--guard", "Lærar", "--structure", "bti-basic"),
    )
    shown = json.loads(met.ok("case", "export", "ELEV-A", "--json"))
    meeting = shown["meetings"][-1]
    assert (meeting["id"], meeting["place"], meeting["structure"]) == (
        made,
        "Møterom 3",
        "bti-basic",
    )
    people = {p["name"]: p for p in shown["participants"]}
    assert people["PPT"]["absent"]
    assert "guard" in people["Lærar"]["duties"]
    again = met("meeting", "new", "ELEV-A")
    assert (again.exit_code, again.out) == (2, "")
    assert "planned already" in again.err


def test_what_the_screen_says_of_a_plan_is_listed_too(met: Shell) -> None:
    met.ok("meeting", "new", "ELEV-A", "--accept", "--structure", "meeting-2")
    sunday = NEXT + timedelta(days=6 - NEXT.weekday())
    met.ok("meeting", "plan", "ELEV-A", "--at", f"{sunday.isoformat()} 13:00")
    listed = [row["rule"] for row in json.loads(met.ok("meeting", "prepare", "ELEV-A", "--json"))]
    assert {"R-P4", "R-P6", "R-P8", "R-C9"} <= set(listed)
    assert len(listed) == len(set(listed))


def test_what_nobody_knows_is_asked_and_never_filled_in(shell: Shell) -> None:
    shell.ok("case", "new", "ELEV-B")
    answer = shell("meeting", "new", "ELEV-B", "--accept")
    assert (answer.exit_code, len(answer.errors)) == (2, 1)
    assert "--at" in answer.err
    assert shell.ok("meeting", "new", "ELEV-B").splitlines()[0].split() == ["Day", "–"]
    for wrong in (("--without", "Nobody"), ("--guard", "Nobody"), ("--at", "32.13. 13:00")):
        assert shell("meeting", "new", "ELEV-B", "--accept", *wrong).exit_code == 2


def test_a_new_log_has_the_roles_of_the_newest_and_none_of_its_names(met: Shell) -> None:
    met.ok("participant", "add", "ELEV-A", "Nina", "--role", "service", "--service", "PPT-tenesta")
    met.ok("case", "new", "ELEV-B")
    told = met.ok("--lang", "en", "meeting", "new", "ELEV-B")
    assert "Guardian, Contact teacher (writes), PPT-tenesta" in told
    assert "Møterom 2" in told
    for name in ("Mor", "Lærar", "Nina"):
        assert name not in told.replace("Møterom", "")
    met.ok("meeting", "new", "ELEV-B", "--accept", "--at", f"{NEXT.isoformat()} 13:00")
    listed = met.ok("participant", "list", "ELEV-B")
    assert "PPT-tenesta" in listed
    assert "Nina" not in listed
    assert " shown" in met.ok("access", "ELEV-A")
