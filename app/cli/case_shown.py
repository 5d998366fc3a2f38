"""A log as text for people, in one fixed form: what `case show` and `play` print (S0-38, S0-39)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from app.cli.output import table
from app.phase_words import phase_words
from app.wording.agreements import agreement_sentence, chosen_sentences
from app.wording.consents import case_state_words, joins_words
from app.wording.endings import baton_words, next_words, telling_words
from app.wording.log_rows import activities_title, activity_rows, consent_rows, goal_rows, look_rows
from app.wording.states import (
    duty_words,
    handled_words,
    kind_words,
    outcome_words,
    role_words,
    state_words,
)
from phases.export import export
from phases.leaving_out import masked
from phases.showing_dates import clock_time, long_date

if TYPE_CHECKING:
    from app.words import Words
    from phases.case import Case
    from phases.clock import Stamp
    from phases.export_document import MeetingPart
    from phases.structures import Structure


def shown_log(
    case: Case, now: Stamp, words: Words, structures: Mapping[str, Structure], zone: tzinfo
) -> list[str]:
    """The whole log, people first, then each meeting; nobody whom no consent covers (R-C6)."""
    case = masked(case)
    lines = [words("BTI log {case}", case=case.id), *_ended(case, words)]
    lines += _section(words("Who takes part"), _people(case, words))
    lines += _section(words("Consents"), consent_rows(case, words))
    lines += _section(words("What we want to reach"), goal_rows(case, words))
    lines += _section(
        activities_title(structures.get(case.facts.structure), words), activity_rows(case, words)
    )
    lines += _section(words("How it has gone"), look_rows(case, words))
    for held in export(case, now).meetings:
        lines += ["", *_Meeting(case, held, words, structures, zone).lines()]
    return lines


def _ended(case: Case, words: Words) -> list[str]:
    """Why the log is no longer open; a line of its own, and only where it isn't."""
    facts = case.facts
    ended = facts.status != "open"
    return [f"  {case_state_words(facts.status, facts.closed_reason, words)}"] if ended else []


def _section(title: str, rows: list[tuple[str, ...]]) -> list[str]:
    return ["", title, *(f"  {line}" for line in table(rows))] if rows else []


def _people(case: Case, words: Words) -> list[tuple[str, ...]]:
    holder = case.facts.relay_holder
    rows: list[tuple[str, ...]] = []
    for person in case.participants.values():
        duties = [duty_words(d, words) for d in person.duties if d != "relay-holder"]
        duties += [duty_words("relay-holder", words)] if person.id == holder else []
        role = role_words(person.role, case.facts.unit, words)
        told = ", ".join(filter(None, (*duties, joins_words(person, words))))
        rows.append((person.label, role, person.service, told))
    return rows


class _Meeting:
    """One meeting, told in order."""

    def __init__(
        self,
        case: Case,
        held: MeetingPart,
        words: Words,
        structures: Mapping[str, Structure],
        zone: tzinfo,
    ) -> None:
        self._case, self._held, self._words, self._zone = case, held, words, zone
        structure = structures.get(held.structure)
        self._titles = {
            phase.id: found.title if found else phase.id
            for phase in held.phases
            for found in [phase_words(structure, phase.id, case.facts.unit, words.language)]
        }

    def lines(self) -> list[str]:
        """Head, clock, what was agreed, what comes next, how it was run."""
        return [
            self._head(),
            *(f"  {line}" for line in table(self._clock())),
            *(f"  {line}" for line in (*self._agreed(), *self._signs(), *self._evaluation())),
        ]

    def _head(self) -> str:
        held, words = self._held, self._words
        at = held.started_at or held.scheduled_at
        day = f"{long_date(self._local(at), words.language)} {self._time(at)}" if at else ""
        parts = [words("Meeting {number}", number=held.number), day, held.place]
        return ", ".join(part for part in (*parts, state_words(held.state, words)) if part)

    def _clock(self) -> list[tuple[str, ...]]:
        words = self._words
        rows: list[tuple[str, ...]] = []
        for phase in self._held.phases:
            began = self._time(phase.runs[0].started_at) if phase.runs else ""
            allotted = phase.planned_s + phase.replanned_s + phase.given_s
            used = words("{used} of {planned}", used=_span(phase.used_s), planned=_span(allotted))
            pause = words("pause {time}", time=_span(phase.paused_s)) if phase.paused_s else ""
            rows.append((began, self._titles[phase.id], used if phase.runs else "", pause))
        return rows

    def _agreed(self) -> list[str]:
        held, words, case = self._held, self._words, self._case
        lines = []
        if held.challenge:
            lines.append(words("What we will solve together: {text}", text=held.challenge))
        for offer in held.offers:
            chosen = words("chosen") if offer.chosen else words("may come later")
            lines.append(f"{offer.service}: {offer.text} ({chosen})")
        if held.decision.none_now:
            lines.append(words("None now: {reason}", reason=held.decision.reason or "–"))
        if held.decision.decided_by:
            names = ", ".join(case.label(i) for i in held.decision.decided_by)
            lines.append(words("Chosen by {names}", names=names))
        agreed = case.agreed_in(held.id)
        day = self._local(held.started_at).date() if held.started_at else None
        lines += [agreement_sentence(a, case, words, today=day) for a in agreed]
        lines += chosen_sentences(case, held.id, words)
        if held.decision.no_measure:
            lines.append(words("Nothing is written down: {why}", why=held.decision.no_measure))
        given = held.decision.hand_over
        lines += [baton_words(case, given, words)] if given else []
        if held.next_meeting:
            lines.append(next_words(case, held.next_meeting, words))
        if held.inform_child:
            how = telling_words(case, held.inform_child)
            lines.append(words("Tells the child: {how}", how=how))
        for topic in held.parked:
            handled = f" ({handled_words(topic.handled, words)})" if topic.handled else ""
            lines.append(words("Afterwards: {text}", text=topic.text) + handled)
        for note in held.notes:
            title = self._titles.get(note.phase, note.phase)
            lines.append(words("Note to “{phase}”: {text}", phase=title, text=note.text))
        return lines

    def _signs(self) -> list[str]:
        words = self._words
        return [
            words(
                "A sign in “{phase}”: {kind}, {outcome}",
                phase=self._titles.get(sign.phase, sign.phase),
                kind=kind_words(sign.kind, words),
                outcome=outcome_words(sign.outcome, words),
            )
            for sign in self._held.interventions
        ]

    def _evaluation(self) -> list[str]:
        answers = self._held.evaluation
        if answers is None:
            return []
        return [f"{q}) {getattr(answers, q)}" for q in "abcde" if getattr(answers, q)]

    def _local(self, moment: datetime) -> datetime:
        return moment.astimezone(self._zone)

    def _time(self, moment: datetime) -> str:
        return clock_time(self._local(moment), self._words.language)


def _span(seconds: float) -> str:
    """Minutes and seconds, `12:05`."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"
