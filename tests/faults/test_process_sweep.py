"""Each file-system call of a change fails once: before or after, never between."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.acts import ACTS, Act
from tests.faults.stores import Journalled
from tests.faults.sweep import sweep

EVERY = {"add": 2, "import": 15}
"""Each so-manieth point; an import looks at the whole vault, which is hundreds of calls."""


@pytest.mark.slow
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.kind)
def test_whatever_call_fails_the_log_is_as_before_or_as_after(tmp_path: Path, act: Act) -> None:
    done = sweep(Journalled(), tmp_path, act, every=EVERY.get(act.kind, 6))
    assert done.calls > 10
    assert done.damaged == []
    assert done.crashed == []
    assert done.unsynced == []


@pytest.mark.slow
def test_the_same_without_the_calls_that_only_some_systems_have(tmp_path: Path) -> None:
    done = sweep(Journalled(), tmp_path, ACTS[0], every=5, portable=True)
    assert done.damaged == []
    assert done.crashed == []
    assert done.unsynced == []
