"""`plan ics`: the meetings of a log for somebody's own calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from app.cli.errors import StopError
from app.cli.taking_out import take_out
from app.cli.verbs import Verb
from app.wording.said import Said

if TYPE_CHECKING:
    from app.cli.session import Session
    from app.words import Words
    from data.caselog import CaseLog


def ics(_: Words) -> click.Command:
    """Write the meetings of a log as an ICS file."""

    @click.command(
        "ics",
        cls=Verb,
        help=_(
            "Write the meetings of a log for a calendar (ICS), with a reminder and without names: "
            "the planned one, and the dates after it."
        ),
    )
    @click.argument("case", metavar=_("CASE"))
    @click.option("-o", "--output", metavar=_("FILE"), help=_("Write it there instead."))
    @click.option("--next", "one", is_flag=True, help=_("The next meeting alone."))
    @click.option("--place", is_flag=True, help=_("Tell where, too."))
    @click.option("--force", is_flag=True, help=_("Write over the file that is there."))
    @click.pass_obj
    def command(
        session: Session, case: str, output: str | None, *, one: bool, place: bool, force: bool
    ) -> None:
        log = session.open(case)
        document = _document(session, log, one=one, place=place)
        take_out(session, log, document, output, force=force)

    return command


def _document(session: Session, log: CaseLog, *, one: bool, place: bool) -> bytes:
    from data.ics import log_to_ics

    _, journal = session.words, session.vault.identity(log.case.id).journal
    document = log_to_ics(log, journal, _("BTI meeting"), one=one, place=place)
    if document is None:
        said = Said(_("No meeting is planned"), _("Plan one first"))
        raise StopError(said, "no-meeting")
    return document
