"""One call of the program, from its arguments to its exit code.

Nothing is left to chance: known errors become one line each, unknown ones a line with type and
place but no text, a closed pipe and a signal end the program quietly.
"""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable, Sequence
from types import FrameType, TracebackType

from app.cli.errors import EXIT_USAGE, complaint, known_errors, line
from app.cli.output import PrintError, cant_print, drop_output, put_error
from app.cli.session import Session
from app.wording.crash import crash_place, crash_words
from app.wording.said import Said
from app.words import LANGUAGES, Words, choose_language

EXIT_DISK = 3
EXIT_INTERRUPTED = 130

ExceptHook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def run(argv: Sequence[str]) -> int:
    """Do what the arguments ask for."""
    sys.excepthook = _crash_teller(lambda: Words("en"))
    _catch_signals()
    argv = [_as_utf8(argument) for argument in argv]
    option = _language_option(argv)
    session = Session(os.environ, Words(choose_language(option, None, os.environ)), option)
    sys.excepthook = _crash_teller(lambda: session.words)
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
    except OSError as error:
        if not (isinstance(error, PrintError) or cant_print()):
            raise
        drop_output()
        put_error(line(_unprinted(session), "E-OUT"))
        return EXIT_DISK


def _unprinted(session: Session) -> Said:
    """What is to be said when the answer can't be: above all whether it must be done again."""
    words = session.words
    if session.saved:
        return Said(words("Saved, but it couldn't be printed"), words("Don't do it again"))
    return Said(words("The answer couldn't be printed"), words("Send it to where there is room"))


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


def _crash_teller(words: Callable[[], Words]) -> ExceptHook:
    """Tells an error nobody foresaw on one line, in the language that is spoken by then."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        del kind
        put_error(crash_words(crash_place(error.with_traceback(trace)), words()))

    return tell
