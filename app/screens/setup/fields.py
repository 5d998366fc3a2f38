"""What is typed in the set-up's fields, turned into commands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final

from app.screens.surroundings import Surroundings
from app.wording.bad_input import bad_input_words
from app.words import Words
from phases.bad_input import BadInputError
from phases.commands.case_facts import CaseSet
from phases.commands.consents import ConsentAdd
from phases.commands.planning import MeetingPlan
from phases.reading_dates import read_date, told_from_today
from phases.reading_times import local_to_utc, read_time
from phases.words import ConsentForm

Values = Mapping[str, str]
SCHOOL_YEAR_MONTH = 8

ABOUT: Final = ("purpose", "what", "document", "note")
"""What may be said of a consent beside how and when it was given."""


class FieldFaultError(Exception):
    """A field that can't be read: its name, and the words to show beside it."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(field)
        self.field = field
        self.words = words


class Fields:
    """Reads the fields, in one language and at one place."""

    def __init__(self, around: Surroundings, words: Words) -> None:
        self._around = around
        self._words = words

    def plan(self, values: Values, shown: Values) -> MeetingPlan | None:
        """The changes to when and where; None while there is nothing whole to save.

        Raises FieldFaultError.
        """
        at = None
        if (values["date"], values["time"]) != (shown["date"], shown["time"]):
            at = self._moment(values)
        place = values["place"] if values["place"] != shown["place"] else None
        return None if at is None and place is None else MeetingPlan(at=at, place=place)

    def _moment(self, values: Values) -> datetime | None:
        """Day and time together; None while one of them is still to be typed."""
        day = self._date("date", values["date"]) if values["date"] else None
        field = "time"
        try:
            clock = read_time(values["time"]) if values["time"] else None
            if day is None or clock is None:
                return None
            return local_to_utc(datetime.combine(day, clock), self._around.zone)
        except BadInputError as bad:
            raise FieldFaultError(field, bad_input_words(bad, self._words)) from None

    def half(self, values: Values) -> tuple[str, str] | None:
        """The field that lacks its other half, and what to say; None when nothing does."""
        if values["date"] and not values["time"]:
            return "time", self._words("Which time?")
        if values["time"] and not values["date"]:
            return "date", self._words("Which day?")
        return None

    def dates(self, values: Values, shown: Values) -> CaseSet | None:
        """The planned meetings, parted by commas. Raises FieldFaultError."""
        if values["dates"] == shown["dates"]:
            return None
        try:
            days = school_year_dates(values["dates"], self._around.today(), self._words.language)
        except BadInputError as bad:
            raise FieldFaultError("dates", bad_input_words(bad, self._words)) from None
        return CaseSet(meeting_dates=days)

    def own_consent(self, values: Values, shown: Values) -> CaseSet | None:
        """From when the youth consents too; emptied, it isn't known. Raises FieldFaultError.

        A birth date works that day out and goes: it isn't kept (DA-8, L6).
        """
        if values["born"]:
            return CaseSet(birth_date=self._past("born", values["born"]))
        if values["own"] == shown["own"]:
            return None
        if not values["own"]:
            return CaseSet(own_consent_from="")
        return CaseSet(own_consent_from=self._date("own", values["own"]))

    def consent(self, by: str, covers: str, form: ConsentForm, values: Values) -> ConsentAdd:
        """The consent ticked next: given today unless told otherwise. Raises FieldFaultError."""
        return ConsentAdd(
            by,
            covers,
            form,
            given=self._past("given", values["given"]) if values["given"] else None,
            expires=self._date("expires", values["expires"]) if values["expires"] else None,
            **{about: values.get(about, "") for about in ABOUT},
        )

    def _past(self, field: str, text: str) -> date:
        try:
            return past_date(text, self._around.today(), self._words.language)
        except BadInputError as bad:
            raise FieldFaultError(field, bad_input_words(bad, self._words)) from None

    def _date(self, field: str, text: str) -> date:
        try:
            return read_date(text, self._around.today(), self._words.language)
        except BadInputError as bad:
            raise FieldFaultError(field, bad_input_words(bad, self._words)) from None


def past_date(text: str, today: date, language: str) -> date:
    """A day that has been: without a year the latest such day, not the next one.

    Raises DateError.
    """
    day = read_date(text, today, language)
    if told_from_today(text):
        return day
    if day > today and re.search(r"[0-9]", text) and not re.search(r"[0-9]{4}", text):
        return read_date(text, today - timedelta(days=364), language)
    return day


def school_year_dates(text: str, today: date, language: str) -> tuple[date, ...]:
    """Days parted by commas; without a year they belong to this school year (DA-9).

    Raises DateError.
    """
    began = today.year if today.month >= SCHOOL_YEAR_MONTH else today.year - 1
    start = date(began, SCHOOL_YEAR_MONTH, 1)
    found = []
    for part in re.split(r"[,;]", text):
        if part.strip():
            # "tysdag" and "om 2 veker" have no school year: they are counted from today.
            since = today if told_from_today(part) else start
            found.append(read_date(part, since, language))
    return tuple(sorted(set(found)))
