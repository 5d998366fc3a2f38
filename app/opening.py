"""Opening windows: from the command line, and from home. Each function runs one to its end."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from app.application import Viddevakt, run
from app.desk import Desk
from app.window_maker import Windows
from app.words import Words
from data.clock import SystemClock
from data.settings import load_settings, settings_path
from data.structures import shipped
from data.vault import Vault

if TYPE_CHECKING:
    from textual.screen import Screen

    from phases.structures import Structure

BesideWindow = Literal["wall", "notes", "guard", "evaluate", "after"]
"""The windows on a case besides the leader's."""


def _windows(
    vault: Vault,
    words: Words,
    who: str,
    asked: str | None,
    structures: Mapping[str, Structure] | None = None,
    *,
    notes: Sequence[str] = (),
) -> Windows:
    settings = load_settings(settings_path(os.environ))
    return Windows(
        vault, words, who, settings, asked_language=asked, structures=structures, notes=notes
    )


def _to_the_end(windows: Windows, application: Viddevakt) -> int:
    """Run a window to its end; what it left to say stands in the terminal afterwards."""
    code = run(application)
    if windows.parting and not code:
        sys.stdout.write(f"{windows.parting}\n")
    return code


def run_lead(
    vault: Vault,
    case_id: str,
    words: Words,
    who: str = "",
    structures: Mapping[str, Structure] | None = None,
    *,
    notes: Sequence[str] = (),
    practice: bool = False,
    speed: float = 1.0,
) -> int:
    """Lead the meeting of a case, in these words. Raises StoreError before the screen is taken.

    Of a `practice` nothing is kept. A rehearsal that is begun here runs at this `speed`.
    """
    windows = _windows(vault, words, who, words.language, structures, notes=notes)
    desk = windows.desk(case_id)._replace(speed=speed)

    def left(app: Viddevakt) -> None:
        if practice or not windows.parting:
            windows.parting = left_words(desk, windows.words_for(desk.log), practice=practice)
        app.exit(0)

    def begin(app: Viddevakt) -> None:
        windows.open_lead(app, desk, lambda: left(app))
        windows.tell(app)

    return _to_the_end(windows, Viddevakt(words, begin, windows.settings.theme))


def left_words(desk: Desk, words: Words, *, practice: bool) -> str:
    """What the terminal says once the leader's window is gone: how a meeting goes on.

    Nothing is left to go on with of a practice, and whoever tried it out wants to know.
    """
    from app.screens.lead.other_windows import window_call

    if practice:
        return words("Nothing of this practice is kept.")
    sitting = desk.log.case.sitting
    if sitting is None or not sitting.underway:
        return ""
    call = window_call("lead", desk.log.case.id, desk.vault)
    return words("The meeting goes on in the log: {call}", call=call)


def run_beside(vault: Vault, case_id: str, words: Words, who: str, window: BesideWindow) -> int:
    """Any other window on a case. Raises StoreError before the screen is taken."""
    windows = _windows(vault, words, who, words.language)
    push = _made(windows, case_id, window)

    def begin(app: Viddevakt) -> None:
        push(app)
        if window != "wall":
            # What couldn't be noted isn't told on the wall, which hangs before the family.
            windows.tell(app)

    return _to_the_end(windows, Viddevakt(words, begin, windows.settings.theme))


def _made(windows: Windows, case_id: str, window: BesideWindow) -> Callable[[Viddevakt], object]:
    """What shows the window; it is made now, so that trouble is told in the terminal."""
    if window == "evaluate":
        asking = windows.evaluate(case_id)
        return lambda app: windows.open_evaluation(app, asking, lambda: app.exit(0))
    if window == "after":
        left = windows.after(case_id)
        return lambda app: windows.open_after(app, case_id, lambda: app.exit(0), left)
    screen: Screen[Any] = (
        windows.wall(case_id) if window == "wall" else windows.beside(case_id, window)
    )
    return lambda app: app.push_screen(screen, lambda _: app.exit(0))


def run_home(
    vault: Vault,
    words: Words,
    who: str = "",
    asked: str | None = None,
    notes: Sequence[str] = (),
) -> int:
    """Home, and whatever is opened from there; `asked` is the language that was asked for."""
    windows = _windows(vault, words, who, asked, notes=notes)
    home = windows.home()
    theme, opened = windows.settings.theme, windows.open_chosen
    return run(Viddevakt(words, lambda app: app.push_screen(home), theme, opened))


def run_demo(words: Words, speed: float = 1.0) -> int:
    """A fictional case in a temporary vault, straight into leading. Raises StoreError."""
    from app.play.demo import build_demo, temporary_vault

    with temporary_vault() as vault:
        structures = shipped()
        case_id = build_demo(vault, words.language, SystemClock(), structures, speed)
        return run_lead(vault, case_id, words, structures=structures, practice=True)
