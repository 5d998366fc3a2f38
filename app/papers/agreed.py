"""What was agreed, on one page in large letters: what the family takes home.

Who does what and when, and when everybody meets again; nothing else (domain §3.1).
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from typing import TYPE_CHECKING, Final

from app.papers.errors import refused
from app.papers.paper import Bullets, Table, Text
from app.papers.parts import (
    changed_to,
    chosen_rows,
    newly_agreed,
    paper_of,
    part_told,
    section,
)
from app.papers.share import concerns, share
from app.wording.agreements import agreed_words, spoken_day
from app.wording.capital import capital
from app.wording.endings import meeting_day
from app.wording.states import outcome_kind_words
from phases.changes import EXIT_RULE
from phases.showing_dates import long_date

if TYPE_CHECKING:
    from datetime import date

    from app.papers.asking import Asked
    from app.papers.paper import AnyBlock, Paper
    from app.papers.parts import Blocks, Row
    from app.words import Words
    from phases.records import Activity, NextMeeting


LARGE_LINES: Final = 27
"""Lines of large letters on a page of Word, which holds fewer than PDF; a heading takes two."""

LARGER: Final = 1.2
"""How many more there are of the larger ones, on a page and on a line."""

LINE: Final = 56
"""Large letters on a line."""

WIDTHS: Final = (28, 17, 17)
"""Large letters in a table's columns: what, who, when."""


def agreed(asked: Asked) -> Paper:
    """For guardians, and for whoever else is given it. Raises PaperError."""
    _ = asked.words
    held = _held(asked)
    whole = share(asked) == "whole"
    new = [a for a in newly_agreed(asked) if whole or concerns(a, asked)]
    on = [a for a in going_on(asked) if whole or concerns(a, asked)]
    more = chosen_rows(asked.case, asked.here) if whole else ()
    blocks = (
        *section(_("Who does what"), _table(asked, new, more)),
        *section(_("This goes on"), _table(asked, on)),
        *section(_("How it goes on"), Text(text=_outcome(asked, whole=whole))),
        *section(_("Next meeting"), Text(text=_again(asked, held))),
    )
    made = paper_of(
        asked,
        "agreed",
        _("This is what we agreed"),
        (*part_told(asked, whole=whole), *(blocks or _nothing(asked))),
        subtitle=_day(asked),
    )
    return _on_one_page(made)


def agreed_child(asked: Asked) -> Paper:
    """For the child, in plainer words, sentence by sentence. Raises PaperError."""
    _, case = asked.words, asked.case
    held = _held(asked)
    if share(asked) != "whole":
        # The child's page is the child's: whoever is to have a part gets a page of their own.
        raise refused("R-E9", _, {"agreed": "parts"}, EXIT_RULE)
    children = {p.id for p in case.participants.values() if p.role == "child"}
    found = (*newly_agreed(asked), *going_on(asked))
    changes = changed_to(asked)
    own = tuple(
        _changed(_own(a, asked), changes.get(a.id, ""), _) for a in found if a.owner in children
    )
    others = tuple(
        _changed(_sentence(a, asked), changes.get(a.id, ""), _)
        for a in found
        if a.owner not in children
    )
    others += tuple(
        agreed_words(service, text, None, asked.met_on, _)
        for text, service, _when in chosen_rows(case, asked.here)
    )
    blocks = (
        *section(_("This is what you do"), Bullets(items=own)),
        *section(_("This is what the others do"), Bullets(items=others)),
        *section(_("How it goes on"), Text(text=_outcome(asked))),
        *section(_("When we meet again"), Text(text=_again(asked, held))),
    )
    made = paper_of(
        asked,
        "agreed-child",
        _("To you: this is what we agreed"),
        blocks or _nothing(asked),
        subtitle=_day(asked),
    )
    return _on_one_page(made)


def _on_one_page(made: Paper) -> Paper:
    """In letters as large as a page holds it: to have it on one comes first."""
    for letters, more in (("large", 1.0), ("larger", LARGER)):
        if sum(_lines(block, more) for block in made.blocks) <= LARGE_LINES * more:
            return made.model_copy(update={"letters": letters})
    return made


def _lines(block: AnyBlock, more: float) -> int:
    """About how many lines it takes, where a line holds so many times more than of large ones."""
    match block:
        case Table(rows=rows):
            wide = [width * more for width in WIDTHS]
            cells = ((ceil(len(c) / w) for c, w in zip(row, wide, strict=False)) for row in rows)
            return 1 + sum(max(1, *row) for row in cells)
        case Bullets(items=items):
            return sum(ceil(len(item) / (LINE * more)) for item in items)
        case Text(text=text):
            return sum(max(1, ceil(len(line) / (LINE * more))) for line in text.split("\n"))
        case _:
            return 2


def _nothing(asked: Asked) -> Blocks:
    """An empty page would look like a fault."""
    return (Text(text=asked.words("Nothing is agreed yet")),)


def going_on(asked: Asked) -> tuple[Activity, ...]:
    """What was gone through here and goes on: that was agreed as well (S0-25)."""
    case = asked.case
    last = {a.activity: a for a in case.assessments.values() if a.meeting == asked.here}
    kept = [i for i, a in last.items() if a.decision in ("continue", "adjust")]
    found = (case.activities[i] for i in kept if i in case.activities)
    return tuple(a for a in found if a.meeting != asked.here)


def _changed(told: str, change: str, _: Words) -> str:
    """An agreement, and what is done in another way from now on (S0-27)."""
    if not change:
        return told
    return _("{what}. From now on: {change}.", what=told.rstrip("."), change=change.rstrip("."))


def _held(asked: Asked) -> NextMeeting | None:
    """What was agreed about the next meeting; before one has begun there is nothing to take home.

    Raises PaperError.
    """
    if asked.sitting is None or asked.sitting.line.started is None:
        raise refused("not-held", asked.words)
    return asked.sitting.meeting.next_meeting


def _table(asked: Asked, found: Iterable[Activity], more: Iterable[Row] = ()) -> Table:
    """What, who, when, with dates as people say them: the rest is for the minutes."""
    _, case = asked.words, asked.case
    changes = changed_to(asked)
    rows = tuple(
        (_changed(a.title, changes.get(a.id, ""), _), case.label(a.owner), _when(a, asked))
        for a in found
    )
    head = (_("What"), _("Who"), _("When"))
    title = _("Who does what")
    return Table(head=head, rows=(*rows, *more), shares=(5, 3, 3), title=title, csv=True)


def _when(activity: Activity, asked: Asked) -> str:
    """By when; of what is done for a time from a later day on, from when to when."""
    until = activity.period_end or activity.due
    if until is None:
        return ""
    told = spoken_day(until, asked.met_on, asked.words)
    first = _later_start(activity, asked)
    return f"{spoken_day(first, asked.met_on, asked.words)} – {told}" if first else told


def _later_start(activity: Activity, asked: Asked) -> date | None:
    """When it begins, where only its end would be taken for the day of it."""
    first, last, met = activity.start, activity.period_end or activity.due, asked.met_on
    if first is None or last is None or first >= last:
        return None
    return first if met is None or first > met else None


def _own(activity: Activity, asked: Asked) -> str:
    """What the child does itself, under a heading that says so."""
    _, by, title = asked.words, _when(activity, asked), activity.title.rstrip(".")
    if _later_start(activity, asked):
        return f"{title}, {by}."
    return _("{what} by {when}.", what=title, when=by) if by else f"{title}."


def _sentence(activity: Activity, asked: Asked) -> str:
    until, who = activity.period_end or activity.due, asked.case.label(activity.owner)
    if _later_start(activity, asked):
        told = agreed_words(who, activity.title, None, asked.met_on, asked.words)
        return f"{told.removesuffix('.')}, {_when(activity, asked)}."
    return agreed_words(who, activity.title, until, asked.met_on, asked.words)


def _outcome(asked: Asked, *, whole: bool = False) -> str:
    """How it ends, where it does; what was written about it only for who sees the whole."""
    found = asked.sitting.meeting.outcome if asked.sitting else None
    if found is None:
        return ""
    _, case = asked.words, asked.case
    told = ", ".join(outcome_kind_words(kind, _) for kind in found.kinds)
    to = f": {found.to}" if found.to else ""
    lines = [f"{capital(told)}{to}."]
    if found.responsible in case.participants:
        lines.append(f"{_('Who sees to it')}: {case.label(found.responsible)}")
    if whole and found.text:
        lines.insert(1, found.text)
    return "\n".join(lines)


def _again(asked: Asked, following: NextMeeting | None) -> str:
    """The day, or who calls by when."""
    _ = asked.words
    if following is None:
        return ""
    if following.on:
        told = meeting_day(following, _)
        return capital(told)
    by = long_date(following.by, _.language) if following.by else ""
    caller = asked.case.label(following.caller)
    return _("{name} calls by {date}", name=caller, date=by)


def _day(asked: Asked) -> str:
    return long_date(asked.met_on, asked.words.language) if asked.met_on else ""
