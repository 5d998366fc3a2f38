"""`case new | set | list | show | export | import | delete | redact | history`."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import click

from app.cli import case_files, case_set
from app.cli.output import put, table
from app.cli.verbs import Verb, Verbs

if TYPE_CHECKING:
    from app.cli.session import Session
    from app.words import Words
    from data.caselog import CaseLog


def build(_: Words) -> click.Command:
    """The group."""
    return Verbs(
        "case",
        _,
        {
            "new": new,
            "set": case_set.set_,
            "list": list_,
            "show": show,
            "export": case_files.export,
            "import": case_files.import_,
            "delete": case_files.delete,
            "redact": case_files.redact,
            "history": case_files.history,
        },
        help=_("Relay logs: make, look at, take out and in, delete."),
    )


def new(_: Words) -> click.Command:
    """Make a log."""

    @click.command("new", cls=Verb, help=_("Make a log. Writing in it needs consent first."))
    @click.argument("case", metavar=_("CASE"))
    @click.option("--structure", metavar=_("ID"), help=_("The structure of its meetings."))
    @click.option("--rehearsal", is_flag=True, help=_("For practice; its clock may run faster."))
    @click.option(
        "--unit",
        type=click.Choice(["school", "kindergarten"]),
        help=_("Use the words of a school or a kindergarten."),
    )
    @click.pass_obj
    def command(
        session: Session, case: str, structure: str | None, rehearsal: bool, unit: str | None
    ) -> None:
        put(make_case(session, case, structure, rehearsal=rehearsal, unit=unit))

    return command


def make_case(
    session: Session, name: str, structure: str | None, *, rehearsal: bool, unit: str | None
) -> str:
    """A new log with its first entry; its id, once it is durable."""
    from app.cli.typed import typed
    from data.entry import NewEntry
    from phases.case import Case
    from phases.changes import Refusal, RefusedError
    from phases.context import Context
    from phases.decide import decide

    session.check_structure(structure)
    case_id, settings = session.case_id(name), session.settings
    session.speak(None)
    language = session.words.language
    unit = unit or settings.unit
    born = typed(
        session, "case-new", language=language, structure=structure, rehearsal=rehearsal, unit=unit
    )
    age = typed(session, "case-set", consent_age=settings.consent_age)
    now = session.clock.stamp()
    context = Context(
        now=now,
        new_id=lambda: secrets.token_hex(6),
        zone=session.zone,
        structures=session.structures,
        who=session.who,
    )
    outcome = decide(Case.empty(case_id), (born, age), context)
    if isinstance(outcome, Refusal):
        raise RefusedError(outcome)
    entry = NewEntry(secrets.token_hex(8), now.utc, session.who, outcome.command, outcome.tables)
    made = session.vault.create(case_id, now.utc, entry)
    session.saved = True
    session.tell_notes()
    return made


def list_(_: Words) -> click.Command:
    """List the logs."""

    @click.command("list", cls=Verb, help=_("List the logs by their names, nothing of their text."))
    @click.pass_obj
    def command(session: Session) -> None:
        words = session.words
        state = {
            "whole": "",
            "damaged": words("damaged"),
            "newer": words("made by a newer version"),
            "unreadable": words("can't be opened"),
        }
        rows = [
            (found.id, f"{found.changed:%Y-%m-%d}" if found.changed else "", state[found.state])
            for found in session.vault.list()
        ]
        put(*table(rows))
        session.tell_notes()

    return command


def show(_: Words) -> click.Command:
    """Show a log."""

    @click.command("show", cls=Verb, help=_("Show all that a log holds, to be read by people."))
    @click.argument("case", metavar=_("CASE"))
    @click.option("--timeline", is_flag=True, help=_("As a picture: who did what, from when."))
    @click.pass_obj
    def command(session: Session, case: str, *, timeline: bool) -> None:
        from app.cli.case_shown import shown_log

        log = session.open(case)
        session.note_log("show", log)
        if timeline:
            put(*_timeline(session, log))
            return
        stamp = session.clock.stamp()
        put(*shown_log(log.case, stamp, session.words, session.structures, session.zone))

    return command


def _timeline(session: Session, log: CaseLog) -> list[str]:
    """The log as a picture, as wide as the terminal."""
    import shutil

    from app.cli.report import wish
    from app.papers.timeline import pictures
    from app.screens.timeline.drawn import NARROWEST, WIDEST, picture_lines

    blocks = pictures(wish(session, log, "log", None, None))
    width = shutil.get_terminal_size().columns
    lines = picture_lines(blocks, session.words.language, min(WIDEST, max(NARROWEST, width)))
    return lines or [session.words("Nothing is agreed yet")]
