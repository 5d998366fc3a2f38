"""`check [CASE] [--repair -o FILE]` as people meet it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.cli.harness import Shell

SECRET = "Kviskrefesten"


@pytest.fixture
def journal(seeded: Shell) -> Path:
    seeded.ok("activity", "add", "ELEV-A", "--title", SECRET, "--owner", "Mor")
    return seeded.vault / "ELEV-A.journal"


def test_what_is_whole_is_told_and_nothing_is_changed(seeded: Shell, journal: Path) -> None:
    assert journal.exists()
    seeded.ok("case", "new", "ELEV-B")
    seeded.ok("case", "show", "ELEV-A")
    before = seeded.bytes()
    assert seeded.ok("check").splitlines() == [
        "ELEV-A: whole, 7 entries",
        "ELEV-B: whole, 1 entry",
        "The access log: whole, 1 entry",
    ]
    assert seeded.ok("check", "elev-b").splitlines()[0] == "ELEV-B: whole, 1 entry"
    assert seeded.bytes() == before


def test_every_fault_is_named_with_its_line_and_entry(seeded: Shell, journal: Path) -> None:
    lines = journal.read_bytes().splitlines(keepends=True)
    lines[7] = lines[7].replace(SECRET.encode(), b"Kviskrefestem")
    journal.write_bytes(b"".join([*lines[:3], b"x\n", *lines[4:]]))
    before = seeded.bytes()
    answer = seeded("check")
    assert answer.exit_code == 6
    assert answer.out.splitlines()[:3] == [
        "ELEV-A: not what was written",
        "  line 4, entry 3: this is no entry of a log",
        "  line 8, entry 7: the text isn't the one that was written",
    ]
    assert len(answer.errors) == 1
    assert "--repair" in answer.err
    assert "viskre" not in answer.out + answer.err
    assert seeded.bytes() == before


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
def test_what_is_good_is_saved_to_a_new_file_and_the_rest_is_listed(
    seeded: Shell, journal: Path, language: str
) -> None:
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join([*lines[:6], b"x\n", *lines[7:]]))
    damaged = journal.read_bytes()
    copy = seeded.home / "ny.journal"
    told = seeded.ok("--lang", language, "check", "--repair", "ELEV-A", "-o", str(copy))
    assert len(told.splitlines()) == 4
    assert "ny.journal" in told
    assert "7" in told.splitlines()[2]
    assert journal.read_bytes() == damaged
    again = seeded("check", "--repair", "ELEV-A", "-o", str(copy))
    assert again.exit_code == 2
    assert len(again.errors) == 1
    journal.unlink()
    (seeded.vault / "ELEV-A.head").unlink()
    copy.rename(journal)
    assert seeded.ok("activity", "list", "ELEV-A", "--plain") == SECRET
    assert seeded.ok("check", "ELEV-A").startswith("ELEV-A: ")


def test_a_log_put_back_to_an_older_one_is_told_from_the_access_log(
    seeded: Shell, journal: Path
) -> None:
    older = journal.read_bytes()
    seeded.ok("do", "ELEV-A", "start")
    seeded.ok("case", "show", "ELEV-A")
    journal.write_bytes(older)
    (seeded.vault / "ELEV-A.head").unlink()
    answer = seeded("check", "ELEV-A")
    assert answer.exit_code == 6
    assert "entry 8 is missing" in answer.out
    journal.unlink()
    assert "the file is gone" in seeded("check").out


def test_a_changed_access_log_is_told(seeded: Shell, journal: Path) -> None:
    assert journal.exists()
    seeded.ok("case", "show", "ELEV-A")
    path = seeded.vault / "access.journal"
    path.write_bytes(path.read_bytes().replace(b'"show"', b'"open"'))
    answer = seeded("check")
    assert answer.exit_code == 6
    assert "access.journal: not what was written" in answer.out


def test_a_newer_log_and_an_unreadable_one_stop_no_check_of_the_others(
    seeded: Shell, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert journal.exists()
    (seeded.vault / "ELEV-C.journal").mkdir()
    answer = seeded("check")
    assert answer.exit_code == 3
    assert "ELEV-A: whole, 7 entries" in answer.out
    assert seeded("check", "ELEV-C").exit_code == 3
    monkeypatch.setattr("data.header.FORMAT", 0)
    answer = seeded("check")
    assert answer.exit_code == 8
    assert seeded("check", "ELEV-A").exit_code == 8
    assert seeded("check", "--repair", "ELEV-A", "-o", str(seeded.home / "x")).exit_code == 8
    assert not (seeded.home / "x").exists()


def test_copies_that_a_synchroniser_left_are_told_and_not_read(
    seeded: Shell, journal: Path
) -> None:
    copy = seeded.vault / "ELEV-A (Kari sin konfliktkopi 2027-01-19).journal"
    copy.write_bytes(b"not read")
    answer = seeded("check")
    assert answer.exit_code == 0
    assert journal.exists()
    [warning] = answer.errors
    assert "Dropbox" in warning
    assert copy.name in warning


def test_a_folder_on_another_machine_or_an_unknown_one_is_told_with_why(
    seeded: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    for where, word in (("network", "E-NETFS"), ("unknown", "can't be told")):
        monkeypatch.setattr("data.network.lies", lambda _, where=where: where)
        [warning] = seeded("check").errors
        assert word in warning


@pytest.mark.parametrize(
    "argv", [["--repair"], ["--repair", "ELEV-A"], ["ELEV-A", "-o", "x"], ["--repair", "-o", "x"]]
)
def test_repair_needs_a_log_and_a_file(seeded: Shell, argv: list[str]) -> None:
    answer = seeded("check", *argv)
    assert answer.exit_code == 2
    assert len(answer.errors) == 1


def test_an_empty_vault_has_no_fault(shell: Shell) -> None:
    assert shell.ok("check") == ""
    assert shell("check", "ELEV-A").exit_code == 2
