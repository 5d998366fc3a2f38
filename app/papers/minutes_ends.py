"""What the minutes end with: decision, baton, what comes next, and where the paper itself goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.papers.paper import Bullets, Signatures, Text
from app.papers.parts import NONE, day, facts, section
from app.wording.capital import capital
from app.wording.endings import baton_words, meeting_day, telling_words
from app.wording.rules_around import PLACES
from app.wording.states import handled_words, outcome_kind_words, share_words
from app.wording.units import said
from phases.attendance import came
from phases.minutes import kept_from, minutes_of, recipients_of, share_of
from phases.showing_dates import long_date

if TYPE_CHECKING:
    from app.papers.asking import Asked
    from app.papers.parts import Blocks
    from phases.case import Case
    from phases.records import Meeting, NextMeeting
    from phases.sitting import Sitting


def decision(asked: Asked) -> Blocks:
    """What was decided, and who decided: the family last, for theirs is the last word (S3-06)."""
    if asked.sitting is None:
        return NONE
    _, case, meeting = asked.words, asked.case, asked.sitting.meeting
    choice = meeting.choice
    chosen = [case.offers[i].service for i in (choice.offers if choice else ()) if i in case.offers]
    none_now = _("None now: {reason}", reason=choice.reason or "–") if choice else ""
    by = sorted(
        (case.participants[i] for i in meeting.decided_by if i in case.participants),
        key=lambda person: person.family,
    )
    return section(
        _("Decision"),
        facts(
            (_("Help first from"), ", ".join(dict.fromkeys(chosen))),
            (_("Service"), none_now if choice and choice.none_now else ""),
            (_("Decided by"), ", ".join(p.label for p in by)),
            (_("Read aloud"), _("yes") if meeting.read_aloud else ""),
            *_outcome(asked, meeting),
        ),
    )


def _outcome(asked: Asked, meeting: Meeting) -> tuple[tuple[str, str], ...]:
    _, found = asked.words, meeting.outcome
    if found is None:
        return ()
    kinds = ", ".join(outcome_kind_words(kind, _) for kind in found.kinds)
    responsible = asked.case.label(found.responsible) if found.responsible else ""
    return (
        (_("How it goes on"), " – ".join(part for part in (kinds, found.text) if part)),
        (_("To"), found.to),
        (_("Who sees to it"), responsible),
    )


def onward(asked: Asked) -> Blocks:
    """Baton, next meeting, who tells the child."""
    if asked.sitting is None:
        return NONE
    _, case, meeting = asked.words, asked.case, asked.sitting.meeting
    given, plan, told = meeting.hand_over, meeting.half_year, meeting.inform_child
    dates = ", ".join(day(each) for each in plan.dates) if plan else ""
    # Who was asked and said no is between them and whoever asked.
    asking = baton_words(case, given, _) if given and given.waiting else ""
    holder = case.label(given.to) if given and given.accepted else _holder_then(asked)
    return section(
        _("What happens next"),
        facts(
            (_("Next meeting"), _next(case, meeting.next_meeting, asked)),
            (_("Meetings for half a year"), dates),
            (_("The baton"), "; ".join(part for part in (holder, asking) if part)),
            (_("Tells the child"), telling_words(case, told) if told else ""),
            (_("Is told as well"), ", ".join(meeting.informed_others)),
            (_("Gets the log"), _shared(asked, meeting)),
        ),
    )


def put_aside(asked: Asked) -> Blocks:
    """The topics that were parked, and what becomes of each."""
    _ = asked.words
    parked = tuple(
        topic.text + (f" ({handled_words(topic.handled, _)})" if topic.handled else "")
        for topic in asked.case.parked.values()
        if topic.meeting == asked.here
    )
    return section(_("What we said we take afterwards"), Bullets(items=parked))


def _next(case: Case, following: NextMeeting | None, asked: Asked) -> str:
    _ = asked.words
    if following is None or following.on:
        return meeting_day(following, _) if following else ""
    names = {"who": case.label(following.caller), "whom": following.called}
    by = long_date(following.by, _.language) if following.by else ""
    if following.called:
        return _("Arranged later: {who} calls {whom} by {date}", **names, date=by)
    return _("Arranged later: {who} calls by {date}", who=names["who"], date=by)


def _holder_then(asked: Asked) -> str:
    """Who carried the baton when the family left, whoever has it now."""
    case, met = asked.case, asked.met_on
    held = [h for h in case.facts.holders if met is not None and h.on <= met]
    who = held[-1].who if held else case.facts.relay_holder
    if who not in case.participants:
        return ""
    return case.label(who)


def _shared(asked: Asked, meeting: Meeting) -> str:
    if meeting.distribution is None:
        return ""
    told = share_words(meeting.distribution.how, asked.words)
    names = ", ".join(
        asked.case.label(i) for i in meeting.distribution.to if i in asked.case.participants
    )
    return f"{told} ({names})" if names else told


def filing(asked: Asked) -> Blocks:
    """Who answers for the minutes, who gets them, where they stand (S3-29 … S3-32, S4-09)."""
    if asked.sitting is None:
        return NONE
    _, case = asked.words, asked.case
    kept = minutes_of(case, asked.sitting)
    return section(
        _("About the minutes"),
        facts(
            (_("Responsible"), case.label(kept.responsible) if kept.responsible else ""),
            (_("Written by"), _writer(case, asked.sitting)),
            (_("Goes to"), ", ".join(_recipients(asked))),
        ),
        filing_boxes(asked),
        Text(
            text=_(
                "The minutes go to those who took part, as far as the consent reaches. Only school"
                " or kindergarten has a duty to archive them; whoever must keep a record in a"
                " system of their own does that all the same."
            ),
            weight="small",
        ),
    )


def filing_boxes(asked: Asked) -> Bullets:
    """Where the paper is to be filed, ticked where it has been."""
    if asked.sitting is None:
        return Bullets(items=())
    filed = minutes_of(asked.case, asked.sitting).filed
    places = tuple(dict.fromkeys((*asked.sitting.agenda.filing, "folder", *filed)))
    ticked = () if asked.blank else tuple(n for n, place in enumerate(places) if place in filed)
    return Bullets(items=tuple(_place(asked, p) for p in places), boxes=True, ticked=ticked)


def _recipients(asked: Asked) -> list[str]:
    """Those noted when the minutes became final, else all who take part; as far as they may."""
    case, sitting = asked.case, asked.sitting
    meeting = sitting.meeting if sitting else None
    kept = minutes_of(case, sitting).recipients if sitting else ()
    # As of the last writing, so that the same log makes the same paper on any day.
    today = asked.ctx.local_day(asked.made)
    wanted = kept or recipients_of(case, today)
    people = (case.participants[i] for i in wanted if i in case.participants)
    found = (p for p in people if share_of(case, p, today) != "none")
    return [p.label for p in found if not kept_from(meeting, p)]


def _writer(case: Case, sitting: Sitting) -> str:
    if sitting.meeting.writer:
        return case.label(sitting.meeting.writer)
    return next((p.label for p in came(case, sitting) if p.has("writer")), "")


def _place(asked: Asked, place: str) -> str:
    """A place as the structure calls it, else as anybody does."""
    shape = asked.structure
    for known in shape.filing if shape else ():
        if known.id == place:
            return said(known.title, asked.language, asked.case.facts.unit)
    name = asked.words(PLACES[place]) if place in PLACES else place
    return capital(name)


def signatures(asked: Asked) -> Blocks:
    """Lines to sign on paper, as many as the form has; who has signed stands with the day."""
    rows = asked.sitting.agenda.signatures if asked.sitting else 0
    if not rows:
        return NONE
    _, case = asked.words, asked.case
    meeting = asked.sitting.meeting if asked.sitting else None
    signed = [
        (case.label(s.who), day(s.on))
        for s in (meeting.signed if meeting else ())
        if s.who in case.participants and not asked.blank
    ]
    lines = (*signed, *[("", "")] * (rows - len(signed)))
    return section(
        _("Signatures"), Signatures(rows=lines, head=(_("Name"), _("Signature"), _("Date")))
    )
