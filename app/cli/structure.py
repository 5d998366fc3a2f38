"""`structure list | show | check | new`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.errors import StopError
from app.cli.faults import put_found, unusable
from app.cli.output import put, put_warning
from app.cli.verbs import Verb, Verbs
from app.wording.said import Said

if TYPE_CHECKING:
    from app.cli.session import Session
    from app.words import Words
    from phases.structures import Structure


def build(_: Words) -> click.Command:
    """The group."""
    return Verbs(
        "structure",
        _,
        {"list": list_, "show": show, "check": check, "new": new},
        help=_("The structures a meeting can follow, and making your own."),
    )


def list_(_: Words) -> click.Command:
    """List the structures."""

    @click.command(
        "list", cls=Verb, help=_("List the structures: id, minutes in all and of each part, title.")
    )
    @click.pass_obj
    def command(session: Session) -> None:
        rows = [_row(session, each) for each in session.structures]
        put_found(rows, session.structures.faults(), session.words)

    return command


def _row(session: Session, structure_id: str) -> tuple[str, ...]:
    from app.wording.units import said

    structure = session.structures[structure_id]
    title = said(structure.title, session.words.language, "school")
    own = session.words("your own") if session.structures.is_own(structure_id) else ""
    parts = " ".join(str(phase.minutes) for phase in structure.phases)
    return structure_id, f"{structure.total_s / 60:g} min", parts, title, own


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
        from app.cli.structure_shown import shown

        put(*shown(found(session, structure), unit or session.settings.unit, session.words))

    return command


def check(_: Words) -> click.Command:
    """Check one's own structure."""

    @click.command(
        "check",
        cls=Verb,
        help=_("See whether a structure of your own can be used: its file, or its id."),
    )
    @click.argument("file", metavar=_("FILE"))
    @click.pass_obj
    def command(session: Session, file: str) -> None:
        from data.structures import StructureError
        from data.structures.own import read_own

        path = Path(file)
        if not file.endswith(".toml") and not path.exists():
            path = session.structures.folder / f"{path.name}.toml"
        try:
            structure = read_own(path, session.structures.shipped_ids)
        except StructureError as error:
            raise unusable(error, session.words) from None
        parts = session.words.many("{n} part", "{n} parts", len(structure.phases))
        put(f"{structure.id}: {parts}, {structure.total_s / 60:g} min")
        for warning in _warnings(session, structure, path):
            put_warning(warning)

    return command


def _warnings(session: Session, structure: Structure, path: Path) -> Iterator[str]:
    """What doesn't hinder its use: too long for a family, or a next meeting that isn't there."""
    from app.structure_gaps import gaps_line
    from app.wording.structure_faults import told_of
    from data.structures.advice import advice
    from data.structures.own import comes_back, next_nowhere
    from phases.commands.planning import HOUR_MINUTES

    # A structure may set its own limit; that an hour is long for a family it can't unsay (S0-11).
    _, limit = session.words, min(structure.limit_minutes, HOUR_MINUTES)
    if structure.total_s > limit * 60:
        yield "R-P5: " + _("more than {minutes} minutes is long for a family", minutes=limit)
    lacking = gaps_line(structure, _)
    if lacking:
        yield _("{line}; another language stands in", line=lacking)
    nowhere = next_nowhere(structure, path, session.structures)
    if nowhere is not None:
        # Not a fault: the meetings of a chain are made one after the other.
        yield told_of(path, nowhere, _)
    back = comes_back(structure, path, session.structures)
    if back is not None:
        yield told_of(path, back, _)
    for problem in advice(structure, path.read_text(encoding="utf-8-sig")):
        yield told_of(path, problem, _)


def new(_: Words) -> click.Command:
    """Make one's own."""

    @click.command(
        "new",
        cls=Verb,
        help=_("Copy a structure into your own, to change it; prints the new file."),
    )
    @click.argument("name", metavar=_("NAME"))
    @click.option("--from", "source", metavar=_("ID"), required=True, help=_("The one to copy."))
    @click.pass_obj
    def command(session: Session, name: str, source: str) -> None:
        from app.wording.structure_copies import copy_words
        from data.structures.making import new_structure

        found(session, source)
        session.vault  # noqa: B018 - raises where the folder can't carry anything
        ships = not session.structures.is_own(source)
        told = copy_words(source, session.words, ships=ships)
        path = new_structure(session.structures, source, name, told)
        session.tell_notes()
        put(str(path))

    return command


def found(session: Session, structure_id: str) -> Structure:
    """The structure that was asked for. Raises StopError, and StructureError for a broken own."""
    structures = session.structures
    if structure_id in structures:
        return structures[structure_id]
    fault = structures.fault(structure_id)
    if fault is not None:
        raise fault
    from phases.text import safe

    said = Said(
        session.words("There is no meeting structure “{id}”", id=safe(structure_id)),
        session.words("See `viddevakt structure list`"),
    )
    raise StopError(said, "no-structure")
