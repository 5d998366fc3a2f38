"""The text of a script, read into lines that can be done (design §3).

One command a line, quoted as in a shell, `#` for comments:

    2027-01-19T12:45 case-new id=ELEV-A language=nn     # the header: a moment, then set-up
    participant-add label=Rektor role=head duties=leader,summariser
    meeting-plan at="2027-01-19 13:00"
    13:00 start                                         # a time of day
    +5:00 next                                          # minutes:seconds after `start`
    activity-add title="Fire samtalar" owner=Mor as=talks
    activity-end id=$talks effect=wanted
    next expect=R-M17                                   # must be refused, with this code

A line without a time happens at the instant of the line before. `D-42T13:00` and `due=D+21`
count from the day the script is played; `now` is the instant it is played. `reason=` passes a rule
that names an override.
"""

from __future__ import annotations

import re
import shlex
from typing import Literal, NamedTuple

from phases.bad_input import BadInputError
from phases.text import safe

TimeKind = Literal["same", "offset", "clock", "moment", "day", "now"]

_FORMS: tuple[tuple[TimeKind, str], ...] = (
    ("offset", r"\+(?P<m>[0-9]{1,3}):(?P<s>[0-5][0-9])"),
    ("clock", r"(?P<h>[01]?[0-9]|2[0-3]):(?P<m>[0-5][0-9])(?::(?P<s>[0-5][0-9]))?"),
    ("moment", r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})T(?P<h>[0-9]{2}):(?P<m>[0-9]{2})"),
    ("day", r"D(?P<days>[+-][0-9]{1,4})?T(?P<h>[0-9]{2}):(?P<m>[0-9]{2})"),
    ("now", r"now"),
)

LONGEST_LINE = 4000
MOST_LINES = 5000
"""A script is typed by people; what is larger is something else."""


class ScriptError(BadInputError):
    """A line that can't be read or done; `line` counts from 1.

    E-SCRIPT-LINE (quotes that don't close, or too long), E-SCRIPT-TIME (no such time, or one
    that has been), E-SCRIPT-NAME (an unknown `$name`), E-SCRIPT-PLAN (no meeting to count from),
    E-SCRIPT-EXPECTED (`wanted` and `got`), or the code of what was refused or couldn't be read.
    """

    def __init__(self, code: str, line: int, details: dict[str, str] | None = None) -> None:
        super().__init__(code, details)
        self.line = line


class When(NamedTuple):
    """When a line happens, as it was written."""

    kind: TimeKind = "same"
    text: str = ""
    seconds: int = 0
    """After the start (`offset`), or since midnight (`clock`, `moment`, `day`)."""
    date: str = ""
    days: int = 0


class Line(NamedTuple):
    """One line of a script that does something."""

    number: int
    when: When
    command: str
    arguments: tuple[str, ...]


def read_script(text: str) -> tuple[Line, ...]:
    """Every line that does something. Raises ScriptError E-SCRIPT-LINE."""
    lines = text.removeprefix("\ufeff").splitlines()
    if len(lines) > MOST_LINES:
        raise ScriptError("E-SCRIPT-LINE", MOST_LINES + 1)
    read = (_line(number, line) for number, line in enumerate(lines, start=1))
    return tuple(line for line in read if line is not None)


def _line(number: int, text: str) -> Line | None:
    if len(text) > LONGEST_LINE:
        raise ScriptError("E-SCRIPT-LINE", number)
    try:
        words = shlex.split(text, comments=True)
    except ValueError:
        raise ScriptError("E-SCRIPT-LINE", number, {"value": safe(text)}) from None
    if not words:
        return None
    when = read_when(words[0])
    if when is None:
        return Line(number, When(), words[0], tuple(words[1:]))
    if len(words) == 1:
        raise ScriptError("E-SCRIPT-LINE", number, {"value": safe(text)})
    return Line(number, when, words[1], tuple(words[2:]))


def read_when(word: str) -> When | None:
    """The time a line begins with; None where its first word is the command."""
    for kind, form in _FORMS:
        found = re.fullmatch(form, word)
        if found is not None:
            parts = {name: value or "0" for name, value in found.groupdict().items()}
            seconds = (
                int(parts.get("h", 0)) * 3600 + int(parts.get("m", 0)) * 60 + int(parts.get("s", 0))
            )
            return When(kind, word, seconds, parts.get("date", ""), int(parts.get("days", 0)))
    return None
