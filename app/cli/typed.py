"""Commands built from options, by the same reading as `do` and scripts use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from phases.commands.arguments import build_from, command_class

if TYPE_CHECKING:
    from app.cli.session import Session
    from phases.commands import Command


def given(options: Mapping[str, Any]) -> dict[str, Any]:
    """Those that were given: an empty tuple is a repeatable one that wasn't."""
    return {key: value for key, value in options.items() if value is not None and value != ()}


def typed(session: Session, name: str, **options: Any) -> Command:
    """The command with the options that were given. Raises BadInputError.

    None is left out; `-` as a text is standard input; a tuple is a key given several times.
    """
    arguments: list[tuple[str, str]] = []
    for key, value in given(options).items():
        values = value if isinstance(value, tuple) else (value,)
        arguments += [(key, _text(session, one)) for one in values]
    return build_from(command_class(name), arguments, session.reading)


def _text(session: Session, value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return session.text(str(value))
