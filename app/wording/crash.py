"""An error nobody foresaw, in words: its type and place, never its text (design §9).

The text of an error, and the values around it, may hold a name from the log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.words import Words

OURS: Final = ("app", "data", "phases")


def crash_place(error: BaseException) -> str:
    """The type of an error and the last place in our own code it passed: `KeyError run.py:12`.

    A worker's error comes wrapped in Textual's `WorkerFailed`, which knows neither.
    """
    error = getattr(error, "error", error)
    place = ""
    trace = error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename.replace("\\", "/")
        if any(f"/{package}/" in name for package in OURS):
            place = f"{name.rsplit('/', 1)[-1]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__} {place}".strip()


def crash_words(fault: str, words: Words) -> str:
    """One line about a crash; `fault` is its `crash_place`."""
    return words("something went wrong ({fault}). All that was saved is kept.", fault=fault)
