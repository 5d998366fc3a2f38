"""Whose turn it is: rounds, answers, passing and coming back (design §4.9, S3-09 … S3-17)."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from phases.case import Case
from phases.records import AgendaPhase, Event
from phases.rounds import FAMILY_ALONE, Group, Speaking, groups, leading
from phases.sitting import Sitting
from phases.structures import Act, Who

__all__ = [
    "FAMILY_ALONE",
    "Called",
    "Floor",
    "Speaking",
    "allowance_s",
    "called",
    "floor",
    "floor_in",
    "leading",
]


class Called(NamedTuple):
    """A turn with what its people are called: all that a sentence about it needs."""

    who: Who
    act: Act
    service: str
    names: tuple[str, ...]
    activity: str = ""
    """The title of the activity whose turn it is in a walk-through."""


class Floor(NamedTuple):
    """Who has the floor, who follows, and who hasn't been heard."""

    queue: tuple[Group, ...] = ()
    step: int = 0
    """Which turn of the first group it is."""
    heard: tuple[str, ...] = ()

    @property
    def now(self) -> Speaking | None:
        """Who has the floor; nobody once everybody has been heard."""
        return self.queue[0].turns[self.step] if self.queue else None

    @property
    def following(self) -> Speaking | None:
        """Who comes next."""
        rest = [turn for group in self.queue for turn in group.turns][self.step + 1 :]
        return rest[0] if rest else None

    @property
    def waiting(self) -> tuple[str, ...]:
        """Keys of those not heard yet, the present one included."""
        return tuple(group.key for group in self.queue)

    @property
    def unanswered(self) -> bool:
        """A service has asked and its answer is not ticked (R-M5)."""
        return self.step > 0 or (self.now is not None and self.now.act == "answer")

    @property
    def calm(self) -> bool:
        """Guardians or child have the floor: no red, no seconds, no sound."""
        return self.now is not None and self.now.family

    @property
    def passed_before(self) -> bool:
        """Whether the present group has passed once; a second time means it is done."""
        return bool(self.queue) and self.queue[0].passed


def floor(case: Case, sitting: Sitting) -> Floor:
    """The floor of the phase that runs; empty outside a phase."""
    phase = sitting.phase
    return floor_in(case, sitting, phase) if phase else Floor()


def floor_in(case: Case, sitting: Sitting, phase: AgendaPhase) -> Floor:
    """The floor of one phase after everything that happened in it, over all its runs.

    Turns are told by key and not by place, and people come and go when they came and went, so
    that nobody's turn is ticked by somebody else's arrival or early leave.
    """
    gone = sitting.not_from_the_start
    now = Floor(groups(case, sitting, phase, gone))
    begun = False
    for event in sitting.events:
        begun = begun or event.phase == phase.id
        if event.kind in ("leave", "arrive"):
            gone = gone ^ {event.args["who"]} if _moved(event, gone) else gone
            anew = groups(case, sitting, phase, gone)
            now = _with_those_here(now, anew) if begun else Floor(anew)
        elif event.phase == phase.id:
            now = _after(now, event)
    return now


def called(turn: Speaking, case: Case) -> Called:
    """A turn by what its people are called."""
    about = case.activities.get(turn.activity)
    names = tuple(map(case.label, turn.people))
    return Called(turn.who, turn.act, turn.service, names, about.title if about else "")


def key_words(case: Case, key: str) -> str:
    """Who or what a key of the floor stands for, by its name; a kind of speaker stays a word."""
    about = case.activities.get(key)
    return about.title if about else case.label(key)


def _moved(event: Event, gone: frozenset[str]) -> bool:
    """Whether this event changes who is in the room."""
    return (event.args["who"] in gone) == (event.kind == "arrive")


def _with_those_here(floor: Floor, anew: tuple[Group, ...]) -> Floor:
    """The same floor for those who are here now: who came waits at the end."""
    here = {(group.key, group.nth): group for group in anew}
    waiting = [(group.key, group.nth) for group in floor.queue]
    stayed = [
        here[g.key, g.nth]._replace(passed=g.passed) for g in floor.queue if (g.key, g.nth) in here
    ]
    same_first = bool(stayed) and (stayed[0].key, stayed[0].nth) == waiting[0]
    heard = Counter(floor.heard)
    came = (g for g in anew if (g.key, g.nth) not in waiting and g.nth >= heard[g.key])
    queue = (*stayed, *came)
    step = floor.step if same_first else 0
    if step and step >= len(queue[0].turns):
        # Everybody who could have answered has gone.
        return Floor(queue[1:], 0, (*floor.heard, queue[0].key))
    return Floor(queue, step, floor.heard)


def _after(floor: Floor, event: Event) -> Floor:  # noqa: PLR0911 - one a kind of event
    match event.kind:
        case "answered":
            turned = _turned_to(floor, event.args["key"])
            return _step(turned) if turned else floor
        case "pass":
            turned = _turned_to(floor, event.args["key"])
            return _passed(turned) if turned else floor
        case "floor":
            return _turned_to(floor, event.args["to"]) or floor
        case "offer-add" if floor.now and floor.now.act == "offer":
            same = floor.now.service == event.args.get("service")
            return _step(floor) if same else floor
        case "choose":
            return _through(floor, "choose")
        case "read-aloud":
            return _through(floor, "read")
        case "assess" | "activity-end" | "activity-evaluate":
            return _without(floor, event.args["activity"])
        case _:
            return floor


def _step(floor: Floor) -> Floor:
    """The present turn is done: its group's next one, or the next group."""
    group = floor.queue[0]
    if floor.step + 1 < len(group.turns):
        return floor._replace(step=floor.step + 1)
    return Floor(floor.queue[1:], 0, (*floor.heard, group.key))


def _passed(floor: Floor) -> Floor:
    """Pass and come back at the end; a second pass, or one on an answer, means nothing to add."""
    if floor.step > 0:
        return _step(floor)
    group = floor.queue[0]
    if group.passed or len(floor.queue) == 1:
        return Floor(floor.queue[1:], 0, (*floor.heard, group.key))
    return Floor((*floor.queue[1:], group._replace(passed=True)), 0, floor.heard)


def _turned_to(floor: Floor, key: str) -> Floor | None:
    """The floor with whoever waits by this key in front; None where nobody does (any more)."""
    place = next((i for i, g in enumerate(floor.queue) if g.key == key), None)
    if not place:
        return floor if place == 0 else None
    rest = floor.queue[:place] + floor.queue[place + 1 :]
    return Floor((floor.queue[place], *rest), 0, floor.heard)


def _without(floor: Floor, key: str) -> Floor:
    """Whoever waits by this key is done, out of turn or not."""
    place = next((i for i, g in enumerate(floor.queue) if g.key == key), None)
    if place is None:
        return floor
    queue = floor.queue[:place] + floor.queue[place + 1 :]
    return Floor(queue, floor.step if place else 0, (*floor.heard, key))


def _through(floor: Floor, act: Act) -> Floor:
    """Everything up to and with this act is done, as when the choice itself was noted."""
    acts = [g.turns[-1].act for g in floor.queue]
    if act not in acts:
        return floor
    place = acts.index(act) + 1
    done = tuple(g.key for g in floor.queue[:place])
    return Floor(floor.queue[place:], 0, (*floor.heard, *done))


def allowance_s(floor: Floor, remaining_s: float) -> float:
    """Seconds each that is left in the round may take: time left ÷ how many are left."""
    return max(0.0, remaining_s) / len(floor.queue) if floor.queue else 0.0
