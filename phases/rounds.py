"""Who speaks in a phase, group by group: its turns with the people they mean in this room.

A round's floor is gone through once for each service, participant, newcomer or activity
(`StructurePhase.each`); which people a turn means is told by its `who` alone, so that no structure
has code of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from phases.case import Case, services_of
from phases.records import AgendaPhase, Participant
from phases.sitting import Sitting
from phases.structures import Act, Turn, Who
from phases.walk import walked

FAMILY: Final = "family"
"""The key of the family's turn in a round over participants."""

FAMILY_ALONE: Final[frozenset[Who]] = frozenset({"family", "child", "guardians"})
"""Those who are to be heard first (S3-09, S0-20, S4-46)."""

_EACH_PERSON: Final[dict[str, Who]] = {
    "participant": "everyone",
    "other": "others",
    "newcomer": "newcomer",
}
"""What a round goes through -> the turn that is the one person's."""


class Speaking(NamedTuple):
    """A turn with the people it means in this room."""

    who: Who
    act: Act
    service: str = ""
    """The service whose round it is: also while the family answers it."""
    people: tuple[str, ...] = ()
    """Participant ids."""
    activity: str = ""
    """The activity whose turn it is in a walk-through."""
    one: str = ""
    """Whose round it is in a round over participants: an id, or `family`."""
    family: bool = False
    """Guardians or child are among them: the clock is calm (design §4.5)."""

    @property
    def key(self) -> str:
        """What `floor to=` names: whose round it is, or the kind of speaker."""
        return self.activity or self.service or self.one or self.who


class Group(NamedTuple):
    """The turns that belong together: one service's question and its answer, or one turn."""

    key: str
    turns: tuple[Speaking, ...]
    passed: bool = False
    nth: int = 0
    """A kind of speaker may have several turns in a phase: 0 for the first of them."""


class _Room(NamedTuple):
    """What a turn is worked out from: the case, the meeting, and who is here."""

    case: Case
    sitting: Sitting
    here: tuple[Participant, ...]


def groups(
    case: Case, sitting: Sitting, phase: AgendaPhase, gone: frozenset[str]
) -> tuple[Group, ...]:
    """The turns of a phase for all but those who are gone, in the order of setting up."""
    people = (p for p in case.participants.values() if not (p.absent or p.left_out))
    here = tuple(p for p in people if p.id not in gone)
    room = _Room(case, sitting, here)
    found = _round(room, phase) if phase.round else _singles(room, phase)
    times: Counter[str] = Counter()
    numbered = []
    for group in found:
        numbered.append(group._replace(nth=times[group.key]))
        times[group.key] += 1
    return tuple(numbered)


def _singles(room: _Room, phase: AgendaPhase) -> Iterator[Group]:
    """One turn each; who has spoken for the unit isn't one of the others as well."""
    unit: frozenset[str] = frozenset()
    for turn in phase.floor:
        said = _speaking(room, turn)
        if turn.who == "unit":
            unit = frozenset(said.people)
        elif turn.who == "others":
            said = said._replace(people=tuple(p for p in said.people if p not in unit))
        if said.people:
            yield Group(said.key, (said,))


def _round(room: _Room, phase: AgendaPhase) -> Iterator[Group]:
    if phase.each == "service":
        for service in services_of(room.here):
            said = (_speaking(room, turn, service=service) for turn in phase.floor)
            turns = tuple(turn for turn in said if turn.people)
            if turns:
                yield Group(service, turns)
    elif phase.each == "activity":
        yield from _walk(room, phase)
    else:
        yield from _persons(room, phase)


def _walk(room: _Room, phase: AgendaPhase) -> Iterator[Group]:
    """Each activity has its turn, also one whose owner isn't here: then the leader tells."""
    leader = leading(room.case)
    told = Turn(who="leader", act=phase.floor[0].act)
    for activity in walked(room.case, room.sitting, phase.id):
        owned = (
            _speaking(room, t, activity=activity.id, owner=activity.owner) for t in phase.floor
        )
        turns = tuple(turn for turn in owned if turn.people)
        people = (leader.id,) if leader else ()
        alone = Speaking(told.who, told.act, people=people, activity=activity.id)
        yield Group(activity.id, turns or (alone,))


def _persons(room: _Room, phase: AgendaPhase) -> Iterator[Group]:
    """The family as one group first, where the round is everybody's; then one by one."""
    mine = _EACH_PERSON[phase.each]
    if phase.each == "participant" and any(p.family for p in room.here):
        turns = (t.model_copy(update={"who": FAMILY}) if t.who == mine else t for t in phase.floor)
        said = (_speaking(room, turn, one=FAMILY) for turn in turns)
        yield Group(FAMILY, tuple(turn for turn in said if turn.people))
    for person in room.here:
        if not _has_a_turn(person, phase):
            continue
        own = (_speaking(room, t, one=person.id, mine=t.who == mine) for t in phase.floor)
        yield Group(person.id, tuple(turn for turn in own if turn.people))


def _has_a_turn(person: Participant, phase: AgendaPhase) -> bool:
    """An interpreter speaks for others, and has a turn only to say who they are."""
    if phase.each == "newcomer":
        return person.new
    return not person.family and person.role != "interpreter"


def _speaking(
    room: _Room,
    turn: Turn,
    *,
    service: str = "",
    activity: str = "",
    owner: str = "",
    one: str = "",
    mine: bool = False,
) -> Speaking:
    if mine:
        meant = [p for p in room.here if p.id == one]
    else:
        meant = [p for p in room.here if _means(room.case, p, turn.who, service or owner)]
    family_first = sorted(meant, key=lambda p: not p.family)
    people = tuple(p.id for p in family_first)
    family = any(p.family for p in meant)
    return Speaking(turn.who, turn.act, service, people, activity, one, family)


def _means(  # noqa: PLR0911, PLR0912 - one a kind of speaker
    case: Case, person: Participant, who: Who, about: str
) -> bool:
    """Whether this turn is this person's; `about` is the round's service or owner."""
    match who:
        case "family":
            return person.family
        case "child" | "teacher":
            return person.role == "child" if who == "child" else person.teacher
        case "guardians":
            return person.role == "guardian"
        case "family-and-teacher":
            return person.family or person.teacher
        case "unit":
            return person.teacher or person.role == "head"
        case "others":
            return not person.family and person.role != "interpreter"
        case "everyone":
            return person.role != "interpreter"
        case "newcomer":
            return person.new
        case "owner":
            return person.id == about
        case "service":
            return person.role == "service" and (person.service or person.label) == about
        case "leader":
            leader = leading(case)
            return leader is not None and person.id == leader.id
        case "summariser":
            summing = case.with_duty("summariser") or _head(case) or leading(case)
            return summing is not None and person.id == summing.id
        case _:
            return person.id == _next_holder(case)


def leading(case: Case) -> Participant | None:
    """Who leads: named, else the relay holder (S0-09, S2-7), the head, or one of the staff.

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
