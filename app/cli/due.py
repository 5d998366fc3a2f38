"""`due`: what is due in every log, by day; names no person and quotes no text."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from app.cli.output import put, put_warning, write
from app.cli.verbs import Verb

if TYPE_CHECKING:
    from app.cli.session import Session
    from app.words import Words
    from phases.due import Due


def build(_: Words) -> click.Command:
    """List what is due."""

    @click.command(
        "due",
        cls=Verb,
        help=_(
            "List what is due in every log, by day: reminders, minutes, activities to assess, "
            "consents, and until when a log is kept."
        ),
    )
    @click.option("--json", "as_json", is_flag=True, help=_("As one JSON list."))
    @click.pass_obj
    def command(session: Session, *, as_json: bool) -> None:
        session.speak(None)
        found = _found(session)
        if as_json:
            rows = [_row(session, case, each) for case, each in found]
            write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        else:
            _tell(session, found)

    return command


def _found(session: Session) -> list[tuple[str, Due]]:
    """Of each log that can be opened; of another it is told that it can't."""
    from app.wording.store import store_words
    from data.errors import StoreError
    from phases.due import due

    found: list[tuple[str, Due]] = []
    for listed in session.vault.list():
        try:
            log = session.read(listed.id)
        except StoreError as error:
            put_warning(f"{listed.id}: {store_words(error, session.words)}")
            continue
        here = due(log.case, log.context())
        if here:
            session.note_log("show", log)
        found += [(listed.id, each) for each in here]
    return sorted(found, key=lambda row: (row[1].on, row[0], row[1]))


def _row(session: Session, case: str, found: Due) -> dict[str, Any]:
    from app.wording.due import due_words

    return {
        "on": found.on.isoformat(),
        "late": found.on < session.today,
        "case": case,
        "kind": found.kind,
        "count": found.many,
        "rule": found.rule,
        "says": due_words(found, session.words),
    }


def _tell(session: Session, found: list[tuple[str, Due]]) -> None:
    """A heading for each day, what has gone by marked."""
    from app.wording.due import due_words
    from phases.showing_dates import long_date

    _, day = session.words, date.min
    if not found:
        put(_("Nothing is due in the next two weeks."))
    for case, each in found:
        if each.on != day:
            day = each.on
            shown = long_date(day, _.language, today=session.today)
            put(_("{day} – late", day=shown) if day < session.today else shown)
        put(f"  {case}: {due_words(each, _)} ({each.rule})")
