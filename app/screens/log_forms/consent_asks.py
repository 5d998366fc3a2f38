"""What opens about consent in a meeting: one given now, one taken back, who is left out.

Nothing here asks why, and no answer is marked before another: whoever takes a consent back may do
so without a word (R-C4, R-C6, SC-10).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.desk import Desk
from app.screens.choice_option import Option
from app.screens.log_forms.asks import Answer, Ask, ask_of
from app.wording.consents import covers_words, withdrawal_words
from app.words import Words
from phases.case import LOG, Case
from phases.commands import Command
from phases.commands.clock import Resume
from phases.commands.consents import ConsentAdd, ConsentWithdraw, LeaveOut
from phases.covering import differing, service_of
from phases.records import Event, Participant


class ConsentAsks:
    """The lists for a case as it stands, with everybody in it, in one language."""

    def __init__(self, case: Case, desk: Desk, words: Words) -> None:
        self._case = case
        self._desk = desk
        self._words = words

    def open(self, name: str) -> Ask | None:
        """The list of this item; None where nothing is left to ask."""
        asks = {
            "consent-add": self.given,
            "consent-withdraw": self.taken_back,
            "leave-out": self.left_out,
            "consent-after": self.after,
        }
        return asks[name]()

    def given(self) -> Ask:
        """What is consented to now: said aloud here, and noted in this meeting."""
        known = dict.fromkeys((LOG, *self._services()))
        rows = [
            (Option(c, covers_words(c, self._words)), Answer(more=partial(self._by_whom, c)))
            for c in known
        ]
        return ask_of(self._words("What is consented to?"), rows)

    def _by_whom(self, covers: str) -> Ask:
        people = [p for p in self._case.present if p.family]
        rows = [
            (self._person(p), Answer([ConsentAdd(by=p.id, covers=covers, form="oral")]))
            for p in people
        ]
        text = self._words("Said here and now, it is noted with this meeting.")
        return ask_of(self._words("Who consents?"), rows, text)

    def taken_back(self) -> Ask:
        """Who takes a consent back."""
        people = [p for p in self._case.participants.values() if p.family]
        asked = ((p, self._held(p)) for p in people)
        rows = [
            (self._person(p), Answer(more=partial(self._reach, p, held)))
            for p, held in asked
            if held
        ]
        return ask_of(self._words("Who takes a consent back?"), rows)

    def _held(self, person: Participant) -> tuple[str, ...]:
        """What they may take back: what they gave, and the log once they have had a say."""
        mine = [c for c in self._case.consents.values() if c.by == person.id]
        given = dict.fromkeys(c.covers for c in mine if c.withdrawn is None)
        return tuple(dict.fromkeys((*(c for c in given if c != LOG), LOG))) if mine else ()

    def _reach(self, person: Participant, held: Sequence[str]) -> Ask:
        _ = self._words
        rows = []
        for covers in held:
            label = _("The whole log") if covers == LOG else covers_words(covers, _)
            rows.append((Option(covers, label), Answer(more=partial(self._sure, person, covers))))
        return ask_of(_("What does it cover?"), rows, person.label)

    def _sure(self, person: Participant, covers: str) -> Ask:
        _ = self._words
        text = (
            _("The log closes and nothing more is written in it. Nobody needs to say why.")
            if covers == LOG
            else _("It ends now. Nobody needs to say why.")
        )
        taken = Answer([ConsentWithdraw(person.id, covers)], then="consent-after")
        rows = [(Option("yes", _("Take back")), taken), (Option("no", _("Keep")), Answer())]
        return ask_of(withdrawal_words(person.label, covers, _), rows, text)

    def after(self) -> Ask | None:
        """Go on without the service, or close the log; guardians may see it differently."""
        _, told = self._words, self._newest_withdrawal()
        if told is None or self._case.facts.locked:
            return None
        by, covers = told.args["by"], told.args["covers"]
        paused = self._case.sitting is not None and self._case.sitting.state == "paused"
        on: Sequence[Command] = [Resume()] if paused else []
        rows = [
            (Option("on", _("Go on without {service}", service=covers)), Answer(on)),
            (Option("close", _("Close the log")), Answer([ConsentWithdraw(by, LOG)])),
        ]
        today = self._desk.log.context().today
        other = {
            "": "",
            "family": _("Where you see it differently, ask your leader or a lawyer."),
            "guardians": _("Where guardians don't agree, ask your leader or a lawyer."),
        }[differing(self._case, by, covers, today)]
        done = _("{name}'s consent has been taken back.", name=self._case.label(by))
        text = f"{done} {other}".strip()
        return ask_of(_("Close the log, or go on without the service?"), rows, text)

    def _newest_withdrawal(self) -> Event | None:
        events = (e for seen in self._case.happened.values() for e in seen)
        told = [e for e in events if e.kind == "consent-withdraw"]
        return max(told, key=lambda e: e.seq) if told else None

    def left_out(self) -> Ask:
        """Leave somebody out, or let them take part again."""
        _ = self._words
        rows = []
        for service in self._services():
            here = [p for p in self._case.participants.values() if service_of(p) == service]
            out = here[0].left_out
            note = _("takes part again") if out else ""
            command = LeaveOut(here[0].id, out=not out)
            rows.append((Option(service, service, note), Answer([command])))
        return ask_of(_("Who is left out?"), rows)

    def _services(self) -> tuple[str, ...]:
        people = self._case.participants.values()
        return tuple(dict.fromkeys(s for p in people if (s := service_of(p))))

    def _person(self, person: Participant) -> Option:
        return Option(person.id, person.label)
