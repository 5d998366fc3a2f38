"""Forks and signals are POSIX's; the damage tests run everywhere."""

from __future__ import annotations

import os

import pytest

collect_ignore_glob = ["test_process_*.py"] if os.name == "nt" else []


@pytest.fixture(autouse=True)
def _windows_are_not_measured(processes_unmeasured: None) -> None:
    """Real windows run at their own pace: counting lines would slow what the clock tests time."""
