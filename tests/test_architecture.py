"""docs/architecture.md names what is there, and nothing that has gone."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def _section(package: str) -> str:
    start = TEXT.index(f"\n## {package}/\n")
    end = TEXT.find("\n## ", start + 1)
    return TEXT[start : end if end > 0 else None]


def _named(package: str) -> set[str]:
    """What the package's table names: `file.py` and `folder/`."""
    return set(re.findall(r"`([a-z0-9_]+(?:\.py|/))`", _section(package)))


def _there(package: str) -> set[str]:
    found = set()
    for path in (ROOT / package).iterdir():
        if path.suffix == ".py" and path.name not in ("__init__.py", "__main__.py"):
            found.add(path.name)
        if path.is_dir() and (path / "__init__.py").exists():
            found.add(f"{path.name}/")
    return found


def test_every_module_and_folder_of_the_three_packages_is_named() -> None:
    for package in ("phases", "data", "app"):
        assert _there(package) - _named(package) == set(), package


def test_no_module_is_named_that_has_gone() -> None:
    for package in ("phases", "data", "app"):
        there = _there(package) | {f"{p.name}" for p in (ROOT / package).rglob("*.py")}
        assert _named(package) - there == set(), package


def test_the_pictures_of_the_layers_and_of_a_key_press_are_drawn() -> None:
    assert TEXT.count("```mermaid") == 2
    for name in ("decide", "fold", "lead_view", "CaseLog"):
        assert name in TEXT
