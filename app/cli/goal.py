"""`goal add | list | edit | end`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from app.cli.output import put, table
from app.cli.typed import typed
from app.cli.verbs import Verb, Verbs

if TYPE_CHECKING:
    from app.cli.session import Session
    from app.words import Words
    from phases.case import Case


def build(_: Words) -> click.Command:
    """The group."""
    return Verbs(
        "goal",
        _,
        {"add": add, "list": list_, "edit": edit, "end": end},
        help=_("What somebody, or everybody, wants to reach."),
    )


def add(_: Words) -> click.Command:
    """Write a goal."""

    @click.command("add", cls=Verb, help=_("Write what is wanted; prints the id."))
    @click.argument("case", metavar=_("CASE"))
    @click.option(
        "--text", required=True, metavar=_("TEXT"), help=_("What; `-` reads standard input.")
    )
    @click.option("--owner", metavar=_("NAME"), help=_("Whose goal it is; else everybody's."))
    @click.option("--shared", is_flag=True, default=None, help=_("Everybody stands behind it."))
    @click.pass_obj
    def command(session: Session, /, case: str, **options: Any) -> None:
        log = session.open(case)
        put(session.change(log, typed(session, "goal-add", **options)).made or "")

    return command


def list_(_: Words) -> click.Command:
    """List the goals."""

    @click.command("list", cls=Verb, help=_("List the goals: id, what, whose, where it stands."))
    @click.argument("case", metavar=_("CASE"))
    @click.option("--plain", is_flag=True, help=_("One text a line, nothing else."))
    @click.pass_obj
    def command(session: Session, case: str, plain: bool) -> None:
        log = session.open(case)
        session.note_log("show", log)
        if plain:
            put(*(g.text for g in log.case.goals.values()))
            return
        put(*table(rows(log.case, session.words)))

    return command


def rows(case: Case, words: Words) -> list[tuple[str, ...]]:
    """The goals as cells of a table, each with its id."""
    from app.wording.log_rows import goal_rows

    return [(key, *row) for key, row in zip(case.goals, goal_rows(case, words), strict=True)]


def edit(_: Words) -> click.Command:
    """Change one field of a goal."""

    @click.command(
        "edit",
        cls=Verb,
        help=_("Change one field of a goal. With --was it is refused if the field changed."),
    )
    @click.argument("case", metavar=_("CASE"))
    @click.argument("goal", metavar=_("ID"))
    @click.option("--text", metavar=_("TEXT"), help=_("What; `-` reads standard input."))
    @click.option("--owner", metavar=_("NAME"), help=_("Whose goal it is; empty for nobody's."))
    @click.option(
        "--shared", type=click.Choice(("yes", "no")), help=_("Everybody stands behind it.")
    )
    @click.option("--was", metavar=_("TEXT"), help=_("What the field was when you looked."))
    @click.pass_obj
    def command(
        session: Session, /, case: str, goal: str, was: str | None, **options: str | None
    ) -> None:
        given = {field: value for field, value in options.items() if value is not None}
        if len(given) != 1:
            raise click.UsageError(session.words("Change exactly one field at a time"))
        [(field, value)] = given.items()
        log = session.open(case)
        person = log.case.find_participant(was) if was and field == "owner" else None
        was = person.id if person else was
        wish = typed(session, "goal-edit", id=goal, field=field, value=value, was=was)
        session.change(log, wish)
        _tell(session, log.case, goal)

    return command


def _tell(session: Session, case: Case, goal: str) -> None:
    """How the goal stands now."""
    put(*table(row for row in rows(case, session.words) if row[0] == goal))


def end(_: Words) -> click.Command:
    """End a goal."""

    @click.command("end", cls=Verb, help=_("Note that a goal is reached, or is let go."))
    @click.argument("case", metavar=_("CASE"))
    @click.argument("goal", metavar=_("ID"))
    @click.option("--let-go", is_flag=True, help=_("It isn't reached, and is let go."))
    @click.pass_obj
    def command(session: Session, case: str, goal: str, let_go: bool) -> None:
        log = session.open(case)
        session.change(log, typed(session, "goal-end", id=goal, reached=not let_go))
        _tell(session, log.case, goal)

    return command
