"""The fields over a line of the log, and the commands they become."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.desk import Desk
from app.screens.log_forms.form import FieldFaultError, Form, Values
from app.screens.log_forms.suggestions import Suggestions
from app.widgets.entry_row import FieldSpec
from app.words import Words
from phases.bad_input import BadInputError
from phases.case import Case
from phases.commands import Command
from phases.commands.choosing import (
    OfferAdd,
    OfferEdit,
)
from phases.commands.log import ActivityAdd, ActivityEdit, ActivityReplace, NoteCommand, Park
from phases.commands.log_fields import EditField, field_text
from phases.reading_dates import read_date
from phases.reading_times import read_time
from phases.records import Activity, Note, Offer
from phases.showing_dates import numeric_date


class LogForms:
    """The forms for a case as it stands, in one language."""

    def __init__(self, case: Case, desk: Desk, words: Words) -> None:
        self._case = case
        self._desk = desk
        self._words = words
        self._offer = Suggestions(case, desk, words)

    def activity(
        self,
        offer: Offer | None = None,
        *,
        tried: bool = False,
        again: bool = False,
        owner: str = "",
    ) -> Form:
        """Kva · Kven · Når; from an offer with its text and its speaker, or with its `owner`.

        `again`: it stays open for the next line; several are often written in a row.
        """
        values: dict[str, str] = {"owner": owner} if owner else {}
        if offer is not None:
            speaker = self._case.speaker_for(offer.service)
            values = {"title": offer.text, "owner": speaker.label if speaker else ""}

        def build(typed: Values) -> Sequence[Command]:
            # What has been tried has no day by which it will be done, and none is asked for.
            due = None if tried else self._date(typed, "due")
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
        title = _("What has been tried before") if tried else _("New in the log")
        about = offer.id if offer else ""
        hint = _("Enter on an empty line: done") if again else ""
        fields = self._log_fields()[: 2 if tried else 3]
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

        _, fields = self._words, self._log_fields()
        title, saved = _("Change in the log"), _("the change")
        return Form("activity-edit", title, fields, build, shown, found.id, saved=saved)

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

    def replace(self, found: Activity) -> Form:
        """Another in the place of one that stands in the log."""
        _ = self._words

        def build(typed: Values) -> Sequence[Command]:
            due = self._date(typed, "due")
            return [ActivityReplace(typed["title"], typed["owner"], due, id=found.id)]

        title = _("Instead of “{what}”", what=found.title)
        owner = {"owner": self._case.label(found.owner)}
        return Form("activity-replace", title, self._log_fields(), build, owner, found.id)

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

    def note(self, *, again: bool = False) -> Form:
        """A free note to the part that runs, line after line."""
        _ = self._words
        fields = (FieldSpec("text", _("Note")),)
        hint = _("Enter on an empty line: done") if again else ""
        title = _("Note to the minutes")
        return Form(
            "note",
            title,
            fields,
            lambda typed: [NoteCommand(typed["text"])],
            hint=hint,
            again=again,
        )

    def edit_note(self, found: Note) -> Form:
        """A note's text; left empty, the note is taken away."""
        _ = self._words
        return Form(
            "note-edit",
            _("Note to the minutes"),
            (FieldSpec("text", _("Note")),),
            lambda typed: (
                [NoteCommand(typed["text"], id=found.id, was=found.text)]
                if typed["text"] != found.text
                else []
            ),
            {"text": found.text},
            found.id,
            hint=_("Left empty: it is taken away"),
        )

    def anew(self, gone: Form) -> Form | None:
        """The empty form for the same texts, where the record of an edit was taken away."""
        if gone.name == "activity-edit":
            return self.activity()
        if gone.name == "note-edit":
            return self.note()
        return self.offer(gone.title) if gone.name == "offer-edit" else None

    def park(self) -> Form:
        """One line for later."""
        _ = self._words
        fields = (FieldSpec("text", _("Topic")),)
        title = _("Is it all right that we take it afterwards?")
        saved = _("a topic for afterwards")
        return Form("park", title, fields, lambda typed: [Park(typed["text"])], saved=saved)

    def offer(self, service: str) -> Form:
        """What a service can help with, and how it sees things."""
        return Form(
            "offer-add",
            service,
            self._offer_fields(),
            lambda typed: [OfferAdd(service, typed["text"], typed["view"])],
            about=service,
        )

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
            FieldSpec("due", _("When"), suggest=self._offer.dates, weight=2, days=self._days()),
        )

    def _days(self) -> str:
        """What stands behind the label of a date."""
        return self._words("{key}: calendar", key="F12")

    def _needed(self, typed: Values, name: str) -> str:
        """What stands in a field that can't be left empty. Raises FieldFaultError."""
        if text := typed[name].strip():
            return text
        raise FieldFaultError(name, BadInputError("E-EMPTY"))

    def _date(self, typed: Values, name: str, *, needed: bool = False) -> date | None:
        text = self._needed(typed, name) if needed else typed[name].strip()
        if not text:
            return None
        try:
            return read_date(text, self._desk.today(), self._words.language)
        except BadInputError as bad:
            raise FieldFaultError(name, bad) from None

    def _time(self, typed: Values, name: str) -> str:
        """The time of day as the log keeps it, "13:00"."""
        text = typed[name].strip()
        try:
            return f"{read_time(text):%H:%M}" if text else ""
        except BadInputError as bad:
            raise FieldFaultError(name, bad) from None
