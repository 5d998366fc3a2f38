"""`batch CASE`: commands on standard input, each told as durable before the next is read."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING, NamedTuple

import click

from app.cli.do import from_words
from app.cli.errors import StopError, complaint, known_errors
from app.cli.output import put
from app.cli.verbs import Verb
from app.wording.said import Said

if TYPE_CHECKING:
    from app.cli.session import Session
    from app.words import Words
    from data.caselog import CaseLog

LONGEST_LINE = 10_000
"""Bytes; a line of every longest text is shorter."""


class BatchLine(NamedTuple):
    """One line, as in `do`."""

    name: str
    arguments: tuple[str, ...]
    reason: str = ""
    if_phase: str | None = None


def build(_: Words) -> click.Command:
    """Do many commands."""

    @click.command(
        "batch",
        cls=Verb,
        help=_(
            "Do the commands on standard input, one a line as in `do`. `ACK LINE ID` follows each "
            "that is durable; the first that can't be done ends it."
        ),
    )
    @click.argument("case", metavar=_("CASE"))
    @click.pass_obj
    def command(session: Session, case: str) -> int:
        return _run(session, session.open(case))

    return command


def _run(session: Session, log: CaseLog) -> int:
    if sys.stdin is None:
        raise StopError(Said(session.words("There is no standard input")), "E-STDIN")
    source = sys.stdin.buffer
    number = 0
    while raw := source.readline(LONGEST_LINE + 1):
        number += 1
        try:
            line = _read(session, raw)
            if line is None:
                continue
            # Another window may have changed it since the line before.
            log.refresh()
            wish = from_words(session, line.name, line.arguments)
            done = session.change(log, wish, reason=line.reason, if_phase=line.if_phase)
        except known_errors() as error:
            told, exit_code = complaint(error, session.words)
            place = session.words("line {number}", number=number)
            raise StopError(Said(f"{place}: {told}"), "", exit_code) from None
        put(f"ACK {number} {done.made or done.entry_id}")
    return 0


def _read(session: Session, raw: bytes) -> BatchLine | None:
    """The words of a line; None for an empty one or a comment. Raises StopError."""
    words = session.words
    if len(raw) > LONGEST_LINE:
        raise StopError(Said(words("The line is too long")), "E-LONG")
    try:
        found = shlex.split(raw.decode("utf-8"), comments=True)
    except UnicodeDecodeError:
        raise StopError(Said(words("The line isn't UTF-8 text")), "E-ENC") from None
    except ValueError:
        raise StopError(Said(words("A quote in the line isn't closed")), "E-SCRIPT-LINE") from None
    return _parted(words, found) if found else None


def _parted(words: Words, found: list[str]) -> BatchLine:
    """The options taken out; they may stand anywhere after the command."""
    options = {"--reason": "", "--if-phase": ""}
    arguments: list[str] = []
    rest = iter(found[1:])
    for word in rest:
        name, equals, value = word.partition("=")
        if name not in options:
            arguments.append(word)
            continue
        taken = value if equals else next(rest, None)
        if taken is None:
            raise StopError(Said(words("{option} needs a value", option=name)), "E-USAGE")
        options[name] = taken
    phase = options["--if-phase"] or None
    return BatchLine(found[0], tuple(arguments), options["--reason"], phase)
