"""A made-up chain of two conversations, and rooms in which they are planned, led and over."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, Final

from phases.calendar import Closure, Closures
from phases.commands import Command
from phases.commands.case_facts import CaseNew
from phases.commands.clock import BreakOff, Close, Start
from phases.commands.closing import InformChildCommand, NextMeetingCommand
from phases.commands.consents import ConsentAdd
from phases.commands.outcome import OutcomeCommand
from phases.commands.participants import ParticipantAdd
from phases.commands.planning import MeetingPlan
from phases.structures import Structure
from tests.phases.room import FakeClock, Room

FRIDAY: Final = datetime(2027, 1, 29, 12, 0, tzinfo=UTC)
"""The first meeting of SC-06, 13:00 in Oslo."""

WINTER: Final = Closures((Closure(date(2027, 2, 22), date(2027, 2, 26), "vinterferie"),))
BOOKED: Final = date(2027, 2, 18)
FROM_PLAN: Final[dict[str, Any]] = {"next_within": None, "next_from_plan": True}


def conversation(name: str = "talk-1", **more: Any) -> Structure:
    """A structure of one part that asks how it goes on."""
    words = {"nn": "Samtale", "nb": "Samtale", "en": "Conversation"}
    part = {
        "id": "closing",
        "minutes": 20,
        "floor": ({"who": "leader", "act": "lead"},),
        "settle": ("outcome", "next-meeting", "feedback") if more.get("ends") else (),
        "title": words,
        "purpose": words,
        "now": words,
        "later": words,
        "say": {"nn": ("Vi", "no"), "nb": ("Vi", "nå"), "en": ("We", "now")},
    }
    more.pop("ends", None)
    whole = {
        "id": name,
        "version": 1,
        "activity_label": "measure",
        "title": words,
        "phases": (part,),
        "next_within": {"months": 1},
        "signatures": 3,
        "filing": ({"id": "samspill", "title": words}, {"id": "archive", "title": words}),
        "minutes_by": ("head",),
    }
    return Structure.model_validate({k: v for k, v in (whole | more).items() if v is not None})


class ChainRoom(Room):
    """A room whose municipality has a winter break."""

    def context(self, reason: str = "") -> Any:
        return super().context(reason)._replace(calendar=WINTER)


def planned(*, plan: MeetingPlan | None = None, head: bool = True, **more: Any) -> Room:
    """The case with its first conversation planned; the child is at home."""
    room = ChainRoom(FakeClock(datetime(2027, 1, 11, 8, 0, tzinfo=UTC)))
    first = conversation("talk-1", next_structure="talk-2", **more)
    room.structures = {"talk-1": first, "talk-2": conversation("talk-2", ends=True)}
    room.do(CaseNew(language="nb", structure="talk-1"))
    room.do(ParticipantAdd(label="Rektor", role="head" if head else "other", duties=("leader",)))
    room.do(ParticipantAdd(label="Foresatt", role="guardian"))
    room.do(ParticipantAdd(label="PPT-rådgiver", role="service", service="PPT"))
    room.do(ConsentAdd(by="Foresatt", given=date(2027, 1, 4)))
    room.do(plan or MeetingPlan(at=FRIDAY, place="Grupperom 2"))
    return room


def led(**more: Any) -> Room:
    """The first conversation under way on its day."""
    room = planned(**more)
    at(room, FRIDAY)
    room.do(Start())
    return room


def over(**more: Any) -> Room:
    """The first conversation closed twenty minutes later, the next one agreed."""
    room = led(**more)
    room.do(NextMeetingCommand(on=BOOKED, at="13:00"))
    room.do(InformChildCommand(who="Foresatt", how="hjemme", when=FRIDAY.date()))
    if more.get("ends"):
        room.do(OutcomeCommand(kinds=("continue",)))
    room.do(Close(), after=1200.0)
    return room


def broken_off(**more: Any) -> Room:
    """The first conversation ended early."""
    room = led(**more)
    room.do(BreakOff(), after=300.0)
    return room


def second(*commands: Command) -> Room:
    """The second conversation planned, after the first was held."""
    room = over()
    room.do(MeetingPlan(at=datetime(2027, 2, 18, 12, 0, tzinfo=UTC)))
    for command in commands:
        room.do(command)
    return room


def at(room: Room, moment: datetime) -> Room:
    """Let time pass until then."""
    room.clock.tick((moment - room.clock.utc).total_seconds())
    return room


def on(room: Room, day: date) -> Room:
    """The morning of that day."""
    return at(room, datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC))
