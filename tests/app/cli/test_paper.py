"""`report`: papers from the command line, private, repeatable, never over another file unasked."""

from __future__ import annotations

import json

from tests.app.cli.harness import Shell


def test_a_paper_is_printed_as_text_or_written_by_the_name_of_its_file(seeded: Shell) -> None:
    printed = seeded.ok("--lang", "nn", "report", "ELEV-A")
    assert printed.startswith("REFERAT\n")
    path = seeded.home / "referat.json"
    seeded.ok("report", "ELEV-A", "-o", str(path))
    assert json.loads(path.read_bytes())["kind"] == "minutes"
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_same_log_gives_the_same_bytes(seeded: Shell) -> None:
    first, second = (seeded("report", "ELEV-A", "--format", "json").out for _ in range(2))
    assert first == second


def test_a_file_that_is_there_is_kept_unless_it_is_to_be_replaced(seeded: Shell) -> None:
    path = seeded.home / "referat.txt"
    path.write_text("mine", "utf-8")
    refused = seeded("report", "ELEV-A", "-o", str(path))
    assert (refused.exit_code, path.read_text("utf-8")) == (2, "mine")
    seeded.ok("report", "ELEV-A", "-o", str(path), "--force")
    assert path.read_text("utf-8") != "mine"


def test_a_meeting_or_a_reader_who_is_not_there_is_told(seeded: Shell) -> None:
    for wrong in (("--meeting", "9"), ("--for", "Nobody")):
        answer = seeded("report", "ELEV-A", *wrong)
        assert (answer.exit_code, len(answer.errors), answer.out) == (2, 1, "")
