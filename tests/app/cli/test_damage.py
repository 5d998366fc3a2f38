"""A store that isn't what was written, through the command line (reliability §5 rows 71-84)."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from data.header import read_header
from tests.app.cli.harness import Answer, Shell, raw_controls

SECRET = "Kviskrefesten"
"""A word of the log that must not be told by any error."""


@pytest.fixture
def journal(seeded: Shell) -> Path:
    seeded.ok("activity", "add", "ELEV-A", "--title", SECRET, "--owner", "Mor")
    return seeded.vault / "ELEV-A.journal"


def refused(shell: Shell, exit_code: int) -> Answer:
    """Reading and writing both refuse, and neither changes a byte."""
    before = shell.bytes()
    for argv in (("case", "show", "ELEV-A"), ("do", "ELEV-A", "start")):
        answer = shell(*argv)
        assert answer.exit_code == exit_code, answer.err
        assert len(answer.errors) == 1, answer.err
        assert answer.out == ""
        assert "Traceback" not in answer.err
        assert SECRET not in answer.err
        assert raw_controls(answer.err) == []
    assert shell.bytes() == before
    return answer


def lines_of(journal: Path) -> list[bytes]:
    return journal.read_bytes().splitlines(keepends=True)


def with_header(journal: Path, change: Callable[[dict[str, object]], None]) -> None:
    """Change the header and give it a digest of its own that is right."""
    from data.header import _digest
    from data.strict_json import dump

    first, *rest = lines_of(journal)
    facts = json.loads(first)
    facts.pop("digest")
    change(facts)
    facts["digest"] = _digest(facts)
    journal.write_bytes(dump(facts) + b"\n" + b"".join(rest))


def test_an_empty_file_is_damaged_and_never_a_new_log(seeded: Shell, journal: Path) -> None:
    """Row 71."""
    journal.write_bytes(b"")
    refused(seeded, 6)


def test_a_shortened_file_is_damaged_wherever_it_was_cut(seeded: Shell, journal: Path) -> None:
    """Row 72: `CASE.head` knows how much was durable."""
    whole = journal.read_bytes()
    for place in {len(whole) * n // 9 for n in range(1, 9)} | {len(whole) - 1}:
        journal.write_bytes(whole[:place])
        refused(seeded, 6)


@pytest.mark.parametrize("text", ["null", "[]", '"x"', "5", "{}", "\ufeff{}", "NaN"])
def test_a_first_line_that_is_no_header_is_damaged(seeded: Shell, journal: Path, text: str) -> None:
    """Rows 73, 76 and 79."""
    _, *rest = lines_of(journal)
    journal.write_bytes(text.encode() + b"\n" + b"".join(rest))
    assert "line 1" in refused(seeded, 6).err


@pytest.mark.parametrize(
    "payload",
    [
        b'{"tables": []}',
        b'{"tables": {"activities": {"x": 5}}}',
        b'{"a": 1, "a": 2}',
        b'{"a": NaN}',
        b'{"a": 1e999}',
        b'{"a": ' + b"[" * 100_000,
        b'{"a": ' + b"9" * 5000 + b"}",
        b'{"a": "\\ud800"}',
        b"\xff\xfe{\x00}\x00",
        "{æ".encode("latin-1"),
        b"",
    ],
)
def test_a_line_that_is_no_entry_is_damaged(seeded: Shell, journal: Path, payload: bytes) -> None:
    """Rows 74 to 79."""
    first, second, *rest = lines_of(journal)
    del second
    journal.write_bytes(b"".join([first, payload + b"\n", *rest]))
    assert "line 2" in refused(seeded, 6).err


def test_a_value_edited_by_hand_is_noticed(seeded: Shell, journal: Path) -> None:
    """Row 80."""
    whole = journal.read_bytes()
    assert SECRET.encode() in whole
    journal.write_bytes(whole.replace(SECRET.encode(), b"Kviskrefestem"))
    refused(seeded, 6)


def test_a_dropped_doubled_or_swapped_line_is_noticed(seeded: Shell, journal: Path) -> None:
    lines = lines_of(journal)
    for changed in (
        lines[:2] + lines[3:],
        [*lines[:3], lines[2], *lines[3:]],
        [*lines[:2], lines[3], lines[2], *lines[4:]],
    ):
        journal.write_bytes(b"".join(changed))
        refused(seeded, 6)


def test_a_log_of_a_newer_version_is_left_alone(seeded: Shell, journal: Path) -> None:
    """Row 82."""
    with_header(journal, lambda facts: facts.update(format=99, oldest_reader=99))
    assert "newer" in refused(seeded, 8).err
    assert "newer" in seeded.ok("case", "list")


@pytest.mark.parametrize("value", [None, "two", -1, 0, 1.5])
def test_a_version_that_is_none_is_damage(seeded: Shell, journal: Path, value: object) -> None:
    """Row 84."""

    def change(facts: dict[str, object]) -> None:
        facts["format"] = value

    with_header(journal, change)
    refused(seeded, 6)


def test_another_logs_file_under_this_name_is_damaged(seeded: Shell, journal: Path) -> None:
    """Row 86."""
    with_header(journal, lambda facts: facts.update(case="ELEV-B"))
    refused(seeded, 6)
    assert read_header(lines_of(journal)[0][:-1], "ELEV-B").case == "ELEV-B"


def test_an_older_log_put_back_is_noticed(seeded: Shell, journal: Path) -> None:
    """Row 87."""
    older = journal.read_bytes()
    seeded.ok("do", "ELEV-A", "start")
    journal.write_bytes(older)
    refused(seeded, 6)


def test_a_torn_last_line_that_nobody_was_told_of_is_no_damage(
    seeded: Shell, journal: Path
) -> None:
    with journal.open("ab") as file:
        file.write(b'{"digest":"half an entr')
    assert SECRET in seeded.ok("activity", "list", "ELEV-A")
    seeded.ok("do", "ELEV-A", "start")


@pytest.mark.parametrize("args", [{}, {"to": "welcome", "speed": "x"}])
def test_a_log_whose_events_make_no_meeting_is_not_taken_in(
    seeded: Shell, args: dict[str, object]
) -> None:
    """Row 81."""
    seeded.ok("do", "ELEV-A", "start")
    document = json.loads(seeded.ok("case", "export", "ELEV-A", "--format", "tinydb"))
    [begun] = [e for e in document["events"].values() if e["kind"] == "start"]
    begun["args"] = args
    file = seeded.home / "odd.json"
    file.write_text(json.dumps(document))
    before = seeded.bytes()
    answer = seeded("case", "import", "ELEV-B", str(file))
    assert answer.exit_code == 2
    assert "import-record" in answer.err
    assert seeded.bytes() == before


def test_a_damaged_log_is_listed_and_hurts_no_other(seeded: Shell, journal: Path) -> None:
    seeded.ok("case", "new", "ELEV-B")
    journal.write_bytes(b"")
    listed = seeded.ok("case", "list").splitlines()
    assert "damaged" in listed[0]
    assert listed[1].startswith("ELEV-B")
    seeded.ok("case", "show", "ELEV-B")


@pytest.mark.parametrize("in_its_place", ["folder", "link"])
def test_what_is_no_plain_file_is_never_written_through(
    seeded: Shell, journal: Path, tmp_path: Path, in_its_place: str
) -> None:
    """Row 88."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(journal.read_bytes())
    journal.unlink()
    if in_its_place == "folder":
        journal.mkdir()
    else:
        journal.symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    for argv in (("case", "show", "ELEV-A"), ("do", "ELEV-A", "start")):
        answer = seeded(*argv)
        assert answer.exit_code == 3, answer.err
        assert len(answer.errors) == 1
    assert elsewhere.read_bytes() == before
