"""What a meeting agrees on, a row each: pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from app.widgets.log_table import LogRow
from app.wording.capital import capital
from app.wording.endings import hour
from app.wording.items import item_words
from app.wording.states import outcome_kind_words, share_words
from phases.showing_dates import short_date

if TYPE_CHECKING:
    from app.words import Words
    from phases.case import Case
    from phases.records import HandOver, Meeting, NextMeeting
    from phases.sitting import Sitting

ITEM: Final = "item:"
"""Before the name of an item, the id of its row."""


class _Said(NamedTuple):
    """What stands in a row after its item's name, and beside it."""

    text: str = ""
    who: str = ""
    when: str = ""


def agreed_rows(case: Case, sitting: Sitting, _: Words, *, all_of_them: bool) -> tuple[LogRow, ...]:
    """Goal, choice, baton, outcome, next meeting: what this meeting has, in this order.

    `all_of_them`: also those that nothing is written about yet, which is nothing for a window
    that is projected.
    """
    asked = {item for phase in sitting.agenda.phases for item in phase.settle}
    found = ((item, said) for item, said in _told(case, sitting.meeting, _))
    return tuple(
        _row(item, said, _)
        for item, said in found
        if any(said) or (all_of_them and (item in asked or not asked))
    )


def choice_rows(case: Case, sitting: Sitting, _: Words) -> tuple[LogRow, ...]:
    """What was chosen and by whom, alone; nothing before it is."""
    found = ((item, said) for item, said in _told(case, sitting.meeting, _) if item == "choice")
    return tuple(_row(item, said, _) for item, said in found if said.text)


def _told(case: Case, meeting: Meeting, _: Words) -> Iterator[tuple[str, _Said]]:
    """Each item that a window may open, in the order of a meeting."""
    yield "challenge", _Said(meeting.challenge)
    choice = meeting.choice
    chosen = [case.offers[i].service for i in (choice.offers if choice else ()) if i in case.offers]
    none_now = _("No service now") if choice and choice.none_now else ""
    by = ", ".join(case.label(i) for i in meeting.decided_by)
    yield "choice", _Said(", ".join(chosen) or none_now, by)
    asked = meeting.hand_over
    yield "relay-holder", _Said(_answer(asked, _), case.label(asked.to) if asked else "")
    yield "outcome", _outcome(case, meeting, _)
    yield "next-meeting", _again(case, meeting.next_meeting, _)
    yield "half-year-plan", _half_year(meeting, _)
    told = meeting.inform_child
    if told is not None or not case.child_present:
        when = short_date(told.when, _.language) if told and told.when else ""
        how, who = (told.how, case.label(told.who)) if told else ("", "")
        yield "inform-child", _Said(how, who, when)
    shared = meeting.distribution
    to = ", ".join(case.label(i) for i in shared.to) if shared else ""
    yield "distribution", _Said(share_words(shared.how, _) if shared else "", to)


def _row(item: str, said: _Said, _: Words) -> LogRow:
    label = item_words(item, _)
    label = capital(label)
    what = f"{label}: {said.text}" if said.text else label
    return LogRow(f"{ITEM}{item}", what, said.who, said.when)


def _answer(asked: HandOver | None, _: Words) -> str:
    if asked is None:
        return ""
    if asked.accepted or asked.declined:
        return _("yes") if asked.accepted else _("no")
    return _("asked")


def _outcome(case: Case, meeting: Meeting, _: Words) -> _Said:
    found = meeting.outcome
    if found is None:
        return _Said()
    kinds = ", ".join(outcome_kind_words(kind, _) for kind in found.kinds)
    text = " – ".join(part for part in (kinds, found.to, found.text) if part)
    return _Said(text, case.label(found.responsible) if found.responsible else "")


def _half_year(meeting: Meeting, _: Words) -> _Said:
    plan = meeting.half_year
    if plan is None:
        return _Said()
    days = [short_date(day, _.language) for day in plan.dates]
    return _Said(", ".join(days) or _("not wanted"))


def _again(case: Case, following: NextMeeting | None, _: Words) -> _Said:
    if following is None:
        return _Said()
    if following.on:
        told = ", ".join(part for part in (hour(following.at, _), following.place) if part)
        return _Said(told, "", short_date(following.on, _.language))
    by = short_date(following.by, _.language) if following.by else ""
    return _Said(_("we arrange it later"), case.label(following.caller), by)
