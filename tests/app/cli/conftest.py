"""A person at a command line, in a home of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.cli.harness import Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture
def seeded(shell: Shell) -> Shell:
    shell.seed()
    return shell
