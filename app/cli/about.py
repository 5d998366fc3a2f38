"""`commands` and `settings`: what there is, and how it is set."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import click

from app.cli.output import put, write
from app.cli.verbs import Verb
from app.words import N_

if TYPE_CHECKING:
    from app.cli.session import Session
    from app.words import Words
    from phases.commands import Command
    from phases.commands.arguments import Parameter

_KINDS: Final = {
    "text": N_("TEXT"),
    "date": N_("DATE"),
    "moment": N_("DAY-TIME"),
    "time": N_("TIME"),
    "whole": N_("WHOLE"),
    "number": N_("NUMBER"),
    "yes-no": N_("YES-NO"),
}
"""What may be typed for a value. Values that are chosen stand as they are typed."""


def commands(_: Words) -> click.Command:
    """List the commands."""

    @click.command("commands", cls=Verb, help=_("List the commands of `do`, `batch` and scripts."))
    @click.option("--json", "as_json", is_flag=True, help=_("As one JSON list."))
    @click.pass_obj
    def command(session: Session, as_json: bool) -> None:
        from phases.commands import COMMANDS

        told = [_told(c, session.words) for c in COMMANDS]
        if as_json:
            write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
            return
        lines: list[str] = []
        for one in told:
            keys = " ".join(_shown(found, session.words) for found in one["arguments"])
            lines += [f"{one['name']} {keys}".rstrip(), f"    {one['help']}"]
        put(*lines)

    return command


def _told(command: type[Command], words: Words) -> dict[str, Any]:
    from app.wording.commands import command_words
    from phases.commands.arguments import parameters

    return {
        "name": command.name,
        "help": command_words(command.name, words)[1],
        "arguments": [_argument(parameter) for parameter in parameters(command)],
    }


def _argument(parameter: Parameter) -> dict[str, Any]:
    found: dict[str, Any] = {"key": parameter.key, "kind": parameter.kind, "many": parameter.many}
    return found | ({"choices": list(parameter.choices)} if parameter.choices else {})


def _shown(argument: dict[str, Any], words: Words) -> str:
    kind = argument["kind"]
    values = "|".join(argument.get("choices", ())) or words(_KINDS.get(kind, kind.upper()))
    return f"{argument['key']}={values}{',…' if argument['many'] else ''}"


def settings(_: Words) -> click.Command:
    """Show the settings, or set one."""

    @click.command(
        "settings",
        cls=Verb,
        help=_(
            "Show the settings, and the files they stand in; with NAME and VALUE, set one. "
            "An empty value takes it out again."
        ),
    )
    @click.argument("key", metavar=_("NAME"), required=False)
    @click.argument("value", metavar=_("VALUE"), required=False)
    @click.pass_obj
    def command(session: Session, key: str | None, value: str | None) -> None:
        from data.settings import settings_path

        if key is not None:
            found = _one_setting(session, key, value)
            put(f"{key} = {json.dumps(found, ensure_ascii=False)}")
            return
        words, found = session.words, session.settings
        put(
            words("Settings: {path}", path=settings_path(session.environ)),
            words("Logs: {path}", path=session.folder),
        )
        for name, held in found.model_dump().items():
            put(f"{name} = {json.dumps(held, ensure_ascii=False)}")

    return command


def _one_setting(session: Session, key: str, value: str | None) -> object:
    """One of them, set first where a value was given. Raises StoreError."""
    from data.errors import UsageError
    from data.settings import settings_path
    from data.settings_saving import save_setting

    found = session.settings
    if value is not None:
        found = save_setting(settings_path(session.environ), key, session.text(value))
    elif key not in type(found).model_fields:
        raise UsageError("setting-unknown", key=key)
    return found.model_dump()[key]
