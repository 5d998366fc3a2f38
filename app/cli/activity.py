"""`activity add | list | edit | assess | end`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from app.cli.output import put, table
from app.cli.typed import typed
from app.cli.verbs import Verb, Verbs
from phases.commands.log_fields import EditField
from phases.words import ActivityStatus, Arena, Assessed, Effect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.cli.session import Session
    from app.words import Words
    from phases.case import Case
    from phases.records import Activity

_F = TypeVar("_F", bound="Callable[..., Any]")

FIELDS = get_args(EditField)

BY_HAND = ("planned", "active", "ended")
"""What an edit may make of an activity; that it goes on is said by an assessment."""


def build(_: Words) -> click.Command:
    """The group."""
    return Verbs(
        "activity",
        _,
        {"add": add, "list": list_, "edit": edit, "assess": assess, "end": end},
        help=_("Who does what by when, and how it went."),
    )


def add(_: Words) -> click.Command:
    """Write an activity."""

    @click.command("add", cls=Verb, help=_("Write who does what by when; prints the id."))
    @click.argument("case", metavar=_("CASE"))
    @click.option(
        "--title", required=True, metavar=_("TEXT"), help=_("What; `-` reads standard input.")
    )
    @click.option("--owner", required=True, metavar=_("NAME"), help=_("Who does it."))
    @click.option("--arena", type=click.Choice(get_args(Arena)), help=_("Where it happens."))
    @click.option("--due", metavar=_("DATE"), help=_("By when, like “9. des” or “2027-02-09”."))
    @click.option("--tried", is_flag=True, default=None, help=_("It was tried before."))
    @click.option("--effect", type=click.Choice(get_args(Effect)), help=_("How it went."))
    @click.option("--comment", metavar=_("TEXT"), help=_("A few words; `-` reads standard input."))
    @click.option("--offer", metavar=_("ID"), help=_("The offer it grows out of."))
    @_more(_, several=True)
    @click.option("--planned", is_flag=True, default=None, help=_("Agreed and not begun yet."))
    @click.option(
        "--reason", default="", metavar=_("TEXT"), help=_("Why a rule is passed: 1 to 3, or words.")
    )
    @click.pass_obj
    def command(session: Session, /, case: str, reason: str, **options: Any) -> None:
        log = session.open(case)
        wish = typed(session, "activity-add", **options)
        put(session.change(log, wish, reason=reason).made or "")

    return command


def _more(_: Words, *, several: bool = False) -> Callable[[_F], _F]:
    """The options of what more may be said of an activity; the same where it is changed."""
    who = _("Who helps; several with commas.")
    options = (
        click.option("--content", metavar=_("TEXT"), help=_("What it consists of.")),
        click.option("--extent", metavar=_("TEXT"), help=_("How much, and how often.")),
        click.option("--organisation", metavar=_("TEXT"), help=_("How it is organised.")),
        click.option("--start", metavar=_("DATE"), help=_("The first day.")),
        click.option(
            "--until", "period_end", metavar=_("DATE"), help=_("The last day of the period.")
        ),
        click.option("--follow-up", metavar=_("TEXT"), help=_("How it is followed up.")),
        click.option("--assess-on", metavar=_("DATE"), help=_("When it is assessed.")),
        click.option(
            "--level",
            type=click.Choice(("1", "2", "3")),
            help=_("1 at home or in one's own service, 2 or 3 together with others."),
        ),
        click.option("--goal", metavar=_("ID"), help=_("The goal it serves.")),
        click.option("--with", "contributors", metavar=_("NAME"), help=who, multiple=several),
    )

    def decorate(command: _F) -> _F:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def list_(_: Words) -> click.Command:
    """List the activities."""

    @click.command("list", cls=Verb, help=_("List the activities: id, what, who, when, how."))
    @click.argument("case", metavar=_("CASE"))
    @click.option("--plain", is_flag=True, help=_("One title a line, nothing else."))
    @click.option("--find", default="", metavar=_("TEXT"), help=_("Only those that hold this."))
    @click.option("--owner", default="", metavar=_("NAME"), help=_("Only this person's."))
    @click.option(
        "--status",
        default="",
        type=click.Choice(("", *get_args(ActivityStatus))),
        metavar=_("STATUS"),
        help=_("Only those that stand so, like `planned` or `ended`."),
    )
    @click.pass_obj
    def command(  # noqa: PLR0917 - click hands them over by name
        session: Session, case: str, plain: bool, find: str, owner: str, status: str
    ) -> None:
        from data.search import find_activities

        log = session.open(case)
        session.note_log("show", log)
        person = log.case.find_participant(owner) if owner else None
        # A name that nobody has finds nothing, rather than everything.
        wanted = person.id if person else owner
        ids = find_activities(log.db, text=find, owner=wanted, status=status)
        found = [log.case.activities[i] for i in ids if i in log.case.activities]
        if plain:
            put(*(a.title for a in found))
            return
        put(*table(rows(found, log.case, session.words)))

    return command


def rows(found: Iterable[Activity], case: Case, words: Words) -> list[tuple[str, ...]]:
    """Activities as cells of a table."""
    from app.wording.states import effect_words, status_words
    from phases.showing_dates import numeric_date

    return [
        (
            a.id,
            a.title,
            case.label(a.owner),
            numeric_date(a.due) if a.due else "",
            status_words(a.status, words),
            effect_words(a.effect, words),
            a.comment,
        )
        for a in found
    ]


def edit(_: Words) -> click.Command:
    """Change one field of an activity."""

    @click.command(
        "edit",
        cls=Verb,
        help=_("Change one field of an activity. With --was it is refused if the field changed."),
    )
    @click.argument("case", metavar=_("CASE"))
    @click.argument("activity", metavar=_("ID"))
    @click.option("--title", metavar=_("TEXT"), help=_("What; `-` reads standard input."))
    @click.option("--owner", metavar=_("NAME"), help=_("Who does it."))
    @click.option("--due", metavar=_("DATE"), help=_("By when; empty for no date."))
    @click.option("--arena", type=click.Choice(get_args(Arena)), help=_("Where it happens."))
    @click.option("--status", type=click.Choice(BY_HAND), help=_("Where it stands."))
    @click.option("--comment", metavar=_("TEXT"), help=_("A few words; `-` reads standard input."))
    @_more(_)
    @click.option("--was", metavar=_("TEXT"), help=_("What the field was when you looked."))
    @click.pass_obj
    def command(
        session: Session, /, case: str, activity: str, was: str | None, **options: str | None
    ) -> None:
        given = {field: options[field] for field in FIELDS if options[field] is not None}
        if len(given) != 1:
            raise click.UsageError(session.words("Change exactly one field at a time"))
        [(field, value)] = given.items()
        log = session.open(case)
        was = _as_stored(log.case, field, was)
        wish = typed(session, "activity-edit", id=activity, field=field, value=value, was=was)
        session.change(log, wish)
        _tell(session, log.case, activity)

    return command


def _tell(session: Session, case: Case, activity: str) -> None:
    """How the activity stands now: what was typed may have been read otherwise than meant."""
    found = case.activities.get(activity)
    put(*table(rows([found], case, session.words) if found else []))


def _as_stored(case: Case, field: str, was: str | None) -> str | None:
    """Whom a name means: people are kept by id, and typed by name."""
    if not was or field not in ("owner", "contributors"):
        return was
    names = [was] if case.find_participant(was) else was.split(",")
    people = (case.find_participant(name.strip()) for name in names)
    return ",".join(p.id if p else name for p, name in zip(people, names, strict=True))


def assess(_: Words) -> click.Command:
    """Say how an activity has gone."""

    @click.command(
        "assess",
        cls=Verb,
        help=_("Say how an activity has gone and what becomes of it; prints the id."),
    )
    @click.argument("case", metavar=_("CASE"))
    @click.argument("activity", metavar=_("ID"))
    @click.option(
        "--decision",
        required=True,
        type=click.Choice(get_args(Assessed)),
        help=_("What becomes of it."),
    )
    @click.option("--effect", type=click.Choice(get_args(Effect)), help=_("How it went."))
    @click.option("--comment", metavar=_("TEXT"), help=_("A few words; `-` reads standard input."))
    @click.option("--worked", metavar=_("TEXT"), help=_("What has worked well."))
    @click.option("--obstacles", metavar=_("TEXT"), help=_("What has been in the way."))
    @click.option("--by", metavar=_("NAME"), multiple=True, help=_("Who says so."))
    @click.option("--again-on", metavar=_("DATE"), help=_("When it is assessed the next time."))
    @click.pass_obj
    def command(session: Session, /, case: str, activity: str, **options: Any) -> None:
        log = session.open(case)
        wish = typed(session, "assess", id=activity, **options)
        put(session.change(log, wish).made or "")

    return command


def end(_: Words) -> click.Command:
    """End an activity."""

    @click.command("end", cls=Verb, help=_("End an activity and say how it went."))
    @click.argument("case", metavar=_("CASE"))
    @click.argument("activity", metavar=_("ID"))
    @click.option(
        "--effect", required=True, type=click.Choice(get_args(Effect)), help=_("How it went.")
    )
    @click.option("--comment", metavar=_("TEXT"), help=_("A few words; `-` reads standard input."))
    @click.pass_obj
    def command(
        session: Session, case: str, activity: str, effect: str, comment: str | None
    ) -> None:
        log = session.open(case)
        wish = typed(session, "activity-end", id=activity, effect=effect, comment=comment)
        session.change(log, wish)
        _tell(session, log.case, activity)

    return command
