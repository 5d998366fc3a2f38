"""Any command there is, with any arguments, for whoever presses keys at random."""

from __future__ import annotations

import json
import math
import types
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, ClassVar, Final, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from phases.changes import Tables
from phases.commands import COMMANDS, Command
from tests.phases.room import NOON

NAMES: Final = st.one_of(
    st.sampled_from(["Rektor", "mor", "Kontaktlærar", "Helsesjukepleiar", "PPT", "PPT-rådgjevar"]),
    st.sampled_from(["Føresett 1", "skulehelseteneste", "Eleven", "family", "teacher", "none"]),
    st.sampled_from(["Onkel", "", "  ", "#0", *(f"id{n}" for n in range(1, 12, 2))]),
)


TEXTS: Final = st.one_of(
    st.sampled_from(["", "Leksehjelp", "ei\nto", "\x1b[31m\u202eraud\x00", "[/]", "å" * 161]),
    st.sampled_from(["ska\udce5l", "912 34 567", "Mor sa nei", "2027-02-09", "home", "ended"]),
    st.text(max_size=12),
)


BY_NAME: Final[dict[str, st.SearchStrategy[Any]]] = {
    "who": NAMES,
    "owner": NAMES,
    "to": NAMES,
    "by": NAMES,
    "caller": NAMES,
    "service": NAMES,
    "covers": st.one_of(NAMES, st.just("log")),
    "relay_holder": NAMES,
    "id": st.sampled_from(["#0", "#1", "#0", "id1"]),
    "structure": st.sampled_from(["bti-individual", "mine"]),
    "minutes": st.sampled_from([(5, 5, 10, 5, 10, 5, 5), (1,) * 7, (5, 5), (0,) * 7]),
    "speed": st.sampled_from([1.0, 1.0, 60.0, 0.0, 1000.0, math.nan]),
    "seconds": st.sampled_from([0.0, 30.0, 600.0, 1e6, -1.0, math.nan, math.inf]),
    "consent_age": st.sampled_from([15, 16, 17, 18]),
}
"""Fields that need values of a kind, right and wrong ones."""


def strategy(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a field's type."""
    if get_origin(hint) in (Union, types.UnionType):
        return st.one_of([strategy(part) for part in get_args(hint)])
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) is tuple:
        return st.lists(strategy(get_args(hint)[0]), max_size=2).map(tuple)
    plain: dict[Any, st.SearchStrategy[Any]] = {
        str: st.one_of(NAMES, TEXTS),
        bool: st.booleans(),
        int: st.integers(min_value=-90, max_value=90),
        date: st.dates(min_value=date(2026, 12, 1), max_value=date(2027, 6, 1)),
        datetime: st.just(NOON + timedelta(days=42)),
        type(None): st.none(),
    }
    return plain[hint]


def built(kind: type[Command]) -> st.SearchStrategy[Command]:
    """Commands of one kind, some of their fields given."""
    hints = get_type_hints(kind)
    given = {
        name: BY_NAME[name] if name in BY_NAME and "date" not in str(hint) else strategy(hint)
        for name, hint in hints.items()
        if get_origin(hint) is not ClassVar
    }
    if kind.name != "meeting-plan" and "minutes" in given:
        given["minutes"] = strategy(hints["minutes"])
    return st.fixed_dictionaries({}, optional=given).map(lambda fields: kind(**fields))


ANY_COMMAND: Final = st.one_of([built(kind) for kind in COMMANDS])


THE_LOG: Final = st.one_of(
    [built(kind) for kind in COMMANDS if kind.duty == "log" or kind.name.startswith("offer")]
)


AGREEMENTS: Final = st.one_of(
    [built(kind) for kind in COMMANDS if kind.duty in ("agree", "prepare", "evaluate")]
)


CLOCK_AND_TURNS: Final = st.one_of(
    [built(kind) for kind in COMMANDS if kind.duty in ("clock", "talk", "guard")]
)


def texts_of(value: object, field: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a document with the field it stands in."""
    if isinstance(value, str):
        yield field, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield field, key
            yield from texts_of(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of(inner, field)


def merged(entries: list[str]) -> Tables:
    """Several entries as one set of changes."""
    tables: Tables = {}
    for entry in entries:
        for table, documents in json.loads(entry).items():
            tables.setdefault(table, {}).update(documents)
    return tables
