"""Which act may be taken back by name while others go on: pure (design §4.2, §5).

Undoing puts whole documents back, so an act whose records were changed since, or are named by
others by now, stays: taking it back would take somebody else's work with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from phases.case import Case
from phases.changes import EXIT_CONFLICT, refuse
from phases.records import Event, Record
from phases.rights import Duty, Window

TURNS: Final = frozenset({"offer-add"})
"""Written by whoever takes notes, and yet a turn taken: the turns after it hang on it."""


def duty_of(event: Event) -> Duty:
    """What the act of this event touched; an unknown one counts as the clock's."""
    from phases.commands import command_named

    kind = command_named(event.kind)
    return kind.duty if kind else "clock"


def newest_of(case: Case, window: Window) -> Event | None:
    """What such a window did last, of what still stands."""
    own = (e for events in case.happened.values() for e in events if e.window == window)
    return max(own, key=lambda e: e.seq, default=None)


def own_event(case: Case, event_id: str, window: Window) -> Event:
    """The act to be taken back. Refuses another window's, and one that others built on.

    The leader's window may take back anybody's; the others only what such a window did.
    """
    event = case.event(event_id)
    if event is None:
        raise refuse("nothing-to-undo")
    if window not in ("lead", event.window):
        raise refuse("not-yours")
    if any(_hangs_on(later, event) for later in _after(case, event)) or _is_named(case, event):
        raise refuse("built-upon", EXIT_CONFLICT)
    return event


def _after(case: Case, event: Event) -> Iterator[Event]:
    """The acts done since."""
    return (e for events in case.happened.values() for e in events if e.seq > event.seq)


def _hangs_on(later: Event, event: Event) -> bool:
    """Whether a later act changed the same record, or moved what this one moved."""
    moves, since = duty_of(event), duty_of(later)
    if moves not in ("log", "agree") and since != "log":
        return True
    if event.kind in TURNS and since in ("clock", "talk"):
        return True
    return any(
        record in later.was.get(table, {})
        for table, records in event.was.items()
        for record in records
    )


def _is_named(case: Case, event: Event) -> bool:
    """Whether a record that it made is named by another one: chosen, read aloud, grown out of."""
    made = [i for docs in event.was.values() for i, doc in docs.items() if doc is None]
    tables = (case.meetings, case.activities, case.assessments, case.goals)
    naming: list[Record] = [record for table in tables for record in table.values()]
    return any(i != r.id and i in str(r.to_doc()) for i in made for r in naming)
