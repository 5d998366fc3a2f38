"""Leading any meeting by Enter alone: what a person says wherever Enter opens something."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, cast

from phases.case import Case
from phases.commands import Command
from phases.commands.choosing import (
    Accept,
    Choose,
    DecidedBy,
    HandOverCommand,
    NoMeasure,
    OfferAdd,
    ReadAloud,
)
from phases.commands.closing import InformChildCommand, NextMeetingCommand
from phases.commands.consents import LeaveOut
from phases.commands.filling import Fill, Tick
from phases.commands.log import ActivityAdd, ActivityEdit
from phases.commands.log_assessing import Assess
from phases.commands.log_fields import EditField
from phases.commands.log_goals import GoalAdd
from phases.commands.minutes import FeedbackCommand
from phases.commands.outcome import DistributionCommand, HalfYearPlan, OutcomeCommand
from phases.commands.welcome import Challenge, Introductions, Viddevakt, Writer
from phases.covering import uncovered_now
from phases.measures import undescribed
from phases.proposal import Proposal, proposal
from phases.records import AgendaForm
from phases.settle import to_ask
from phases.sitting import Sitting
from phases.structures import Item
from tests.phases.room import Room

SOON: Final = date(2027, 2, 9)
PRESSES: Final = 400
"""More than any meeting takes; beyond it Enter goes in a circle."""

ONE_ANSWER: Final[dict[Item, Command]] = {
    "introductions": Introductions("done"),
    "writer": Writer(who="Kontaktlærar"),
    "viddevakt": Viddevakt(who="none"),
    "challenge": Challenge(text="Korleis får måndagane ein roleg start?"),
    "goals": GoalAdd(text="Gle seg til måndagar"),
    "decided-by": DecidedBy(who=("Mor",)),
    "everyone-active": Tick(point="everyone-active"),
    "read-aloud": ReadAloud(),
    "next-meeting": NextMeetingCommand(on=date(2027, 3, 2)),
    "half-year-plan": HalfYearPlan(wanted=False),
    "outcome": OutcomeCommand(kinds=("continue",)),
    "inform-child": InformChildCommand(who="Mor", how="heime", when=date(2027, 1, 19)),
    "distribution": DistributionCommand(how="none"),
}
"""What is answered alike in every meeting."""


def answer(case: Case, found: Proposal) -> tuple[Command, ...]:  # noqa: PLR0911 - one an item
    """What a person types or chooses where Enter opened this."""
    sitting, item = case.sitting, found.item
    assert sitting is not None
    assert sitting.phase is not None
    assert item is not None
    if item in ONE_ANSWER:
        return (ONE_ANSWER[item],)
    match item:
        case "walk-through":
            return (Assess(id=found.activity, decision="continue"),)
        case "covered":
            return tuple(LeaveOut(who=service) for service in uncovered_now(case))
        case "offers":
            service = found.service or case.services[0]
            return (OfferAdd(service=service, text="Samtalar"),)
        case "choice":
            return (Choose(none_now=True),)
        case "relay-holder":
            return (HandOverCommand(to="Kontaktlærar"), Accept())
        case "measures":
            return _measures(case)
        case "measures-described":
            return tuple(_described(case, sitting))
        case "assess-dates":
            value = SOON.isoformat()
            return (ActivityEdit(id=found.activity, field="assess_on", value=value),)
        case "feedback":
            return tuple(FeedbackCommand(who=p.id, heard="declined") for p in to_ask(case, sitting))
        case _:
            form = next((f for f in sitting.phase.forms if f.id == item), None)
            return (_filled(form) if form else Tick(point=item, answer="yes"),)


def _measures(case: Case) -> tuple[Command, ...]:
    """Even a meeting that agrees on nothing says so."""
    if len(case.activities) % 2:
        return (NoMeasure(why="tenkjetid"),)
    return (ActivityAdd(title="Roleg start", owner="Mor", due=SOON),)


def _described(case: Case, sitting: Sitting) -> Iterator[Command]:
    """The first measure with what nobody has said of it."""
    lack = undescribed(case, sitting)[0]
    for field in lack.fields:
        meant: EditField = "period_end" if field == "period" else cast("EditField", field)
        value = SOON.isoformat() if field == "period" else "To gonger"
        yield ActivityEdit(id=lack.activity.id, field=meant, value=value)


def _filled(form: AgendaForm) -> Command:
    """One cell of it, which is enough."""
    column = form.columns[-1]
    values = {"participant": "Mor", "date": SOON.isoformat(), "yes-no": "ja"}
    row = form.rows[-1] if form.rows else "1"
    value = values.get(column.kind, "Lesetest")
    return Fill(form=form.id, row=row, column=column.id, value=value)


def by_enter(case: Case) -> tuple[Command, ...]:
    """What one press of Enter does, or the answer to what it opens."""
    found = proposal(case)
    assert found is not None
    return (found.command,) if found.command is not None else answer(case, found)


def pressed(room: Room) -> tuple[Command, ...]:
    """Press Enter once; gives what was done."""
    done = by_enter(room.case)
    room.do(*done, after=1.0)
    return done


def led_by_enter(room: Room) -> list[str]:
    """Lead the meeting from its start to its close by Enter alone; gives what was done."""
    walked: list[str] = []
    while not room.sitting.over:
        assert len(walked) < PRESSES, walked[-12:]
        walked += [command.name for command in pressed(room)]
    return walked
