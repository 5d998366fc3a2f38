"""Which fields of a record name another record, and which of them name one that isn't there.

In a log of our own that happens by redaction alone, or where a line was taken back after it had
been named; every window copes with it. In a file from elsewhere it is a fault of the file, and an
import refuses it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from phases.changes import Document
from phases.settle import NOBODY

_PEOPLE, _MEETINGS = ("participants",), ("meetings",)
_LINES = ("activities", "offers")

NAMES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "case": {"relay_holder": _PEOPLE, "holders.who": _PEOPLE},
    "consents": {"by": _PEOPLE, "meeting": _MEETINGS},
    "activities": {
        "owner": _PEOPLE,
        "contributors": _PEOPLE,
        "meeting": _MEETINGS,
        "offer": ("offers",),
        "goal": ("goals",),
    },
    "assessments": {"activity": ("activities",), "meeting": _MEETINGS, "by": _PEOPLE},
    "goals": {"owner": _PEOPLE, "meeting": _MEETINGS},
    "meetings": {
        "writer": _PEOPLE,
        "viddevakt": _PEOPLE,
        "decided_by": _PEOPLE,
        "choice.offers": ("offers",),
        "hand_over.to": _PEOPLE,
        "read_aloud": _LINES,
        "next_meeting.caller": _PEOPLE,
        "inform_child.who": _PEOPLE,
        "outcome.responsible": _PEOPLE,
        "distribution.to": _PEOPLE,
        "signed.who": _PEOPLE,
    },
    "agendas": {"id": _MEETINGS},
    "offers": {"meeting": _MEETINGS},
    "parked": {"meeting": _MEETINGS},
    "notes": {"meeting": _MEETINGS},
    "answers": {"meeting": _MEETINGS},
    "interventions": {"meeting": _MEETINGS},
    "evaluations": {"id": _MEETINGS},
    "notices": {"meeting": _MEETINGS, "to": _PEOPLE},
    "own_systems": {"who": _PEOPLE},
    "minutes": {"id": _MEETINGS, "responsible": _PEOPLE, "recipients": _PEOPLE},
    "feedback": {"meeting": _MEETINGS, "by": _PEOPLE},
    "events": {"meeting": _MEETINGS},
}
"""Table -> field, a dot between a part and its field -> the tables where it may be found."""


class Dangling(NamedTuple):
    """A record that names another one that isn't there."""

    table: str
    id: str
    field: str
    named: str


Told = Mapping[str, Mapping[str, Document | None]]
"""Tables to look at."""


def dangling(tables: Told) -> Iterator[Dangling]:
    """Every name of nothing, in the order of the tables. The records are of their shape."""
    for table, fields in NAMES.items():
        for record_id, document in tables.get(table, {}).items():
            for field, targets in fields.items():
                for named in _named(document or {}, field.split(".")):
                    if not any(tables.get(target, {}).get(named) for target in targets):
                        yield Dangling(table, record_id, field, named)


def told_gone(tables: Told) -> frozenset[str]:
    """The ids of which a log says itself that they are gone."""
    facts = tables.get("case", {}).get("case") or {}
    return frozenset(facts.get("gone", ()))


def telling_gone(tables: Mapping[str, Mapping[str, Document]]) -> dict[str, dict[str, Document]]:
    """The same tables, the case saying of which ids it knows that they are gone.

    So that a log of ours is taken in again as it is, whatever was redacted in it.
    """
    whole = {name: dict(table) for name, table in tables.items()}
    gone = sorted({name.named for name in dangling(tables)} | told_gone(tables))
    if gone and (facts := whole.get("case", {}).get("case")):
        whole["case"]["case"] = {**facts, "gone": gone}
    return whole


def _named(value: Any, path: list[str]) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _named(each, path)
    elif isinstance(value, dict) and path:
        yield from _named(value.get(path[0]), path[1:])
    elif isinstance(value, str) and value not in ("", NOBODY):
        yield value
