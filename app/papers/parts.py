"""What several kinds of papers are put together from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from app.papers.paper import Bullets, Facts, Heading, Paper, Table, Text
from app.phase_words import phase_words, question_words
from app.structure_gaps import borrowed_anywhere
from app.wording.states import decision_words, effect_words
from app.wording.units import said
from phases.showing_dates import clock_time, long_date, numeric_date
from phases.then import agreed_then

if TYPE_CHECKING:
    from datetime import date

    from app.papers.asking import Asked
    from app.papers.paper import AnyBlock
    from app.words import Words
    from phases.case import Case
    from phases.records import Activity, Assessment

Blocks = tuple["AnyBlock", ...]

NONE: Final[Blocks] = ()

IN_ITS_WORDS: Final = frozenset({"agenda", "form", "minutes", "evaluation"})
"""Kinds of papers that hold a structure's own texts, which may lack this language."""


def paper_of(asked: Asked, kind: str, title: str, blocks: Iterable[AnyBlock], **more: str) -> Paper:
    """A paper about this log, from these blocks."""
    return Paper(
        kind=kind,
        title=title,
        subtitle=_subtitle(asked, kind, more.get("subtitle", "")),
        language=asked.language,
        case=asked.case.id,
        made=asked.made,
        blocks=tuple(blocks),
        foot=more.get("foot", ""),
    )


def _subtitle(asked: Asked, kind: str, said: str) -> str:
    """What stands under the title, and that texts of another language stand in for this one's."""
    borrowed = borrowed_anywhere(asked.structure, asked.words) if kind in IN_ITS_WORDS else ""
    return " – ".join(part for part in (said, borrowed) if part)


def part_told(asked: Asked, *, whole: bool) -> Blocks:
    """That there is more than stands here: a part that looks whole would mislead (R-E9, S2-6d)."""
    if whole or asked.reader is None:
        return NONE
    told = asked.words("This is the part that concerns {name}.", name=asked.reader.label)
    return (Text(text=told),)


def section(title: str, *blocks: AnyBlock, level: int = 1) -> Blocks:
    """Blocks under a heading; nothing at all where none of them says anything."""
    told = tuple(block for block in blocks if not _empty(block))
    if not told:
        return NONE
    return (Heading(text=title, level=2 if level == 2 else 1), *told)


def _empty(block: AnyBlock) -> bool:
    match block:
        case Facts(rows=rows) | Table(rows=rows):
            return not rows
        case Bullets(items=items):
            return not items
        case Text(text=text):
            return not text
        case _:
            return False


def facts(*rows: tuple[str, str]) -> Facts:
    """Label and value, without those about which nothing is known."""
    return Facts(rows=tuple(row for row in rows if row[1]))


def day(on: date | None) -> str:
    """The date in figures; empty for none."""
    return numeric_date(on) if on else ""


HALF_AN_HOUR: Final = timedelta(minutes=30)
"""What a meeting may begin before or after its time and still be the one that was planned."""


def began(asked: Asked) -> str:
    """Say "tysdag 19. januar 2027 kl. 13.00": as it was planned, else when it began.

    Where the plan is right to half an hour its time is told: that a meeting began late is nothing
    for a paper, and that it was held at another time is.
    """
    sitting = asked.sitting
    if sitting is None or asked.met_on is None:
        return ""
    _, planned = asked.words, sitting.meeting.at
    started = sitting.line.started.utc.astimezone(asked.ctx.zone) if sitting.line.started else None
    if planned is not None:
        planned = planned.astimezone(asked.ctx.zone)
    near = planned is not None and (started is None or abs(started - planned) <= HALF_AN_HOUR)
    told = planned if near else started
    shown = long_date(asked.met_on, _.language)
    if told is None:
        return shown
    return _("{day} at {time}", day=shown, time=clock_time(told, _.language))


def structure_title(asked: Asked) -> str:
    """What that kind of meeting is called; empty where its file has gone."""
    shape = asked.structure
    return said(shape.title, asked.language, asked.case.facts.unit) if shape else ""


def phase_titles(asked: Asked) -> Mapping[str, str]:
    """Phase id -> its title; the id where the structure's file has gone."""
    if asked.sitting is None:
        return {}
    unit = asked.case.facts.unit
    found = {
        phase.id: phase_words(asked.structure, phase.id, unit, asked.words.language)
        for phase in asked.sitting.agenda.phases
    }
    return {phase: words.title if words else phase for phase, words in found.items()}


def what(activity: Activity) -> str:
    """An activity and what it consists of (S4-22)."""
    more = in_cell(activity.content, activity.extent, activity.organisation)
    return f"{activity.title}: {more}" if more else activity.title


def when(activity: Activity) -> str:
    """By when, or the period in which it is tried."""
    until = activity.period_end or activity.due
    if activity.start is None:
        return day(until)
    return f"{day(activity.start)} – {day(until)}".rstrip()


def who(activity: Activity, case: Case, _: Words) -> str:
    """Who does it, and who helps."""
    helping = ", ".join(map(case.label, activity.contributors))
    name = case.label(activity.owner)
    return f"{name}, {_('with {names}', names=helping)}" if helping else name


def answered(asked: Asked, point: str) -> str:
    """Behind a point that is a question, what the people there answered; else nothing."""
    _, sitting = asked.words, asked.sitting
    if sitting is None:
        return ""
    if not any(p.asks for phase in sitting.agenda.phases for p in phase.points if p.id == point):
        return ""
    # One that was ticked alone was said: what the answer was, a paper mustn't make up.
    answer = _("yes") if point in sitting.meeting.affirmed else ""
    if point in sitting.meeting.denied:
        asks = question_words(asked.structure, point, asked.case.facts.unit, _.language)
        answer = _("not quite") if asks.quite else _("no")
    return f" ({answer})" if answer else ""


def in_cell(*parts: str) -> str:
    """What is known of one thing, in one cell."""
    return "; ".join(part for part in parts if part)


def looked_words(said: Assessment, _: Words) -> str:
    """How an activity has gone, by all that was said of it (S4-31)."""
    return in_cell(
        effect_words(said.effect, _),
        "" if said.decision == "adjust" else said.comment,
        _("worked: {text}", text=said.worked) if said.worked else "",
        _("in the way: {text}", text=said.obstacles) if said.obstacles else "",
    )


def onward_words(said: Assessment, _: Words) -> str:
    """What becomes of an activity, and what is changed in it where that was agreed (S0-27)."""
    told = decision_words(said.decision, _)
    return f"{told}: {said.comment}" if said.decision == "adjust" and said.comment else told


def changed_to(asked: Asked) -> dict[str, str]:
    """Activity -> what is done in another way, by what was agreed up to and in this meeting.

    A later "goes on" lets it stand: what goes on is the activity as it was changed.
    """
    case, last = asked.case, asked.sitting.meeting.number if asked.sitting else 0
    later = {m.id for m in case.meetings.values() if m.number > last}
    return {
        said.activity: said.comment
        for said in case.assessments.values()
        if said.decision == "adjust" and said.comment and said.meeting not in later
    }


def newly_agreed(asked: Asked) -> tuple[Activity, ...]:
    """What was agreed in that meeting."""
    return agreed_then(asked.case, asked.sitting) if asked.sitting else ()


Row = tuple[str, str, str]


def agreed_table(asked: Asked, activities: Iterable[Activity], more: Iterable[Row] = ()) -> Table:
    """What, who, when; and where somebody said so, when it is looked at and how it is followed."""
    _, case, found = asked.words, asked.case, tuple(activities)
    looked = any(a.assess_on or a.follow_up for a in found)
    told = [((what(a), who(a, case, _), when(a)), _looked(a)) for a in found]
    told += [(row, "") for row in more]
    rows = tuple((*row, at) if looked else row for row, at in told)
    head = (_("What"), _("Who"), _("When"), *((_("We look at it"),) if looked else ()))
    shares = (5, 4, 3, 3) if looked else (5, 3, 3)
    return Table(head=head, rows=rows, shares=shares, title=_("Who does what"), csv=True)


def chosen_rows(case: Case, meeting: str) -> tuple[Row, ...]:
    """Help that was chosen and that no activity has grown out of yet."""
    return tuple((offer.text, offer.service, "") for offer in case.chosen_in(meeting))


def _looked(activity: Activity) -> str:
    told = (day(activity.assess_on), activity.follow_up)
    return ", ".join(part for part in told if part)
