"""When Python looks for dead circles of objects: not before the first screen stands.

Nothing dies in circles while a program comes up: what is imported stays. Yet one look through
the hundred thousand objects made by then takes a twentieth of the time to the first screen.
"""

from __future__ import annotations

import gc

COLLECT_AFTER = 20_000
"""New objects before Python looks again; its own 700 fits programs that stay small.

A screen drawn anew leaves thousands behind in circles. Five times as many are no less work in
all, but hold ten megabytes more and stop a key for longer.
"""


def put_off_collecting() -> None:
    """Never look until `begin_collecting`; nothing but circles waits for it."""
    gc.disable()


def begin_collecting() -> None:
    """Look from now on, but never again through what is here by now: it stays anyway.

    Called a second time, it does nothing but that once more, which harms nobody.
    """
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER, 20, 100)
    gc.enable()
