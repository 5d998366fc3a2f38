"""`lead`, `wall`, `notes`, `guard`, `evaluate`, `demo`: the commands that open a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from app.cli.fast import Wish
from app.cli.verbs import Verb

if TYPE_CHECKING:
    from app.cli.fast import OnACase
    from app.cli.session import Session
    from app.words import Words


def lead(_: Words) -> click.Command:
    """Lead a meeting."""

    @click.command("lead", cls=Verb, help=_("Lead the meeting of a log."))
    @click.argument("case", metavar=_("CASE"))
    @click.option(
        "--speed",
        type=click.FloatRange(1, 600),
        metavar=_("NUMBER"),
        help=_("Only in a rehearsal: let the clock run so many times as fast, 1 to 600."),
    )
    @click.pass_obj
    def command(session: Session, case: str, speed: float | None) -> int:
        return _open(session, Wish("lead", case, speed))

    return command


def wall(_: Words) -> click.Command:
    """Show a meeting on a second display."""
    return _on_a_case(
        "wall", _("Show the meeting on a second display: time, whose turn, the saved log."), _
    )


def notes(_: Words) -> click.Command:
    """Take notes beside the leader."""
    return _on_a_case(
        "notes", _("Take notes beside the leader: all that is written, and the time."), _
    )


def guard(_: Words) -> click.Command:
    """Be viddevakt at a second machine."""
    return _on_a_case("guard", _("Be viddevakt at a second machine: one key, and a reminder."), _)


def evaluate(_: Words) -> click.Command:
    """Evaluate a meeting."""
    return _on_a_case("evaluate", _("Evaluate the newest meeting, when the family has left."), _)


def after(_: Words) -> click.Command:
    """Do what follows a meeting."""
    return _on_a_case(
        "after", _("What follows a meeting: minutes, papers, filing, the next date."), _
    )


def demo(_: Words) -> click.Command:
    """Try the program."""

    @click.command(
        "demo", cls=Verb, help=_("Lead an invented meeting; nothing of it is kept afterwards.")
    )
    @click.option(
        "--speed",
        type=click.FloatRange(1, 600),
        metavar=_("NUMBER"),
        help=_("Let the clock run so many times as fast, 1 to 600."),
    )
    @click.pass_obj
    def command(session: Session, speed: float | None) -> int:
        return _open(session, Wish("demo", speed=speed))

    return command


def _on_a_case(window: OnACase, told: str, _: Words) -> click.Command:
    """The command of a window that needs no more than its case; `told` is its help."""

    @click.command(window, cls=Verb, help=told)
    @click.argument("case", metavar=_("CASE"))
    @click.pass_obj
    def command(session: Session, case: str) -> int:
        return _open(session, Wish(window, case))

    return command


def _open(session: Session, wish: Wish) -> int:
    from app.cli.windows import open_window

    return open_window(session, wish)
