"""What is wrong with a structure file, in words: file and line, key, what, and what was meant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from app.words import N_

if TYPE_CHECKING:
    from pathlib import Path

    from app.words import Words
    from data.structures.problems import Problem, StructureError

KINDS: Final[Mapping[str, str]] = {
    "blank": N_("must not be empty"),
    "choice": N_("is none of the words that may stand here"),
    "circle": N_("leads back to this one, and the chain never ends"),
    "date": N_("must be a date without quotes, like 2026-10-05"),
    "doubled": N_("stands twice"),
    "droppable": N_("can't be droppable and protected at once"),
    "encoding": N_("is not UTF-8 text; save it as UTF-8"),
    "few": N_("has too little in it"),
    "id": N_("must be small letters, digits and hyphens, like my-meeting"),
    "id-file": N_("must be the file's name without its ending"),
    "id-taken": N_("is the id of a structure that ships; choose another"),
    "long": N_("is too long"),
    "long-closure": N_("is more than 120 days after the first day"),
    "many": N_("has too much in it"),
    "minutes": N_("must be a whole number of minutes from 1 to 480"),
    "loose-token": N_("is shown with its braces; {child}, {head}, {teacher} and {unit} are filled"),
    "missing": N_("is missing"),
    "name": N_("must be what the file's name says"),
    "no-such-item": N_("names nothing that can be settled in this part"),
    "no-such-next": N_("names no meeting structure that is there"),
    "no-such-phase": N_("names a part that isn't there"),
    "no-such-turn": N_("names nobody who has a turn in this part"),
    "not-toml": N_("is not a TOML file, and no other form is read here"),
    "order": N_("comes before the first day"),
    "round": N_("doesn't fit the turns of the round"),
    "rows": N_("can't stand beside rows of its own"),
    "share": N_("must be a number between 0 and 1"),
    "small-start": N_("begins with a word that gets a small letter"),
    "syntax": N_("is not valid TOML"),
    "template-deep": N_("has `if` or brackets too deep in each other"),
    "template-empty": N_("has nothing in it"),
    "template-file": N_("is no name of a text"),
    "template-filter": N_("is nothing that can be done with it here"),
    "template-flag": N_("is yes or no, for `if` alone"),
    "template-for": N_("goes through something that isn't a list"),
    "template-list": N_("is a list: go through it with `for`"),
    "template-long": N_("becomes far too long"),
    "template-name": N_("is no name that this text is given"),
    "template-names": N_("names the family, which an SMS or an e-mail may not"),
    "template-nested": N_("can't stand in another `for`, and has one name"),
    "template-private": N_("isn't given to SMS and e-mail, which others can read on the way"),
    "template-run": N_("can't be filled in"),
    "template-sms": N_("is too long for one SMS"),
    "template-syntax": N_("can't be read: look at the brackets and their ends"),
    "template-tag": N_("has no place in these texts"),
    "template-taken": N_("is given already; call it something else"),
    "template-title": N_("needs a title on its first line, an empty line, and a text"),
    "texts": N_("must say in which language"),
    "thresholds": N_("must fall: the first above the second"),
    "too-big": N_("is far too large"),
    "too-long": N_("is longer than 24 hours in all"),
    "type": N_("is of the wrong kind: text in quotes, a number, true or false, a list or a table"),
    "unknown-key": N_("is not a known key"),
    "unprintable": N_("must be one line without control characters"),
    "unreadable": N_("can't be read"),
    "wide": N_("is too wide for the narrowest usual window"),
    "within": N_("must be weeks or months, one of them"),
    "year": N_("lies in another school year"),
}
"""Kind of fault -> what is wrong, after the key or the file. English has the fault's own words."""


def problem_words(problem: Problem, words: Words) -> str:
    """One fault without its file: `12: phases[3].minutes: is missing`."""
    own = problem.what
    if words.language != "en" and problem.kind in KINDS:
        own = words(KINDS[problem.kind])
    said = f"{problem.key}: {own}" if problem.key else own
    if problem.value:
        said += words(" (it says {value})", value=problem.value)
    if problem.nearest:
        said += words("; did you mean {nearest}?", nearest=problem.nearest)
    place = ":".join(str(n) for n in (problem.line, problem.column) if n is not None)
    return f"{place}: {said}" if place else f" {said}"


def fault_lines(error: StructureError, words: Words) -> list[str]:
    """Every fault of a file, a line each, with the file's name in front."""
    return [told_of(error.path, problem, words) for problem in error.problems]


def told_of(path: Path, problem: Problem, words: Words) -> str:
    """One thing about a file, with the file's name in front."""
    from data.structures.problems import cleaned

    return f"{cleaned(path.name)}:{problem_words(problem, words)}"


def fault_words(error: StructureError, words: Words) -> str:
    """The first fault of a file, and how many more there are."""
    first, *rest = fault_lines(error, words)
    more = words.many(" (and {n} more)", " (and {n} more)", len(rest)) if rest else ""
    return first + more
