"""Ways to a moment of the meeting, and what stands on the screen there."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen
from textual.widgets import Static

from app.application import Viddevakt
from app.screens.choice import ChoicePage
from app.screens.log_forms.panel import EntryPanel
from app.widgets.entry_row import EntryRow
from app.widgets.log_table import LogRow, LogTable
from app.widgets.phase_list import PhaseList
from app.words import Words
from phases.commands import Command
from phases.commands.choosing import Accept, Choose, HandOverCommand
from phases.commands.clock import Start
from phases.commands.closing import FamilyLeft
from phases.commands.log import ActivityAdd
from phases.commands.planning import MeetingPlan
from phases.proposal import proposal
from phases.sitting import Sitting
from tests.app.screens.lead.seat import Seat
from tests.app.screens.stage import said
from tests.phases.leading import answer
from tests.phases.walk import ANSWERS

SIZES = ((80, 24), (120, 36), (200, 50))


def sitting(seat: Seat) -> Sitting:
    """The meeting."""
    found = seat.case.sitting
    assert found is not None
    return found


def phase(seat: Seat) -> str:
    """The part that runs."""
    return sitting(seat).line.phase


def kinds(seat: Seat) -> list[str]:
    """What has happened in the meeting, in order."""
    return [event.kind for event in sitting(seat).events]


def step(seat: Seat) -> None:
    """Do what is proposed, or answer what it opens, as another window would."""
    found = proposal(seat.case)
    assert found is not None
    done: tuple[Command, ...]
    if found.command is not None:
        done = (found.command,)
    elif found.item is not None:
        done = ANSWERS[found.item](seat.case, found.service)
    else:
        done = (FamilyLeft(),)
    seat.do(*done)


def go_to(seat: Seat, wanted: str) -> None:
    """Lead the meeting, in no time at all, until this part has begun."""
    while phase(seat) != wanted:
        step(seat)


def come_to(seat: Seat, structure: str, wanted: str) -> None:
    """Plan by this structure and lead as far as this part; what is asked on the way is a yes."""
    seat.do(MeetingPlan(structure=structure), Start())
    while phase(seat) != wanted:
        found = proposal(seat.case)
        assert found is not None
        seat.do(*([found.command] if found.command else answer(seat.case, found)))


def go_over(seat: Seat) -> None:
    """Lead it to its end."""
    while not sitting(seat).over:
        step(seat)


def agreed_but_not_read(seat: Seat) -> None:
    """In the decision, with everything settled but the reading aloud."""
    go_to(seat, "decision")
    seat.do(Choose(("PPT",)), HandOverCommand("PPT-rådgjevar"), Accept())
    offer = seat.case.chosen_in(sitting(seat).meeting.id)[0].id
    seat.do(ActivityAdd(title="Rettleiing", owner="PPT-rådgjevar", offer=offer))


async def arrive(seat: Seat, wanted: str) -> None:
    """The same, and let the screen see it."""
    go_to(seat, wanted)
    await seat.settle()


async def wait(seat: Seat, seconds: float) -> None:
    """Time passes while somebody sits here."""
    left = seconds
    while left > 0:
        seat.clock.tick(min(left, 4.0))
        seat.desk.presence.touch(seat.clock.stamp())
        left -= 4.0
    seat.real_s += seconds
    await seat.settle()


def sit_down_again(seat: Seat, language: str | None = None) -> None:
    """Another process on the same case, as after a crash."""
    seat.words = Words(language or seat.words.language)
    seat.desk = seat.sit_down()
    seat.screen = seat.window()
    screen = seat.screen
    seat.app = Viddevakt(seat.words, lambda app: app.push_screen(screen))


def line(seat: Seat, name: str) -> str:
    """What one line of the screen says."""
    return said(seat.screen.query_one(f"#{name}", Static))


def table(seat: Seat) -> LogTable:
    """The log on the screen."""
    return seat.screen.query_one(LogTable)


def lines(seat: Seat) -> list[LogRow]:
    """The log's own lines in it, without the rows of other parts."""
    return [row for row in table(seat).rows if isinstance(row, LogRow)]


def parts(seat: Seat) -> PhaseList:
    """The list of the parts."""
    return seat.screen.query_one(PhaseList)


def panel(seat: Seat) -> EntryPanel:
    """Where forms open."""
    return seat.screen.query_one(EntryPanel)


def values(seat: Seat) -> dict[str, str]:
    """What stands in the fields of the open form."""
    return seat.screen.query_one(EntryRow).values


def hint(seat: Seat) -> str:
    """The line under the fields."""
    return said(seat.screen.query_one(".entry-row--hint", Static))


def page(seat: Seat) -> Screen[Any]:
    """The screen on top: the lead screen itself, or a list or page over it."""
    return seat.app.screen


def choice(seat: Seat) -> ChoicePage:
    """The list that is open."""
    top = page(seat)
    assert isinstance(top, ChoicePage), top
    return top


def labels(seat: Seat) -> list[str]:
    """What the open list offers."""
    return [option.label for option in choice(seat).options]


async def pick(seat: Seat, label: str) -> None:
    """Take the option that begins with these words, by its digit."""
    at = [text.startswith(label) for text in labels(seat)]
    assert any(at), labels(seat)
    await seat.press(str(at.index(True) + 1))
