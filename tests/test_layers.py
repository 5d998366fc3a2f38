"""Imports run downwards only: app on data on phases, and phases on nearly nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

IMPORT_ALL = """
import importlib, pkgutil, sys
package = importlib.import_module({package!r})
for module in pkgutil.walk_packages(package.__path__, {package!r} + "."):
    importlib.import_module(module.name)
print(*sys.modules)
"""


def modules_after_importing(package: str) -> set[str]:
    """Import all of a package in a fresh process and tell which top-level modules that loaded."""
    # Alone what a process really loads counts: the linter reads the code, this sees the rest.
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL.format(package=package)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {name.partition(".")[0] for name in done.stdout.split()}


@pytest.mark.parametrize(
    ("package", "forbidden"),
    [
        ("phases", {"textual", "rich", "tinydb", "click", "filelock", "platformdirs"}),
        ("phases", {"app", "data", "tests", "scripts", "babel"}),
        ("data", {"textual", "rich", "click", "app", "tests", "scripts", "babel"}),
    ],
)
def test_a_whole_package_loads_nothing_from_above_it(package: str, forbidden: set[str]) -> None:
    assert modules_after_importing(package) & forbidden == set()


def test_the_words_of_the_program_load_no_translation_tools() -> None:
    code = "import app.words, sys; app.words.Words('nn')('Commands'); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert not {"babel", "locale", "textual", "click"} & set(done.stdout.split())
