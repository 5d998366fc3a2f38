"""`participant add | list | edit | leave-out`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, get_args

import click

from app.cli.output import put, table
from app.cli.typed import given, typed
from app.cli.verbs import Verb, Verbs
from phases.words import Joins, ParticipantDuty, Prefers, Role, Speaks

NONE = "none"
"""Takes back a wish: as the log is, or by no channel in particular."""

if TYPE_CHECKING:
    from app.cli.session import Session
    from app.words import Words
    from phases.case import Case
    from phases.records import Participant


def build(_: Words) -> click.Command:
    """The group."""
    return Verbs(
        "participant",
        _,
        {"add": add, "list": list_, "edit": edit, "leave-out": leave_out},
        help=_("Who takes part, what they are called and what they do."),
    )


def _common(_: Words) -> Callable[[Any], Any]:
    """The options that adding and editing share."""
    options = (
        click.option("--call", metavar=_("TEXT"), help=_("What they want to be called.")),
        click.option("--service", metavar=_("TEXT"), help=_("The service they speak for.")),
        click.option(
            "--duty",
            "duties",
            multiple=True,
            type=click.Choice(get_args(ParticipantDuty)),
            help=_("A task in the meeting; may be given several times."),
        ),
        click.option(
            "--new/--known", default=None, help=_("Here for the first time, or known to all.")
        ),
        click.option("--absent/--present", default=None, help=_("Not in the room, or in it.")),
        click.option(
            "--substitute/--regular", default=None, help=_("Sits in for somebody, or doesn't.")
        ),
        click.option("--sits-in-for", metavar=_("NAME"), help=_("For whom they sit in.")),
        click.option(
            "--joins",
            type=click.Choice(get_args(Joins)),
            help=_("In the room, on the phone, or on video."),
        ),
        click.option(
            "--language",
            type=click.Choice(_ways(Speaks)),
            help=_("The language of papers to them; `none`: that of the log."),
        ),
        click.option(
            "--channel",
            type=click.Choice(_ways(Prefers)),
            help=_("How they want to hear from the meeting; no number or address is kept."),
        ),
        click.option(
            "--in-log",
            type=click.Choice(["yes", "no"]),
            help=_("Takes part in the log between the meetings."),
        ),
    )

    def decorate(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def add(_: Words) -> click.Command:
    """Add somebody."""

    @click.command("add", cls=Verb, help=_("Add somebody who takes part; prints the id."))
    @click.argument("case", metavar=_("CASE"))
    @click.argument("name", metavar=_("NAME"))
    @click.option("--role", required=True, type=click.Choice(get_args(Role)), help=_("Their role."))
    @_common(_)
    @click.pass_obj
    def command(session: Session, /, case: str, name: str, **options: Any) -> None:
        log = session.open(case)
        done = session.change(log, typed(session, "participant-add", label=name, **_given(options)))
        put(done.made or "")

    return command


def edit(_: Words) -> click.Command:
    """Change what is known of somebody."""

    @click.command(
        "edit",
        cls=Verb,
        help=_("Change what is known of somebody, and print it; what you leave out stays."),
    )
    @click.argument("case", metavar=_("CASE"))
    @click.argument("name", metavar=_("NAME"))
    @click.option("--name", "label", metavar=_("NAME"), help=_("Another name; the id stays."))
    @click.option("--role", type=click.Choice(get_args(Role)), help=_("Their role."))
    @_common(_)
    @click.pass_obj
    def command(session: Session, /, case: str, name: str, **options: Any) -> None:
        changes = _given(options)
        if not changes:
            raise click.UsageError(session.words("Say what is to be changed"))
        log = session.open(case)
        before = log.case.find_participant(name)
        session.change(log, typed(session, "participant-edit", who=name, **changes))
        after = log.case.participants.get(before.id) if before else None
        put(*table([_row(after, log.case, session.words)] if after else []))

    return command


def list_(_: Words) -> click.Command:
    """List those who take part."""

    @click.command("list", cls=Verb, help=_("List those who take part."))
    @click.argument("case", metavar=_("CASE"))
    @click.pass_obj
    def command(session: Session, case: str) -> None:
        log = session.open(case)
        session.note_log("show", log)
        put(*table(_row(p, log.case, session.words) for p in log.case.participants.values()))

    return command


def _row(person: Participant, case: Case, words: Words) -> tuple[str, ...]:
    """What is known of somebody, as cells of a table."""
    from app.wording.consents import joins_words
    from app.wording.reaching import reaching_words
    from app.wording.states import duty_words, role_words

    return (
        person.id,
        person.name if person.label == person.name else f"{person.label} ({person.name})",
        role_words(person.role, case.facts.unit, words),
        person.service,
        ", ".join(duty_words(duty, words) for duty in person.duties),
        joins_words(person, words),
        reaching_words(person, words),
    )


def leave_out(_: Words) -> click.Command:
    """Leave somebody out, or let them take part again."""

    @click.command(
        "leave-out",
        cls=Verb,
        help=_("Somebody takes no part and isn't named, for no consent covers them."),
    )
    @click.argument("case", metavar=_("CASE"))
    @click.argument("name", metavar=_("NAME"))
    @click.option("--back", is_flag=True, help=_("They take part again."))
    @click.pass_obj
    def command(session: Session, case: str, name: str, back: bool) -> None:
        log = session.open(case)
        session.change(log, typed(session, "leave-out", who=name, out="no" if back else "yes"))

    return command


def _ways(words: object) -> list[str]:
    """A set of words as choices: the empty one can't be seen in a help, and is called `none`."""
    return [word or NONE for word in get_args(words)]


def _given(options: dict[str, Any]) -> dict[str, Any]:
    """The options that were given, `none` as the empty word it stands for."""
    found = given(options)
    return found | {k: "" for k in ("language", "channel") if found.get(k) == NONE}
