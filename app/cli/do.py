"""`do CASE COMMAND key=value …` and `undo CASE`: any command there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from app.cli.output import put
from app.cli.status import state_lines
from app.cli.typed import typed
from app.cli.verbs import Verb
from phases.commands.arguments import build_from, command_class, pairs

if TYPE_CHECKING:
    from app.cli.session import Session
    from app.words import Words
    from phases.commands import Command


def do(_: Words) -> click.Command:
    """One command."""

    @click.command(
        "do",
        cls=Verb,
        help=_("Do one command in a log, and print how the meeting stands. See `commands`."),
    )
    @click.argument("case", metavar=_("CASE"))
    @click.argument("name", metavar=_("COMMAND"))
    @click.argument("arguments", nargs=-1, metavar=_("[KEY=VALUE]…"))
    @click.option(
        "--reason", default="", metavar=_("TEXT"), help=_("Why a rule is passed: 1 to 3, or words.")
    )
    @click.option(
        "--if-phase", metavar=_("ID"), help=_("Only if this part is under way (else exit 4).")
    )
    @click.pass_obj
    def command(
        session: Session,
        /,
        *,
        case: str,
        name: str,
        arguments: tuple[str, ...],
        reason: str,
        if_phase: str | None,
    ) -> None:
        log = session.open(case)
        wish = from_words(session, name, arguments)
        done = session.change(log, wish, reason=reason, if_phase=if_phase)
        if done.made:
            put(f"id: {done.made}")
        put(*state_lines(session, log.case))

    return command


def from_words(session: Session, name: str, arguments: tuple[str, ...]) -> Command:
    """The command that these words mean. Raises BadInputError."""
    given = [(key, session.text(value)) for key, value in pairs(arguments)]
    return build_from(command_class(name), given, session.reading)


def undo(_: Words) -> click.Command:
    """Take the newest step back."""

    @click.command("undo", cls=Verb, help=_("Take back the newest step in a log."))
    @click.argument("case", metavar=_("CASE"))
    @click.pass_obj
    def command(session: Session, case: str) -> None:
        log = session.open(case)
        session.change(log, typed(session, "undo"))
        put(*state_lines(session, log.case))

    return command
