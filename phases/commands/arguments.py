"""From `key=value` texts to a typed command: the command line, scripts and batches (design §3).

The fields of a command's dataclass are the whole truth; nothing is declared a second time. Dates,
times and minutes are read the way people write them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, tzinfo
from typing import Any, NamedTuple, get_args, get_type_hints

from phases.bad_input import BadInputError
from phases.commands import COMMANDS, Command, command_named
from phases.commands.log_fields import DATES
from phases.nearest import nearest
from phases.reading_dates import DateError, read_date, read_full_date
from phases.reading_minutes import read_minutes
from phases.reading_times import read_moment, read_time
from phases.text import safe

YES = frozenset({"yes", "ja", "true", "1"})
NO = frozenset({"no", "nei", "false", "0"})

_PAST = frozenset({"given", "birth_date"})
"""Dates that have been: without a year they would be read as the next such day."""

_TIMES = frozenset({("next-meeting", "at")})
"""Texts that hold a time of day."""


class ArgumentError(BadInputError):
    """What was typed after a command's name doesn't fit it.

    E-COMMAND (`value`, `nearest`), E-PAIR (`value`), E-KEY (`value`, `nearest`, `keys`), E-TWICE
    (`field`), E-CHOICE (`field`, `value`, `allowed`), E-YES (`field`, `value`), E-NUMBER (`field`,
    `value`).
    """


class Reading(NamedTuple):
    """What reading a value depends on."""

    today: date
    zone: tzinfo
    language: str = "nb"


class Parameter(NamedTuple):
    """One argument of a command."""

    name: str
    kind: str
    """`text`, `yes-no`, `whole`, `number`, `date`, `moment`, `time` or `choice`."""
    choices: tuple[str, ...] = ()
    many: bool = False
    """Several values: given with commas, or the key repeated."""
    default: Any = None
    empties: bool = False
    """A date that an empty text takes away; elsewhere an empty one leaves the field out."""

    @property
    def key(self) -> str:
        """How it is typed: hyphens are easier than underscores; both are understood."""
        return self.name.replace("_", "-")


def parameters(command: type[Command]) -> tuple[Parameter, ...]:
    """The arguments of a command in their order, from its fields."""
    return tuple(parameter(command, name) for name in command.FIELDS)


def parameter(command: type[Command], name: str) -> Parameter:
    """One argument of a command. Every field has a default: a command asks itself for the rest."""
    owner = next(c for c in command.__mro__ if name in vars(c).get("__annotations__", {}))
    text = owner.__annotations__[name].removesuffix(" | None")
    kind, choices, many = _kind(owner, name, text.removesuffix(_EMPTIES))
    if (command.name, name) in _TIMES:
        kind = "time"
    default = getattr(command, name)
    return Parameter(name, kind, choices, many, default, text.endswith(_EMPTIES))


def command_class(name: str) -> type[Command]:
    """The command of this name. Raises ArgumentError E-COMMAND with the nearest one."""
    found = command_named(name)
    if found is None:
        names = [c.name for c in COMMANDS]
        raise ArgumentError("E-COMMAND", {"value": safe(name), "nearest": nearest(name, names)})
    return found


def build(name: str, arguments: Iterable[str], reading: Reading) -> Command:
    """The command that `name key=value …` means.

    Raises ArgumentError; DateError, TimeError, MinutesError for values of those kinds.
    """
    return build_from(command_class(name), pairs(arguments), reading)


def pairs(arguments: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Each `key=value` parted at the first `=`. Raises ArgumentError E-PAIR."""
    found = []
    for argument in arguments:
        key, equals, value = argument.partition("=")
        if not equals or not key.strip():
            raise ArgumentError("E-PAIR", {"value": safe(argument)})
        found.append((key.strip(), value))
    return tuple(found)


def build_from(
    command: type[Command], given: Sequence[tuple[str, str]], reading: Reading
) -> Command:
    """The command with these fields. Raises as `build`."""
    known = command.FIELDS
    texts: dict[str, list[str]] = {}
    for key, value in given:
        name = key.replace("-", "_")
        if name not in known:
            near = nearest(name, known).replace("_", "-")
            keys = ", ".join(known).replace("_", "-")
            details = {"value": safe(key), "nearest": near, "keys": keys}
            raise ArgumentError("E-KEY", details)
        texts.setdefault(name, []).append(value)
    values: dict[str, Any] = {}
    for name, typed in texts.items():
        meant = parameter(command, name)
        if not meant.many and len(set(typed)) > 1:
            raise ArgumentError("E-TWICE", {"field": meant.key})
        values[name] = _value(meant, typed, reading)
    if command.name == "activity-edit" and values.get("field") in DATES:
        values |= {k: _iso(values[k], reading) for k in ("value", "was") if values.get(k)}
    return command(**values)


def _value(parameter: Parameter, typed: list[str], reading: Reading) -> Any:
    if not parameter.many:
        return _one(parameter, typed[0], reading)
    if parameter.kind == "whole":
        return read_minutes(typed[0])
    # A key given twice holds whole values, so that a name with a comma can be written too.
    parts = typed[0].split(",") if len(typed) == 1 else typed
    return tuple(_one(parameter, part.strip(), reading) for part in parts if part.strip())


def _one(parameter: Parameter, text: str, reading: Reading) -> Any:
    if parameter.kind == "choice":
        return _choice(parameter, text)
    if parameter.kind in _EMPTY_IS_NONE and not text.strip():
        return "" if parameter.empties else None
    return _READERS[parameter.kind](parameter, text, reading)


def _choice(parameter: Parameter, text: str) -> str:
    value = text.strip().casefold()
    if value not in parameter.choices:
        details = {
            "field": parameter.key,
            "value": safe(text),
            "allowed": ", ".join(parameter.choices),
        }
        raise ArgumentError("E-CHOICE", details)
    return value


def _yes_no(parameter: Parameter, text: str, reading: Reading) -> bool:
    del reading
    word = text.strip().casefold()
    if word not in YES | NO:
        raise ArgumentError("E-YES", {"field": parameter.key, "value": safe(text)})
    return word in YES


def _number(parameter: Parameter, text: str, reading: Reading) -> float:
    del reading
    pattern = r"[+-]?[0-9]{1,6}" if parameter.kind == "whole" else r"-?[0-9]{1,9}(?:\.[0-9]{1,6})?"
    if re.fullmatch(pattern, text.strip()) is None:
        raise ArgumentError("E-NUMBER", {"field": parameter.key, "value": safe(text)})
    return int(text) if parameter.kind == "whole" else float(text)


def _date(parameter: Parameter, text: str, reading: Reading) -> date:
    if parameter.name not in _PAST:
        return read_date(text, reading.today, reading.language)
    try:
        return read_full_date(text, reading.language)
    except DateError as error:
        if error.details["why"] != "year":
            raise
        found = read_date(text, reading.today, reading.language)
        if found > reading.today:
            raise
        return found


def _moment(parameter: Parameter, text: str, reading: Reading) -> datetime:
    del parameter
    return read_moment(text, reading.zone, today=reading.today, language=reading.language)


_EMPTIES = " | Literal['']"
"""How a field's type says that an empty text empties it, in Python's own quotes."""

_EMPTY_IS_NONE = frozenset({"date", "moment"})
_READERS: Mapping[str, Callable[[Parameter, str, Reading], Any]] = {
    "text": lambda _parameter, text, _reading: text,
    "yes-no": _yes_no,
    "whole": _number,
    "number": _number,
    "date": _date,
    "moment": _moment,
    "time": lambda _parameter, text, _reading: f"{read_time(text):%H:%M}" if text else "",
}


def _iso(text: str, reading: Reading) -> str:
    """A date typed as the value of an edit, in the form that the log keeps."""
    return read_date(text, reading.today, reading.language).isoformat()


def _kind(owner: type, name: str, text: str) -> tuple[str, tuple[str, ...], bool]:
    """What a field's type means: its kind, its choices, and whether it takes several values.

    The text of an annotation says it mostly. Only a set of words is worked out, and alone:
    `get_type_hints(command)` would work out every ClassVar too, and playing the demo's script
    would take as long as its first screen.
    """
    many = text.startswith("tuple[")
    plain = text.removeprefix("tuple[").removesuffix(", ...]")
    if plain in _KINDS:
        return _KINDS[plain], (), many
    alone = {"__annotations__": {name: plain}, "__module__": owner.__module__}
    return "choice", get_args(get_type_hints(type(owner.__name__, (), alone))[name]), many


_KINDS: Mapping[str, str] = {
    "str": "text",
    "bool": "yes-no",
    "int": "whole",
    "float": "number",
    "date": "date",
    "datetime": "moment",
}
