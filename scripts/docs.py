"""Writes the pages of docs/ that are made from the code: `python -m scripts.docs`.

    docs/commands.md      every command, from `phases.commands.COMMANDS` and the command line
    docs/rules.md         every rule, from `phases.rules.RULES`
    docs/structures.md    how a structure file is written, every key from its models
    docs/papers.md        every paper and every format
    docs/traceability.md  each element of the sources, what realises it, and what shows that

A test compares the files with what this would write, so they can't lag behind the code.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import click

from app.cli.root import root
from app.play import script
from app.wording.commands import command_words
from app.wording.rules import BLOCKS, FINDINGS
from app.wording.said import Said
from app.words import Words
from phases.commands import COMMANDS, Command
from phases.commands.arguments import Parameter, parameters
from phases.commands.case_facts import CONSENT_AGES
from phases.rules import READY_REASONS, RULES, Rule
from scripts.papers_page import papers_page
from scripts.structures_page import structures_page
from scripts.traceability import traceability_page

ROOT: Final = Path(__file__).resolve().parent.parent
MADE: Final = "<!-- Made by `python -m scripts.docs` (`make docs`); don't edit. -->\n"
ENGLISH: Final = Words("en")

PRIORITIES: Final = {
    "B": "blocks: refused with exit code 9",
    "W": "warns: said, never in the way",
    "I": "informs: shown on screen only",
}


def commands_page() -> str:
    """The page about commands: what can be done, then how it is called."""
    parts = [
        "# Commands\n",
        MADE,
        "Every act in a meeting and around it is declared once, in `phases/commands/`. Keys, the\n"
        "palette, the help, `viddevakt do`, `viddevakt batch` and scripts all read that list.\n",
        "    viddevakt do CASE COMMAND key=value … [--reason TEXT] [--if-phase ID]\n",
        "Dates are written as people write them: `9. des`, `tysdag`, `09.12.2026`, `2026-12-09`.\n"
        "Keys that take several values take them with commas, or are repeated. `yes` and `no` may\n"
        "be `ja` and `nei`. `key=-` reads standard input.\n",
        *(_command(command) for command in COMMANDS),
        "# Scripts\n",
        "`viddevakt play FILE` runs a meeting from a text file on a clock of its own, for trying\n"
        "one's own structure (`case-new structure=own.toml`), for practice and for tests.\n",
        inspect.cleandoc(script.__doc__ or "").partition("\n\n")[2] + "\n",
        "# The command line\n",
        "Exit codes: 0 done · 2 usage or bad input · 3 disk or permission · 4 conflict (somebody\n"
        "was first) · 5 locked too long · 6 damaged store · 7 wrong key · 8 store from a newer\n"
        "version · 9 refused by a rule. Errors are one line on standard error.\n",
        *_verbs(root(ENGLISH), "viddevakt"),
    ]
    return "\n".join(parts)


def _command(command: type[Command]) -> str:
    told = [f"## `{command.name}`\n", inspect.cleandoc(command.__doc__ or "") + "\n"]
    told.append(f"On screen: *{command_words(command.name, ENGLISH)[0]}*. {_facts(command)}\n")
    rows = [_row(parameter) for parameter in parameters(command)]
    if rows:
        told += ["| key | value | if left out |", "| --- | --- | --- |", *rows, ""]
    return "\n".join(told)


def _facts(command: type[Command]) -> str:
    """Who may, when, and what must be in order first."""
    facts = [f"Touches: {command.duty}."]
    if command.states is not None:
        facts.append(f"While the meeting is {' or '.join(sorted(command.states))}.")
    if command.writes_log:
        facts.append("Needs consent (R-C1, R-C2).")
    if not command.undoable:
        facts.append("Can't be undone.")
    rules = dict.fromkeys(rule.id for rule in RULES if command.name in rule.asked)
    if rules:
        facts.append(f"Rules: {', '.join(rules)}.")
    return " ".join(facts)


def _row(parameter: Parameter) -> str:
    kind = " \\| ".join(f"`{c}`" for c in parameter.choices if c) or parameter.kind
    kind += ", several" if parameter.many else ""
    kind += ", or empty" if parameter.empties or "" in parameter.choices else ""
    return f"| `{parameter.key}` | {kind} | {_default(parameter.default)} |"


def _default(value: object) -> str:
    if value is None or value in ("", ()):
        return "–"
    return ("yes" if value else "no") if isinstance(value, bool) else f"`{value}`"


def _verbs(group: click.Group, path: str) -> list[str]:
    """The help of each command that is typed, as it is shown."""
    found: list[str] = []
    context = click.Context(group, info_name=path)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            found += _verbs(command, f"{path} {name}")
        elif command is not None:
            shown = click.Context(command, info_name=f"{path} {name}", max_content_width=88)
            found.append(f"## `{path} {name}`\n")
            found.append(f"```text\n{command.get_help(shown)}\n```\n")
    return found


def rules_page() -> str:
    """The page about rules."""
    reasons = ", ".join(f"{n} `{code}`" for n, code in enumerate(READY_REASONS, start=1))
    passed = " and ".join(rule.id for rule in RULES if rule.override)
    parts = [
        "# Rules\n",
        MADE,
        "The rules of a meeting stand in one table, `phases/rules.py`. Most of them only say\n"
        "something; the few that hold back are about consent, being heard, and knowing who does\n"
        f"what. `--reason` passes {passed} alone, the rules that name an override; no other block\n"
        "lets a reason pass. A reason given with a warning is kept in the history too. Ready\n"
        f"reasons: {reasons}.\n",
        "\n".join(f"- **{code}** {meaning}" for code, meaning in PRIORITIES.items()) + "\n",
        "R-S1 and a meeting: A change is its own entry in the log's history, durable or not made.\n"
        "Nothing is printed from the command line, and nothing taken out or copied anywhere, that\n"
        "can't be noted in the access log. A meeting doesn't stand still for it: a window opens,\n"
        "and while a meeting is under way a log goes out all the same, with a line of warning.\n",
        "| rule | | asked at | says | override | source |",
        "| --- | --- | --- | --- | --- | --- |",
        *(_rule(rule) for rule in RULES),
    ]
    return "\n".join(parts) + "\n"


def _rule(rule: Rule) -> str:
    asked = ", ".join(f"`{moment}`" for moment in rule.asked)
    says = str(Said(*BLOCKS[rule.id])) if rule.priority == "B" else FINDINGS[rule.id]
    says = says.format(age=CONSENT_AGES[1])
    override = "a reason" if rule.override else ""
    return f"| {rule.id} | {rule.priority} | {asked} | {says} | {override} | {rule.seed} |"


PAGES: Final[dict[str, Callable[[], str]]] = {
    "commands.md": commands_page,
    "rules.md": rules_page,
    "structures.md": lambda: structures_page(MADE),
    "papers.md": lambda: papers_page(MADE),
    "traceability.md": lambda: traceability_page(MADE),
}
"""File in docs/ -> what makes it."""


def main(folder: Path = ROOT / "docs") -> int:
    """Write every page that differs, and say which."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        path, text = folder / name, page()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            sys.stdout.write(f"docs/{name}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
