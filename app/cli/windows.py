"""The commands that open a window, and what a terminal must be for that."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.cli.errors import StopError
from app.wording.said import Said

if TYPE_CHECKING:
    from app.cli.fast import Wish
    from app.cli.session import Session
    from app.words import Words
    from phases.case import Case

FEWEST_COLUMNS, FEWEST_ROWS = 20, 5


def open_window(session: Session, wish: Wish) -> int:
    """Open the window and stay until it is left; its exit code. Raises StopError, StoreError."""
    need_screen(session.words, session.environ)
    if wish.window == "demo":
        return _demo(session, wish.speed)
    if wish.window == "home":
        from app.opening import run_home

        session.speak(None)
        asked = session.language or session.settings.language
        return run_home(session.vault, session.words, session.who, asked, session.notes)
    # Read here once more than needed, for the language of the case and a wrong name are to be
    # known before a screen is drawn; a case is small.
    case = session.open(wish.case).case
    case_id = case.id
    if wish.window != "lead":
        from app.opening import run_beside

        return run_beside(session.vault, case_id, session.words, session.who, wish.window)
    from app.opening import run_lead

    speed = wish.speed or 1.0
    _check_speed(case, speed)
    words, who = session.words, session.who
    return run_lead(session.vault, case_id, words, who, notes=session.notes, speed=speed)


def _check_speed(case: Case, speed: float) -> None:
    """Only a rehearsal has a speed, and it is chosen at the start (design §4). Raises StopError."""
    from phases.changes import Refusal, RefusedError

    if speed == 1.0:
        return
    if not case.facts.rehearsal:
        raise RefusedError(Refusal("no-rehearsal"))
    sitting = case.sitting
    if sitting is not None and sitting.underway and sitting.line.speed != speed:
        raise RefusedError(Refusal("speed-begun"))


def _demo(session: Session, speed: float | None) -> int:
    from app.opening import run_demo
    from app.play.demo import demo_language
    from app.words import Words

    language = demo_language(session.language, session.environ)
    words = session.words if session.words.language == language else Words(language)
    return run_demo(words, speed or 1.0)


def need_screen(words: Words, environ: Mapping[str, str]) -> None:
    """Raises StopError where a window can't be drawn; the plain commands work everywhere."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    todo = words("Use the plain commands instead, see `viddevakt --help`")
    if any(stream is None or not stream.isatty() for stream in streams):
        raise StopError(Said(words("A window needs a terminal"), todo), "E-TERM")
    if environ.get("TERM", "") == "dumb":
        raise StopError(Said(words("This terminal can't draw a window"), todo), "E-TERM")
    size = os.get_terminal_size(sys.stdout.fileno())
    if size.columns < FEWEST_COLUMNS or size.lines < FEWEST_ROWS:
        said = Said(
            words(
                "The window is too small: {columns}×{rows}", columns=size.columns, rows=size.lines
            ),
            words("Make it at least {columns}×{rows}", columns=FEWEST_COLUMNS, rows=FEWEST_ROWS),
        )
        raise StopError(said, "E-TERM")
