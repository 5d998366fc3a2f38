"""Who opened, saw, took out and deleted which case: `access.journal` (design §5)."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from data.access import Accessed, AccessLog, Act
from data.caseid import case_id
from data.errors import CaseIdError, DamagedError, DiskError, LockedError
from data.lock import FileLock
from data.vault import Identity, Vault
from tests.data.store import CASE, NOON, ready_case


def noted(number: int, act: Act = "open", case: str = CASE) -> Accessed:
    return Accessed(NOON + timedelta(seconds=number), "Kari", act, case, "file-1", number)


def filled(folder: Path, count: int, limit: int = 500) -> AccessLog:
    log = AccessLog(folder, limit=limit)
    for number in range(count):
        log.note(noted(number))
    return log


def test_what_was_noted_is_told_in_order(tmp_path: Path) -> None:
    log = filled(tmp_path / "vault", 3)
    log.note(noted(3, "delete"))
    assert AccessLog(tmp_path / "vault").history() == (*map(noted, range(3)), noted(3, "delete"))


def test_before_the_first_note_there_is_nothing_and_nothing_is_made(tmp_path: Path) -> None:
    assert AccessLog(tmp_path / "vault").history() == ()
    assert list(tmp_path.iterdir()) == []


def test_a_full_file_is_put_aside_and_the_chain_goes_on(tmp_path: Path) -> None:
    log = filled(tmp_path, 23, limit=5)
    assert [path.name for path in log.paths()] == [
        *(f"access.{number}.journal" for number in range(1, 6)), "access.journal",
    ]  # fmt: skip
    assert [one.revision for one in log.history()] == list(range(23))


@pytest.mark.parametrize("name", ["access.1.journal", "access.2.journal"])
def test_a_file_put_aside_that_is_gone_or_shorter_is_noticed(tmp_path: Path, name: str) -> None:
    log = filled(tmp_path, 12, limit=5)
    lines = (tmp_path / name).read_bytes().splitlines(keepends=True)
    (tmp_path / name).write_bytes(b"".join(lines[:-1]))
    with pytest.raises(DamagedError):
        log.history()
    (tmp_path / name).unlink()
    with pytest.raises(DamagedError):
        log.history()


def test_a_changed_note_is_noticed_and_nothing_is_written_behind_it(tmp_path: Path) -> None:
    log = filled(tmp_path, 3)
    path = tmp_path / "access.journal"
    changed = path.read_bytes().replace(b'"Kari"', b'"Ola"', 1)
    path.write_bytes(changed)
    for act in (log.history, lambda: log.note(noted(4))):
        with pytest.raises(DamagedError):
            act()
    assert path.read_bytes() == changed


def test_a_file_that_somebody_removed_is_told_in_the_next_one(tmp_path: Path) -> None:
    log = filled(tmp_path, 3)
    (tmp_path / "access.journal").unlink()
    log.note(noted(9))
    with pytest.raises(DamagedError, match="shorter"):
        log.history()


def test_a_rotation_that_was_cut_short_is_gone_on_with(tmp_path: Path) -> None:
    log = filled(tmp_path, 4, limit=5)
    (tmp_path / "access.journal").rename(tmp_path / "access.1.journal")
    log.note(noted(4))
    assert [one.revision for one in log.history()] == [0, 1, 2, 3, 4]


def test_a_note_waits_half_a_second_at_most(tmp_path: Path) -> None:
    log = filled(tmp_path, 1)
    with FileLock(tmp_path / "access.lock"), pytest.raises(LockedError):
        log.note(noted(1))


def test_a_disk_that_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = filled(tmp_path, 1)

    def full(*_: object) -> int:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(DiskError, match="disk-full"):
            log.note(noted(1))
    assert len(log.history()) == 1


def test_no_case_can_take_its_name(tmp_path: Path) -> None:
    for name in ("access", "ACCESS"):
        with pytest.raises(CaseIdError):
            case_id(name)
    vault, log = ready_case(tmp_path)
    found = vault.identity(CASE)
    assert found == Identity(found.journal, log.revision)
    vault.note("open", CASE, found, "Kari", NOON)
    assert [case.id for case in vault.list()] == [CASE]


def test_a_vault_of_which_nothing_is_kept_notes_nothing(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault", noted=False)
    vault.create(CASE, NOON)
    vault.note("open", CASE, vault.identity(CASE), "", NOON)
    assert vault.access.paths() == ()
    assert vault.identity("NONE") == Identity("", 0)
