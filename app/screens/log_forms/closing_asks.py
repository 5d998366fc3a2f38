"""What opens at the end of a meeting: how it goes on, who gets the log, how it was for you."""

from __future__ import annotations

from functools import partial
from typing import Final

from app.desk import Desk
from app.screens.choice_option import Option
from app.screens.log_forms.asks import Answer, Ask, ask_of
from app.screens.log_forms.closing_forms import ClosingForms
from app.wording.capital import capital
from app.wording.states import heard_words, minutes_words, outcome_kind_words, share_words
from app.wording.units import said
from app.words import Words
from phases.case import Case
from phases.commands.minutes import FeedbackCommand, MinutesCommand, Sign
from phases.commands.outcome import DistributionCommand, HalfYearPlan, OutcomeCommand
from phases.minutes import minutes_of, recipients_of
from phases.records import Participant
from phases.settle import to_ask
from phases.showing_dates import numeric_date
from phases.sitting import Sitting
from phases.words import Heard, MinutesStatus, Share

HEARD: Final[tuple[Heard, ...]] = ("yes", "partly", "no")
SHARES: Final[tuple[Share, ...]] = ("whole", "parts", "none")
STATUSES: Final[tuple[MinutesStatus, ...]] = ("draft", "read-through", "final")


class ClosingAsks:
    """The lists for a case as it stands, in one language; `about` the newest meeting held."""

    def __init__(self, case: Case, desk: Desk, words: Words, about: Sitting | None = None) -> None:
        self._case = case
        self._held = about or case.held
        self._desk = desk
        self._words = words
        self.forms = ClosingForms(case, desk, words)

    def outcome(self) -> Ask:
        """One of three; two of them may go together (S4-32)."""
        _ = self._words
        again = "next-meeting"
        both = _("Both: go on with it, and somebody else takes it further")
        rows = [
            (
                Option("continue", capital(outcome_kind_words("continue", _))),
                Answer([OutcomeCommand(("continue",))], then=again),
            ),
            (
                Option("closed", capital(outcome_kind_words("closed", _))),
                Answer([OutcomeCommand(("closed",))]),
            ),
            (
                Option("referred", capital(outcome_kind_words("referred", _))),
                Answer(form=self.forms.referred(("referred",))),
            ),
            (
                Option("both", capital(both)),
                Answer(form=self.forms.referred(("continue", "referred"))),
            ),
        ]
        return ask_of(_("How do we go on?"), rows)

    def distribution(self) -> Ask:
        """None, parts or all of it, to those whom the consent covers (S2-6d, R-E9)."""
        _ = self._words
        ids = recipients_of(self._case, self._desk.today())
        to = ", ".join(self._case.label(i) for i in ids)
        rows = [
            (
                Option(how, capital(share_words(how, _))),
                Answer([DistributionCommand(how, ids if how != "none" else ())]),
            )
            for how in SHARES
        ]
        return ask_of(_("Who gets the log afterwards?"), rows, to)

    def feedback(self) -> Ask:
        """Those who haven't been asked, else any of the family (S0-40, S1-18)."""
        _ = self._words
        sitting = self._held
        people = to_ask(self._case, sitting) if sitting else ()
        people = people or tuple(p for p in self._case.participants.values() if p.family)
        if len(people) == 1:
            return self._heard(people[0])
        rows = [(Option(p.id, p.label), Answer(more=partial(self._heard, p))) for p in people]
        return ask_of(_("Whom do we ask?"), rows)

    def _heard(self, person: Participant) -> Ask:
        """Were you listened to? They may say that they won't."""
        _ = self._words
        rows = [
            (Option(heard, heard_words(heard, _)), Answer(form=self.forms.feedback(person, heard)))
            for heard in HEARD
        ]
        declined = FeedbackCommand(who=person.id, heard="declined")
        rows.append((Option("declined", heard_words("declined", _)), Answer([declined])))
        return ask_of(_("{who}: Did we listen to you?", who=person.label), rows)

    def half_year_plan(self) -> Ask:
        """The days that would be the latest, other days, or none (S0-36)."""
        from phases.next_day import chained

        _ = self._words
        days = chained(self._case, self._desk.log.context())
        told = ", ".join(numeric_date(day) for day in days)
        rows: list[tuple[Option, Answer]] = []
        if days:
            rows.append((Option("these", _("These days"), told), Answer([HalfYearPlan(days)])))
        rows.append((Option("other", _("Other days …")), Answer(form=self.forms.dates())))
        none = Answer([HalfYearPlan(wanted=False)])
        rows.append((Option("none", _("One meeting at a time")), none))
        return ask_of(_("Plan the meetings of half a year?"), rows)

    def minutes(self) -> Ask:
        """How far the minutes are, and where they stand (S3-29 … S3-31, S4-09)."""
        _ = self._words
        sitting = self._held
        if sitting is None:
            return ask_of(_("No meeting has been held yet"), [])
        now = minutes_of(self._case, sitting)
        rows = [
            (Option(s, capital(minutes_words(s, _))), Answer([MinutesCommand(status=s)]))
            for s in STATUSES
            if s != now.status
        ]
        for place in dict.fromkeys((*sitting.agenda.filing, "folder")):
            if place not in now.filed:
                label = _("Filed: {place}", place=self._place(sitting, place))
                filed = MinutesCommand(filed=(*now.filed, place))
                rows.append((Option(f"filed:{place}", label), Answer([filed])))
        return ask_of(_("Minutes: {status}", status=minutes_words(now.status, _)), rows)

    def _place(self, sitting: Sitting, place: str) -> str:
        """A place as the structure calls it, else as anybody does."""
        from app.wording.rules_around import PLACES

        shape = self._desk.structures.get(sitting.agenda.structure)
        for filing in shape.filing if shape else ():
            if filing.id == place:
                return said(filing.title, self._words.language, self._case.facts.unit)
        return self._words(PLACES[place]) if place in PLACES else place

    def sign(self) -> Ask:
        """Who has signed on paper; once more takes the tick away (S4-08)."""
        _ = self._words
        sitting = self._held
        signed = {s.who for s in sitting.meeting.signed} if sitting else set()
        rows = [
            (
                Option(p.id, p.label, _("has signed") if p.id in signed else ""),
                Answer([Sign(who=p.id, signed=p.id not in signed)]),
            )
            for p in self._case.participants.values()
        ]
        return ask_of(_("Who has signed on paper?"), rows)
