"""What the fields offer while somebody types: people, dates, earlier texts."""

from __future__ import annotations

from collections.abc import Sequence

from app.desk import Desk
from app.words import Words
from phases.bad_input import BadInputError
from phases.case import Case
from phases.reading_dates import read_date
from phases.showing_dates import numeric_date


class Suggestions:
    """For a case as it stands, in one language."""

    def __init__(self, case: Case, desk: Desk, words: Words) -> None:
        self._case = case
        self._desk = desk
        self._words = words

    def people(self, typed: str) -> list[str]:
        """Those in the room whose label begins with, or else holds, what is typed."""
        labels = [p.label for p in self._case.present if p.role != "interpreter"]
        return _best(labels, typed)

    def dates(self, typed: str) -> list[str]:
        """The date that is meant, spelled out; with nothing typed, the planned meetings."""
        today, language = self._desk.today(), self._words.language
        if not typed.strip():
            planned = [d for d in self._case.facts.meeting_dates if d > today]
            return [numeric_date(d) for d in planned[:3]]
        try:
            return [numeric_date(read_date(typed, today, language))]
        except BadInputError:
            return []

    def next_dates(self, typed: str) -> list[str]:
        """The same for the next meeting; with nothing typed and none planned, its latest day."""
        found = self.dates(typed)
        if found or typed.strip():
            return found
        from phases.next_day import latest_next

        latest = latest_next(self._case, self._desk.log.context())
        return [numeric_date(latest.latest)] if latest else []

    def titles(self, typed: str) -> list[str]:
        """Offers and earlier activities with what is typed."""
        if len(typed) < 2:
            return []
        known = [o.text for o in self._case.offers.values()]
        known += [a.title for a in self._case.activities.values()]
        return _best(list(dict.fromkeys(known)), typed)


def _best(texts: Sequence[str], typed: str) -> list[str]:
    """Those that begin with what is typed, then those that hold it."""
    wanted = typed.casefold().strip()
    begin = [t for t in texts if t.casefold().startswith(wanted)]
    hold = [t for t in texts if wanted in t.casefold() and t not in begin]
    return [*begin, *hold] if wanted else list(texts)
