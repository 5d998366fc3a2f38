"""Turns what pydantic refuses in a file into problems: a line, and the nearest right key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, get_args

from pydantic import BaseModel

from data.structures.lines import Path, line_of
from data.structures.problems import Problem, cleaned
from phases.nearest import LOOSE, nearest
from phases.structures import MAX_MINUTES, Structure

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

_QUOTED: Final = re.compile(r"'([^']*)'")
_WHOLE_NUMBER: Final = frozenset({"int_type", "greater_than_equal", "less_than_equal"})
_SHARE: Final = frozenset({"float_type", "greater_than", "less_than", "finite_number"})

_FEW: Final = 7
"""How many right words are listed beside the nearest one."""

_WORDS: Final = {
    "missing": ("missing", "is missing"),
    "extra_forbidden": ("unknown-key", "is not a known key"),
    "literal_error": ("choice", "is not one of {expected}"),
    "string_type": ("type", "must be text in quotes"),
    "string_too_long": ("long", "must be at most {max_length} characters"),
    "string_pattern_mismatch": ("id", "must be small letters, digits and hyphens, like my-meeting"),
    "bool_type": ("type", "must be true or false"),
    "dict_type": ("type", "must be a table"),
    "model_type": ("type", "must be a table"),
    "tuple_type": ("type", "must be a list"),
    "date_type": ("date", "must be a date without quotes, like 2026-10-05"),
    "too_short": ("few", "must have at least {min_length}"),
    "too_long": ("many", "must have at most {max_length}"),
}
"""pydantic's error type -> our kind, and the English for it; what is not here keeps its words."""


def problems_of(
    error: ValidationError, text: str, model: type[BaseModel] = Structure
) -> tuple[Problem, ...]:
    """The faults in the file's order, without those that only follow from another one.

    A table whose inner value is wrong counts as absent for pydantic, and a misspelt key is both
    unknown and missing; each is told once.
    """
    faults = [(_path(details), details) for details in error.errors(include_url=False)]
    inner = [
        (path, details)
        for path, details in faults
        if not any(len(other) > len(path) and other[: len(path)] == path for other, _ in faults)
    ]
    problems = [(path, _problem(path, details, text, model)) for path, details in inner]
    meant = {(*path[:-1], it.nearest) for path, it in problems if it.kind == "unknown-key"}
    told = [it for path, it in problems if not (it.kind == "missing" and path in meant)]
    return tuple(sorted(told, key=lambda it: it.line or 0))


def _path(details: ErrorDetails) -> Path:
    path = tuple(part for part in details["loc"] if part != "[key]")
    named = details.get("ctx", {}).get("path", "")
    return path + tuple(int(it) if it.isdigit() else it for it in named.split(".") if it)


def _problem(path: Path, details: ErrorDetails, text: str, model: type[BaseModel]) -> Problem:
    kind, what = _kind_and_words(path, details)
    near = _nearest(path, details, model)
    if details["type"] == "literal_error" and near and what.count("'") > 2 * _FEW:
        # A long list would push the word that was meant out of the message.
        what = "is not a known word here"
    whole = kind in {"missing", "unknown-key", "doubled", "few", "many", "long"}
    return Problem(
        kind=kind,
        what=what,
        key=key_of(path),
        value=_value(details, whole),
        nearest=near,
        line=line_of(text, path),
    )


def _value(details: ErrorDetails, whole: bool) -> str:
    """What stood there; of keys that don't fit together the models say which it was, if any."""
    if details["type"] == "misfit":
        known = details["ctx"]["kind"] in ("no-such-item", "no-such-turn")
        return cleaned(details["ctx"]["value"]) if known else ""
    return "" if whole else cleaned(details["input"])


def _kind_and_words(path: Path, details: ErrorDetails) -> tuple[str, str]:
    context: dict[str, Any] = details.get("ctx", {})
    error = details["type"]
    if error == "dict_type" and isinstance(details["input"], str):
        return "texts", "must say in which language"
    if error == "misfit":
        return context["kind"], context["what"]
    if error in _WHOLE_NUMBER:
        if "minutes" in path or "single_service_minutes" in path:
            return "minutes", f"must be a whole number from 1 to {MAX_MINUTES}"
        return "type", "must be a whole number from 1 up"
    if error in _SHARE:
        return "share", "must be a number between 0 and 1"
    kind, words = _WORDS.get(error, (error, details["msg"]))
    return kind, words.format(**context) if error in _WORDS else words


def key_of(path: Iterable[str | int]) -> str:
    """A path as people write it: `phases[3].minutes`, counted from zero."""
    key = ""
    for part in path:
        if isinstance(part, int):
            key += f"[{part}]"
        else:
            shown = cleaned(part)
            key += f".{shown}" if key else shown
    return key


def _nearest(path: Path, details: ErrorDetails, model: type[BaseModel]) -> str:
    """The right word that looks most like the wrong one, or nothing."""
    wrong = str(path[-1]) if path else ""
    if details["type"] == "dict_type" and isinstance(details["input"], str):
        # A bare text where one stands in each language: a list's entry is a table by itself.
        return "nb" if wrong.isdigit() else f"{cleaned(wrong)}.nb"
    if details["type"] == "extra_forbidden":
        return _closest(wrong, _known_keys(path[:-1], model))
    if details["type"] == "literal_error":
        return _closest(details["input"], _QUOTED.findall(details["ctx"]["expected"]))
    if details["type"] == "misfit":
        return _closest(details["ctx"]["value"], details["ctx"]["choices"])
    return ""


def _closest(wrong: object, right: Sequence[str]) -> str:
    return nearest(str(wrong), right, LOOSE)


def _known_keys(table: Path, model: type[BaseModel]) -> list[str]:
    """The keys of the table at this path, as the models have them."""
    for part in table:
        if isinstance(part, str) and part in model.model_fields:
            model = _model_in(model.model_fields[part].annotation) or model
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that a field's type holds, alone or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for each in get_args(annotation) if (found := _model_in(each))), None)
