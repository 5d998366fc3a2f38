"""A meeting led from the command line, one act or many at a time."""

from __future__ import annotations

import json

import pytest

from tests.app.cli.done import ID, document
from tests.app.cli.harness import Shell


def test_do_prints_how_the_meeting_stands(seeded: Shell) -> None:
    lines = seeded.ok("do", "ELEV-A", "start").splitlines()
    assert lines[:3] == ["state: under way", "phase: Welcome", "remaining_s: 300"]
    assert lines[4:6] == ["floor: Lærar leads", "running: yes"]
    made = seeded.ok("do", "ELEV-A", "park", "text=-", stdin=b"Skulevegen\n").splitlines()
    assert ID.fullmatch(made[0].removeprefix("id: "))


def test_a_day_that_has_gone_by_is_told_of_and_kept(seeded: Shell) -> None:
    """Reliability §5 row 60."""
    answer = seeded(
        "activity", "add", "ELEV-A", "--title", "Lesing", "--owner", "Mor", "--due", "1.2.2020"
    )
    assert answer.exit_code == 0
    assert answer.errors == ["viddevakt: INV-14: That day has gone by."]
    assert "01.02.2020" in seeded.ok("activity", "list", "ELEV-A")


def test_a_meeting_past_midnight_is_told_of_and_planned(seeded: Shell) -> None:
    """Reliability §5 row 63; the end comes from the minutes, so it can't be before the start."""
    answer = seeded("meeting", "plan", "ELEV-A", "--at", "i morgon 23:50")
    assert answer.exit_code == 0
    assert answer.errors == ["viddevakt: INV-15: The meeting would go on past midnight."]


def test_only_if_the_part_is_still_the_one_that_was_seen(seeded: Shell) -> None:
    seeded.ok("consent", "add", "ELEV-A", "--by", "Mor", "--covers", "PPT")
    seeded.ok("do", "ELEV-A", "start")
    seeded.ok("do", "ELEV-A", "viddevakt", "who=none", "--if-phase", "welcome")
    seeded.ok("do", "ELEV-A", "next", "phase=welcome")
    answer = seeded("do", "ELEV-A", "next", "phase=welcome")
    assert answer.exit_code == 4
    assert "already-in-phase" in answer.err


@pytest.mark.parametrize(("reason", "kept"), [("2", "family-wishes"), ("Vi er få", "Vi er få")])
def test_a_reason_is_a_number_a_code_or_words(seeded: Shell, reason: str, kept: str) -> None:
    seeded.ok("do", "ELEV-A", "start", "--reason", reason)
    whole = (seeded.vault / "ELEV-A.journal").read_text(encoding="utf-8")
    assert json.dumps(kept, ensure_ascii=False) in whole


def test_undo_takes_the_newest_step_back(seeded: Shell) -> None:
    seeded.ok("do", "ELEV-A", "start")
    assert "state: planned" in seeded.ok("undo", "ELEV-A")


def test_a_rehearsal_may_run_faster(shell: Shell) -> None:
    shell.ok("case", "new", "ELEV-A", "--rehearsal")
    shell.ok("meeting", "plan", "ELEV-A")
    assert "state: under way" in shell.ok("do", "ELEV-A", "start", "speed=60")


def test_batch_acknowledges_each_line_once_it_is_durable(seeded: Shell) -> None:
    text = (
        "# a comment\n"
        "start --if-phase=''\n"
        "\n"
        "activity-add title='Fire samtalar' owner=Mor due=2027-02-09\n"
        "viddevakt who=none --reason 'ingen ledig'\n"
    )
    lines = seeded.ok("batch", "ELEV-A", stdin=text.encode()).splitlines()
    assert [line.split()[:2] for line in lines] == [["ACK", "2"], ["ACK", "4"], ["ACK", "5"]]
    [activity] = document(seeded).activities
    assert lines[1] == f"ACK 4 {activity.id}"


def test_batch_stops_at_the_first_line_that_cannot_be_done(seeded: Shell) -> None:
    answer = seeded("batch", "ELEV-A", stdin=b"start\nclose\npause\n")
    assert answer.exit_code == 2
    assert answer.out.startswith("ACK 1 ")
    assert "ACK 3" not in answer.out
    assert "line 2" in answer.err
    assert "state: under way" in seeded.ok("status", "ELEV-A")


def test_the_reminder_of_the_planned_meeting_can_be_printed(seeded: Shell) -> None:
    seeded.ok("meeting", "plan", "ELEV-A", "--at", "i dag 13:00", "--place", "Møterom 1")
    text = seeded.ok("--lang", "nn", "meeting", "reminder", "ELEV-A")
    assert text.startswith("Hei! Vi minner om møtet ")
    assert " klokka 13.00, Møterom 1. Velkomen!" in text


def test_without_a_planned_meeting_there_is_nothing_to_remind_of(shell: Shell) -> None:
    shell.ok("case", "new", "ELEV-A")
    answer = shell("--lang", "en", "meeting", "reminder", "ELEV-A")
    assert answer.exit_code == 2
    assert "No meeting is planned" in answer.err
