"""A template and the facts of one meeting become a text: bounded, and without a way out of it.

Jinja is imported inside the functions that need it: no window waits for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from data.structures.problems import Problem, StructureError
from data.texts.checking import template_problems
from data.texts.fields import Facts, TextKind
from data.texts.sandbox import environment
from phases.text import clean_text

if TYPE_CHECKING:
    from pathlib import Path

MAX_FILLED: Final = 20_000
"""Characters of a finished text."""


class PhasePart(NamedTuple):
    """A part of the meeting, as a template goes through them."""

    title: str
    time: str
    """The time of day at which it begins."""
    minutes: int

    def __str__(self) -> str:
        """Its title, where a template shows the part itself."""
        return self.title


class Filled(NamedTuple):
    """A finished text. An SMS has no title."""

    title: str
    body: str


def fill(text: str, kind: TextKind, facts: Facts, path: Path) -> Filled:
    """Fill a template in.

    Raises:
        StructureError: it can't be used; with file, line and what is wrong.
    """
    problems = template_problems(text, kind)
    if not problems:
        found = _rendered(text, facts)
        filled = found if isinstance(found, Problem) else _parted(found, kind)
        if isinstance(filled, Filled):
            return filled
        problems = (filled,)
    raise StructureError(path, problems)


def _rendered(text: str, facts: Facts) -> str | Problem:
    """The text, no longer than `MAX_FILLED`; or why it can't be made."""
    given = {name: _plain(value) for name, value in facts.items()}
    parts: list[str] = []
    size = 0
    try:
        for part in environment().from_string(text).generate(given):
            size += len(part)
            if size > MAX_FILLED:
                return Problem("template-long", "becomes far too long")
            parts.append(part)
        return clean_text("".join(parts), MAX_FILLED).text
    except Exception as error:
        # Whatever a stranger's template comes to is told, and stops nothing.
        return Problem("template-run", "can't be filled in", line=_line_of(error))


def _plain(value: Any) -> Any:
    """Texts on one line each: a place with a line break must not begin a new line of an e-mail."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, PhasePart):
        return value._replace(title=" ".join(value.title.split()))
    if isinstance(value, list | tuple):
        return tuple(_plain(each) for each in value)
    return value


def _line_of(error: BaseException) -> int | None:
    """The template's line; Jinja puts it into the traceback."""
    found, step = None, error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == "<template>":
            found = step.tb_lineno
        step = step.tb_next
    return found


def _parted(text: str, kind: TextKind) -> Filled | Problem:
    """Title and body: the first line is the title, unless it is an SMS, which has none."""
    lines = [line.rstrip() for line in text.strip().splitlines()]
    if kind == "reminder-sms":
        body = "\n".join(lines)
        return Filled("", body) if body else Problem("template-empty", "has nothing in it")
    if len(lines) < 3 or lines[1]:
        what = "needs a title on its first line, an empty line, and a text"
        return Problem("template-title", what)
    return Filled(lines[0].strip(), "\n".join(_single_gaps(lines[2:])).strip("\n"))


def _single_gaps(lines: list[str]) -> list[str]:
    """The lines with one empty one at most between two paragraphs: an `if` leaves its own."""
    return [line for n, line in enumerate(lines) if line or (n and lines[n - 1])]


SAMPLE: Final[Mapping[str, Any]] = {
    "day": "fredag 24. september 2027",
    "date": "24.09.2027",
    "time": "13.00",
    "place": "Møterom 2",
    "sender": "Eksempelvik skule",
    "to": "Mor",
    "for_child": False,
    "purpose": "Bli einige om vegen vidare",
    "end": "13.45",
    "minutes": 45,
    "unit": "skulen",
    "meeting": "BTI-møte",
    "first": True,
    "interpreter": True,
    "leader": "Rektor",
    "attending": ("Mor", "Rektor", "Kontaktlærar"),
    "phases": (PhasePart("Velkomen", "13.00", 5), PhasePart("Tilbod", "13.05", 40)),
    "answer_by": "fredag 17. september",
}
"""A meeting that isn't one: to try a template on."""
