"""What is left around a meeting, on the command line: preparing, what is due, minutes, deleting."""

from __future__ import annotations

import json

from tests.app.cli.harness import Shell


def held(shell: Shell) -> None:
    """A meeting that was begun and broken off."""
    shell.ok("do", "ELEV-A", "start")
    shell.ok("do", "ELEV-A", "break-off")


def test_what_a_planned_meeting_needs_is_listed_with_its_rule(seeded: Shell) -> None:
    assert "R-P3: Before the first meeting: summons" in seeded.ok("meeting", "prepare", "ELEV-A")
    for kind in ("summons", "note"):
        seeded.ok("do", "ELEV-A", "own-system", f"kind={kind}", "system=WebSak")
    assert "R-P3" not in seeded.ok("meeting", "prepare", "ELEV-A")


def test_a_room_without_a_screen_and_a_purpose_are_part_of_the_plan(seeded: Shell) -> None:
    seeded.ok("meeting", "plan", "ELEV-A", "--purpose", "Finne tiltak", "--no-screen")
    assert "R-P7" in seeded.ok("meeting", "prepare", "ELEV-A")


def test_what_is_due_can_be_read_by_a_program(seeded: Shell) -> None:
    held(seeded)
    rows = json.loads(seeded.ok("meeting", "due", "ELEV-A", "--json"))
    assert {row["rule"] for row in rows} >= {"R-E12"}
    assert all(row["says"] for row in rows)


def test_how_it_was_and_the_minutes_are_noted_from_the_command_line(seeded: Shell) -> None:
    held(seeded)
    seeded.ok("meeting", "feedback", "ELEV-A", "Mor", "partly", "--differently", "Kortare")
    seeded.ok("meeting", "minutes", "ELEV-A", "--status", "final", "--filed", "folder")
    assert "R-E12" not in seeded.ok("meeting", "due", "ELEV-A")


def test_a_log_with_a_held_meeting_is_deleted_once_somebody_says_where_it_stands(
    seeded: Shell,
) -> None:
    held(seeded)
    refused = seeded("case", "delete", "ELEV-A", "--yes")
    assert refused.exit_code == 9
    assert "R-S4" in refused.err
    seeded.ok("case", "delete", "ELEV-A", "--yes", "--archived", "yes")
    assert seeded.ok("case", "list") == ""
