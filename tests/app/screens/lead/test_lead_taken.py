"""What the leader's window says of a file: the room may be reading along."""

from __future__ import annotations

import pytest

from app.screens.calendar_file import keep_calendar
from app.screens.lead.screen import LeadScreen
from tests.app.screens.stage import Stage


class Unpainted(LeadScreen):
    """Never on a screen: only what it says is looked at."""

    def paint(self, *, force: bool = False) -> None:
        """Nothing."""


@pytest.mark.parametrize(
    ("others", "told"),
    [
        (frozenset[str](), False),
        (frozenset({"notes"}), False),
        (frozenset({"wall"}), True),
    ],
)
def test_where_a_file_lies_is_told_only_where_a_wall_is_projected_instead(
    stage: Stage, others: frozenset[str], told: bool
) -> None:
    desk = stage.desk(stage.ready_case())
    assert desk.shelf is not None
    screen = Unpainted(desk, stage.words)
    screen.others = others
    kept = keep_calendar(desk.log, desk.shelf, stage.words)
    screen.tell_taken(kept)
    said = screen.message_now()
    if told:
        assert said == kept.words
    else:
        assert said == "Laga: kalender-2027-01-19.ics, lagt ved loggen"


def test_why_no_file_was_made_is_told_as_it_is(stage: Stage) -> None:
    desk = stage.desk(stage.case())
    assert desk.shelf is not None
    screen = Unpainted(desk, stage.words)
    kept = keep_calendar(desk.log, desk.shelf, stage.words)
    screen.tell_taken(kept)
    assert screen.message_now() == kept.words
