"""A case whose every field holds a canary but the few that a wall may show."""

from __future__ import annotations

import json
from copy import deepcopy
from types import UnionType
from typing import Any, Final, get_args, get_origin

from pydantic import BaseModel

from phases.records import TABLES

CANARY = "kanarifugl"

Tables = dict[str, dict[str, Any]]

SHOWN: Final[dict[str, frozenset[str]]] = {
    "participants": frozenset({"service"}),
    "activities": frozenset({"title"}),
    "offers": frozenset({"text", "service"}),
    "meetings": frozenset({"challenge"}),
}
"""What people wrote that stands on the wall."""

NEEDED: Final[dict[str, frozenset[str]]] = {
    "case": frozenset({"id", "unit"}),
    "participants": frozenset({"id"}),
    "consents": frozenset({"id", "by", "covers"}),
    "activities": frozenset({"id", "owner", "meeting", "offer"}),
    "meetings": frozenset({"id", "no_measure"}),
    "agendas": frozenset({"id", "structure"}),
    "events": frozenset({"id", "kind", "meeting", "phase"}),
    "offers": frozenset({"id", "meeting"}),
    "parked": frozenset({"id", "meeting"}),
    "interventions": frozenset({"id", "meeting"}),
}
"""What ties the records to each other; ids are canaries of their own, see `with_canary_ids`."""

WITH_TEXT: Final = ("notes", "parked")
"""Tables of which a record is a text of a part of the meeting."""

EMPTY_OR_TIED: Final = frozenset({"relay_holder", "to", "introductions", "writer", "viddevakt"})
"""An id or a word of ours, where there is one: filled, it would be another meeting."""


def with_canary_ids(tables: Tables, canary: str = CANARY) -> Tables:
    """The same tables, every record under an id that would be noticed."""
    text = json.dumps(tables, ensure_ascii=False)
    ids = [id_ for name, docs in tables.items() if name != "case" for id_ in docs]
    for number, id_ in enumerate(sorted(ids, key=len, reverse=True)):
        text = text.replace(f'"{id_}"', f'"{canary}{number}"')
    found: Tables = json.loads(text)
    return found


def filled(tables: Tables, text: str) -> Tables:
    """The same case to look at, with `text` in every other field, in new fields, a new table."""
    after = deepcopy(tables)
    for table, docs in after.items():
        kept = SHOWN.get(table, frozenset()) | NEEDED.get(table, frozenset({"id"}))
        for doc in docs.values():
            _fill(TABLES[table], doc, kept, text)
    for at, person in enumerate(after.get("participants", {}).values()):
        person["call"] = f"Kalla {at}"
    for event in after.get("events", {}).values():
        event.setdefault("args", {})["ukjend"] = text
        event["was"] = {"activities": {text: {"title": text}}}
    # What no meeting has made yet, so that no table is left out.
    for table in (*WITH_TEXT, "evaluations", "interventions", "answers", "goals", "assessments"):
        meeting = next(iter(after.get("meetings", {})), "")
        new: dict[str, Any] = {"id": f"{CANARY}{table}"}
        if table != "evaluations":
            new |= {"meeting": meeting, "phase": "clarifying"}
        if table in WITH_TEXT:
            new["text"] = text
        kept = frozenset({"id", "meeting"})
        _fill(TABLES[table], new, kept, text)
        after.setdefault(table, {})[new["id"]] = new
    after["framtida"] = {CANARY: {"id": CANARY, "tekst": text}}
    return after


def _fill(model: type[BaseModel], doc: dict[str, Any], kept: frozenset[str], text: str) -> None:
    for name, field in model.model_fields.items():
        kind = field.annotation
        if name in kept or (name in EMPTY_OR_TIED):
            continue
        if kind is str:
            doc[name] = text
        elif get_origin(kind) is tuple and get_args(kind) == (str, ...):
            # `read_aloud` and a choice's offers are ids: one more of them is nothing's id.
            doc[name] = [*doc.get(name, ()), text]
        elif get_origin(kind) is UnionType and name in doc and isinstance(doc[name], dict):
            part = next(
                k for k in get_args(kind) if isinstance(k, type) and issubclass(k, BaseModel)
            )
            _fill(part, doc[name], frozenset({"to"}), text)
    doc["ukjend"] = text
