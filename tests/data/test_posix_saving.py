"""What a save asks of the system, counted: speed that can be held without a clock.

On Windows the lock is another one, and this file isn't collected.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.bare_save import BareSave
from tests.data.store import activity, do, ready_case

CALLS = ("open", "fstat", "flock", "lseek", "read", "write", "fsync", "close", "urandom")

SAVE = [
    *("urandom", "urandom", "urandom"),
    *("open", "flock", "fstat"),
    *("open", "fstat", "urandom", "lseek", "write", "fsync"),
    *("open", "fstat", "write", "close"),
    *("close", "flock", "close"),
]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the system calls made from now on, in order."""
    made: list[str] = []

    def noted(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def noting(*args: Any, **options: Any) -> Any:
            made.append(name)
            return call(*args, **options)

        return noting

    for module in (os, fcntl):
        for name in CALLS:
            if hasattr(module, name):
                monkeypatch.setattr(module, name, noted(name, getattr(module, name)))
    return made


def test_a_save_reads_nothing_and_makes_as_few_calls_as_its_promises_need(
    tmp_path: Path, calls: list[str]
) -> None:
    _, log = ready_case(tmp_path)
    do(log, activity())
    calls.clear()
    do(log, activity("Turgruppe"))
    assert calls == SAVE


def test_the_benchmark_sets_a_save_beside_the_same_calls(tmp_path: Path, calls: list[str]) -> None:
    bare = BareSave(tmp_path)
    calls.clear()
    bare.save(b"x" * 900)
    bare.save(b"x" * 900)
    assert calls == SAVE * 2
    assert (tmp_path / "bare.journal").stat().st_size == 1800
