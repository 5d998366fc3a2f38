"""`meeting plan` and `meeting reminder`; `meeting_*.py` have the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from app.cli import meeting_around
from app.cli.output import put, put_warning
from app.cli.typed import typed
from app.cli.verbs import Build, Verb, Verbs

if TYPE_CHECKING:
    from app.cli.session import Session
    from app.words import Words
    from data.texts.fields import TextKind


def build(_: Words) -> click.Command:
    """The group."""
    verbs: dict[str, Build] = {
        "new": _new,
        "plan": plan,
        "prepare": meeting_around.prepare,
        "reminder": reminder,
        "sent": _sent,
        "due": meeting_around.due,
        "minutes": meeting_around.minutes,
        "feedback": meeting_around.feedback,
    }
    return Verbs("meeting", _, verbs, help=_("The next meeting, and what the last one left."))


def _new(_: Words) -> click.Command:
    from app.cli.meeting_new import new

    return new(_)


def _sent(_: Words) -> click.Command:
    from app.cli.meeting_sent import sent

    return sent(_)


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
    @click.option(
        "--interpreter/--no-interpreter",
        default=None,
        help=_("Minutes × 1.3 where somebody interprets, or as without."),
    )
    @click.option("--purpose", metavar=_("TEXT"), help=_("What it is for, as a summons says."))
    @click.option(
        "--screen/--no-screen", default=None, help=_("Whether all can see the log in the room.")
    )
    @click.pass_obj
    def command(session: Session, /, *, case: str, **options: Any) -> None:
        log = session.open(case)
        session.check_structure(options["structure"])
        put(session.change(log, typed(session, "meeting-plan", **options)).made or "")

    return command


def reminder(_: Words) -> click.Command:
    """Print the reminder of the planned meeting."""

    @click.command(
        "reminder",
        cls=Verb,
        help=_("Print a reminder of the planned meeting, to send as you like; sends nothing."),
    )
    @click.argument("case", metavar=_("CASE"))
    @click.option(
        "--channel",
        type=click.Choice(["sms", "e-mail"]),
        help=_("The form of it; else what the person prefers, or SMS."),
    )
    @click.option(
        "--for",
        "reader",
        metavar=_("NAME"),
        help=_("In the language of this person, unless `viddevakt --lang` says another."),
    )
    @click.pass_obj
    def command(session: Session, case: str, channel: str | None, reader: str | None) -> None:
        from app.cli.report import said_plainly, wish
        from app.papers.texts import made_text
        from app.wording.texts import lacks, size_words, whole_text

        log = session.open(case)
        asked = wish(session, log, "reminder", None, reader)
        wanted = channel or (asked.reader.channel if asked.reader else "")
        kind: TextKind = "reminder-email" if wanted == "e-mail" else "reminder-sms"
        with said_plainly():
            made = made_text(asked, kind, session.words)
        session.note_log("export", log)
        put(*whole_text(made, asked.words).split("\n"))
        if made.size and (made.placeless or made.size.foreign):
            put_warning(size_words(made.size, session.words))
        for note in lacks(made, asked.sender, session.words):
            put_warning(note)

    return command
