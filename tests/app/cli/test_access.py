"""`access CASE`: who opened, saw, took out and deleted a log when; ids only."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.window_maker import Windows
from app.words import Words
from data.settings import Settings
from data.vault import Vault
from tests.app.cli.harness import Shell


def acts(shell: Shell, *case: str) -> list[tuple[str, str, str]]:
    told = [json.loads(line) for line in shell.ok("access", *case, "--json").splitlines()]
    return [(one["act"], one["case"], one["who"]) for one in told]


def test_seeing_taking_out_and_deleting_are_noted_with_the_label(seeded: Shell) -> None:
    seeded.ok("--as", "Kari", "case", "show", "ELEV-A")
    seeded.ok("activity", "list", "elev-a")
    seeded.ok("case", "export", "ELEV-A", "-o", str(seeded.home / "out.json"))
    seeded.ok("--as", "Ola", "case", "delete", "ELEV-A", "--yes")
    assert acts(seeded, "ELEV-A") == [
        ("show", "ELEV-A", "Kari"),
        ("show", "ELEV-A", ""),
        ("export", "ELEV-A", ""),
        ("delete", "ELEV-A", "Ola"),
    ]
    assert acts(seeded) == acts(seeded, "elev-a")
    assert acts(seeded, "ELEV-A")[0][0] in seeded.ok("access", "ELEV-A", "--json")


def test_no_text_of_the_log_stands_in_it(seeded: Shell) -> None:
    seeded.ok("activity", "add", "ELEV-A", "--title", "Kviskrefesten", "--owner", "Mor")
    seeded.ok("case", "show", "ELEV-A")
    kept = (seeded.vault / "access.journal").read_text(encoding="utf-8")
    assert "ELEV-A" in kept
    assert not {"Mor", "Kviskrefesten", "PPT"} & set(kept.replace('"', " ").split())


@pytest.mark.parametrize(("language", "word"), [("nn", "vist"), ("nb", "vist"), ("en", "shown")])
def test_the_list_is_in_words(seeded: Shell, language: str, word: str) -> None:
    seeded.ok("--as", "Kari", "case", "show", "ELEV-A")
    [line] = seeded.ok("--lang", language, "access", "ELEV-A").splitlines()
    assert line.split()[2:] == ["ELEV-A", word, "Kari"]


@pytest.mark.parametrize(("answer", "told"), [("yes", "archived"), ("no", "not archived")])
def test_what_was_answered_before_a_deletion_stays_in_the_one_line_that_is_left(
    seeded: Shell, answer: str, told: str
) -> None:
    seeded.ok("case", "delete", "ELEV-A", "--archived", answer, "--yes")
    [line] = seeded.ok("access", "ELEV-A").splitlines()
    assert line.endswith(f"deleted, {told}")
    assert json.loads(seeded.ok("access", "--json"))["archived"] is (answer == "yes")


def test_what_reads_no_text_and_what_is_refused_is_not_noted(seeded: Shell) -> None:
    seeded.ok("status", "ELEV-A")
    assert seeded("do", "ELEV-A", "next").exit_code != 0
    assert acts(seeded, "ELEV-A") == []
    assert not (seeded.vault / "access.journal").exists()


def test_a_log_that_is_not_there_and_never_was_is_told(seeded: Shell) -> None:
    assert seeded("access", "ELEV-B").exit_code == 2
    assert seeded("access", "a/b").exit_code == 2


def test_nothing_is_shown_that_cant_be_noted_outside_a_meeting(seeded: Shell) -> None:
    (seeded.vault / "access.journal").mkdir()
    for read in (("case", "show"), ("activity", "list"), ("participant", "list")):
        answer = seeded(*read, "ELEV-A")
        assert (answer.exit_code, answer.out) == (9, "")
        assert "R-S1" in answer.err


def test_no_log_is_deleted_without_a_line_that_stays(seeded: Shell) -> None:
    (seeded.vault / "access.journal").mkdir()
    refused = seeded("--lang", "en", "case", "delete", "ELEV-A", "--yes")
    assert (refused.exit_code, refused.err.count("\n")) == (3, 1)
    assert "nothing is deleted" in refused.err
    seeded.ok("status", "ELEV-A")


def test_every_window_notes_its_opening_and_tells_when_it_can_not(seeded: Shell) -> None:
    told: list[str] = []

    class App:
        def notify(self, message: str, **_: Any) -> None:
            told.append(message)

    app: Any = App()
    windows = Windows(Vault(seeded.vault), Words("en"), "Kari", Settings())
    for opened in (windows.desk, windows.evaluate, windows.set_up):
        opened("ELEV-A")
        windows.tell(app)
    assert acts(seeded, "ELEV-A") == [("open", "ELEV-A", "Kari")] * 3
    assert told == []
    (seeded.vault / "access.journal").write_bytes(b"")
    windows.desk("ELEV-A")
    windows.tell(app)
    windows.tell(app)
    assert len(told) == 1
    assert "access log" in told[0]
