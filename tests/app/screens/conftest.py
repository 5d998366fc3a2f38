"""A stage for each test of a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.caselog import CaseLog
from tests.app.screens.held import hold
from tests.app.screens.stage import Stage


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path)


@pytest.fixture
def log(stage: Stage) -> CaseLog:
    """A case whose meeting has been held, the family gone."""
    log = stage.ready_case()
    hold(stage, log)
    return log


@pytest.fixture(autouse=True)
def _windows_may_be_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """A window keeps for good what is there when it opens; hundreds in one process would add up."""
    monkeypatch.setattr("app.application.begin_collecting", lambda: None)
