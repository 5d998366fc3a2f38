"""The tree of commands; each branch is loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

import click

from app.cli.output import put_error
from app.cli.verbs import Build, Verbs, usage_line
from app.collecting import begin_collecting
from app.words import LANGUAGES, bind_click

if TYPE_CHECKING:
    from app.cli.session import Session
    from app.words import Words

BRANCHES: Final[dict[str, str]] = {
    "demo": "screens:demo",
    "lead": "screens:lead",
    "wall": "screens:wall",
    "notes": "screens:notes",
    "guard": "screens:guard",
    "evaluate": "screens:evaluate",
    "after": "screens:after",
    "case": "case:build",
    "participant": "participant:build",
    "meeting": "meeting:build",
    "consent": "consent:build",
    "activity": "activity:build",
    "goal": "goal:build",
    "do": "do:do",
    "undo": "do:undo",
    "status": "status:build",
    "batch": "batch:build",
    "play": "play:build",
    "structure": "structure:build",
    "text": "text:build",
    "calendar": "calendar:build",
    "plan": "plan:build",
    "report": "report:build",
    "due": "due:build",
    "access": "access:build",
    "check": "check:build",
    "commands": "about:commands",
    "settings": "about:settings",
}
"""Command -> module and function, in the order of the help."""

EXIT_INTERRUPTED = 130


def run_click(argv: list[str], session: Session) -> int:
    """Do one command; its exit code. Raises the errors that `complaint` words."""
    begin_collecting()
    bind_click(session.words.language)
    try:
        answer = root(session.words).main(
            argv, prog_name="viddevakt", standalone_mode=False, obj=session
        )
    except click.Abort:
        return EXIT_INTERRUPTED
    except click.ClickException as error:
        put_error(usage_line(error, session.words))
        return error.exit_code
    return answer if isinstance(answer, int) else 0


def root(_: Words) -> click.Group:
    """The program itself, with the options that go before every command."""
    from app import __version__

    group = Verbs(
        "viddevakt",
        _,
        {name: _loader(target) for name, target in BRANCHES.items()},
        help=_(
            "Leads a timed meeting about a child: the parts, whose turn it is, and the log. "
            "Without a command it opens today's meeting."
        ),
        invoke_without_command=True,
        callback=_start,
        params=[
            click.Option(["--vault"], metavar=_("FOLDER"), help=_("The folder with the logs.")),
            click.Option(
                ["--lang"],
                type=click.Choice(LANGUAGES),
                help=_("The language; else the log's own, else this machine's."),
            ),
            click.Option(
                ["--as", "who"], metavar=_("NAME"), help=_("Who you are, for the history.")
            ),
        ],
    )
    return click.version_option(__version__, prog_name="viddevakt")(group)


def _loader(target: str) -> Build:
    module, _, function = target.partition(":")

    def build(words: Words) -> click.Command:
        found: Build = getattr(import_module(f"app.cli.{module}"), function)
        return found(words)

    return build


@click.pass_context
def _start(ctx: click.Context, vault: str | None, lang: str | None, who: str | None) -> int | None:
    """Take the global options; alone, open today's meeting."""
    session: Session = ctx.obj
    session.vault_folder, session.language = vault, lang
    session.name_person(who or "")
    if ctx.invoked_subcommand is not None:
        return None
    from app.cli.fast import Wish
    from app.cli.windows import open_window

    return open_window(session, Wish("home"))
