"""What opens when something must be agreed: a form, or a short list to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.screens.choice_option import Option
from app.screens.log_forms.asks import Answer, Ask, ask_of
from app.screens.log_forms.coming_asks import around, person_option
from app.screens.log_forms.replan_asks import ReplanAsks
from app.wording.states import handled_words
from phases.commands.choosing import Accept, Choose, Decline, HandOverCommand, deciders
from phases.commands.log import ParkedHandle
from phases.commands.talk import Answered, GiveFloor, Pass
from phases.commands.welcome import Viddevakt, Writer
from phases.floor import Floor, floor
from phases.listing import waiting_topics
from phases.records import Offer, ParkedTopic, Participant
from phases.settle import NOBODY
from phases.words import Handled

PAIR = 3
"""Rows of a choice between two offers: either or both; with more of them, some may be wanted."""

HANDLED: tuple[Handled, ...] = ("next-meeting", "bilateral", "dropped")


class Openers(ReplanAsks):
    """The lists for a case as it stands, in one language."""

    def viddevakt(self) -> Ask:
        """Nobody is one key; else one of the staff (R-M1)."""
        _ = self._words
        nobody = Option(NOBODY, _("Nobody – the clock and all of us help"))
        rows = [(nobody, Answer([Viddevakt(NOBODY)]))]
        rows += [(self._person(p), Answer([Viddevakt(p.id)])) for p in self._staff()]
        return ask_of(_("Who is viddevakt?"), rows)

    def writer(self) -> Ask:
        """Teacher and head first (S3-04)."""
        people = sorted(self._staff(), key=lambda p: not (p.teacher or p.role == "head"))
        rows = [(self._person(p), Answer([Writer(p.id)])) for p in people]
        return ask_of(self._words("Who writes the minutes?"), rows)

    def choice(self) -> Ask:
        """The offers, and "none now"; who chose, and the baton, follow at once."""
        _ = self._words
        rows = []
        for found in self._offers():
            option = Option(found.id, found.service, found.text)
            rows.append((option, self._who_chose((found.id,))))
        if len(rows) > 1:
            everything = tuple(o.id for o in self._offers())
            both = Option("all", _("All of them"))
            rows.append((both, self._who_chose(everything)))
        if len(rows) > PAIR:
            rows.append((Option("several", _("Several …")), Answer(more=partial(self._several))))
        none = Option("none", _("No service now"), _("it may come later"))
        rows.append((none, self._who_chose(())))
        return ask_of(_("What do you want to try first?"), rows)

    def _several(self, picked: tuple[Offer, ...] = ()) -> Ask:
        """One offer after the other, until that is all; nothing is saved before."""
        _ = self._words
        done = self._who_chose(tuple(o.id for o in picked))
        rows = []
        if picked:
            rows.append((Option("done", _("That is all")), done))
        for found in self._offers():
            if found not in picked:
                more = Answer(more=partial(self._several, (*picked, found)))
                rows.append((Option(found.id, found.service, found.text), more))
        text = " · ".join(o.service for o in picked)
        return ask_of(_("What do you want to try first?"), rows, text)

    def _chosen(self, offers: tuple[str, ...], by: tuple[str, ...] = ()) -> Answer:
        """The choice is kept, and the baton follows; none of them, first a few words on why."""
        if not offers:
            return Answer(form=self._forms.none_now(by))
        return Answer([Choose(offers, decided_by=by)], then="relay-holder")

    def _who_chose(self, offers: tuple[str, ...]) -> Answer:
        """Asked once, with the choice itself: those who usually do are one Enter (R-M16)."""
        _ = self._words
        usual = deciders(self._case)
        family = tuple(p for p in usual if self._case.participants[p].family)
        if not family:
            return self._chosen(offers)
        rows = [(Option("usual", self._named(usual)), self._chosen(offers, usual))]
        if family != usual:
            alone = Option("family", self._named(family), _("the family alone"))
            rows.append((alone, self._chosen(offers, family)))
        rows.append((Option("others", _("Others …")), Answer(form=self._forms.choice_by(offers))))
        text = _("You decide together, and the family has the last word.")
        return Answer(ask=ask_of(_("Who took part in the choice?"), rows, text, ready=True))

    def relay_holder(self) -> Ask:
        """Kan du ta stafettpinnen? They may say no, or answer by a date."""
        _ = self._words
        asked = self._asked()
        if asked is None:
            return self.whom_to_ask()
        ask = [] if self._already_asked(asked) else [HandOverCommand(asked.id)]
        rows = [
            (Option("yes", _("Yes")), Answer([*ask, Accept()], then="measures")),
            (Option("by", _("Answers by a date")), Answer(form=self._forms.answer_by(asked.id))),
            (Option("no", _("No")), Answer([*ask, Decline()])),
            (Option("other", _("Ask somebody else")), Answer(ask=self.whom_to_ask())),
        ]
        return ask_of(_("{who}: Can you take the baton?", who=asked.label), rows)

    def whom_to_ask(self) -> Ask:
        """Everybody who may hold the baton."""
        people = [p for p in self._case.present if p.role not in ("child", "interpreter")]
        rows = [
            (self._person(p), Answer([HandOverCommand(p.id)], then="relay-holder")) for p in people
        ]
        return ask_of(self._words("Who can take the baton?"), rows)

    def floor(self) -> Ask:
        """Whose turn: those not heard yet, passing, coming and going."""
        _ = self._words
        sitting = self._case.sitting
        now = floor(self._case, sitting) if sitting else None
        rows: list[tuple[Option, Answer]] = []
        if now is not None and now.now is not None:
            rows.append((Option("pass", self._passing(now)), Answer([Pass()])))
        for group in (now.queue if now else ())[1:]:
            label = group.key if group.turns[0].service else self._named(group.turns[0].people)
            rows.append((Option(f"to:{group.key}", label), Answer([GiveFloor(group.key)])))
        rows += around(self._case, _)
        return ask_of(_("Whose turn is it?"), rows)

    def _passing(self, now: Floor) -> str:
        """What passing means here: the last one, and whoever has passed before, is done."""
        _ = self._words
        if now.step > 0:
            return _("It has been answered")
        last = len(now.queue) == 1 or now.passed_before
        return _("Has nothing to add") if last else _("Passes, comes back later")

    def whose_offer(self) -> Ask:
        """The services here; the form for an offer follows."""
        rows = [(Option(s, s), Answer(form=self._forms.offer(s))) for s in self._case.services]
        return ask_of(self._words("Who offers it?"), rows)

    def nothing_offered(self, service: str) -> Ask:
        """A service may have nothing to offer; then the turn goes on."""
        _ = self._words
        title = _("Does {who} have something to offer now?", who=service)
        no = (Option("no", _("Not now")), Answer([Answered()]))
        write = Answer(form=self._forms.offer(service))
        return ask_of(title, [no, (Option("yes", _("Yes – write it down")), write)])

    def offer(self, found: Offer) -> Ask:
        """An offer becomes an activity."""
        _ = self._words
        rows = [
            (
                Option("activity", _("Make it an activity")),
                Answer(form=self._forms.activity(found)),
            ),
            (Option("edit", _("Change")), Answer(form=self._forms.edit_offer(found))),
        ]
        return ask_of(found.text, rows)

    def measures(self) -> Ask:
        """Nothing was chosen now: perhaps nothing is written down either, and why (INV-08)."""
        _ = self._words
        rows = [
            (Option("add", _("New in the log")), Answer(form=self._forms.activity())),
            (Option("none", _("No measure this time")), Answer(form=self._forms.no_measure())),
        ]
        return ask_of(_("What do we do until next time?"), rows)

    def parked(self) -> Ask:
        """The topics for later, and what becomes of each."""
        _ = self._words
        waiting = waiting_topics(self._case)
        rows = [(Option(p.id, p.text), Answer(ask=self.handle(p))) for p in waiting]
        text = "" if rows else _("Nothing waits")
        return ask_of(_("What we said we take afterwards"), rows, text)

    def handle(self, topic: ParkedTopic) -> Ask:
        """What becomes of one topic."""
        rows = [
            (Option(way, handled_words(way, self._words)), Answer([ParkedHandle(topic.id, way)]))
            for way in HANDLED
        ]
        return ask_of(topic.text, rows)

    def _staff(self) -> list[Participant]:
        return [p for p in self._case.present if not p.family and p.role != "interpreter"]

    def _offers(self) -> tuple[Offer, ...]:
        sitting = self._case.sitting
        return self._case.offers_in(sitting.meeting.id) if sitting else ()

    def _asked(self) -> Participant | None:
        """Who is asked for the baton: already asked, else who speaks for the first choice.

        Nobody, once that one has said no: it isn't asked twice.
        """
        meeting = self._case.sitting.meeting if self._case.sitting else None
        if meeting is None:
            return None
        if meeting.hand_over is not None and meeting.hand_over.waiting:
            return self._case.participants.get(meeting.hand_over.to)
        chosen = meeting.choice.offers if meeting.choice else ()
        found = self._case.offers.get(chosen[0]) if chosen else None
        speaker = self._case.speaker_for(found.service) if found else None
        given = meeting.hand_over
        said_no = given is not None and given.declined and speaker and given.to == speaker.id
        return None if said_no else speaker

    def _already_asked(self, person: Participant) -> bool:
        meeting = self._case.sitting.meeting if self._case.sitting else None
        given = meeting.hand_over if meeting else None
        return given is not None and given.waiting and given.to == person.id

    def _named(self, people: Sequence[str]) -> str:
        return ", ".join(self._case.label(person) for person in people)

    def _person(self, person: Participant) -> Option:
        return person_option(person, self._words)
