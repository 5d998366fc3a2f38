"""`consent add | list | withdraw`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from app.cli.output import put, table
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
        {"add": add, "list": list_, "withdraw": withdraw},
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
        metavar=_("log|cooperation|SERVICE"),
        help=_("The log, the cooperation, or sharing with a service."),
    )
    @click.option("--form", type=click.Choice(["written", "oral"]), help=_("How it was given."))
    @click.option("--date", "given", metavar=_("DATE"), help=_("When; today if left out."))
    @click.option("--expires", metavar=_("DATE"), help=_("Until when it holds."))
    @click.option("--purpose", metavar=_("TEXT"), help=_("What it is for."))
    @click.option("--what", metavar=_("TEXT"), help=_("Which information may be shared."))
    @click.option("--document", metavar=_("TEXT"), help=_("Where the signed paper lies."))
    @click.option("--note", metavar=_("TEXT"), help=_("Where an oral one was written down."))
    @click.pass_obj
    def command(session: Session, /, case: str, **options: str | None) -> None:
        log = session.open(case)
        put(session.change(log, typed(session, "consent-add", **options)).made or "")

    return command


def list_(_: Words) -> click.Command:
    """List the consents, also those that were replaced or withdrawn."""

    @click.command("list", cls=Verb, help=_("List the consents, the old ones too."))
    @click.argument("case", metavar=_("CASE"))
    @click.pass_obj
    def command(session: Session, case: str) -> None:
        from app.wording.log_rows import consent_rows

        log = session.open(case)
        session.note_log("show", log)
        put(*table(consent_rows(log.case, session.words)))

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
        metavar=_("log|cooperation|SERVICE"),
        help=_("The log, the cooperation, or sharing with a service."),
    )
    @click.pass_obj
    def command(session: Session, /, case: str, **options: str | None) -> None:
        log = session.open(case)
        session.change(log, typed(session, "consent-withdraw", **options))

    return command
