"""A disk that refuses in the middle of a save (reliability row 89)."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from data.entry import Entry
from data.errors import DiskError
from data.journal import Conflict, FileJournal
from tests.data.store import CASE, again, appended, entry, new_journal


def _path(folder: Path) -> Path:
    return folder / f"{CASE}.journal"


def _full(code: int) -> Callable[..., int]:
    def refuse(*_: object) -> int:
        raise OSError(code, os.strerror(code))

    return refuse


def _half_then_full(write: Callable[[int, bytes], int]) -> Callable[[int, bytes], int]:
    def half(fd: int, data: bytes) -> int:
        write(fd, data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "full")

    return half


def _short(write: Callable[[int, bytes], int]) -> Callable[[int, bytes], int]:
    return lambda fd, data: write(fd, data[: len(data) // 2])


@pytest.mark.parametrize("how", ["nothing", "half", "short", "unsynced"])
def test_a_failed_append_leaves_the_file_as_it_was_and_can_be_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    journal = new_journal(tmp_path)
    appended(journal, 1)
    before = _path(tmp_path).read_bytes()
    with monkeypatch.context() as patch:
        if how == "unsynced":
            fsync = os.fsync
            failed: list[int] = []

            def once(fd: int) -> None:
                if not failed:
                    failed.append(fd)
                    raise OSError(errno.EIO, "fault")
                fsync(fd)

            patch.setattr(os, "fsync", once)
        else:
            faults = {"nothing": lambda _: _full(errno.ENOSPC), "half": _half_then_full,
                      "short": _short}  # fmt: skip
            patch.setattr(os, "write", faults[how](os.write))
        with pytest.raises(DiskError) as caught:
            journal.append(entry(2), 1)
    assert caught.value.code == ("disk-fault" if how == "unsynced" else "disk-full")
    assert caught.value.exit_code == 3
    assert journal.read_only is None
    assert _path(tmp_path).read_bytes() == before
    assert isinstance(journal.append(entry(2), 1), Entry)
    assert [e.id for e in again(tmp_path).read(0).items] == ["e1", "e2"]


def _stuck(journal: FileJournal, monkeypatch: pytest.MonkeyPatch) -> None:
    """An append that can neither be synced nor taken back."""
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _full(errno.EIO))
        patch.setattr(os, "ftruncate", _full(errno.EIO))
        with pytest.raises(DiskError, match="stuck") as caught:
            journal.append(entry(2), 1)
    assert caught.value.args_["cause"] == "disk-fault"


def test_where_even_taking_back_fails_the_window_only_reads_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = new_journal(tmp_path)
    appended(journal, 1)
    _stuck(journal, monkeypatch)
    assert journal.read_only is not None
    with pytest.raises(DiskError, match="stuck"):
        journal.append(entry(3), 1)
    assert len(journal.read(0).items) >= 1


def test_a_repeated_save_whose_first_try_got_through_after_all_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = new_journal(tmp_path)
    appended(journal, 1)
    _stuck(journal, monkeypatch)
    journal.recover()
    assert journal.read_only is None
    back = journal.read(1)
    assert back.from_zero
    assert [e.id for e in back.items] == ["e1", "e2"]
    assert journal.append(entry(2), 1) == Conflict(2, own=2)
    assert len(again(tmp_path).read(0).items) == 2


def test_a_window_stays_read_only_while_the_disk_still_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = new_journal(tmp_path)
    appended(journal, 1)
    _stuck(journal, monkeypatch)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _full(errno.EIO))
        with pytest.raises(DiskError, match="disk-fault"):
            journal.recover()
    assert journal.read_only is not None


def test_a_head_that_can_not_be_written_stops_no_save(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    (tmp_path / f"{CASE}.head").mkdir()
    assert len(appended(journal, 1, 2)) == 2
    assert len(again(tmp_path).read(0).items) == 2
