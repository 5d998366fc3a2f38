"""Whose turn it is: rounds, answers, passing and coming back (design §4.9, S3-09 … S3-17)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from phases.case import Case, services_of
from phases.records import AgendaPhase, Event, Participant
from phases.sitting import Sitting
from phases.structures import Act, Turn, Who

FAMILY_SPEAKS: Final[frozenset[Who]] = frozenset({"family", "family-and-teacher"})
"""While one of these has the floor the clock is calm (design §4.5)."""


class Speaking(NamedTuple):
    """A turn with the people it means in this room."""

    who: Who
    act: Act
    service: str = ""
    """The service whose round it is: also while the family answers it."""
    people: tuple[str, ...] = ()
    """Participant ids."""

    @property
    def key(self) -> str:
        """What `floor to=` names: the service, or the kind of speaker."""
        return self.service or self.who


class Called(NamedTuple):
    """A turn with what its people are called: all that a sentence about it needs."""

    who: Who
    act: Act
    service: str
    names: tuple[str, ...]


class _Group(NamedTuple):
    """The turns that belong together: one service's question and its answer, or one turn."""

    key: str
    turns: tuple[Speaking, ...]
    passed: bool = False


class Floor(NamedTuple):
    """Who has the floor, who follows, and who hasn't been heard."""

    queue: tuple[_Group, ...] = ()
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
        return self.now is not None and self.now.who in FAMILY_SPEAKS

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
    gone = _not_yet_here(sitting.events)
    now = Floor(_groups(case, gone, phase))
    begun = False
    for event in sitting.events:
        begun = begun or event.phase == phase.id
        if event.kind in ("leave", "arrive"):
            gone = gone ^ {event.args["who"]} if _moved(event, gone) else gone
            groups = _groups(case, gone, phase)
            now = _with_those_here(now, groups) if begun else Floor(groups)
        elif event.phase == phase.id:
            now = _after(now, event)
    return now


def called(turn: Speaking, case: Case) -> Called:
    """A turn by what its people are called."""
    return Called(turn.who, turn.act, turn.service, tuple(map(case.label, turn.people)))


def _not_yet_here(events: Sequence[Event]) -> frozenset[str]:
    """Who came late: the first that is told of them is that they came."""
    first: dict[str, str] = {}
    for event in events:
        if event.kind == "leave" or (event.kind == "arrive" and not event.args.get("here")):
            first.setdefault(event.args["who"], event.kind)
    return frozenset(who for who, kind in first.items() if kind == "arrive")


def _moved(event: Event, gone: frozenset[str]) -> bool:
    """Whether this event changes who is in the room."""
    return (event.args["who"] in gone) == (event.kind == "arrive")


def _with_those_here(floor: Floor, groups: tuple[_Group, ...]) -> Floor:
    """The same floor for those who are here now: who came waits at the end."""
    here = {group.key: group for group in groups}
    stayed = [here[g.key]._replace(passed=g.passed) for g in floor.queue if g.key in here]
    same_first = bool(stayed) and stayed[0].key == floor.queue[0].key
    known = {*floor.heard, *(g.key for g in floor.queue)}
    queue = (*stayed, *(g for g in groups if g.key not in known))
    step = floor.step if same_first else 0
    if step and step >= len(queue[0].turns):
        # Everybody who could have answered has gone.
        return Floor(queue[1:], 0, (*floor.heard, queue[0].key))
    return Floor(queue, step, floor.heard)


def _groups(case: Case, gone: frozenset[str], phase: AgendaPhase) -> tuple[_Group, ...]:
    """The turns of a phase for all but those who are gone, in the order of setting up."""
    here = tuple(p for p in case.participants.values() if not p.absent and p.id not in gone)
    if phase.round:
        found = []
        for service in services_of(here):
            turns = tuple(_speaking(case, here, turn, service) for turn in phase.floor)
            found.append(_Group(service, tuple(t for t in turns if t.people)))
        return tuple(g for g in found if g.turns)
    singles = (_speaking(case, here, turn, "") for turn in phase.floor)
    return tuple(_Group(t.key, (t,)) for t in singles if t.people)


def _speaking(case: Case, here: tuple[Participant, ...], turn: Turn, service: str) -> Speaking:
    meant = (p for p in here if _means(case, p, turn.who, service))
    family_first = sorted(meant, key=lambda p: not p.family)
    return Speaking(turn.who, turn.act, service, tuple(p.id for p in family_first))


def _means(  # noqa: PLR0911 - one a kind of speaker
    case: Case, person: Participant, who: Who, service: str
) -> bool:
    """Whether this turn is this person's."""
    match who:
        case "family":
            return person.family
        case "teacher":
            return person.teacher
        case "family-and-teacher":
            return person.family or person.teacher
        case "service":
            return person.role == "service" and (person.service or person.label) == service
        case "leader":
            leader = leading(case)
            return leader is not None and person.id == leader.id
        case "summariser":
            summing = case.with_duty("summariser") or _head(case) or leading(case)
            return summing is not None and person.id == summing.id
        case _:
            return person.id == _next_holder(case)


def leading(case: Case) -> Participant | None:
    """Who leads: named, else the relay holder, the head, or one of the staff (domain §7.2).

    Never the family by default: nobody may be surprised by their own name on the wall.
    """
    named = case.with_duty("leader")
    holder = case.participants.get(case.facts.relay_holder)
    staff = (p for p in case.present if not p.family and p.role != "interpreter")
    return named or holder or _head(case) or next(staff, None)


def _head(case: Case) -> Participant | None:
    return next((p for p in case.present if p.role == "head"), None)


def _next_holder(case: Case) -> str:
    """Who reads the log aloud: the one asked to take the baton, else the one who has it."""
    meeting = case.sitting.meeting if case.sitting else None
    if meeting and meeting.hand_over and not meeting.hand_over.declined:
        return meeting.hand_over.to
    return case.facts.relay_holder


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


def _through(floor: Floor, act: Act) -> Floor:
    """Everything up to and with this act is done, as when the choice itself was noted."""
    acts = [g.turns[-1].act for g in floor.queue]
    if act not in acts:
        return floor
    place = acts.index(act) + 1
    done = tuple(g.key for g in floor.queue[:place])
    return Floor(floor.queue[place:], 0, (*floor.heard, *done))


def allowance_s(floor: Floor, remaining_s: float) -> float:
    """Seconds each service left in the round may take: time left ÷ services left."""
    return max(0.0, remaining_s) / len(floor.queue) if floor.queue else 0.0
