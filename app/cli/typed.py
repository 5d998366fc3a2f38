"""Commands built from options, by the same reading as `do` and scripts use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from phases.commands.arguments import build_from, command_class

if TYPE_CHECKING:
    from app.cli.session import Session
    from phases.commands import Command


def typed(session: Session, name: str, **options: Any) -> Command:
    """The command with the options that were given. Raises BadInputError.

    None is left out; `-` as a text is standard input; a tuple is a key given several times.
    """
    given: list[tuple[str, str]] = []
    for key, value in options.items():
        if value is None:
            continue
        values = value if isinstance(value, tuple) else (value,)
        given += [(key, _text(session, one)) for one in values]
    return build_from(command_class(name), given, session.reading)


def _text(session: Session, value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return session.text(str(value))
