"""Who took part, by the minutes: from when and until when, and never why."""

from __future__ import annotations

from phases.commands.talk import Arrive, Expect, Leave
from tests.app.papers.wishing import facts, made, of_case, table
from tests.phases.room import started


def test_who_came_later_and_who_went_early_have_their_times_and_nothing_more() -> None:
    room = started()
    room.do(Expect("PPT-rådgjevar"))
    room.do(Expect("Far"))
    room.do(Arrive("PPT-rådgjevar"), after=20 * 60)
    room.do(Leave("Mor"), after=10 * 60)
    paper = made("minutes", of_case(room.case, "nn"))
    told = {row[0]: row[2] for row in table(paper, "Kven som var med").rows}
    assert told["PPT-rådgjevar"] == "frå 13.20"
    assert told["Mor"] == "til 13.30"
    assert "Far" not in told
    assert facts(paper)["Ikkje til stades"] == "Far"
