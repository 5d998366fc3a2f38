"""What a meeting settles by a record of its own, as tables of a form to fill in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from app.papers.paper import Bullets, Table, Text
from app.papers.parts import day, looked_words, newly_agreed, onward_words, what, when, who
from app.wording.capital import capital
from app.wording.endings import hour
from app.wording.states import OUTCOME_KINDS
from phases.walk import walked

if TYPE_CHECKING:
    from app.papers.asking import Asked
    from app.papers.paper import AnyBlock
    from app.papers.parts import Blocks
    from phases.records import Meeting

MEASURES: Final = 5
"""Rows for measures (S4-22)."""
ROWS: Final = 3
"""Rows for anything else that there may be several of."""


def _table(
    title: str, head: tuple[str, ...], rows: Sequence[tuple[str, ...]], least: int
) -> Blocks:
    """A framed table under its title, with empty rows until there are as many as on paper."""
    empty = ("",) * len(head)
    filled = tuple(rows) + (empty,) * (least - len(rows))
    return (
        Text(text=title, weight="strong"),
        Table(head=head, rows=filled, title=title, framed=True),
    )


def _meeting(asked: Asked) -> Meeting | None:
    return asked.sitting.meeting if asked.sitting and not asked.blank else None


def _measures(asked: Asked) -> Blocks:
    _, case = asked.words, asked.case
    found = () if asked.blank else newly_agreed(asked)
    shape = asked.structure
    if shape is not None and shape.activity_label == "activity":
        head = (_("Activity"), _("When"), _("Who"))
    else:
        head = (_("What: content, extent and organisation"), _("Period"), _("Responsible"))
    rows = [(what(a), when(a), who(a, case, _)) for a in found]
    filled = tuple(rows) + (("", "", ""),) * (MEASURES - len(rows))
    # Its first column says what it is: a title above would say it twice.
    return (Table(head=head, rows=filled, title=head[0], framed=True),)


def _goals(asked: Asked) -> Blocks:
    _, case = asked.words, asked.case
    found = [] if asked.blank else [g for g in case.goals.values() if g.meeting == asked.here]
    rows = [
        (g.text, _("Everybody") if g.shared or not g.owner else case.label(g.owner)) for g in found
    ]
    return _table(_("What we want to reach"), (_("What"), _("Who")), rows, ROWS)


def _challenge(asked: Asked) -> Blocks:
    _, meeting = asked.words, _meeting(asked)
    title = _("What we want to solve together")
    text = meeting.challenge if meeting else ""
    return (Table(head=(title,), rows=((text,),), title=title, framed=True),)


def _walk(asked: Asked) -> Blocks:
    _, case, rows = asked.words, asked.case, []
    if asked.sitting is not None and not asked.blank:
        said = {a.activity: a for a in case.assessments.values() if a.meeting == asked.here}
        phase = next((p.id for p in asked.sitting.agenda.phases if "walk-through" in p.settle), "")
        for a in walked(case, asked.sitting, phase):
            look = said.get(a.id)
            rows.append(
                (
                    a.title,
                    case.label(a.owner),
                    looked_words(look, _) if look else "",
                    onward_words(look, _) if look else "",
                )
            )
    head = (_("What"), _("Who"), _("How it has gone"), _("From here on"))
    return _table(_("How it has gone"), head, rows, ROWS)


def _offers(asked: Asked) -> Blocks:
    _ = asked.words
    found = () if asked.blank else asked.case.offers_in(asked.here)
    rows = [(o.service, o.view, o.text) for o in found]
    head = (_("Service"), _("How they see it"), _("What they can do"))
    return _table(_("What the services offered"), head, rows, ROWS)


def _choice(asked: Asked) -> Blocks:
    _, case, meeting = asked.words, asked.case, _meeting(asked)
    choice = meeting.choice if meeting else None
    chosen = [case.offers[i].service for i in (choice.offers if choice else ()) if i in case.offers]
    by = [case.label(i) for i in (meeting.decided_by if meeting else ())]
    head = (_("Help first from"), _("Decided by"))
    row = (", ".join(dict.fromkeys(chosen)), ", ".join(by))
    return (Table(head=head, rows=(row,), title=_("Decision"), framed=True),)


def _baton(asked: Asked) -> Blocks:
    _, facts = asked.words, asked.case.facts
    known = facts.relay_holder in asked.case.participants and not asked.blank
    name = asked.case.label(facts.relay_holder) if known else ""
    return (Table(head=(_("The baton"),), rows=((name,),), title=_("The baton"), framed=True),)


def _outcome(asked: Asked) -> Blocks:
    _, meeting = asked.words, _meeting(asked)
    found = meeting.outcome if meeting else None
    kinds = list(OUTCOME_KINDS)
    told = tuple(_(OUTCOME_KINDS[kind]) for kind in kinds)
    boxes = Bullets(
        items=tuple(capital(text) for text in told),
        boxes=True,
        ticked=tuple(n for n, kind in enumerate(kinds) if found and kind in found.kinds),
    )
    responsible = asked.case.label(found.responsible) if found and found.responsible else ""
    row = (found.text if found else "", found.to if found else "", responsible)
    head = (_("In a few words"), _("Referred to"), _("Who sees to it"))
    return (
        Text(text=_("How it goes on"), weight="strong"),
        boxes,
        Table(head=head, rows=(row,), title=_("How it goes on"), framed=True),
    )


def _next(asked: Asked) -> Blocks:
    _, meeting, sitting = asked.words, _meeting(asked), asked.sitting
    following = meeting.next_meeting if meeting else None
    caller = asked.case.label(following.caller) if following and following.caller else ""
    row = (
        day(following.on) if following else "",
        ", ".join(p for p in (hour(following.at, _), following.place) if p) if following else "",
        " – ".join(part for part in (caller, day(following.by)) if part) if following else "",
    )
    within = sitting.agenda.next_within if sitting else None
    head = (_("Next meeting"), _("Time and place"), _("Or: who calls, by when"))
    blocks: list[AnyBlock] = []
    if within is not None and within.months is not None:
        blocks.append(
            Text(
                text=_.many(
                    "At the latest within {n} month",
                    "At the latest within {n} months",
                    within.months,
                )
            )
        )
    elif within is not None and within.weeks is not None:
        blocks.append(
            Text(
                text=_.many(
                    "At the latest within {n} week", "At the latest within {n} weeks", within.weeks
                )
            )
        )
    return (Table(head=head, rows=(row,), title=_("Next meeting"), framed=True), *blocks)


def _informs(asked: Asked) -> Blocks:
    _, meeting = asked.words, _meeting(asked)
    told = meeting.inform_child if meeting else None
    if meeting is not None and told is None and asked.case.child_present:
        return ()
    row = (asked.case.label(told.who), told.how, day(told.when)) if told else ("", "", "")
    head = (_("Tells the child"), _("How"), _("When"))
    return (Table(head=head, rows=(row,), title=_("Tells the child"), framed=True),)


BUILT: Final[Mapping[str, Callable[[Asked], Blocks]]] = {
    "measures": _measures,
    # Where everybody is to have something to do, that is what they write down (S0-31).
    "everyone-active": _measures,
    "goals": _goals,
    "challenge": _challenge,
    "walk-through": _walk,
    "offers": _offers,
    "choice": _choice,
    "relay-holder": _baton,
    "outcome": _outcome,
    "next-meeting": _next,
    "inform-child": _informs,
}
"""Item -> its blocks. The other items are ticks, that nobody writes on a form."""
