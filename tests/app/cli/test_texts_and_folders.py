"""Texts that are cleaned or noted kindly on their way in, and folders that aren't one's own."""

from __future__ import annotations

import os

import pytest

from tests.app.cli.harness import Shell, raw_controls


def add(title: str, *more: str) -> tuple[str, ...]:
    return ("activity", "add", "ELEV-A", "--title", title, "--owner", "Mor", *more)


def test_a_title_may_begin_with_a_hyphen(seeded: Shell) -> None:
    """Row 11."""
    seeded.ok("activity", "add", "ELEV-A", "--title=-lese", "--owner", "Mor")
    assert seeded.ok("activity", "list", "ELEV-A", "--plain") == "-lese"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("a\x1b[31mb", "a[31mb"),
        ("x\x1b]52;c;aGVp\x07y", "x]52;c;aGVpy"),
        ("c\x9b1d\u202ee", "c1de"),
        ("to\nlinjer\r\nher", "to linjer her"),
        ("tab\there", "tab here"),
        ("e\u0301n", "én"),
        ("[/]", "[/]"),
        ("[@click=app.quit]x", "[@click=app.quit]x"),
        ("{0.__class__} %s ${HOME}", "{0.__class__} %s ${HOME}"),
        ("👩‍👩‍👧 familie", "👩‍👩‍👧 familie"),
        ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
    ],
)
def test_a_text_is_cleaned_stored_and_shown_literally(
    seeded: Shell, typed: str, stored: str
) -> None:
    """Rows 45, 46, 48, 49, 52, 53."""
    seeded.ok("activity", "add", "ELEV-A", "--title", "-", "--owner", "Mor", stdin=typed.encode())
    shown = seeded.ok("activity", "list", "ELEV-A", "--plain")
    assert shown == stored
    assert raw_controls(seeded.ok("case", "show", "ELEV-A")) == []


def test_piled_up_marks_are_reduced(seeded: Shell) -> None:
    """Row 51."""
    seeded.ok("activity", "add", "ELEV-A", "--title", "Z" + "\u0301" * 100, "--owner", "Mor")
    assert len(seeded.ok("activity", "list", "ELEV-A", "--plain")) < 10


def test_a_stale_edit_is_refused_and_changes_nothing(seeded: Shell) -> None:
    """Row 54."""
    made = seeded.ok("activity", "add", "ELEV-A", "--title", "Lesing", "--owner", "Mor")
    seeded.ok("activity", "edit", "ELEV-A", made, "--title", "Rekning", "--was", "Lesing")
    before = seeded.bytes()
    answer = seeded("activity", "edit", "ELEV-A", made, "--title", "Symjing", "--was", "Lesing")
    assert answer.exit_code == 4
    assert "changed-meanwhile" in answer.err
    assert "Rekning" not in answer.err
    assert seeded.bytes() == before


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ring 41 52 63 74", "phone number"),
        ("Skriv til mor@example.no", "e-mail address"),
    ],
)
def test_personal_numbers_are_noted_kindly_and_saved(seeded: Shell, text: str, word: str) -> None:
    """Row 70."""
    answer = seeded(
        "activity", "add", "ELEV-A", "--title", text, "--owner", "Mor", "--due", "i dag"
    )
    assert answer.exit_code == 0
    assert len(answer.errors) == 1
    assert answer.errors[0].startswith("viddevakt: R-S2: ")
    assert word in answer.err
    assert "41" not in answer.err


def test_a_folder_of_another_user_is_not_written_in(
    seeded: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row 15."""
    before, owner = seeded.bytes(), seeded.vault.stat().st_uid
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1, raising=False)
    answer = seeded("case", "new", "ELEV-B")
    assert answer.exit_code == 3
    assert len(answer.errors) == 1
    assert "E-PERM" in answer.err
    assert "belongs to another user" in answer.err
    assert seeded.bytes() == before


def test_a_folder_that_others_can_look_into_is_told_of(shell: Shell) -> None:
    """Row 15."""
    shell.vault.mkdir(mode=0o777)
    shell.vault.chmod(0o777)
    answer = shell("case", "new", "ELEV-A")
    assert answer.exit_code == 0
    assert answer.out == "ELEV-A\n"
    assert "chmod 700" in answer.err
