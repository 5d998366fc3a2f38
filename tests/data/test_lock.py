"""One writer at a time (reliability rows 87, 90)."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest

from data.errors import DiskError, LockedError
from data.lock import WAIT_S, FileLock
from tests.data.store import appended, entry, new_journal


class _Time:
    """Real time, without waiting for it."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def test_a_lock_that_is_held_is_waited_for_two_seconds_and_no_longer(tmp_path: Path) -> None:
    time = _Time()
    with FileLock(tmp_path / "lock"), pytest.raises(LockedError) as caught:
        FileLock(tmp_path / "lock", monotonic=time.monotonic, sleep=time.sleep).__enter__()
    assert WAIT_S <= time.now < WAIT_S + 0.1
    assert caught.value.exit_code == 5


def test_a_lock_is_free_again_after_its_block_even_if_that_failed(tmp_path: Path) -> None:
    with pytest.raises(KeyError), FileLock(tmp_path / "lock"):
        raise KeyError
    with FileLock(tmp_path / "lock", wait_s=0):
        pass


def _hold_and_die(path: Path, ready: object) -> None:
    FileLock(path).__enter__()
    ready.set()  # type: ignore[attr-defined]
    os._exit(9)


def test_a_dead_holder_frees_the_lock(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready = context.Event()
    holder = context.Process(target=_hold_and_die, args=(tmp_path / "lock", ready))
    holder.start()
    assert ready.wait(60)
    holder.join()
    assert (tmp_path / "lock").exists()
    with FileLock(tmp_path / "lock", wait_s=0):
        pass


def test_a_folder_that_is_gone_is_a_fault_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(DiskError, match="missing"):
        FileLock(tmp_path / "gone" / "lock").__enter__()


def test_an_append_waits_for_the_lock_and_writes_nothing_without_it(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    appended(journal, 1)
    before = (tmp_path / "ELEV-A.journal").read_bytes()
    impatient = type(journal)(
        tmp_path / "ELEV-A.journal", "ELEV-A", lock=lambda path: FileLock(path, wait_s=0)
    )
    with FileLock(tmp_path / "ELEV-A.lock"), pytest.raises(LockedError):
        impatient.append(entry(2), 1)
    assert (tmp_path / "ELEV-A.journal").read_bytes() == before
