"""A stage for each test of a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.screens.stage import Stage


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path)


@pytest.fixture(autouse=True)
def _windows_may_be_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """A window keeps for good what is there when it opens; hundreds in one process would add up."""
    monkeypatch.setattr("app.application.begin_collecting", lambda: None)
