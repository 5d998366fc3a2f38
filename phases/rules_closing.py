"""The checks of the rules at the end of a meeting and after it (R-E1 … R-E17)."""

from __future__ import annotations

from collections.abc import Mapping

from phases.commands.closing import NextMeetingCommand
from phases.commands.minutes import MinutesCommand
from phases.commands.outcome import DistributionCommand, OutcomeCommand
from phases.minutes import minutes_of, recipients_of, responsible_for, uncovered
from phases.records import Minutes, Outcome, Participant
from phases.rules_ask import Ask
from phases.settle import child_told, has_next, outcome_told
from phases.sitting import Sitting
from phases.words import FAMILY

Hit = Mapping[str, str] | None


def too_late_by_weeks(ask: Ask) -> Hit:
    """R-E1: the next date is after the latest day, counted in weeks."""
    return _too_late(ask, months=False)


def too_late_by_months(ask: Ask) -> Hit:
    """R-E2: the same counted in months, from the first meeting of a chain to the next."""
    return _too_late(ask, months=True)


def _too_late(ask: Ask, *, months: bool) -> Hit:
    from phases.next_day import latest_next

    command, sitting = ask.command, ask.sitting
    if not isinstance(command, NextMeetingCommand) or command.on is None or sitting is None:
        return None
    within = sitting.agenda.next_within
    if within is None or bool(within.months) != months:
        return None
    found = latest_next(ask.case, ask.ctx, sitting)
    if found is None or command.on <= found.latest:
        return None
    return {"day": found.latest.isoformat()}


def not_as_planned(ask: Ask) -> Hit:
    """R-E3: the next date is another than the next in the year's plan."""
    from phases.next_day import next_planned

    command, sitting = ask.command, ask.sitting
    if not isinstance(command, NextMeetingCommand) or command.on is None or sitting is None:
        return None
    planned = next_planned(ask.case, ask.ctx) if sitting.agenda.next_from_plan else None
    return None if planned in (None, command.on) else {"day": f"{planned}"}


def no_next_meeting(ask: Ask) -> Hit:
    """R-E4: no date, nobody who calls, and no outcome that ends it."""
    sitting = ask.sitting
    if sitting is None or sitting.to_come:
        return None
    return None if has_next(sitting) else {}


def child_not_informed(ask: Ask) -> Hit:
    """R-E5: the child isn't here and nobody tells it; how and when too, where it is asked for."""
    sitting = ask.sitting
    if sitting is None or sitting.to_come or child_told(ask.case, sitting):
        return None
    return {} if sitting.meeting.inform_child is None else {"lacks": "how-when"}


def minutes_not_final(ask: Ask) -> Hit:
    """R-E6: so many open days after the meeting, its minutes aren't final."""
    from phases.next_day import minutes_day

    sitting = ask.case.held
    by = minutes_day(sitting, ask.ctx) if sitting is not None else None
    if sitting is None or by is None or ask.ctx.today <= by:
        return None
    if minutes_of(ask.case, sitting).status == "final":
        return None
    return {"day": by.isoformat(), "days": str(ask.ctx.minutes_days)}


def nobody_answers_for_minutes(ask: Ask) -> Hit:
    """R-E7: the structure says whose duty the minutes are, and nobody of that role has it."""
    sitting = ask.case.held
    if sitting is None or not sitting.agenda.minutes_by:
        return None
    who = minutes_of(ask.case, sitting).responsible
    given = getattr(ask.command, "responsible", None)
    if given:
        found = ask.case.find_participant(given)
        who = found.id if found else ""
    person = ask.case.participants.get(who)
    fits = person is not None and person.role in sitting.agenda.minutes_by
    return None if fits else {"fits": responsible_for(ask.case, sitting)}


def who_gets_them(ask: Ask) -> Hit:
    """R-E8: final minutes go to everybody who took part."""
    command = ask.command
    if not isinstance(command, MinutesCommand) or command.status != "final":
        return None
    held, number = ask.case.held, command.meeting
    numbered = (m for m in ask.case.meetings.values() if m.number == number)
    met = next(numbered, held.meeting if held else None)
    people = (ask.case.label(i) for i in recipients_of(ask.case, ask.ctx.today, met))
    return {"names": ", ".join(people)}


def not_covered(ask: Ask) -> Hit:
    """R-E9: something would go to somebody whom no consent covers."""
    wanted: tuple[str, ...] = ()
    if isinstance(ask.command, DistributionCommand):
        wanted = ask.command.to if ask.command.how != "none" else ()
    elif isinstance(ask.command, MinutesCommand):
        wanted = ask.command.recipients or ()
    people = [p for name in wanted if (p := ask.case.find_participant(name)) is not None]
    shut_out = uncovered(ask.case, people, ask.ctx.today)
    return {"names": ", ".join(p.label for p in shut_out)} if shut_out else None


def feedback_missing(ask: Ask) -> Hit:
    """R-E12: no guardian has been asked yet how the meeting was."""
    sitting = ask.case.held
    if sitting is None or not sitting.over:
        return None
    here = sitting.meeting.id
    answered = {f.by for f in ask.case.feedback.values() if f.meeting == here}
    guardians = [p for p in ask.case.participants.values() if p.role == "guardian"]
    asked = any(p.id in answered for p in guardians)
    return {} if guardians and not asked else None


def outcome_missing(ask: Ask) -> Hit:
    """R-E14: a meeting that has to say how it goes on ends without saying it."""
    sitting = ask.sitting
    if sitting is None or sitting.to_come:
        return None
    return None if outcome_told(sitting) else {}


def referred_to_nobody(ask: Ask) -> Hit:
    """R-E15: referred, and not to whom, or nobody sees to it."""
    found: OutcomeCommand | Outcome | None
    if isinstance(ask.command, OutcomeCommand):
        found = ask.command
    else:
        found = ask.sitting.meeting.outcome if ask.sitting else None
    if found is None or "referred" not in found.kinds:
        return None
    missing = [n for n in ("to", "responsible") if not getattr(found, n)]
    return {"missing": ", ".join(missing)} if missing else None


def not_signed(ask: Ask) -> Hit:
    """R-E16: a form with signature rows that the guardians or the unit haven't signed."""
    sitting = ask.case.held
    if sitting is None or not sitting.over or not sitting.agenda.signatures:
        return None
    people = ask.case.participants
    signed = [people[s.who] for s in sitting.meeting.signed if s.who in people]
    missing = []
    if not any(p.role == "guardian" for p in signed):
        missing.append("guardian")
    if not any(_of_the_unit(p) for p in signed):
        missing.append("unit")
    return {"missing": ", ".join(missing)} if missing else None


def _of_the_unit(person: Participant) -> bool:
    return person.role not in FAMILY | {"service", "interpreter"}


def not_filed(ask: Ask) -> Hit:
    """R-E17: the places in which the documents are to stand, not ticked yet."""
    sitting = ask.case.held
    if sitting is None or not sitting.over:
        return None
    left = _not_filed(sitting, minutes_of(ask.case, sitting), ask)
    return {"places": ", ".join(left)} if left else None


def _not_filed(sitting: Sitting, minutes: Minutes, ask: Ask) -> list[str]:
    ticked = set(minutes.filed)
    if isinstance(ask.command, MinutesCommand) and ask.command.filed is not None:
        ticked = {place.casefold() for place in ask.command.filed}
    return [place for place in sitting.agenda.filing if place not in ticked]
