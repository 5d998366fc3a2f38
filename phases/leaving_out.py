"""The case as it may be shown: without those whom no consent covers (R-C4, R-C6, SC-10, INV-05).

What is shown is redacted, never the history: the journal keeps all of it, and a consent given
anew brings it back. The same for every table, by where an id stands, so that a record that is
added later is left out too without anybody having thought of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from phases.case import Case
from phases.changes import Document
from phases.covering import service_of, taken_back
from phases.records import TABLES, Event, Record

OWNED_BY: Final = ("owner", "service", "from", "covers", "row", "activity")
"""Where somebody who is left out stands here, or what is theirs, the whole record is theirs."""

GONE_WITH_ALL: Final = "to"
"""A record that went to them alone says nothing without them."""

NEEDED: Final = ("to", "who")
"""Where they stand here in a part of a record, the part says nothing without them."""

_TABLES: Final = tuple(t for t in TABLES if t not in ("case", "events", "participants"))


def shown(case: Case) -> Case:
    """The case without those who are left out: the same one where nobody is."""
    known = vars(case).get("_shown")
    if known is None:
        known = vars(case)["_shown"] = _without(case)
        if known is not case:
            vars(known)["_whole"] = case
    return known if isinstance(known, Case) else case


def masked(case: Case) -> Case:
    """The same, and their names taken out of what was written: for walls, texts and reports.

    Of one that is `shown` already too: it no longer knows the names, and so keeps the whole one.
    """
    case = whole(case)
    names = _names(case)
    if not names:
        return shown(case)
    after = _with_texts(shown(case), _pattern(names))
    vars(after)["_whole"] = case
    return after


def whole(case: Case) -> Case:
    """The case of which this is what may be `shown`, masked or not; itself where it is no part.

    A changed copy of a shown case has forgotten it: whoever changes one begins with the whole.
    """
    known: Case = vars(case).get("_whole", case)
    return known


def out_of(case: Case) -> bool:
    """Whether anybody, or any service, is left out here."""
    return bool(_names(case))


def hushed(case: Case, value: Any) -> Any:
    """A value of an event without those who are left out, neither by name nor by id."""
    names = _names(case)
    if not names:
        return value
    told = _hush(value, _pattern(names))
    return _scrubbed(told, left_out_ids(case))


def left_out_ids(case: Case) -> frozenset[str]:
    """Everybody who is left out, or whose service has been taken out."""
    return frozenset(
        p.id
        for p in case.participants.values()
        if p.left_out or (service_of(p) and taken_back(case, service_of(p)))
    )


def _names(case: Case) -> frozenset[str]:
    """What they and their services are called, and the services nobody speaks for any more."""
    out = left_out_ids(case)
    people = [case.participants[i] for i in out]
    names = {n for p in people for n in (p.name, p.call, p.service) if n}
    known = {service_of(p).casefold() for p in case.participants.values()}
    gone = {
        c.covers
        for c in case.consents.values()
        if c.withdrawn and c.covers.casefold() not in known | {"log", "cooperation"}
    }
    return frozenset(names | {g for g in gone if taken_back(case, g)})


def _without(case: Case) -> Case:
    out = left_out_ids(case)
    if not out:
        return case
    services = {s.casefold() for i in out if (s := service_of(case.participants[i]))}
    gone = out | {r.id for r in _records(case) if _owned(r, out, services)}
    fields: dict[str, Any] = {
        "participants": {k: p for k, p in case.participants.items() if k not in out},
        "happened": {
            m: tuple(e for e in events if not _about(e, out)) for m, events in case.happened.items()
        },
    }
    for table in _TABLES:
        records: Mapping[str, Record] = getattr(case, table)
        kept = ((k, _kept(r, gone, services)) for k, r in records.items())
        fields[table] = {k: record for k, record in kept if record is not None}
    facts = case.facts
    if facts.relay_holder in out:
        facts = facts.with_(relay_holder="")
    # A gap, and nobody moved up into it: who had the baton before didn't have it then.
    held = tuple(h.model_copy(update={"who": ""}) if h.who in out else h for h in facts.holders)
    fields["facts"] = facts if held == facts.holders else facts.with_(holders=held)
    after = case.with_(**fields)
    vars(after)["_shown"] = after
    return after


def _records(case: Case) -> Iterator[Record]:
    for table in _TABLES:
        yield from getattr(case, table).values()


def _owned(record: Record, gone: frozenset[str], services: set[str]) -> bool:
    """Whether a record is theirs: what is said of it goes with it, and nothing names it."""
    return any(_theirs(getattr(record, key, None), gone, services) for key in OWNED_BY)


def _about(event: Event, out: frozenset[str]) -> bool:
    """Whether an event is about one of them alone; the clock's are about nobody."""
    return event.kind in ("arrive", "expect", "leave", "leave-out") and event.args.get("who") in out


def _kept(record: Record, gone: frozenset[str], services: set[str]) -> Record | None:
    """A record without them; None where it was theirs. Untouched ones are the same object."""
    doc = record.to_doc()
    if record.id in gone or any(_theirs(doc.get(k), gone, services) for k in OWNED_BY):
        return None
    if (to := doc.get(GONE_WITH_ALL)) and gone.issuperset(to):
        return None
    after = {k: _scrubbed(v, gone) for k, v in doc.items()}
    return record if after == doc else type(record).from_doc(_filled(record, after))


def _filled(record: Record, doc: Document) -> Document:
    """Fields that were emptied go back to their default, where they have one."""
    model = type(record).model_fields
    return {k: v for k, v in doc.items() if v is not None or k not in model}


def _theirs(value: object, gone: frozenset[str], services: set[str]) -> bool:
    return isinstance(value, str) and (value in gone or value.casefold() in services)


def _scrubbed(value: Any, gone: frozenset[str]) -> Any:
    if isinstance(value, str):
        return "" if value in gone else value
    if isinstance(value, list):
        kept = (_scrubbed(v, gone) for v in value if not (isinstance(v, str) and v in gone))
        return [v for v in kept if v is not None]
    if isinstance(value, dict):
        if any(value.get(k) in gone for k in NEEDED if isinstance(value.get(k), str)):
            return None
        return {k: _scrubbed(v, gone) for k, v in value.items()}
    return value


def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    told = "|".join(re.escape(name) for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{told})(?!\w)", re.IGNORECASE)


def _with_texts(case: Case, pattern: re.Pattern[str]) -> Case:
    """Every text of a record with `…` where one of the names stood."""
    fields: dict[str, Any] = {}
    for table in _TABLES:
        records: Mapping[str, Record] = getattr(case, table)
        fields[table] = {k: _hushed(r, pattern) for k, r in records.items()}
    fields["participants"] = {
        k: p.with_(sits_in_for=pattern.sub("…", p.sits_in_for)) if p.sits_in_for else p
        for k, p in case.participants.items()
    }
    after = case.with_(**fields)
    vars(after)["_shown"] = after
    return after


def _hushed(record: Record, pattern: re.Pattern[str]) -> Record:
    doc = record.to_doc()
    after = _hush(doc, pattern)
    return record if after == doc else type(record).from_doc(after)


def _hush(value: Any, pattern: re.Pattern[str]) -> Any:
    if isinstance(value, str):
        return pattern.sub("…", value)
    if isinstance(value, list):
        return [_hush(v, pattern) for v in value]
    if isinstance(value, dict):
        return {k: v if k == "id" else _hush(v, pattern) for k, v in value.items()}
    return value
