"""Who took part, by the minutes: from when and until when, and never why."""

from __future__ import annotations

from phases.commands.talk import Arrive, Expect, Leave
from tests.app.papers.wishing import facts, made, of_case, table, text_of
from tests.phases.room import set_up, started


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


def test_who_comes_later_stands_on_the_agenda_as_the_others_do_with_that_word() -> None:
    room = set_up()
    room.do(Expect("PPT-rådgjevar"))
    told = text_of(made("agenda", of_case(room.case, "nn")))
    assert "PPT-rådgjevar (kjem seinare)" in told
