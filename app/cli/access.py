"""`access [CASE]`: who opened, saw, took out and deleted a log when; never its text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from app.cli.output import put, table, write
from app.cli.verbs import Verb

if TYPE_CHECKING:
    from app.cli.session import Session
    from app.words import Words
    from data.access import Accessed

_ISO = "%Y-%m-%dT%H:%M:%S%z"


def build(_: Words) -> click.Command:
    """List the accesses."""

    @click.command(
        "access",
        cls=Verb,
        help=_(
            "List when a log was opened, shown, taken out and deleted, and by whom as far as "
            "--as said; without a name, of every log. Changes are in `case history`."
        ),
    )
    @click.argument("case", metavar=_("[CASE]"), required=False)
    @click.option("--json", "as_json", is_flag=True, help=_("As JSON, one access a line."))
    @click.pass_obj
    def command(session: Session, case: str | None, as_json: bool) -> None:
        wanted = session.case_id(case) if case is not None else None
        session.speak(None)
        noted = session.vault.access.history()
        found = [one for one in noted if wanted in (None, one.case)]
        if wanted is not None and not found:
            # A wrong name must not read like a log that nobody has looked at.
            session.vault.journal(wanted)
        if as_json:
            write("".join(json.dumps(_told(one), ensure_ascii=False) + "\n" for one in found))
        else:
            put(*table(_row(one, session) for one in found))

    return command


def _told(one: Accessed) -> dict[str, object]:
    at = f"{one.at:{_ISO}}"
    told: dict[str, object] = {
        "at": at,
        "act": one.act,
        "case": one.case,
        "revision": one.revision,
        "who": one.who,
    }
    return told if one.archived is None else {**told, "archived": one.archived}


def _row(one: Accessed, session: Session) -> tuple[str, ...]:
    from app.wording.access import act_words

    local = one.at.astimezone(session.zone)
    act = act_words(one, session.words)
    return f"{local:%Y-%m-%d %H:%M:%S}", one.case, act, one.who
