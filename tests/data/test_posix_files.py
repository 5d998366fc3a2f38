"""Modes, symlinks and pipes: what only POSIX has. Windows doesn't collect this file."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from data.clock import SystemClock
from data.drafts import Draft
from data.errors import DiskError, UsageError
from data.exchange import read_tinydb
from data.lock import FileLock
from data.vault_folder import check_folder
from tests.data.store import (
    CASE,
    StillClock,
    activity,
    again,
    appended,
    do,
    entry,
    new_journal,
    ready_case,
)


def _path(folder: Path) -> Path:
    return folder / f"{CASE}.journal"


def test_files_are_for_one_person_alone_whatever_the_umask(tmp_path: Path) -> None:
    for umask in (0o000, 0o077, 0o777):
        folder = tmp_path / f"u{umask:o}"
        folder.mkdir()
        old = os.umask(umask)
        try:
            appended(new_journal(folder), 1)
        finally:
            os.umask(old)
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
        assert set(modes) == {f"{CASE}{end}" for end in (".journal", ".head", ".lock")}
        assert set(modes.values()) == {0o600}


def test_a_symlink_in_place_of_the_journal_is_not_followed(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    _path(tmp_path).rename(elsewhere)
    _path(tmp_path).symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    for act in (lambda: journal.read(0), lambda: journal.append(entry(1), 0)):
        with pytest.raises(DiskError) as caught:
            act()
        assert caught.value.code == "symlink"
        assert caught.value.exit_code == 3
    assert elsewhere.read_bytes() == before


def test_a_fifo_or_a_folder_in_place_of_the_journal_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / f"{CASE}.journal")
    journal = again(tmp_path)
    with pytest.raises(DiskError, match="not-a-file"):
        journal.read(0)
    _path(tmp_path).unlink()
    _path(tmp_path).mkdir()
    with pytest.raises(DiskError, match="not-a-file"):
        journal.read(0)
    with pytest.raises(DiskError, match="is-a-folder"):
        journal.append(entry(1), 0)


def test_a_lock_on_a_file_that_was_deleted_guards_nothing(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    first = FileLock(path)
    first.__enter__()
    path.unlink()
    with FileLock(path, wait_s=0):
        assert path.exists()
    first.__exit__()


def test_folders_are_for_one_person_alone(tmp_path: Path) -> None:
    vault, log = ready_case(tmp_path)
    vault.drafts(CASE).save("lead", Draft("", "title", "halv"))
    vault.presence(CASE, "lead", 7).touch(StillClock().stamp())
    do(log, activity())
    for path in vault.folder.rglob("*"):
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path
    assert stat.S_IMODE(vault.folder.stat().st_mode) == 0o700


def test_a_folder_open_to_others_gives_a_note(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    folder.mkdir()
    folder.chmod(0o777)
    assert check_folder(folder) == ("open-folder",)


def test_a_folder_of_another_user_is_refused_but_not_to_the_administrator(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = tmp_path.stat().st_uid
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)
    with pytest.raises(DiskError, match="vault-foreign"):
        check_folder(tmp_path)
    # A folder that isn't there yet will be ours.
    assert check_folder(tmp_path / "new") == ()
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    check_folder(tmp_path)


def test_a_pipe_a_device_a_folder_and_a_loop_are_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "pipe", Path("/dev/zero"), tmp_path / "folder"):
        with pytest.raises(UsageError, match="import-type"):
            read_tinydb(path)
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises((UsageError, DiskError)):
        read_tinydb(tmp_path / "loop")


def test_without_a_boot_id_only_the_wall_clock_counts(tmp_path: Path) -> None:
    assert SystemClock(tmp_path / "none").stamp().boot is None
    (tmp_path / "empty").write_text("")
    assert SystemClock(tmp_path / "empty").stamp().awake_s is None
    (tmp_path / "id").write_text("abc\n")
    stamp = SystemClock(tmp_path / "id").stamp()
    assert stamp.boot == "abc"
    assert stamp.awake_s is not None
