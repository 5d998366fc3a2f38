"""When each rule about activities speaks, and when it doesn't: for the table in `test_rules`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from phases.commands import Command
from phases.commands.clock import Close, Next, Start
from phases.commands.log import ActivityAdd, ActivityEdit, ActivityReplace, NoteCommand
from phases.commands.log_assessing import Assess
from phases.commands.log_fields import EditField
from phases.commands.participants import ParticipantEdit
from phases.commands.planning import MeetingPlan
from phases.commands.welcome import ConsentTold
from tests.phases.room import NOON, SHIPPED, Room, set_up, started
from tests.phases.rooms import (
    TALKS,
    Spoken,
    ending_with,
    follow_up,
    ready_to_close,
    shown,
    spoken,
    talks,
)
from tests.phases.walk import DUE

WALK: Final = "activities"
BEFORE: Final = ActivityAdd(title="Tidleg i seng", owner="Mor", due=DUE)
TRIED: Final = "measures-to-try"
WHOLE: Final = ActivityAdd(
    title="Lesing", owner="Mor", due=DUE, content="Høgt", extent="Kvar dag", organisation="To og to"
)
LAZY: Final = NoteCommand(text="Han er lat på måndagar")
SEEN: Final = NoteCommand(text="Måndag la han hovudet på pulten i ti minutt")
IN_A_MONTH: Final = date(2027, 2, 19)


def describing(*commands: Command) -> Spoken:
    """What is said of the last of these where people are asked to describe."""
    return spoken(follow_up("know", structure="know-can-will-do"), *commands)


def walking() -> Room:
    """One activity is under way, and the walk-through has begun."""
    return follow_up(WALK, BEFORE)


def only(room: Room) -> str:
    """The id of the activity."""
    return next(iter(room.case.activities))


def talked_about(room: Room) -> Room:
    room.do(Assess(id=only(room)))
    return room


def short() -> Room:
    """A meeting that ends with its walk-through."""
    room = set_up()
    room.structures = {**SHIPPED, "short": ending_with(WALK)}
    room.do(MeetingPlan(structure="short"), BEFORE)
    room.do(Start(), ConsentTold())
    while room.sitting.line.phase != WALK:
        room.next()
    return room


def with_talks() -> Room:
    room = started()
    room.do(TALKS)
    return room


def edited(field: EditField, value: str) -> Spoken:
    room = with_talks()
    return spoken(room, ActivityEdit(id=only(room), field=field, value=value))


def replaced(**told: object) -> Spoken:
    room = with_talks()
    new = ActivityReplace(id=only(room), title="Seks samtalar", owner="Mor", due=DUE)
    return spoken(room, new.with_(**told))


def due(after_days: int, *commands: Command) -> Spoken:
    """What is to be done so many days after an activity was to be assessed."""
    room = set_up()
    room.do(ActivityAdd(title="Samtalar", owner="Mor", due=DUE, assess_on=NOON.date()))
    room.clock.tick(timedelta(days=after_days).total_seconds())
    for command in commands:
        room.do(command.with_(id=only(room)))
    return shown(room, "due")


def without_rest() -> tuple[Command, ...]:
    """Nobody but those who own something is in the log."""
    idle = ("Rektor", "Kontaktlærar", "Far", "Helsesjukepleiar", "PPT-rådgjevar")
    return tuple(ParticipantEdit(who=who, in_log=False) for who in idle)


Silence = Callable[[], Spoken]

OF_ACTIVITIES: Final[dict[tuple[str, str, str], tuple[Silence, Silence]]] = {
    ("R-M10", "W", "log-text"): (lambda: describing(LAZY), lambda: describing(SEEN)),
    ("R-M11", "I", "next"): (
        lambda: spoken(follow_up("others", BEFORE), Next()),
        lambda: spoken(follow_up("family", BEFORE), Next()),
    ),
    ("R-M12", "B", "next"): (
        lambda: spoken(walking(), Next()),
        lambda: spoken(talked_about(walking()), Next()),
    ),
    ("R-M12", "B", "close"): (
        lambda: spoken(short(), Close()),
        lambda: spoken(talked_about(short()), Close()),
    ),
    ("R-M13", "W", "next"): (
        lambda: spoken(follow_up("new-activities"), Next()),
        lambda: spoken(follow_up("new-activities", *without_rest()), BEFORE, Next()),
    ),
    ("R-M13", "W", "close"): (
        lambda: spoken(ready_to_close(), Close()),
        lambda: spoken(
            ready_to_close(),
            ParticipantEdit(who="Rektor", in_log=False),
            ParticipantEdit(who="Far", in_log=False),
            Close(),
        ),
    ),
    ("R-M14", "B", "activity-add"): (
        lambda: spoken(started(), talks(owner="")),
        lambda: spoken(started(), TALKS),
    ),
    ("R-M14", "B", "activity-replace"): (lambda: replaced(owner=""), replaced),
    ("R-M14", "B", "activity-edit"): (lambda: edited("owner", ""), lambda: edited("owner", "Mor")),
    ("R-M14", "W", "activity-add"): (
        lambda: spoken(started(), talks(due=None)),
        lambda: spoken(started(), talks(due=None).with_(period_end=IN_A_MONTH)),
    ),
    ("R-M14", "W", "activity-replace"): (
        lambda: replaced(due=None),
        lambda: replaced(due=None, period_end=IN_A_MONTH),
    ),
    ("R-M14", "W", "activity-edit"): (
        lambda: edited("due", ""),
        lambda: edited("period_end", ""),
    ),
    ("R-M14", "W", "next"): (
        lambda: spoken(follow_up(TRIED, structure="meeting-2"), BEFORE, Next()),
        lambda: spoken(follow_up(TRIED, structure="meeting-2"), WHOLE, Next()),
    ),
    ("R-E13", "W", "due"): (lambda: due(1), lambda: due(1, Assess())),
}
"""Rule, priority and moment -> when it speaks, and when it is silent."""
