"""Help is there for every command, in the chosen language and nothing else."""

from __future__ import annotations

import click
import pytest

from app.cli.fast import Wish, window_wish
from app.cli.root import root
from app.words import LANGUAGES, Words
from tests.app.cli.harness import Shell
from tests.app.spelling import Text, denied


def leaves(group: click.Group, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every command, with the words that lead to it."""
    found: list[tuple[str, ...]] = []
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        found.append((*path, name))
        if isinstance(command, click.Group):
            found += leaves(command, (*path, name))
    return found


PATHS = leaves(root(Words("en")))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", [(), *PATHS], ids=" ".join)
def test_every_command_has_help(shell: Shell, path: tuple[str, ...], language: str) -> None:
    shown = shell.ok("--lang", language, *path, "--help")
    assert "--help" in shown
    assert "viddevakt" in shown.splitlines()[0]
    assert not [line for line in shown.splitlines() if line.endswith("...")]


@pytest.mark.parametrize("language", ["nn", "nb"])
def test_no_english_and_no_other_norwegian_is_left_in_the_help(shell: Shell, language: str) -> None:
    english = {"the", "and", "Usage", "Options", "Commands", "Show", "Arguments", "required"}
    for path in ((), *PATHS):
        shown = shell.ok("--lang", language, *path, "--help")
        prose = " ".join(w for w in shown.split() if "|" not in w and not w.startswith("-"))
        assert not english.intersection(prose.replace("`", " ").split()), path
        lines = [line for line in shown.splitlines()[1:] if "  " in line]
        texts = [Text(" ".join(path), line.strip().rpartition("  ")[2]) for line in lines]
        assert denied(texts, language) == []


def test_every_option_says_what_it_is_for() -> None:
    for path in PATHS:
        command: click.Command = root(Words("en"))
        for name in path:
            assert isinstance(command, click.Group)
            found = command.get_command(click.Context(command), name)
            assert found is not None
            command = found
        assert command.help
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, (path, parameter.name)


def test_the_tree_of_commands_is_that_of_the_contract() -> None:
    told = {" ".join(path) for path in PATHS}
    assert {
        "case new", "case list", "case show", "case export", "case import", "case delete",
        "case redact", "case history", "participant add", "participant list", "participant edit",
        "meeting plan", "consent add", "consent withdraw", "activity add", "activity list",
        "activity edit", "activity end", "do", "status", "batch", "play", "commands", "undo",
        "settings", "structure list", "structure show", "lead", "wall", "evaluate", "demo",
    } <= told  # fmt: skip


@pytest.mark.parametrize(
    ("argv", "wish"),
    [
        ((), Wish("home")),
        (("demo",), Wish("demo")),
        (("--lang", "nn", "demo"), Wish("demo", language="nn")),
        (("demo", "--speed", "60"), Wish("demo", speed=60.0)),
        (("lead", "ELEV-A"), Wish("lead", "ELEV-A")),
        (("lead", "ELEV-A", "--speed", "60"), Wish("lead", "ELEV-A", speed=60.0)),
        (("lead", "ELEV-A", "--speed", "0"), None),
        (("wall", "ELEV-A", "--speed", "60"), None),
        (("wall", "ELEV-A"), Wish("wall", "ELEV-A")),
        (("--vault", "v", "--as", "Kari", "evaluate", "x"),
         Wish("evaluate", "x", vault="v", who="Kari")),
        (("demo", "--speed", "0"), None),
        (("demo", "--speed", "6000"), None),
        (("demo", "--help"), None),
        (("lead",), None),
        (("lead", "--help"), None),
        (("lead", "a", "b"), None),
        (("--lang", "tlh", "demo"), None),
        (("--lang",), None),
        (("--lang", "nn", "--lang", "nb"), None),
        (("case", "list"), None),
        (("--help",), None),
    ],
)  # fmt: skip
def test_only_the_plainest_calls_take_the_short_way_to_a_window(
    argv: tuple[str, ...], wish: Wish | None
) -> None:
    assert window_wish(argv) == wish
