"""The fields that the lead screen opens, and the commands they become."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.desk import Desk
from app.screens.lead.form import FieldFaultError, Form, Values
from app.screens.lead.suggestions import Suggestions
from app.widgets.entry_row import FieldSpec
from app.words import Words
from phases.bad_input import BadInputError
from phases.case import Case
from phases.commands import Command
from phases.commands.afterwards import Reason
from phases.commands.choosing import (
    Choose,
    DecidedBy,
    HandOverCommand,
    NoMeasure,
    OfferAdd,
    OfferEdit,
)
from phases.commands.closing import InformChildCommand, NextMeetingCommand
from phases.commands.log import (
    ActivityAdd,
    ActivityEdit,
    ActivityEnd,
    ActivityEvaluate,
    EditField,
    Park,
    field_text,
)
from phases.commands.welcome import Challenge
from phases.reading_dates import read_date
from phases.records import Activity, Offer
from phases.showing_dates import numeric_date
from phases.words import Effect


class Forms:
    """The forms for a case as it stands, in one language."""

    def __init__(self, case: Case, desk: Desk, words: Words) -> None:
        self._case = case
        self._desk = desk
        self._words = words
        self._offer = Suggestions(case, desk, words)

    # -- the log

    def activity(
        self, offer: Offer | None = None, *, tried: bool = False, again: bool = False
    ) -> Form:
        """Kva · Kven · Når; from an offer with its text and its speaker.

        `again`: it stays open for the next line; several are often written in a row.
        """
        values: dict[str, str] = {}
        if offer is not None:
            speaker = self._case.speaker_for(offer.service)
            values = {"title": offer.text, "owner": speaker.label if speaker else ""}

        def build(typed: Values) -> Sequence[Command]:
            due = self._date(typed, "due")
            return [
                ActivityAdd(
                    title=typed["title"],
                    owner=typed["owner"],
                    due=due,
                    tried=tried,
                    offer=offer.id if offer else "",
                )
            ]

        _ = self._words
        title = _("New in the log: tried before") if tried else _("New in the log")
        about = offer.id if offer else ""
        hint = _("Enter on an empty line: done") if again else ""
        fields = self._log_fields()
        return Form("activity-add", title, fields, build, values, about, hint=hint, again=again)

    def edit(self, found: Activity) -> Form:
        """The same three fields over an activity; each changed field is an edit of its own."""
        shown = {
            "title": found.title,
            "owner": self._case.label(found.owner),
            "due": numeric_date(found.due) if found.due else "",
        }

        def build(typed: Values) -> Sequence[Command]:
            edits: list[Command] = []
            for name, value in typed.items():
                if value != shown[name]:
                    edits.append(self._edit(found, name, typed))
            return edits

        title = self._words("Change in the log")
        return Form("activity-edit", title, self._log_fields(), build, shown, found.id)

    def _edit(self, found: Activity, name: str, typed: Values) -> Command:
        value = typed[name]
        if name == "due":
            due = self._date(typed, "due")
            value = due.isoformat() if due else ""
        fields: dict[str, EditField] = {"title": "title", "owner": "owner", "due": "due"}
        if name == "owner":
            # The field holds a label, the record an id: both sides of `was` must be ids.
            person = self._case.find_participant(value)
            value = person.id if person else value
        return ActivityEdit(found.id, fields[name], value, was=field_text(found, name))

    def how(self, found: Activity, effect: Effect, *, ends: bool) -> Form:
        """A short comment on how it went, or on how it goes (S0-27)."""
        fields = (FieldSpec("comment", self._words("A few words, if you like")),)
        command = ActivityEnd if ends else ActivityEvaluate
        return Form(
            command.name,
            found.title,
            fields,
            lambda typed: [command(found.id, effect, typed["comment"])],
            about=found.id,
        )

    def edit_offer(self, found: Offer) -> Form:
        """What a service can help with and how it sees things; each change is an edit."""
        shown = {"text": found.text, "view": found.view}

        def build(typed: Values) -> Sequence[Command]:
            edits: list[Command] = []
            if typed["text"] != found.text:
                edits.append(OfferEdit(found.id, "text", typed["text"], was=found.text))
            if typed["view"] != found.view:
                edits.append(OfferEdit(found.id, "view", typed["view"], was=found.view))
            return edits

        return Form("offer-edit", found.service, self._offer_fields(), build, shown, found.id)

    def park(self) -> Form:
        """One line for later."""
        _ = self._words
        fields = (FieldSpec("text", _("Topic")),)
        title = _("Is it all right that we take it afterwards?")
        return Form("park", title, fields, lambda typed: [Park(typed["text"])])

    # -- what is agreed

    def challenge(self) -> Form:
        """One sentence everybody can stand behind."""
        _ = self._words
        sitting = self._case.sitting
        before = sitting.meeting.challenge if sitting else ""
        fields = (FieldSpec("text", _("In one sentence")),)
        return Form(
            "challenge",
            _("What we want to solve together"),
            fields,
            lambda typed: [Challenge(typed["text"], was=before)],
            {"text": before},
        )

    def offer(self, service: str) -> Form:
        """What a service can help with, and how it sees things."""
        return Form(
            "offer-add",
            service,
            self._offer_fields(),
            lambda typed: [OfferAdd(service, typed["text"], typed["view"])],
            about=service,
        )

    def none_now(self) -> Form:
        """Nothing is chosen now; why, in a few words, if anybody wants to say."""
        _ = self._words
        fields = (FieldSpec("why", _("A few words, if you like")),)
        return Form(
            "choose",
            _("No service now"),
            fields,
            lambda typed: [Choose(none_now=True, why=typed["why"])],
            then="measures",
        )

    def decided_by(self) -> Form:
        """Names, separated by commas."""
        _ = self._words
        fields = (
            FieldSpec("who", _("Who decided, separated by commas"), suggest=self._offer.people),
        )
        return Form(
            "decided-by",
            _("Decided by"),
            fields,
            lambda typed: [DecidedBy(tuple(n.strip() for n in typed["who"].split(",")))],
        )

    def answer_by(self, person: str) -> Form:
        """The one who is asked answers by a date."""
        _ = self._words
        fields = (FieldSpec("by", _("Answers by"), suggest=self._offer.dates),)

        def build(typed: Values) -> Sequence[Command]:
            return [HandOverCommand(person, self._date(typed, "by", needed=True))]

        return Form("hand-over", self._case.label(person), fields, build, then="measures")

    def no_measure(self) -> Form:
        """Why nothing is written down."""
        _ = self._words
        fields = (FieldSpec("why", _("Why")),)
        title = _("No measure this time")
        return Form("no-measure", title, fields, lambda typed: [NoMeasure(typed["why"])])

    def next_meeting(self) -> Form:
        """The date; left empty, the form for arranging it later opens."""
        _ = self._words
        fields = (
            FieldSpec("on", _("Date"), suggest=self._offer.dates, weight=2),
            FieldSpec("at", _("Time of day")),
        )

        def build(typed: Values) -> Sequence[Command]:
            on = self._date(typed, "on", needed=True)
            return [NextMeetingCommand(on, typed["at"])]

        return Form(
            "next-meeting",
            _("Next meeting"),
            fields,
            build,
            then="inform-child",
            if_empty="later",
            hint=_("Left empty: we arrange it later"),
        )

    def later(self) -> Form:
        """Arranged later: who calls whom by when (R-E4)."""
        _ = self._words
        fields = (
            FieldSpec("caller", _("Who calls"), suggest=self._offer.people, weight=2),
            FieldSpec("called", _("Whom"), suggest=self._offer.people, weight=2),
            FieldSpec("by", _("By"), suggest=self._offer.dates),
        )

        def build(typed: Values) -> Sequence[Command]:
            by = self._date(typed, "by", needed=True)
            return [NextMeetingCommand(caller=typed["caller"], called=typed["called"], by=by)]

        return Form("later", _("We arrange it later"), fields, build, then="inform-child")

    def inform_child(self) -> Form:
        """Who tells the child, how and when."""
        _ = self._words
        fields = (
            FieldSpec("who", _("Who tells the child"), suggest=self._offer.people, weight=2),
            FieldSpec("how", _("How"), weight=2),
            FieldSpec("when", _("When"), suggest=self._offer.dates),
        )

        def build(typed: Values) -> Sequence[Command]:
            when = self._date(typed, "when")
            return [InformChildCommand(typed["who"], typed["how"], when)]

        return Form("inform-child", _("Who tells the child"), fields, build)

    def reason(self, commands: Sequence[Command]) -> Form:
        """A typed reason that lets these commands pass a rule."""
        why = self._words("Why")
        return Form("reason", why, (FieldSpec("reason", why),), lambda _typed: commands)

    def remark(self) -> Form:
        """A typed reason for a remark that stood in nobody's way."""
        _ = self._words
        fields = (FieldSpec("text", _("Why")),)
        return Form("remark", _("Remark"), fields, lambda typed: [Reason(text=typed["text"])])

    # -- help

    def _offer_fields(self) -> tuple[FieldSpec, ...]:
        _ = self._words
        return (
            FieldSpec("text", _("Can help with"), weight=3),
            FieldSpec("view", _("How they see it"), weight=2),
        )

    def _log_fields(self) -> tuple[FieldSpec, ...]:
        _ = self._words
        return (
            FieldSpec("title", _("What"), suggest=self._offer.titles, weight=4),
            FieldSpec("owner", _("Who"), suggest=self._offer.people, weight=2),
            FieldSpec("due", _("When"), suggest=self._offer.dates, weight=2),
        )

    def _date(self, typed: Values, name: str, *, needed: bool = False) -> date | None:
        text = typed[name].strip()
        if not text and not needed:
            return None
        try:
            return read_date(text, self._desk.today(), self._words.language)
        except BadInputError as bad:
            raise FieldFaultError(name, bad) from None
