"""What is collected here depends on the system: Windows has no modes, symlinks and pipes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.data.structure_files import Write

collect_ignore = ["test_posix_files.py", "test_posix_saving.py"] if os.name == "nt" else []


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a structure file and give its path."""

    def write_it(text: str) -> Path:
        path = tmp_path / "mine.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write_it
