"""What the set-up shows of a case, in words; pure but for the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Final

from app.phase_words import phase_words
from app.screens.setup.grids import PersonRow
from app.screens.surroundings import Surroundings
from app.structure_cards import WHY, Card, cards
from app.wording.consents import joins_words
from app.wording.states import duty_words, form_words, role_words
from app.wording.units import said
from app.words import Words
from phases.case import LOG, Case
from phases.commands.planning import agenda_of
from phases.interpreter import with_interpreter
from phases.records import Agenda, Consent, Participant
from phases.showing_dates import clock_time, long_date, numeric_date, short_date
from phases.sitting import Sitting
from phases.structures import Structure
from phases.suggesting import Suggestion, suggestion

YEAR_DAYS: Final = 365
"""From this age on a date is shown with its year."""


@dataclass(frozen=True)
class Covered:
    """A row of the consents: the log, or a service."""

    covers: str
    shown: str


class SetupView:
    """One snapshot of the case, as the set-up words it."""

    def __init__(self, case: Case, around: Surroundings, words: Words) -> None:
        self.case = case
        self._around = around
        self._words = words

    @property
    def plan(self) -> Sitting | None:
        """The meeting that is being planned or under way; a finished one makes room."""
        sitting = self.case.sitting
        if sitting is None or sitting.over or sitting.state == "cancelled":
            return None
        return sitting

    # -- when and where

    def when(self) -> dict[str, str]:
        """The fields `date`, `time` and `place`."""
        meeting = self.plan.meeting if self.plan else None
        at = self._around.local(meeting.at) if meeting and meeting.at else None
        return {
            "date": long_date(at.date(), self._words.language) if at else "",
            "time": clock_time(at, self._words.language) if at else "",
            "place": meeting.place if meeting else "",
        }

    def dates(self) -> str:
        """The planned BTI meetings, as they are typed."""
        return ", ".join(numeric_date(day) for day in self.case.facts.meeting_dates)

    def dates_said(self) -> str:
        """The same for people, with how many there are (S3-25)."""
        days = self.case.facts.meeting_dates
        if not days:
            return ""
        told = " · ".join(short_date(day, self._words.language) for day in days)
        count = self._words.many("{n} meeting", "{n} meetings", len(days))
        return f"{count}: {told}"

    def own_consent(self) -> str:
        """From when the youth consents too, as it is typed."""
        day = self.case.facts.own_consent_from
        return numeric_date(day) if day else ""

    # -- people

    def people(self) -> tuple[PersonRow, ...]:
        """Everybody, in the order they were entered."""
        return tuple(self._person(p) for p in self.case.participants.values())

    def _person(self, person: Participant) -> PersonRow:
        _ = self._words
        role = role_words(person.role, self.case.facts.unit, _)
        if person.service:
            role = f"{role}: {person.service}"
        name = person.label if not person.call else f"{person.call} ({person.name})"
        marks = [duty_words(duty, _) for duty in person.duties]
        if self.case.facts.relay_holder == person.id and "relay-holder" not in person.duties:
            marks.append(duty_words("relay-holder", _))
        marks += [_("new")] if person.new else []
        marks += [_("not there")] if person.absent else []
        sitting = self.case.sitting
        later = sitting is not None and person.id in sitting.meeting.later
        marks += [_("comes later")] if later and not person.absent else []
        marks += [_("left out")] if person.left_out else []
        joins = joins_words(person, _)
        marks += [joins] if joins else []
        return PersonRow(person.id, name, role, ", ".join(marks))

    # -- consents

    def family(self) -> tuple[Participant, ...]:
        """Who can consent."""
        return tuple(p for p in self.case.participants.values() if p.family)

    def covered(self) -> tuple[Covered, ...]:
        """What there is to consent to: the log, then each service."""
        found = {LOG: Covered(LOG, self._words("the log"))}
        for person in self.case.participants.values():
            if person.role == "service":
                service = person.service or person.label
                found.setdefault(service, Covered(service, service))
        return tuple(found.values())

    def consent(self, by: str, covers: str) -> Consent | None:
        """The newest consent in force of one person to one thing."""
        today = self._around.today()
        held = [c for c in self._consents(by, covers) if c.holds(today)]
        return held[-1] if held else None

    def consent_rows(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """A row each, with a cell for each of the family."""
        return tuple(
            (row.shown, tuple(self._cell(p.id, row.covers) for p in self.family()))
            for row in self.covered()
        )

    def _cell(self, by: str, covers: str) -> str:
        """A tick and how it was given; of one that ends by itself until when (R-C7)."""
        consent = self.consent(by, covers)
        if consent is None:
            return self._over(by, covers) or "–"
        if consent.expires:
            return "✓ " + self._words("until {date}", date=numeric_date(consent.expires))
        return f"✓ {self._given(consent)}"

    def _given(self, consent: Consent) -> str:
        """How it was given, and when: with the year once that is more than a year ago."""
        day = ""
        if consent.given:
            day = short_date(consent.given, self._words.language)
            if (self._around.today() - consent.given).days >= YEAR_DAYS:
                day = numeric_date(consent.given)
        return f"{form_words(consent.form, self._words)} {day}".strip()

    def _over(self, by: str, covers: str) -> str:
        """That the newest consent ended by itself: somebody believes that it still holds."""
        newest = [c for c in self._consents(by, covers) if c.withdrawn is None][-1:]
        ended = [c.expires for c in newest if c.expires is not None]
        return self._words("ended {date}", date=numeric_date(ended[0])) if ended else ""

    def _consents(self, by: str, covers: str) -> list[Consent]:
        folded = covers.casefold()
        consents = self.case.consents.values()
        return [c for c in consents if c.by == by and c.covers.casefold() == folded]

    def consents_told(self) -> tuple[tuple[str, ...], ...]:
        """All that is known of each, in the order of `consent_rows`; empty where there is none."""
        return tuple(
            tuple(self._told(self.consent(p.id, row.covers)) for p in self.family())
            for row in self.covered()
        )

    def _told(self, consent: Consent | None) -> str:
        _ = self._words
        more = _("{key}: what it is for, where the paper lies", key="n")
        if consent is None:
            return more
        until = numeric_date(consent.expires) if consent.expires else ""
        known = (
            self._given(consent),
            _("until {date}", date=until) if until else "",
            _("for: {text}", text=consent.purpose) if consent.purpose else "",
            _("may be shared: {text}", text=consent.what) if consent.what else "",
            _("paper: {text}", text=consent.document) if consent.document else "",
            _("noted: {text}", text=consent.note) if consent.note else "",
            more,
        )
        return " · ".join(filter(None, known))

    # -- the meeting

    @property
    def structure_id(self) -> str:
        """Which structure the meeting follows, or would."""
        return self.plan.agenda.structure if self.plan else self.proposed.structure

    @cached_property
    def proposed(self) -> Suggestion:
        """Which structure the next meeting would follow, and why."""
        return suggestion(self.case, self._around.structures)

    @property
    def structure(self) -> Structure | None:
        """The structure itself, where its file is there."""
        return self._around.structures.get(self.structure_id)

    def structure_said(self) -> str:
        """Its title, and why it is the one as long as nothing is planned."""
        shape = self.structure
        if shape is None:
            return self._words("{id} (its file isn't there)", id=self.structure_id)
        title = said(shape.title, self._words.language, self.case.facts.unit)
        return title if self.plan else f"{title} · {self._words(WHY[self.proposed.why])}"

    def cards(self) -> tuple[Card, ...]:
        """Every structure there is to choose among, the suggested one first."""
        structures, suggestion = self._around.structures, self.proposed
        unit = self.case.facts.unit
        return cards(structures, suggestion.structure, suggestion.why, unit, self._words)

    def agenda(self) -> Agenda | None:
        """The phases as planned, or as they would be."""
        if self.plan is not None:
            return self.plan.agenda
        shape = self.structure
        return agenda_of(shape, "", len(self.case.services)) if shape else None

    def phases(self) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """Titles and minutes."""
        agenda = self.agenda()
        if agenda is None:
            return (), ()
        titles = []
        for phase in agenda.phases:
            here = phase_words(self.structure, phase.id, self.case.facts.unit, self._words.language)
            titles.append(here.title if here else phase.id)
        return tuple(titles), tuple(round(p.planned_s / 60) for p in agenda.phases)

    @property
    def interpreter(self) -> bool:
        """Whether somebody interprets, so that the minutes may be those with an interpreter."""
        return any(
            p.role == "interpreter" and not p.absent for p in self.case.participants.values()
        )

    @property
    def interpreted(self) -> bool:
        """Whether the plan has the minutes with an interpreter."""
        return self.plan is not None and self.plan.meeting.interpreter

    def _interpreting(self) -> str:
        """That the minutes are those with an interpreter, or which key makes them so."""
        if self.interpreted:
            return " · " + self._words("with an interpreter")
        if not self.interpreter or self.plan is None:
            return ""
        longer = sum(with_interpreter(self.phases()[1]))
        return " · " + self._words("{key}: {n} minutes, with an interpreter", key="t", n=longer)

    def sum_said(self, minutes: tuple[int, ...]) -> str:
        """How long it is in all, and when it would be over."""
        _ = self._words
        total = sum(minutes)
        told = _.many("{n} minute in all", "{n} minutes in all", total)
        at = self.plan.meeting.at if self.plan else None
        if at is not None:
            end = self._around.local(at + timedelta(minutes=total))
            told += " · " + _("Finished about {time}", time=clock_time(end, _.language))
        if len(self.case.services) == 1:
            told += " · " + _("shorter, with one service")
        told += self._interpreting()
        agenda = self.agenda()
        if agenda is not None and total > agenda.limit_minutes:
            told += " · " + _("more than an hour is long for a family")
        return told
