"""`report`: papers from the command line, private, repeatable, never over another file unasked."""

from __future__ import annotations

import json
import sys

import pytest

from tests.app.cli.harness import Shell


def test_a_paper_is_printed_as_text_or_written_by_the_name_of_its_file(seeded: Shell) -> None:
    printed = seeded.ok("--lang", "nn", "report", "ELEV-A", "--kind", "log")
    assert printed.startswith("STAFETTLOGG ELEV-A\n")
    path = seeded.home / "logg.json"
    seeded.ok("report", "ELEV-A", "--kind", "log", "-o", str(path))
    assert json.loads(path.read_bytes())["kind"] == "log"
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_same_log_gives_the_same_bytes(seeded: Shell) -> None:
    first, second = (
        seeded("report", "ELEV-A", "--kind", "log", "--format", "json").out for _ in range(2)
    )
    assert first == second


def test_a_file_that_is_there_is_kept_unless_it_is_to_be_replaced(seeded: Shell) -> None:
    path = seeded.home / "referat.txt"
    path.write_text("mine", "utf-8")
    log = ("report", "ELEV-A", "--kind", "log", "-o", str(path))
    refused = seeded(*log)
    assert (refused.exit_code, path.read_text("utf-8")) == (2, "mine")
    seeded.ok(*log, "--force")
    assert path.read_text("utf-8") != "mine"


def test_a_meeting_or_a_reader_who_is_not_there_is_told(seeded: Shell) -> None:
    for wrong in (("--meeting", "9"), ("--for", "Nobody")):
        answer = seeded("report", "ELEV-A", *wrong)
        assert (answer.exit_code, len(answer.errors), answer.out) == (2, 1, "")


def test_minutes_of_no_meeting_and_a_paper_that_a_rule_holds_back_end_with_one_line(
    seeded: Shell,
) -> None:
    answer = seeded("report", "ELEV-A")
    assert (answer.exit_code, len(answer.errors), answer.out) == (2, 1, "")
    answer = seeded("report", "ELEV-A", "--kind", "evaluation")
    assert (answer.exit_code, len(answer.errors), answer.out) == (9, 1, "")
    assert "R-E10" in answer.err


def test_a_blank_form_can_be_printed_before_anybody_has_met(seeded: Shell) -> None:
    printed = seeded.ok("--lang", "nb", "report", "ELEV-A", "--kind", "form", "--blank")
    assert "Neste møte: ____" in printed
    assert "Mor" not in printed


def test_pdf_without_its_extra_says_on_one_line_what_to_install(
    seeded: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    path = seeded.home / "referat.pdf"
    answer = seeded("report", "ELEV-A", "--kind", "log", "-o", str(path))
    assert (answer.exit_code, len(answer.errors)) == (3, 1)
    assert "pip install 'viddevakt[pdf]'" in answer.errors[0]
    assert not path.exists()


def test_a_paper_is_written_in_every_format_by_the_end_of_its_name(seeded: Shell) -> None:
    for form, begin in (
        ("docx", b"PK"),
        ("pdf", b"%PDF-1.7"),
        ("html", b"<!DOCTYPE html>"),
        ("md", b"# "),
    ):
        path = seeded.home / f"paper.{form}"
        seeded.ok("report", "ELEV-A", "--kind", "log", "-o", str(path))
        assert path.read_bytes().startswith(begin)
        assert path.stat().st_mode & 0o777 == 0o600


def test_a_word_file_is_never_written_to_a_terminal(
    seeded: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.cli.report._is_terminal", lambda: True)
    answer = seeded("report", "ELEV-A", "--kind", "log", "--format", "docx")
    assert (answer.exit_code, answer.out, len(answer.errors)) == (2, "", 1)
    assert seeded("report", "ELEV-A", "--kind", "log", "--format", "txt").exit_code == 0


def test_a_name_for_another_kind_of_file_is_refused_and_not_filled_with_text(seeded: Shell) -> None:
    for name in ("logg.doc", "logg.odt", "logg.xlsx"):
        answer = seeded("report", "ELEV-A", "--kind", "log", "-o", str(seeded.home / name))
        assert (answer.exit_code, len(answer.errors)) == (2, 1)
        assert not (seeded.home / name).exists()
    seeded.ok("report", "ELEV-A", "--kind", "log", "-o", str(seeded.home / "logg 19.01.2027"))


def test_what_was_taken_out_into_the_vault_is_deleted_with_the_log(seeded: Shell) -> None:
    """A paper, the whole log and the calendar: none outlives it among the other logs."""
    paper, document, meetings = (str(seeded.vault / n) for n in ("til Ola.txt", "ut.json", "m.ics"))
    seeded.ok("report", "ELEV-A", "--kind", "log", "-o", paper)
    seeded.ok("case", "export", "ELEV-A", "-o", document)
    seeded.ok("plan", "ics", "ELEV-A", "-o", meetings)
    seeded.ok("case", "delete", "ELEV-A", "--archived", "yes", "--yes")
    left = {path.name for path in seeded.vault.rglob("*") if path.is_file()}
    assert left <= {"access.journal", "access.head", "access.lock"}


def test_no_export_can_be_written_over_a_log(seeded: Shell) -> None:
    journal = seeded.vault / "ELEV-A.journal"
    before = journal.read_bytes()
    for wanted in (("report", "ELEV-A", "--kind", "log", "--force"), ("case", "export", "ELEV-A")):
        answer = seeded(*wanted, "-o", str(journal))
        assert (answer.exit_code, len(answer.errors)) == (2, 1)
    assert journal.read_bytes() == before
