"""What a meeting agrees on, a row each: pure."""

from __future__ import annotations

from typing import Final

from app.widgets.log_table import LogRow
from app.wording.items import item_words
from app.words import Words
from phases.case import Case
from phases.records import HandOver, Meeting, NextMeeting
from phases.showing_dates import short_date

ITEM: Final = "item:"
"""Before the name of an item, the id of its row."""


def agreed_rows(case: Case, meeting: Meeting, _: Words) -> tuple[LogRow, ...]:
    """Goal, choice, baton, next meeting: also those that nothing is written about yet."""
    following, told, choice = meeting.next_meeting, meeting.inform_child, meeting.choice
    chosen = [case.offers[i].service for i in (choice.offers if choice else ()) if i in case.offers]
    none_now = _("No service now") if choice and choice.none_now else ""
    by = ", ".join(case.label(i) for i in meeting.decided_by)
    asked = meeting.hand_over
    texts = {
        "challenge": (meeting.challenge, "", ""),
        "choice": (", ".join(chosen) or none_now, by, ""),
        "relay-holder": (_answer(asked, _), case.label(asked.to) if asked else "", ""),
        "next-meeting": _again(case, following, _),
    }
    if told is not None or not case.child_present:
        who = case.label(told.who) if told else ""
        when = short_date(told.when, _.language) if told and told.when else ""
        texts["inform-child"] = (told.how if told else "", who, when)
    return tuple(_row(name, *parts, _) for name, parts in texts.items())


def _row(item: str, text: str, who: str, when: str, _: Words) -> LogRow:
    label = item_words(item, _)
    label = f"{label[:1].upper()}{label[1:]}"
    return LogRow(f"{ITEM}{item}", f"{label}: {text}" if text else label, who, when)


def _answer(asked: HandOver | None, _: Words) -> str:
    if asked is None:
        return ""
    if asked.accepted or asked.declined:
        return _("yes") if asked.accepted else _("no")
    return _("asked")


def _again(case: Case, following: NextMeeting | None, _: Words) -> tuple[str, str, str]:
    if following is None:
        return "", "", ""
    if following.on:
        return following.at, "", short_date(following.on, _.language)
    by = short_date(following.by, _.language) if following.by else ""
    return _("we arrange it later"), case.label(following.caller), by
