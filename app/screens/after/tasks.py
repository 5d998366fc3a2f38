"""What is left to do after a meeting, as rows: pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from app.widgets.log_table import LogRow
from app.wording.consents import case_state_words
from app.wording.states import minutes_words
from phases.commands.afterwards import QUESTIONS
from phases.listing import waiting_topics
from phases.minutes import PLACES, minutes_of, recipients_of
from phases.next_day import minutes_day
from phases.showing_dates import short_date
from phases.structures import Structure, text_in

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from app.words import Words
    from phases.case import Case
    from phases.context import Context
    from phases.sitting import Sitting

DONE, OPEN, QUIET = "✓", "○", "·"
"""Done; to be done; there for whoever wants it."""

WHO_AT_MOST: Final = 22
"""Cells of the column in which they stand."""

FEW: Final = 2
"""Names on a row; of more of them the first, and how many there are besides."""


def tasks(
    case: Case, ctx: Context, words: Words, about: Sitting | None = None
) -> tuple[LogRow, ...]:
    """A row for each thing, in the order in which people do them; none before a meeting is over.

    `about` an earlier meeting: what may still be done about that one.
    """
    sitting = about or case.held
    if sitting is None or not sitting.over:
        return ()
    found = _Tasks(case, sitting, ctx, words)
    return tuple(found.of_earlier() if about else found.rows())


class _Tasks:
    """The rows of one meeting."""

    def __init__(self, case: Case, sitting: Sitting, ctx: Context, words: Words) -> None:
        self._case, self._sitting, self._ctx, self._words = case, sitting, ctx, words
        self._minutes = minutes_of(case, sitting)

    def rows(self) -> Iterator[LogRow]:
        yield self._agreed()
        yield from self._feedback()
        yield self._evaluated()
        yield self._written()
        yield self._recipients()
        yield from self._signed()
        yield self._filed()
        yield self._next()
        yield from self._parked()
        yield from self._earlier()
        yield self._log()

    def of_earlier(self) -> Iterator[LogRow]:
        """The staff's evaluation and the next meeting are for the newest one alone."""
        yield self._agreed()
        yield from self._feedback()
        yield self._written()
        yield self._recipients()
        yield from self._signed()
        yield self._filed()

    def _earlier(self) -> Iterator[LogRow]:
        """Minutes that nobody finished are forgotten once another meeting has been held."""
        _, case, earlier = self._words, self._case, self._case.all_held()[1:]
        if not earlier:
            return
        left = sum(unfinished(case, sitting) for sitting in earlier)
        word = _("{n} to finish", n=left) if left else _("all finished")
        yield LogRow("earlier", _("Earlier meetings"), "", "", _mark(not left), word)

    def _agreed(self) -> LogRow:
        _ = self._words
        return LogRow("agreed", _("This is what we agreed"), "", "", QUIET)

    def _feedback(self) -> Iterator[LogRow]:
        """How it was for guardians and child; nobody has to answer (R-E12)."""
        _, here = self._words, self._sitting.meeting.id
        family = [p for p in self._case.participants.values() if p.family and not p.absent]
        if not family:
            return
        said = {f.by for f in self._case.feedback.values() if f.meeting == here}
        left = [p.label for p in family if p.id not in said]
        yield LogRow(
            "feedback",
            _("The family about the meeting"),
            _few(left, _),
            "",
            OPEN if left else DONE,
            _("to ask") if left else _("asked"),
        )

    def _evaluated(self) -> LogRow:
        _ = self._words
        found = self._case.evaluations.get(self._sitting.meeting.id)
        said = sum(bool(getattr(found, q)) for q in QUESTIONS) if found else 0
        word = _("{n} of {all}", n=said, all=len(QUESTIONS))
        symbol = DONE if said == len(QUESTIONS) else OPEN
        return LogRow("evaluation", _("Evaluation"), "", "", symbol, word)

    def _written(self) -> LogRow:
        _, now = self._words, self._minutes
        final = now.status == "final"
        by = now.on if final else minutes_day(self._sitting, self._ctx)
        word = minutes_words(now.status, _)
        who = self._case.label(now.responsible) if now.responsible else _("nobody yet")
        return LogRow("minutes", _("Minutes"), who, self._day(by), DONE if final else OPEN, word)

    def _recipients(self) -> LogRow:
        _, case = self._words, self._case
        ids = self._minutes.recipients or recipients_of(
            case, self._ctx.today, self._sitting.meeting
        )
        chosen = bool(self._minutes.recipients)
        word = _.many("{n} person", "{n} people", len(ids))
        names = _few([case.label(i) for i in ids], _)
        return LogRow("recipients", _("Who gets the minutes"), names, "", _mark(chosen), word)

    def _signed(self) -> Iterator[LogRow]:
        """Where the structure has rows to sign (S4-08, R-E16)."""
        _, wanted = self._words, self._sitting.agenda.signatures
        if wanted:
            signed = len(self._sitting.meeting.signed)
            word = _("{n} of {all}", n=signed, all=wanted)
            yield LogRow("sign", _("Signed on paper"), "", "", _mark(signed >= wanted), word)

    def _filed(self) -> LogRow:
        _, filed = self._words, self._minutes.filed
        names = place_names(self._sitting, self._ctx.structures, _)
        told = ", ".join(names.get(place, place) for place in filed)
        word = _("filed") if filed else _("not filed yet")
        if cell_len(told) > WHO_AT_MOST:
            # Half a name says less than how many there are: Enter shows them.
            told, word = "", _.many("{n} place", "{n} places", len(filed))
        return LogRow("filed", _("Where they are filed"), told, "", _mark(bool(filed)), word)

    def _next(self) -> LogRow:
        _, following = self._words, self._sitting.meeting.next_meeting
        planned = self._case.sitting
        if planned is not None and planned.meeting.number > self._sitting.meeting.number:
            at = planned.meeting.at
            day = self._day(self._ctx.local_day(at) if at else None)
            return LogRow("next", _("The next meeting"), "", day, DONE, _("planned"))
        day = self._day(following.on if following else None)
        outcome = self._sitting.meeting.outcome
        ends = outcome is not None and outcome.ends
        if self._case.facts.status != "open" or (not day and ends):
            return LogRow("next", _("The next meeting"), "", "", QUIET, _("none"))
        word = _("not planned yet")
        return LogRow("next", _("The next meeting"), "", day, OPEN, word)

    def _parked(self) -> Iterator[LogRow]:
        """What was to be taken afterwards, until somebody says what becomes of it."""
        _, waiting = self._words, waiting_topics(self._case)
        if waiting:
            word = _.many("{n} waits", "{n} wait", len(waiting))
            yield LogRow("parked", _("What we said we take afterwards"), "", "", OPEN, word)

    def _log(self) -> LogRow:
        _, facts = self._words, self._case.facts
        # Why it was closed has no room here; it stands over the list behind the row.
        word = case_state_words(facts.status, None, _)
        ended = facts.status != "open"
        symbol = _mark(bool(facts.archived)) if ended else QUIET
        return LogRow("log", _("The log itself"), "", self._day(facts.keep_until), symbol, word)

    def _day(self, day: date | None) -> str:
        if day is None:
            return ""
        return short_date(day, self._words.language, today=self._ctx.today)


def unfinished(case: Case, sitting: Sitting) -> bool:
    """Whether the minutes of a meeting aren't final, or stand nowhere (R-E6, R-E17)."""
    kept = minutes_of(case, sitting)
    return kept.status != "final" or not kept.filed


def place_names(
    sitting: Sitting, structures: Mapping[str, Structure], words: Words
) -> dict[str, str]:
    """What each place is called where minutes of this meeting may stand (S3-30, S4-09)."""
    from app.wording.rules_around import PLACES as CALLED

    names = {place: words(CALLED[place]) for place in PLACES}
    shape = structures.get(sitting.agenda.structure)
    own = {f.id: text_in(f.title, words.language)[0] for f in (shape.filing if shape else ())}
    return {**{i: own.get(i, i) for i in sitting.agenda.filing}, **names} if own else names


def _mark(done: bool) -> str:
    return DONE if done else OPEN


def _few(names: list[str], words: Words) -> str:
    """Both names, or the first and how many more."""
    if len(names) <= FEW:
        return ", ".join(names)
    more = len(names) - FEW + 1
    return words("{names} and {n} more", names=", ".join(names[: FEW - 1]), n=more)
