"""A person at a command line, in a home of their own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.app.cli.harness import Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture(scope="session")
def seed_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("seed")


@pytest.fixture
def seeded(shell: Shell, seed_folder: Path) -> Shell:
    shell.seed(seed_folder / date.today().isoformat())
    return shell
