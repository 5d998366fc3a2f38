"""The fields over what is agreed in a meeting, and the commands they become."""

from __future__ import annotations

from collections.abc import Sequence

from app.screens.log_forms.activity_forms import ActivityForms
from app.screens.log_forms.form import FieldFaultError, Form, Values
from app.widgets.entry_row import FieldSpec
from app.wording.capital import capital
from app.wording.next_day import latest_words
from phases.bad_input import BadInputError
from phases.commands import Command
from phases.commands.afterwards import Reason
from phases.commands.choosing import (
    Choose,
    DecidedBy,
    HandOverCommand,
    NoMeasure,
)
from phases.commands.closing import InformChildCommand, NextMeetingCommand
from phases.commands.planning import MeetingPlan
from phases.commands.welcome import Challenge
from phases.reading_minutes import read_minutes
from phases.showing_dates import numeric_date


class Forms(ActivityForms):
    """The forms for the case as it stands, in one language."""

    def challenge(self) -> Form:
        """One sentence everybody can stand behind."""
        _ = self._words
        sitting = self._case.sitting
        before = sitting.meeting.challenge if sitting else ""
        fields = (FieldSpec("text", _("In one sentence")),)

        def build(typed: Values) -> Sequence[Command]:
            # What was written may be taken away again; where nothing stands, something is missing.
            text = typed["text"] if before else self._needed(typed, "text")
            return [Challenge(text, was=before)] if text != before else []

        return Form(
            "challenge",
            _("What we want to solve together"),
            fields,
            build,
            {"text": before},
        )

    def none_now(self, by: Sequence[str]) -> Form:
        """Nothing is chosen now; why, in a few words, if anybody wants to say."""
        _ = self._words
        fields = (FieldSpec("why", _("A few words, if you like")),)
        return Form(
            "choose",
            _("No service now"),
            fields,
            lambda typed: [Choose(none_now=True, why=typed["why"], decided_by=tuple(by))],
            then="measures",
        )

    def choice_by(self, offers: Sequence[str]) -> Form:
        """These offers, or none now, chosen by others than those who usually do."""

        def build(typed: Values) -> Sequence[Command]:
            by = self._several(typed, "who")
            return [Choose(tuple(offers), none_now=not offers, decided_by=by)]

        then = "relay-holder" if offers else "measures"
        return Form("choose", self._words("Decided by"), self._who(), build, then=then)

    def decided_by(self) -> Form:
        """Names, separated by commas."""
        fields, title = self._who(), self._words("Decided by")
        return Form(
            "decided-by", title, fields, lambda typed: [DecidedBy(self._several(typed, "who"))]
        )

    def _who(self) -> tuple[FieldSpec]:
        label = self._words("Who decided, separated by commas")
        return (FieldSpec("who", label, suggest=self._offer.people),)

    def _several(self, typed: Values, field: str) -> tuple[str, ...]:
        names = self._needed(typed, field).split(",")
        return tuple(name.strip() for name in names)

    def answer_by(self, person: str) -> Form:
        """The one who is asked answers by a date."""
        _ = self._words
        days = self._days()
        fields = (FieldSpec("by", _("Answers by"), suggest=self._offer.dates, days=days),)

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
            FieldSpec("on", _("Date"), suggest=self._offer.next_dates, weight=2, days=self._days()),
            FieldSpec("at", _("Time of day")),
            FieldSpec("place", _("Place")),
        )
        latest = latest_words(self._case, self._desk.log.context(), _)
        later = _("Left empty: we arrange it later")

        def build(typed: Values) -> Sequence[Command]:
            on = self._date(typed, "on", needed=True)
            return [NextMeetingCommand(on, self._time(typed, "at"), place=typed["place"])]

        told = self._case.sitting.meeting.next_meeting if self._case.sitting else None
        # Told, and not put into the field: a new date is typed in place of it, not behind it.
        stands = ""
        if told is not None and told.on is not None:
            when = f"{numeric_date(told.on)} {told.at}".strip()
            stands = _("Now: {day}", day=", ".join(part for part in (when, told.place) if part))
        return Form(
            "next-meeting",
            _("Next meeting"),
            fields,
            build,
            then="inform-child",
            if_empty="later",
            hint=" · ".join(part for part in (stands, capital(latest), later) if part),
        )

    def minutes(self) -> Form:
        """How long each part is to last this once, before the meeting begins."""
        _, sitting = self._words, self._case.sitting
        planned = [round(p.planned_s / 60) for p in sitting.agenda.phases] if sitting else []
        before = ", ".join(map(str, planned))

        def build(typed: Values) -> Sequence[Command]:
            try:
                minutes = read_minutes(self._needed(typed, "minutes"), len(planned))
            except BadInputError as bad:
                raise FieldFaultError("minutes", bad) from None
            return [MeetingPlan(minutes=minutes)] if list(minutes) != planned else []

        fields = (FieldSpec("minutes", _("Minutes for each part, with commas between")),)
        title = _.many("{n} minute", "{n} minutes", sum(planned))
        saved = _("the time of each part")
        return Form("meeting-minutes", title, fields, build, {"minutes": before}, saved=saved)

    def later(self) -> Form:
        """Arranged later: who calls whom by when (R-E4)."""
        _ = self._words
        fields = (
            FieldSpec("caller", _("Who calls"), suggest=self._offer.people, weight=2),
            FieldSpec("called", _("Whom"), suggest=self._offer.people, weight=2),
            FieldSpec("by", _("By"), suggest=self._offer.dates, days=self._days()),
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
            FieldSpec("when", _("When"), suggest=self._offer.dates, days=self._days()),
        )

        def build(typed: Values) -> Sequence[Command]:
            when = self._date(typed, "when")
            return [InformChildCommand(typed["who"], typed["how"], when)]

        told = self._case.sitting.meeting.inform_child if self._case.sitting else None
        values = {}
        if told is not None:
            when = numeric_date(told.when) if told.when else ""
            values = {"who": self._case.label(told.who), "how": told.how, "when": when}
        return Form("inform-child", _("Who tells the child"), fields, build, values)

    def reason(self, commands: Sequence[Command]) -> Form:
        """A typed reason that lets these commands pass a rule."""
        why = self._words("Why")
        return Form("reason", why, (FieldSpec("reason", why),), lambda _typed: commands)

    def remark(self) -> Form:
        """A typed reason for a remark that stood in nobody's way."""
        _ = self._words
        fields = (FieldSpec("text", _("Why")),)
        return Form("remark", _("Remark"), fields, lambda typed: [Reason(text=typed["text"])])
