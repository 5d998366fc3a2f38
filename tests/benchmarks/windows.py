"""The programs that are measured, and a case for them to show."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from app.play.demo import build_demo, temporary_vault
from data.clock import SystemClock
from data.structures import shipped
from tests.benchmarks.terminal import ROOT

LANGUAGE: Final = "nn"
CASE_WINDOWS: Final = ("lead", "wall", "notes", "guard")
"""The windows on a case that go on for a whole meeting."""
_HERE = Path(__file__).parent


def viddevakt(*arguments: str) -> list[str]:
    """Our own program, as installed beside this interpreter."""
    installed = Path(sys.executable).with_name("viddevakt")
    if (ROOT / "app" / "__main__.py").exists() and installed.exists():
        return [str(installed), "--lang", LANGUAGE, *arguments]
    return [sys.executable, str(_HERE / "lead_window.py"), *arguments]


def script(name: str) -> list[str]:
    """One of the small programs beside this file."""
    return [sys.executable, str(_HERE / f"{name}.py")]


@contextmanager
def case_to_lead() -> Iterator[list[str]]:
    """A meeting under way in a temporary vault, and the command that leads it."""
    with temporary_vault() as vault:
        case = build_demo(vault, LANGUAGE, SystemClock(), shipped())
        yield viddevakt("--vault", str(vault.folder), "lead", case)


def first_screen_texts() -> list[str]:
    """What stands on a complete first lead screen: each phase, a line of the log, the keys."""
    bti = shipped()["bti-individual"]
    titles = [phase.title[LANGUAGE] for phase in bti.phases]
    return [*(title[:18] for title in titles), "Roleg start", "Enter:"]
