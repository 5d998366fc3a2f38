"""`structure list | show`."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from app.cli.errors import StopError
from app.cli.output import put, table
from app.cli.verbs import Verb, Verbs
from app.wording.said import Said

if TYPE_CHECKING:
    from app.cli.session import Session
    from app.words import Words
    from phases.structures import Language, Structure


def build(_: Words) -> click.Command:
    """The group."""
    return Verbs(
        "structure",
        _,
        {"list": list_, "show": show},
        help=_("The structures a meeting can follow."),
    )


def list_(_: Words) -> click.Command:
    """List the structures."""

    @click.command("list", cls=Verb, help=_("List the structures: id, minutes and title."))
    @click.pass_obj
    def command(session: Session) -> None:
        from phases.structures import text_in

        tongue = cast("Language", session.words.language)
        found = [session.structures[i] for i in session.structures]
        put(*table((s.id, f"{s.total_s / 60:g} min", text_in(s.title, tongue)[0]) for s in found))

    return command


def show(_: Words) -> click.Command:
    """Show one structure."""

    @click.command("show", cls=Verb, help=_("Show the parts of a structure and their words."))
    @click.argument("structure", metavar=_("ID"))
    @click.option(
        "--unit",
        type=click.Choice(["school", "kindergarten"]),
        help=_("Use the words of a school or a kindergarten."),
    )
    @click.pass_obj
    def command(session: Session, structure: str, unit: str | None) -> None:
        if structure not in session.structures:
            from phases.text import safe

            said = Said(
                session.words("There is no meeting structure “{id}”", id=safe(structure)),
                session.words("See `viddevakt structure list`"),
            )
            raise StopError(said, "no-structure")
        put(*_lines(session, session.structures[structure], unit or session.settings.unit))

    return command


def _lines(session: Session, structure: Structure, unit: str) -> list[str]:
    from app.phase_words import phase_words
    from app.wording.items import items_line
    from app.wording.units import unit_words
    from phases.structures import text_in

    language = session.words.language
    title = text_in(structure.title, cast("Language", language))[0]
    lines = [f"{title} ({structure.id}), {structure.total_s / 60:g} min"]
    for number, phase in enumerate(structure.phases, start=1):
        words = phase_words(structure, phase.id, unit_words(unit, language), language)
        if words is None:
            continue
        lines += ["", f"{number}. {words.title} ({phase.id}), {phase.minutes} min"]
        lines += [f"   {line}" for line in (words.purpose, words.now_later, *words.say) if line]
        left = items_line(phase.settle, session.words)
        lines += [f"   {left}"] if left else []
    return lines
