"""A window whose terminal has gone ends, instead of running on unseen.

Closing a terminal sends SIGHUP, and a window leaves by that. But the signal is only heard between
two things that the window does: with frequent repaints Textual's queue of output is full before
that, nobody empties it any more, and the window waits for it for ever while its input thread reads
"nothing" as fast as it can. A process that isn't the terminal's leader gets no signal at all.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from typing import Final

EXIT_HUNG_UP: Final = 129
LOOK_S: Final = 1.0
GRACE_S: Final = 2.0
"""Real seconds that the window has to leave by itself, once its terminal is found gone."""


def watch_terminal(ended: Callable[[int], object] = os._exit) -> threading.Event | None:
    """Watch the terminal that this process reads from until the event that is returned is set.

    Ended at once and not by an exception: what was acknowledged is on disk, typed text is in its
    draft, and the thread that would take an exception is the one that waits. None where standard
    input is no terminal, or the system has no way to ask.
    """
    fileno = _terminal()
    if fileno is None:
        return None
    done = threading.Event()

    def watch() -> None:
        while not done.wait(LOOK_S):
            if _gone(fileno) and not done.wait(GRACE_S):
                ended(EXIT_HUNG_UP)
                return

    threading.Thread(target=watch, name="terminal-watch", daemon=True).start()
    return done


def _terminal() -> int | None:
    """The number of standard input, where it is a terminal that can be asked."""
    if sys.platform == "win32" or sys.__stdin__ is None:
        return None
    try:
        fileno = sys.__stdin__.fileno()
    except (OSError, ValueError):
        return None
    return fileno if os.isatty(fileno) else None


def _gone(fileno: int) -> bool:
    """Whether the other end has been closed."""
    return not os.isatty(fileno)
