"""How a meeting stands: ids for programs, words for people."""

from __future__ import annotations

import json

import pytest

from tests.app.cli.harness import Shell


def test_status_as_json_has_the_keys_of_the_contract(seeded: Shell) -> None:
    planned = json.loads(seeded.ok("status", "ELEV-A", "--json"))
    assert planned == {
        "state": "planned", "phase": None, "remaining_s": None, "lateness_s": None,
        "floor": None, "running": False, "revision": 6,
    }  # fmt: skip
    seeded.ok("do", "ELEV-A", "start")
    running = json.loads(seeded.ok("status", "ELEV-A", "--json"))
    assert (running["state"], running["phase"], running["running"]) == ("running", "welcome", True)
    assert 299 < running["remaining_s"] <= 300
    plain = seeded.ok("status", "ELEV-A").splitlines()
    assert [line.partition(": ")[0] for line in plain] == list(running)


@pytest.mark.parametrize(
    ("language", "state", "phase", "running"),
    [
        ("nn", "i gang", "Velkomen", "ja"),
        ("nb", "i gang", "Velkommen", "ja"),
        ("en", "under way", "Welcome", "yes"),
    ],
)
def test_people_read_words_where_programs_read_ids(
    seeded: Shell, language: str, state: str, phase: str, running: str
) -> None:
    seeded.ok("do", "ELEV-A", "start")
    plain = dict(
        line.split(": ") for line in seeded.ok("--lang", language, "status", "ELEV-A").splitlines()
    )
    assert (plain["state"], plain["phase"], plain["running"]) == (state, phase, running)
    document = json.loads(seeded.ok("--lang", language, "status", "ELEV-A", "--json"))
    assert (document["state"], document["phase"]) == ("running", "welcome")


def test_lateness_is_told_in_words_and_never_as_a_bare_sign(shell: Shell) -> None:
    shell.ok("--lang", "nn", "case", "new", "ELEV-A", "--rehearsal")
    shell.ok("meeting", "plan", "ELEV-A")
    shell.ok("do", "ELEV-A", "start")
    for _ in range(4):
        answer = shell.ok("do", "ELEV-A", "minute")
    assert "lateness_s: 4 min seinare enn avtalt" in answer
    assert json.loads(shell.ok("status", "ELEV-A", "--json"))["lateness_s"] == pytest.approx(
        240, abs=1
    )


def test_a_meeting_begun_on_another_day_than_planned_is_not_weeks_late(shell: Shell) -> None:
    shell.ok("case", "new", "ELEV-A")
    shell.ok("meeting", "plan", "ELEV-A", "--at", "2027-01-19 13:00")
    started = shell("do", "ELEV-A", "start")
    assert "INV-13" in started.err
    state = json.loads(shell.ok("status", "ELEV-A", "--json"))
    assert abs(state["lateness_s"]) < 1
    [held] = json.loads(shell.ok("case", "export", "ELEV-A", "--json"))["meetings"]
    assert held["agreed_end"][:10] == held["started_at"][:10] != held["scheduled_at"][:10]


def test_a_log_without_a_meeting_is_a_draft(shell: Shell) -> None:
    shell.ok("case", "new", "ELEV-A")
    assert json.loads(shell.ok("status", "ELEV-A", "--json"))["state"] == "draft"
