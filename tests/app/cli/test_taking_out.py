"""What leaves the vault: without what a withdrawal leaves out, and never unnoted (R-C6, R-S1)."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.app.cli.harness import Shell

CANARIES = ("KANARI-EIN", "KANARI-TO", "Kanarimann", "Kanaritenesta", "KANARI-TRE", "KANARI-FIRE")
"""A measure's title, its old title, a name, a service, a text that is that service's alone, and how
the measure went."""

WAYS = (("--json",), ("--format", "tinydb"))


@pytest.fixture
def withdrawn(seeded: Shell) -> Shell:
    """A log in which a service wrote and was written about, until its consent was taken back."""
    seeded.ok("participant", "add", "ELEV-A", "Kanarimann", "--role", "service",
              "--service", "Kanaritenesta")  # fmt: skip
    seeded.ok("participant", "add", "ELEV-A", "Vikar", "--role", "other",
              "--sits-in-for", "Kanarimann")  # fmt: skip
    seeded.ok("consent", "add", "ELEV-A", "--by", "Mor", "--covers", "Kanaritenesta")
    made = seeded.ok("activity", "add", "ELEV-A", "--title", "KANARI-TO", "--owner", "Kanarimann")
    seeded.ok("activity", "edit", "ELEV-A", made, "--title", "KANARI-EIN")
    seeded.ok("activity", "assess", "ELEV-A", made, "--comment", "KANARI-FIRE",
              "--decision", "continue")  # fmt: skip
    seeded.ok("activity", "add", "ELEV-A", "--title", "Ringje Kanarimann", "--owner", "Mor")
    seeded.ok("activity", "add", "ELEV-A", "--title", "Leksehjelp", "--owner", "Mor")
    seeded.ok("do", "ELEV-A", "start")
    seeded.ok("do", "ELEV-A", "offer-add", "service=Kanaritenesta", "text=KANARI-TRE")
    seeded.ok("--as", "Kari", "consent", "withdraw", "ELEV-A", "--by", "Mor",
              "--covers", "Kanaritenesta")  # fmt: skip
    return seeded


@pytest.mark.parametrize("way", WAYS, ids=["json", "tinydb"])
def test_nothing_of_whom_a_withdrawal_leaves_out_goes_out(
    withdrawn: Shell, way: tuple[str, ...]
) -> None:
    out = withdrawn.ok("case", "export", "ELEV-A", *way)
    assert [canary for canary in CANARIES if canary.casefold() in out.casefold()] == []
    assert "Ringje …" in out
    assert "Leksehjelp" in out


def test_no_list_and_no_report_shows_them_either(withdrawn: Shell) -> None:
    for read in (("case", "show"), ("activity", "list"), ("participant", "list")):
        shown = withdrawn.ok(*read, "ELEV-A")
        assert [c for c in ("KANARI-EIN", "KANARI-TRE", "Kanaritenesta") if c in shown] == []
    assert "Kanarimann" not in withdrawn.ok("case", "show", "ELEV-A")


def test_what_went_out_is_a_log_that_comes_in_again(withdrawn: Shell) -> None:
    file = withdrawn.home / "shared.json"
    withdrawn.ok("case", "export", "ELEV-A", "--format", "tinydb", "-o", str(file))
    assert withdrawn.ok("case", "import", "ELEV-B", str(file)) == "ELEV-B"
    before, after = (
        json.loads(withdrawn.ok("case", "export", name, "--json")) for name in ("ELEV-A", "ELEV-B")
    )
    for part in ("activities", "participants", "consents"):
        assert after[part] == before[part]
    # The clock goes on there; what happened here can't be taken back where it came to.
    assert after["meetings"][0]["started_at"] == before["meetings"][0]["started_at"]
    assert "nothing to undo" in withdrawn("undo", "ELEV-B").err


def test_the_whole_log_is_asked_for_by_name_warned_of_and_noted(withdrawn: Shell) -> None:
    file = withdrawn.home / "whole.json"
    whole = ("case", "export", "ELEV-A", "--format", "tinydb", "--whole", "-o", str(file))
    answer = withdrawn("--as", "Ola", *whole)
    assert answer.exit_code == 0
    [warning] = answer.errors
    assert "withdrawal leaves out" in warning
    assert all(canary in file.read_text(encoding="utf-8") for canary in CANARIES)
    told = [json.loads(line) for line in withdrawn.ok("access", "ELEV-A", "--json").splitlines()]
    assert (told[-1]["act"], told[-1]["who"]) == ("export-whole", "Ola")
    assert withdrawn("case", "export", "ELEV-A", "--whole").exit_code == 2


def test_a_log_in_which_nobody_is_left_out_goes_out_as_it_is(seeded: Shell) -> None:
    ways = ((), ("--whole",))
    plain, whole = (
        seeded.ok("case", "export", "ELEV-A", "--format", "tinydb", *way) for way in ways
    )
    assert plain == whole


def test_a_withdrawal_is_noted_by_ids_alone(withdrawn: Shell) -> None:
    told = [json.loads(line) for line in withdrawn.ok("access", "ELEV-A", "--json").splitlines()]
    assert [(one["act"], one["case"], one["who"]) for one in told] == [
        ("withdraw", "ELEV-A", "Kari")
    ]
    kept = (withdrawn.vault / "access.journal").read_text(encoding="utf-8")
    assert not re.search("mor|kanari|guardian|covers", kept, re.IGNORECASE)


def test_a_withdrawal_holds_where_it_cant_be_noted_and_that_is_told(seeded: Shell) -> None:
    (seeded.vault / "access.journal").mkdir()
    answer = seeded("consent", "withdraw", "ELEV-A", "--by", "Mor", "--covers", "log")
    assert answer.exit_code == 0
    assert any("R-S1" in line for line in answer.errors)
    assert seeded("activity", "add", "ELEV-A", "--title", "x", "--owner", "Mor").exit_code == 9


@pytest.mark.parametrize("place", ["out.json", "standard output"])
def test_nothing_goes_out_unnoted(seeded: Shell, place: str) -> None:
    (seeded.vault / "access.journal").mkdir()
    file = seeded.home / place
    where = ("-o", str(file)) if place == "out.json" else ()
    answer = seeded("case", "export", "ELEV-A", *where)
    assert (answer.exit_code, answer.out) == (9, "")
    assert "R-S1" in answer.err
    assert not file.exists()
    assert [p.name for p in seeded.home.iterdir() if p.name.endswith(".tmp")] == []


def test_a_file_that_was_there_stays_where_its_new_content_cant_be_noted(
    seeded: Shell, tmp_path: Path
) -> None:
    file = tmp_path / "out.json"
    file.write_text("before")
    (seeded.vault / "access.journal").mkdir()
    assert seeded("case", "export", "ELEV-A", "-o", str(file), "--force").exit_code == 9
    assert file.read_text() == "before"


def test_in_a_meeting_under_way_a_log_is_shown_all_the_same(seeded: Shell) -> None:
    seeded.ok("do", "ELEV-A", "start")
    (seeded.vault / "access.journal").mkdir()
    answer = seeded("case", "show", "ELEV-A")
    assert answer.exit_code == 0
    assert "Mor" in answer.out
    [warning] = answer.errors
    assert "access log" in warning


def test_an_export_writes_over_no_file_unless_told_to(seeded: Shell) -> None:
    file = seeded.home / "out.json"
    file.write_text("mine", "utf-8")
    answer = seeded("case", "export", "ELEV-A", "-o", str(file))
    assert answer.exit_code == 2
    assert "--force" in answer.errors[0]
    assert file.read_text("utf-8") == "mine"
    seeded.ok("case", "export", "ELEV-A", "-o", str(file), "--force")
    assert file.read_text("utf-8").startswith("{")
