"""What may stand in a structure file and is hardly meant: told of, and no hindrance to its use.

A text is shown as it stands (`{barn}` on the wall), so only whoever writes the file can see that
`{child}` was meant; and a line that is too wide for a window is seen first in the meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple, get_args

from data.structures.explain import key_of
from data.structures.lines import Path, line_of
from data.structures.problems import Problem, cleaned
from phases.nearest import nearest
from phases.structure_texts import TOKENS
from phases.structures import Structure
from phases.words import Language

NOW_LATER_FITS: Final = 56
TITLE_FITS: Final = 24
"""Characters that fit in the narrowest usual window, as docs/structures.md has them."""

WHAT: Final = {
    "loose-token": "is shown with its braces; {child}, {head}, {teacher} and {unit} are filled",
    "small-start": "begins with a word that gets a small letter",
    "wide": "is too wide for the narrowest usual window",
}
"""Kind -> what is to be said of it."""

_BRACES: Final = re.compile(r"\{([^\W\d_]+)\}")
_TOKENS: Final = tuple(f"{{{token}}}" for token in TOKENS)


class _Found(NamedTuple):
    kind: str
    path: Path
    value: str
    near: str = ""


def advice(structure: Structure, text: str) -> tuple[Problem, ...]:
    """Everything that whoever wrote this file (`text`) may want to look at, in its order."""
    told = [
        Problem(it.kind, WHAT[it.kind], key_of(it.path), cleaned(it.value), it.near, line)
        for it in (*_of_texts(structure.model_dump(), ()), *_of_widths(structure))
        for line in [line_of(text, it.path)]
    ]
    return tuple(sorted(told, key=lambda problem: problem.line or 0))


def _of_texts(value: Any, path: Path) -> Iterator[_Found]:
    """Of every text there is: what has a language on the way to it."""
    if isinstance(value, str):
        if set(path[-2:]) & set(get_args(Language)):
            yield from _of_text(value, path)
        return
    parts: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        parts = list(value.items())
    elif isinstance(value, tuple | list):
        parts = list(enumerate(value))
    for part, each in parts:
        yield from _of_texts(each, (*path, part))


def _of_text(text: str, path: Path) -> Iterator[_Found]:
    for name in _BRACES.findall(text):
        if name.islower() and name not in TOKENS:
            near = nearest(name, TOKENS)
            yield _Found("loose-token", path, f"{{{name}}}", f"{{{near}}}" if near else "")
    # A point's words stand after a colon, where a small letter is right.
    if text.startswith(_TOKENS) and "points" not in path:
        yield _Found("small-start", path, text)


def _of_widths(structure: Structure) -> Iterator[_Found]:
    for place, phase in enumerate(structure.phases):
        for language, title in phase.title.items():
            if len(title) > TITLE_FITS:
                yield _Found("wide", ("phases", place, "title", language), title)
        for language in phase.now.keys() & phase.later.keys():
            whole = f"{phase.now[language]} – {phase.later[language]}"
            if len(whole) > NOW_LATER_FITS:
                yield _Found("wide", ("phases", place, "now", language), whole)
