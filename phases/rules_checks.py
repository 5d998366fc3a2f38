"""The checks of the rules: each answers None, or the arguments of its words."""

from __future__ import annotations

from collections.abc import Mapping

from phases.commands.afterwards import QUESTIONS, Evaluate
from phases.commands.choosing import Choose, deciders
from phases.commands.closing import InformChildCommand
from phases.commands.talk import Arrive, GiveFloor, Leave
from phases.floor import floor, key_words
from phases.names_in_text import mentions
from phases.pace import limit_told, pace
from phases.personal import personal_kinds
from phases.records import Participant
from phases.rules_ask import Ask
from phases.settle import newcomers, settled
from phases.structures import Item

Hit = Mapping[str, str] | None


def _open(ask: Ask, item: Item) -> bool:
    """Whether the phase that runs has this to settle, and it is open."""
    ask = ask.seen
    sitting, phase = ask.sitting, ask.phase
    if sitting is None or phase is None or item not in phase.settle:
        return False
    return not settled(item, ask.case, sitting, phase)


def _names(people: tuple[Participant, ...]) -> dict[str, str]:
    return {"names": ", ".join(p.label for p in people)}


def no_viddevakt(ask: Ask) -> Hit:
    """R-M1: the welcome is left without a viddevakt, or the word that nobody is."""
    return {} if _open(ask, "viddevakt") else None


def everybody_known(ask: Ask) -> Hit:
    """R-M2: nobody is new since an earlier meeting, so the round of names may be skipped."""
    met = any(ask.case.sitting_of(m).over for m in ask.case.meetings)
    return {} if met and not newcomers(ask.case) else None


def newcomer_unheard(ask: Ask) -> Hit:
    """R-M3: somebody is new and the round of names would be skipped."""
    new = newcomers(ask.case)
    skipping = getattr(ask.command, "how", "") == "skipped"
    leaving = ask.command is not None and ask.command.name == "next" and _open(ask, "introductions")
    return _names(new) if new and (skipping or leaving) else None


def newcomer_arrives(ask: Ask) -> Hit:
    """R-M3: somebody new comes when the round of names is over: nothing else would ask them."""
    command, sitting = ask.command, ask.sitting
    if not isinstance(command, Arrive) or sitting is None or not sitting.meeting.introductions:
        return None
    person = ask.case.find_participant(command.who)
    return _names((person,)) if person is not None and person.new else None


def family_not_first(ask: Ask) -> Hit:
    """R-M4: the floor goes to somebody else before guardians or child have spoken."""
    if not isinstance(ask.command, GiveFloor) or not _open(ask, "family-first"):
        return None
    person = ask.case.find_participant(ask.command.to)
    family = ask.command.to == "family" or (person is not None and person.family)
    return None if family else {}


def answer_missing(ask: Ask) -> Hit:
    """R-M5: the next service, or the next phase, would begin before the answers are ticked."""
    sitting, phase = ask.sitting, ask.phase
    if sitting is None or phase is None or not _answers(ask):
        return None
    now = floor(ask.case, sitting)
    if isinstance(ask.command, GiveFloor):
        waiting = now.waiting[:1] if now.unanswered else ()
    else:
        waiting = now.waiting
    named = ", ".join(key_words(ask.case, key) for key in waiting)
    return {"service": named} if waiting else None


def _answers(ask: Ask) -> bool:
    """Whether the phase is a round in which each service is answered."""
    phase = ask.phase
    return phase is not None and phase.round and any(t.act == "answer" for t in phase.floor)


def offer_too_early(ask: Ask) -> Hit:
    """R-M6: an offer while the round is for questions, and not for offers too."""
    phase = ask.phase
    if phase is None or any(turn.act == "offer" for turn in phase.floor):
        return None
    return {} if _answers(ask) else None


def threshold_reached(ask: Ask) -> Hit:
    """R-M7, by the thresholds of design §4.5."""
    if ask.sitting is None or ask.phase is None:
        return None
    mark = pace(ask.sitting, ask.ctx.now).mark
    return None if mark == "normal" else {"mark": mark}


def sign_given(ask: Ask) -> Hit:
    """R-M8: a banner for all, or a small sign for the leader while the family has the floor."""
    if ask.sitting is None:
        return None
    return {"calm": "yes" if floor(ask.case, ask.sitting).calm else "no"}


def hour_nearly_over(ask: Ask) -> Hit:
    """R-M9: ten minutes are left of the limit; at the limit the meeting is closed or extended."""
    if ask.sitting is None or not ask.sitting.underway:
        return None
    total = pace(ask.sitting, ask.ctx.now).total_s
    return limit_told(total, ask.sitting.agenda.limit_minutes)


def nothing_chosen(ask: Ask) -> Hit:
    """INV-08: the decision is left without a choice, "none now" included."""
    return {} if _open(ask, "choice") else None


def not_read_aloud(ask: Ask) -> Hit:
    """R-M15: the decision is left and what was written hasn't been read aloud."""
    return {} if _open(ask, "read-aloud") else None


def who_decides(ask: Ask) -> Hit:
    """R-M16: together, the family last and final."""
    if not isinstance(ask.command, Choose) or ask.command.decided_by:
        return None
    return {"names": ", ".join(ask.case.label(i) for i in deciders(ask.case))}


def baton_in_the_air(ask: Ask) -> Hit:
    """R-M17: a service is chosen and nobody has taken the baton, or said when they answer."""
    ask = ask.seen
    if ask.sitting is None or not _open(ask, "relay-holder"):
        return None
    meeting = ask.sitting.meeting
    if meeting.hand_over is not None and meeting.hand_over.waiting:
        return {"name": ask.case.label(meeting.hand_over.to), "state": "waiting"}
    chosen = meeting.choice is not None and bool(meeting.choice.offers)
    return {"name": "", "state": "nobody"} if chosen else None


def left_early(ask: Ask) -> Hit:
    """R-M18: the time is kept, no reason is."""
    return {"name": ask.command.who} if isinstance(ask.command, Leave) else None


def how_or_when_missing(ask: Ask) -> Hit:
    """R-E5: who tells the child is known, how or when isn't."""
    command = ask.command
    if not isinstance(command, InformChildCommand):
        return None
    return None if command.how and command.when else {}


def family_still_here(ask: Ask) -> Hit:
    """R-E10: the evaluation is the staff's, once the family part is over and they have left."""
    if ask.sitting is None or not ask.sitting.over:
        return {"open": "meeting"}
    return None if ask.sitting.meeting.family_left else {"open": "family"}


def names_the_child(ask: Ask) -> Hit:
    """R-E11: an answer names the child, a participant or a measure."""
    if not isinstance(ask.command, Evaluate):
        return None
    text = "\n".join(getattr(ask.command, q) or "" for q in QUESTIONS)
    people = [n for p in ask.case.participants.values() for n in (p.name, p.call) if n]
    titles = [a.title for a in ask.case.activities.values()]
    found = mentions(text, [ask.case.id, *people, *titles])
    return {"names": ", ".join(found)} if found else None


def personal_numbers(ask: Ask) -> Hit:
    """R-S2: a birth number, a phone number or an address that isn't needed here."""
    if ask.command is None:
        return None
    texts = [text for name in ask.command.texts if (text := getattr(ask.command, name))]
    kinds = {str(kind): None for text in texts for kind in personal_kinds(text)}
    return {"kinds": ", ".join(kinds)} if kinds else None


def in_the_middle(ask: Ask) -> Hit:
    """R-S5: opened in the middle of a meeting, which goes on where it was."""
    if ask.sitting is None or not ask.sitting.underway:
        return None
    return {"phase": ask.sitting.line.phase}
