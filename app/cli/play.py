"""`play SCRIPT`: a meeting from a text file, on a clock of its own; nothing is saved."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from app.cli.errors import StopError, typed_said
from app.cli.output import put, put_warning, write
from app.cli.verbs import Verb
from app.wording.said import Said

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from app.cli.session import Session
    from app.play.clock import VirtualClock
    from app.play.player import Played
    from app.play.script import Line, ScriptError
    from app.words import Words
    from phases.structures import Structure

MOST_BYTES = 1_000_000


def build(_: Words) -> click.Command:
    """Play a script."""

    @click.command(
        "play",
        cls=Verb,
        help=_(
            "Run a meeting from a text file on a clock of its own, and print the log it leads to. "
            "Nothing is saved."
        ),
    )
    @click.argument("script", metavar=_("FILE"))
    @click.option("--json", "as_json", is_flag=True, help=_("The document of `case export`."))
    @click.pass_obj
    def command(session: Session, script: str, as_json: bool) -> None:
        path = Path(script)
        played, clock, structures = _play(session, path)
        session.speak(played.case.facts.language)
        _remarks(session, path, played)
        if as_json:
            from phases.export import export

            write(export(played.case, clock.stamp()).model_dump_json(indent=2) + "\n")
            return
        from app.cli.case_shown import shown_log

        put(*shown_log(played.case, clock.stamp(), session.words, structures, session.zone))

    return command


def _play(session: Session, path: Path) -> tuple[Played, VirtualClock, Mapping[str, Structure]]:
    """What the script comes to, by which clock and structures. Raises StopError, DiskError."""
    from app.play.clock import VirtualClock
    from app.play.player import Player, beginning
    from app.play.script import ScriptError, read_script

    try:
        lines = read_script(_text(session, path))
        lines, structures = _structures(session, path, lines)
        clock = VirtualClock(beginning(lines, session.zone), session.zone, session.clock)
        player = Player(
            clock, structures, who=session.who, names={"speed": "1"}, calendar=session.seat.calendar
        )
        return player.play(lines), clock, structures
    except ScriptError as error:
        raise _told(session, path, error) from None


def _text(session: Session, path: Path) -> str:
    """The file's text. Raises StopError, DiskError."""
    from data.errors import DiskError
    from data.files import read_file

    raw = read_file(path)
    if raw is None:
        raise DiskError("missing", path=path.name)
    if len(raw) > MOST_BYTES:
        raise StopError(Said(session.words("The script is too long")), "E-LONG")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        said = Said(session.words("The script isn't UTF-8 text"), session.words("Save it as UTF-8"))
        raise StopError(said, "E-ENC") from None


def _structures(
    session: Session, path: Path, lines: tuple[Line, ...]
) -> tuple[tuple[Line, ...], Mapping[str, Structure]]:
    """The structures that ship and those the script names by file, `structure=own.toml`."""
    from data.structures import load_structure

    found: dict[str, Structure] = {}
    changed = []
    for line in lines:
        arguments = list(line.arguments)
        for place, argument in enumerate(arguments):
            key, _, value = argument.partition("=")
            if key == "structure" and value.endswith(".toml"):
                own = load_structure(path.parent / value)
                found[own.id] = own
                arguments[place] = f"structure={own.id}"
        changed.append(line._replace(arguments=tuple(arguments)))
    known = session.structures
    # Not merged into one: that would read every structure there is.
    return tuple(changed), ChainMap(
        found, cast("MutableMapping[str, Structure]", known)
    ) if found else known


def _told(session: Session, path: Path, error: ScriptError) -> StopError:
    """What is wrong, with file and line in front."""
    from app.play.player import RefusedLineError
    from app.wording.bad_input import bad_input_said

    exit_code = 2
    if isinstance(error, RefusedLineError):
        said = typed_said(error.refusal, session.words)
        exit_code = error.refusal.exit_code
    else:
        said = bad_input_said(error.code, error.details, session.words)
    place = f"{path.name}:{error.line}"
    return StopError(Said(f"{place}: {said.what}", said.todo), error.code, exit_code)


def _remarks(session: Session, path: Path, played: Played) -> None:
    """The rules that warned, each with its line."""
    from app.wording.rules import finding_words
    from phases.rules import RULES

    warning = {rule.id for rule in RULES if rule.priority in ("W", "B")}
    for remark in played.remarks:
        if remark.finding.rule in warning:
            told = finding_words(remark.finding, session.words)
            put_warning(f"{path.name}:{remark.line}: {remark.finding.rule}: {told}")
