"""The lists behind the rows of `after`: who answers, who gets it, where it stands, and the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.screens.after.tasks import DONE, OPEN, place_names, unfinished
from app.screens.choice_option import Option
from app.screens.log_forms.asks import Answer, Ask, ask_of
from app.screens.log_forms.form import FieldFaultError, Form, Values
from app.widgets.entry_row import FieldSpec
from app.wording.capital import capital
from app.wording.consents import REASONS, case_state_words
from app.wording.states import minutes_words
from phases.commands.case_facts import CaseSet
from phases.commands.minutes import MinutesCommand, Retention
from phases.minutes import kept_from, minutes_of, recipients_of, share_of
from phases.reading_dates import DateError, read_date
from phases.records.log import CLOSED
from phases.showing_dates import long_date, numeric_date
from phases.words import ClosedReason, MinutesStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.desk import Desk
    from app.words import Words
    from phases.case import Case
    from phases.commands import Command
    from phases.sitting import Sitting

ENDS: Final[tuple[ClosedReason, ...]] = (
    "goals-reached",
    "family-wishes",
    "individual-plan",
    "referred",
    "other",
)
"""Why a log is closed here. A consent that is withdrawn closes it by itself (R-C6)."""

STEPS: Final[tuple[MinutesStatus, ...]] = ("draft", "read-through", "final")


class AfterAsks:
    """The lists for a case of which a meeting was held: for the newest, or one before it."""

    def __init__(self, case: Case, desk: Desk, words: Words, about: Sitting | None = None) -> None:
        """Raises ValueError before any meeting was held: no row leads here then."""
        sitting = about or case.held
        if sitting is None:
            raise ValueError(case.id)
        self._case, self._sitting, self._desk, self._words = case, sitting, desk, words
        self._minutes = minutes_of(case, sitting)

    def earlier(self) -> Ask:
        """Which of the meetings before the newest; each with how far its minutes are."""
        _, case = self._words, self._case
        rows = []
        for sitting in case.all_held()[1:]:
            # One that was begun has a start.
            began = sitting.line.started
            day = self._desk.local(began.utc).date() if began else self._desk.today()
            told = minutes_words(minutes_of(case, sitting).status, _)
            symbol = OPEN if unfinished(case, sitting) else DONE
            label = long_date(day, _.language, today=self._desk.today())
            option = Option(sitting.meeting.id, f"{symbol} {label}", told)
            rows.append((option, Answer()))
        return ask_of(_("Earlier meetings"), rows)

    def minutes(self) -> Ask:
        """How far they are, and who answers for them (S3-29, R-E6, R-E7)."""
        _ = self._words
        at = STEPS.index(self._minutes.status)
        rows = [(Option("look", _("Look at it")), Answer())]
        for number, step in enumerate(STEPS):
            # One step at a time forward: nothing is final that nobody has read through.
            label = f"{'●' if number == at else '○'} {capital(minutes_words(step, _))}"
            option = Option(step, label, enabled=number != at and number <= at + 1)
            rows.append((option, Answer([MinutesCommand(status=step)])))
        rows.append((Option("who", _("Who answers for them …")), Answer(more=self.responsible)))
        return ask_of(_("Minutes: {status}", status=minutes_words(self._minutes.status, _)), rows)

    def responsible(self) -> Ask:
        """One of the staff; the writer may be somebody else (S3-04)."""
        staff = [p for p in self._case.participants.values() if not p.family]
        rows = [
            (Option(p.id, p.label, p.service), Answer([MinutesCommand(responsible=p.id)]))
            for p in staff
            if p.role != "interpreter"
        ]
        return ask_of(self._words("Who answers for the minutes?"), rows)

    def recipients(self) -> Ask:
        """A tick for each; none for whom no consent covers, or the meeting left out (R-E9)."""
        _, today, meeting = self._words, self._desk.today(), self._sitting.meeting
        chosen = self._minutes.recipients or recipients_of(self._case, today, meeting)
        rows = []
        for person in self._case.participants.values():
            covered = share_of(self._case, person, today) != "none"
            kept = kept_from(meeting, person)
            note = _("the meeting agreed otherwise") if kept else ""
            note = note if covered else _("not covered by a consent")
            after = _toggled(chosen, person.id)
            # The last one stays: an empty list would mean that nobody has been chosen yet.
            ticked = person.id in chosen
            enabled = covered and bool(after) and (ticked or not kept)
            rows.append(
                (
                    Option(person.id, _ticked(person.label, ticked), note, enabled=enabled),
                    Answer([MinutesCommand(recipients=after)]),
                )
            )
        return ask_of(_("Who gets the minutes?"), rows)

    def filed(self) -> Ask:
        """A tick for each place, by hand: the program files nothing (S3-30, S4-09)."""
        names = place_names(self._sitting, self._desk.structures, self._words)
        rows = [
            (
                Option(place, _ticked(capital(name), place in self._minutes.filed)),
                Answer([MinutesCommand(filed=_toggled(self._minutes.filed, place))]),
            )
            for place, name in names.items()
        ]
        return ask_of(self._words("Where do the minutes stand?"), rows)

    def log(self) -> Ask:
        """Closing the log, the folder, how long it is kept here (R-E18, R-S4)."""
        _, facts = self._words, self._case.facts
        rows: list[tuple[Option, Answer]] = []
        if facts.status == "open":
            rows.append((Option("close", _("Close the log …")), Answer(more=self._why_closed)))
        elif not facts.locked:
            again = Answer([CaseSet(status="open")])
            rows.append((Option("open", _("Closed by mistake: open it again")), again))
        archived = Option("archived", _("It stands in the folder or the archive …"))
        if facts.archived:
            not_yet = Answer([Retention(archived=False)])
            archived = Option("archived", _ticked(archived.label.rstrip(" …"), ticked=True))
            rows.append((archived, not_yet))
        else:
            rows.append((archived, Answer(form=self._where())))
        kept = numeric_date(facts.keep_until) if facts.keep_until else ""
        rows.append((Option("keep", _("Keep it here until …"), kept), Answer(form=self._until())))
        rows.append((Option("paper", _("A paper of the whole log …")), Answer()))
        rows.append((Option("delete", _("Delete it for good …")), Answer()))
        state = case_state_words(facts.status, facts.closed_reason, _)
        return ask_of(f"{_('The log itself')} – {state}", rows)

    def _why_closed(self) -> Ask:
        _ = self._words
        rows = [
            (
                Option(why, capital(_(REASONS[why]))),
                Answer(
                    [
                        CaseSet(
                            status="referred" if why == "referred" else "closed",
                            closed_reason=why,
                        )
                    ]
                ),
            )
            for why in ENDS
        ]
        return ask_of(_("Why is it closed?"), rows, self.still_open())

    def still_open(self) -> str:
        """What closing leaves behind, said before anybody closes: a meeting, work under way."""
        _, case = self._words, self._case
        planned = case.sitting is not None and case.sitting.state == "planned"
        live = sum(a.status not in CLOSED for a in case.activities.values())
        told = [_("a meeting is planned")] if planned else []
        drafts = sum(minutes_of(case, s).status != "final" for s in case.all_held())
        left = _.many("minutes that aren't final", "{n} minutes that aren't final", drafts)
        told += [left] if drafts else []
        told += [_.many("{n} activity goes on", "{n} activities go on", live)] if live else []
        return _("Still open: {what}", what=", ".join(told)) if told else ""

    def _where(self) -> Form:
        """Asked and noted: has it been taken over? (R-E18)."""
        _, facts = self._words, self._case.facts
        fields = [FieldSpec("where", _("In which folder or archive it stands"), weight=2)]
        values = {"where": facts.archived_in}
        if facts.locked:
            # The family has taken its consent back: somebody answers for what is kept (SC-10).
            fields.append(FieldSpec("by", _("Taken over by (head of the unit)"), weight=2))
            values["by"] = facts.archived_by

        def build(typed: Values) -> Sequence[Command]:
            return [Retention(archived=True, where=typed["where"], by=typed.get("by"))]

        return Form("retention", _("Taken over"), tuple(fields), build, values)

    def _until(self) -> Form:
        """The last day here; the day itself is the municipality's business (L7, L8)."""
        _, facts = self._words, self._case.facts
        days = _("{key}: calendar", key="F12")
        fields = (
            FieldSpec("until", _("The last day on which it is kept here"), days=days),
            FieldSpec("why", _("Why so long")),
            FieldSpec("deleter", _("Who deletes it")),
        )
        values = {
            "until": numeric_date(facts.keep_until) if facts.keep_until else "",
            "why": facts.keep_why,
            "deleter": facts.deleted_by,
        }

        def build(typed: Values) -> Sequence[Command]:
            told = Retention(until="", why=typed["why"], deleter=typed["deleter"])
            if not typed["until"].strip():
                return [told]
            try:
                day = read_date(typed["until"], self._desk.today(), _.language)
            except DateError as bad:
                raise FieldFaultError("until", bad) from None
            return [told.with_(until=day)]

        return Form("retention", _("How long the log is kept here"), fields, build, values)


def _toggled(chosen: Sequence[str], one: str) -> tuple[str, ...]:
    if one in chosen:
        return tuple(each for each in chosen if each != one)
    return (*chosen, one)


def _ticked(label: str, ticked: bool) -> str:
    return f"{'☑' if ticked else '☐'} {label}"
