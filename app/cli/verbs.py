"""Click, made to say what we want said: one line an error, and no option given twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from app.words import Words

Build = Callable[["Words"], click.Command]
"""Makes a command in a language; called when the command is asked for."""


SENTENCE: Final = 400
"""Characters, more than any first sentence has; a list wraps it under itself."""


class _Told(click.Command):
    """A command whose first sentence stands whole in the list above it."""

    def get_short_help_str(self, limit: int = 45) -> str:
        """The sentence: click would cut it to one line, often before what it is about."""
        return super().get_short_help_str(max(limit, SENTENCE))


class Verb(_Told):
    """A command in which every option stands at most once, unless it takes several values.

    Click lets the last one win, silently: half of what was typed would be lost.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse an option that is given twice."""
        if not ctx.resilient_parsing:
            _, _, order = self.make_parser(ctx).parse_args(args=list(args))
            for param, count in Counter(order).items():
                if count > 1 and isinstance(param, click.Option) and not param.multiple:
                    said = ctx.obj.words("{option} is given twice", option=param.opts[0])
                    raise click.UsageError(said, ctx)
        return super().parse_args(ctx, args)


class Verbs(_Told, click.Group):
    """A group whose commands are made when they are asked for, in the language of the call."""

    command_class = Verb

    def __init__(self, name: str, words: Words, builders: dict[str, Build], **more: Any) -> None:
        more.setdefault("options_metavar", words("[OPTION]…"))
        more.setdefault("subcommand_metavar", words("COMMAND …"))
        super().__init__(name, no_args_is_help=False, **more)
        self._words = words
        self._builders = builders

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which people meet them, not of the alphabet."""
        del ctx
        return list(self._builders)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Made now, once."""
        del ctx
        if cmd_name not in self.commands and cmd_name in self._builders:
            made = self._builders[cmd_name](self._words)
            made.options_metavar = self._words("[OPTION]…")
            self.commands[cmd_name] = made
        return self.commands.get(cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest command where there is none of that name."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            names = self.list_commands(ctx)
            raise click.NoSuchCommand(error.command_name, possibilities=names, ctx=ctx) from None


def usage_line(error: click.ClickException, words: Words) -> str:
    """A click error as one line that says what to do."""
    if isinstance(error, click.MissingParameter) and error.param and error.param.name == "case":
        return words("Which log? See `viddevakt case list` (E-USAGE)")
    text = " ".join(error.format_message().split()).rstrip(".")
    path = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else ""
    todo = words("See `{command} --help`", command=path or "viddevakt")
    return f"{text} (E-USAGE): {todo}"
