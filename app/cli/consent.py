"""`consent add | withdraw`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from app.cli.output import put
from app.cli.typed import typed
from app.cli.verbs import Verb, Verbs

if TYPE_CHECKING:
    from app.cli.session import Session
    from app.words import Words


def build(_: Words) -> click.Command:
    """The group."""
    return Verbs(
        "consent",
        _,
        {"add": add, "withdraw": withdraw},
        help=_("What guardians and child have consented to."),
    )


def add(_: Words) -> click.Command:
    """Note a consent."""

    @click.command("add", cls=Verb, help=_("Note a consent; prints its id."))
    @click.argument("case", metavar=_("CASE"))
    @click.option("--by", required=True, metavar=_("NAME"), help=_("Who consents."))
    @click.option(
        "--covers",
        required=True,
        metavar=_("log|SERVICE"),
        help=_("The log, or sharing with a service."),
    )
    @click.option("--form", type=click.Choice(["written", "oral"]), help=_("How it was given."))
    @click.option("--date", "given", metavar=_("DATE"), help=_("When; today if left out."))
    @click.option("--expires", metavar=_("DATE"), help=_("Until when it holds."))
    @click.pass_obj
    def command(session: Session, /, case: str, **options: str | None) -> None:
        log = session.open(case)
        put(session.change(log, typed(session, "consent-add", **options)).made or "")

    return command


def withdraw(_: Words) -> click.Command:
    """Note that a consent is withdrawn."""

    @click.command(
        "withdraw", cls=Verb, help=_("Note that a consent is withdrawn; nobody asks why.")
    )
    @click.argument("case", metavar=_("CASE"))
    @click.option("--by", required=True, metavar=_("NAME"), help=_("Who withdraws it."))
    @click.option(
        "--covers",
        required=True,
        metavar=_("log|SERVICE"),
        help=_("The log, or sharing with a service."),
    )
    @click.pass_obj
    def command(session: Session, /, case: str, **options: str | None) -> None:
        log = session.open(case)
        session.change(log, typed(session, "consent-withdraw", **options))

    return command
