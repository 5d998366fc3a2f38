"""All windows show the same second as the leader's, whatever has just happened."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.screens.lead.view import lead_view, steady_view
from app.screens.notes.view import head_line, time_words
from app.screens.wall.view import wall_words
from data.settings import Settings
from phases.commands import Command
from phases.commands.case_facts import CaseNew
from phases.commands.clock import Back, Minute, Next, Pause, ReplanCommand, Resume, Start
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.wall.hung import Hung
from tests.phases.room import OSLO

ACTS = ("next", "back", "pause", "minute", "less", "replan", "answered", "nothing")


def acts(seat: Seat, name: str) -> Sequence[Command]:
    """What a leader does."""
    at = walks.phase(seat)
    paused = walks.sitting(seat).state == "paused"
    done: dict[str, Sequence[Command]] = {
        "next": [Next(at)],
        "back": [Back(at)],
        "pause": [Resume()] if paused else [Pause()],
        "minute": [Minute(1)],
        "less": [Minute(-1)],
        "replan": [ReplanCommand("proportion")],
        "nothing": [Minute(0)],
    }
    return done[name]


def both(seat: Seat, wall: Hung) -> tuple[tuple[str, str, str], tuple[str, str, str]]:
    """Figures, caption and end of the leader's window, and of a wall that has just looked."""
    case, desk, words = seat.case, seat.desk, seat.words
    now = seat.clock.stamp()
    lead = lead_view(steady_view(case, desk, words), case, now, desk, words)
    wall.wall.refresh(now, 0.0)
    shown = wall_words(wall.wall.view(now), desk.structures, OSLO, words)
    return (
        (lead.clock.figures, lead.clock.caption, lead.ends),
        (shown.clock.figures, shown.clock.caption, shown.ends),
    )


def beside(seat: Seat) -> tuple[str, str]:
    """The line with the time in a note-taker's or a guard's window, and what `lead` makes it."""
    case, desk, words = seat.case, seat.desk, seat.words
    now = seat.clock.stamp()
    lead = lead_view(steady_view(case, desk, words), case, now, desk, words)
    parts = (time_words(lead.clock), lead.ends)
    return head_line(case, now, desk, {}, words).time, "   ".join(filter(None, parts))


class Rehearsal(Seat):
    """The same people, rehearsing."""

    def do(self, *commands: Command) -> None:
        """The case is born as a rehearsal; everything else is as it is."""
        made = CaseNew(language="nn", rehearsal=True)
        super().do(*(made if isinstance(each, CaseNew) else each for each in commands))


@settings(max_examples=25, deadline=None)
@given(
    done=st.lists(st.tuples(st.sampled_from(ACTS), st.floats(0, 400)), min_size=1, max_size=12),
    late=st.integers(0, 11),
    speed=st.sampled_from((1.0, 60.0)),
    calm_seconds=st.booleans(),
)
def test_the_same_figures_after_any_acts_at_any_speed_for_a_wall_that_started_early_or_late(
    tmp_path_factory: pytest.TempPathFactory,
    done: list[tuple[str, float]],
    late: int,
    speed: float,
    calm_seconds: bool,
) -> None:
    seat = (Rehearsal if speed > 1 else Seat)(tmp_path_factory.mktemp("agree"))
    chosen = Settings(calm_seconds=calm_seconds)
    seat.desk = seat.desk._replace(settings=chosen)
    walls = [Hung(seat, settings=chosen)]
    seat.do(Start(speed))
    for at, (name, seconds) in enumerate(done):
        seat.clock.tick(seconds / speed)
        seat.real_s += seconds / speed
        seat.desk.presence.touch(seat.clock.stamp())
        happen(seat, name)
        if at == late:
            walls.append(Hung(seat, settings=chosen))
        shown_beside, wanted = beside(seat)
        assert shown_beside == wanted
        for wall in walls:
            lead, shown = both(seat, wall)
            assert shown == lead


def happen(seat: Seat, name: str) -> None:
    """One act; refused now and then, which changes nothing."""
    if not walks.sitting(seat).underway:
        return
    if name == "answered":
        walks.step(seat)
    else:
        seat.desk.log.do(*acts(seat, name), reason="familien ønskjer det slik")


async def test_a_rehearsal_begun_at_a_desk_with_a_speed_runs_at_it(tmp_path: Path) -> None:
    seat = Rehearsal(tmp_path)
    seat.screen.desk = seat.desk._replace(speed=60.0)
    async with seat.seated():
        await seat.press("enter")
    assert walks.sitting(seat).line.speed == 60.0
