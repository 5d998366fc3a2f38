"""`meeting plan`."""

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
    return Verbs("meeting", _, {"plan": plan}, help=_("The next meeting."))


def plan(_: Words) -> click.Command:
    """Plan the next meeting, or change the plan."""

    @click.command("plan", cls=Verb, help=_("Plan the next meeting; prints its id."))
    @click.argument("case", metavar=_("CASE"))
    @click.option("--at", metavar=_("DATE TIME"), help=_("When, like “2027-01-19 13:00”."))
    @click.option("--place", metavar=_("TEXT"), help=_("Where."))
    @click.option("--structure", metavar=_("ID"), help=_("Another structure than the log's."))
    @click.option(
        "--minutes", metavar=_("5,5,10,…"), help=_("Minutes for each part, with commas between.")
    )
    @click.pass_obj
    def command(
        session: Session,
        /,
        *,
        case: str,
        at: str | None,
        place: str | None,
        structure: str | None,
        minutes: str | None,
    ) -> None:
        log = session.open(case)
        session.check_structure(structure)
        wish = typed(
            session, "meeting-plan", at=at, place=place, structure=structure, minutes=minutes
        )
        put(session.change(log, wish).made or "")

    return command
