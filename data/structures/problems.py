"""What can be wrong with a structure file, said with file, line, key and the nearest right key."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

MAX_SHOWN: Final = 40
MAX_MESSAGE: Final = 200


class Problem(NamedTuple):
    """One fault of a structure file.

    `kind` is for programs and translations (`minutes`, `unknown-key`, `syntax` …), `what` is the
    same in English. `key` is the path in the file, counted from zero as TOML readers do
    (`phases[3].minutes` is the fourth phase); `line` and `column` count from one. `value` is what
    stood there, cleaned and cut; `nearest` is the right word that looks most like it.
    """

    kind: str
    what: str
    key: str = ""
    value: str = ""
    nearest: str = ""
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """The fault without its file: `12: phases[3].minutes must be …, not -5`."""
        place = ":".join(str(n) for n in (self.line, self.column) if n is not None)
        said = f"{self.key} {self.what}" if self.key else self.what
        if self.value:
            said += f", not {self.value}"
        if self.nearest:
            said += f"; did you mean {self.nearest}?"
        return f"{place}: {said}" if place else said


class StructureError(Exception):
    """A structure file can't be used. Never a reason to stop a meeting that already runs.

    `problems` are all faults found, in the file's order; the message tells the first one.
    `code` and `args_` are for wording it in another language, `exit_code` for the command line.
    """

    def __init__(self, path: Path, problems: tuple[Problem, ...], exit_code: int = 2) -> None:
        """Tell of one file and at least one problem; `exit_code` is 2 (bad input) or 3 (disk)."""
        self.path = path
        self.problems = problems
        self.exit_code = exit_code
        super().__init__(path, problems, exit_code)

    @property
    def first(self) -> Problem:
        """The first problem in the file."""
        return self.problems[0]

    @property
    def code(self) -> str:
        """What kind of fault the first problem is, such as `structure-minutes`."""
        return f"structure-{self.first.kind}"

    @property
    def args_(self) -> dict[str, str]:
        """The first problem's parts as text, for a translated message."""
        first = self.first
        return {
            "file": cleaned(self.path.name),
            "line": "" if first.line is None else str(first.line),
            "column": "" if first.column is None else str(first.column),
            "key": first.key,
            "value": first.value,
            "nearest": first.nearest,
            "what": first.what,
        }

    def __str__(self) -> str:
        """One line of at most 200 characters: file, line, key, what is wrong, what was meant."""
        first = str(self.first)
        gap = "" if first[0].isdigit() else " "
        more = len(self.problems) - 1
        message = f"{cleaned(self.path.name)}:{gap}{first}"
        tail = f" (and {more} more)" if more else ""
        room = MAX_MESSAGE - len(tail)
        return (message if len(message) <= room else message[: room - 1] + "…") + tail


def cleaned(value: object) -> str:
    """A value from a file as it may be shown: printable, one line, at most 40 characters.

    Tables and lists give nothing, and so do numbers too long to be read by anybody (Python even
    refuses to write them out beyond 4,300 digits).
    """
    if isinstance(value, int) and not isinstance(value, bool) and value.bit_length() > 128:
        return "a huge number"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list | tuple):
        return ""
    text = "".join(sign for sign in str(value) if sign.isprintable())
    return text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1] + "…"
