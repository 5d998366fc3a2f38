"""One call of the program, from its arguments to its exit code.

Nothing is left to chance: known errors become one line each, unknown ones a line with type and
place but no text, a closed pipe and a signal end the program quietly.
"""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Sequence
from types import FrameType, TracebackType

from app.cli.errors import EXIT_USAGE, complaint, known_errors
from app.cli.output import put_error
from app.cli.session import Session
from app.words import LANGUAGES, Words, choose_language

EXIT_CRASHED = 1
EXIT_INTERRUPTED = 130


def run(argv: Sequence[str]) -> int:
    """Do what the arguments ask for."""
    sys.excepthook = _tell_crash
    _catch_signals()
    argv = [_as_utf8(argument) for argument in argv]
    option = _language_option(argv)
    session = Session(os.environ, Words(choose_language(option, None, os.environ)), option)
    if any(re.search("[\ud800-\udfff]", argument) for argument in argv):
        put_error(session.words("An argument holds broken characters (E-ENC): write it as UTF-8"))
        return EXIT_USAGE
    try:
        return _dispatch(argv, session)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except known_errors() as error:
        told, exit_code = complaint(error, session.words)
        put_error(told)
        return exit_code


def _dispatch(argv: Sequence[str], session: Session) -> int:
    """Open a window at once where that is all that is asked for, else ask click."""
    from app.cli.fast import window_wish

    wish = window_wish(argv)
    if wish is not None:
        from app.cli.windows import open_window

        session.vault_folder = wish.vault
        session.name_person(wish.who)
        return open_window(session, wish)
    from app.cli.root import run_click

    return run_click(list(argv), session)


def _as_utf8(argument: str) -> str:
    """The argument as UTF-8, where a poor locale made the interpreter keep its bytes apart."""
    if not re.search("[\udc80-\udcff]", argument):
        return argument
    try:
        return os.fsencode(argument).decode("utf-8")
    except UnicodeError:
        return argument


def _language_option(argv: Sequence[str]) -> str | None:
    """What `--lang` says, known before click is: its own words need it. The last one counts."""
    found = None
    for i, argument in enumerate(argv):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else None
        if argument == "--lang" and i + 1 < len(argv):
            value = argv[i + 1]
        if argument == "--":
            break
        found = value if value in LANGUAGES else found
    return found


def _catch_signals() -> None:
    """SIGTERM and SIGHUP leave through the same doors as everything else (exit 143, 129)."""
    if sys.platform != "win32":
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _leave)


def _leave(number: int, frame: FrameType | None) -> None:
    del frame
    raise SystemExit(128 + number)


def _tell_crash(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Tell an error nobody foresaw by type and place: its text may hold a name from the log."""
    del error
    place = ""
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename.replace("\\", "/")
        if any(f"/{package}/" in name for package in ("app", "data", "phases")):
            place = f" {name.rsplit('/', 1)[-1]}:{trace.tb_lineno}"
        trace = trace.tb_next
    put_error(f"something went wrong ({kind.__name__}{place}). All that was saved is kept.")
