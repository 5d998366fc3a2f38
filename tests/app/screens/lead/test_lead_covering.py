"""A service that no consent covers, at the keyboard: three ways on, none taken for anybody."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.screens.log_forms.covering_asks import covering
from app.words import Words
from phases.case import Case
from phases.commands import Command
from phases.commands.case_facts import CaseSet
from phases.commands.clock import Start
from phases.commands.participants import ParticipantAdd, ParticipantEdit
from phases.commands.welcome import ConsentTold
from phases.covering import uncovered_now
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.phases.room import Room, set_up, started

CLUB = ParticipantAdd(label="Fritidskontakt", role="service", service="fritid")


def with_club(*, child: bool = False) -> Room:
    room = set_up(child=child)
    room.do(CLUB, Start())
    return room


def answers(case: Case) -> dict[str, tuple[str, tuple[Command, ...]]]:
    ask = covering(case, Words("nn"))
    assert ask is not None
    shown = {option.value: option.label for option in ask.options}
    return {key: (shown[key], tuple(a.commands)) for key, a in ask.answers.items()}


def test_nothing_is_asked_where_everybody_is_covered() -> None:
    assert covering(started().case, Words("nn")) is None


def test_the_question_names_the_service_and_not_the_person() -> None:
    ask = covering(with_club().case, Words("nn"))
    assert ask is not None
    assert ask.title == "Kan vi dele med fritid?"


def test_each_of_the_three_ways_is_enough() -> None:
    for key in list(answers(with_club().case)):
        room = with_club()
        label, commands = answers(room.case)[key]
        assert label
        room.do(*commands)
        assert uncovered_now(room.case) == ()
        assert covering(room.case, Words("nn")) is None


def test_both_guardians_may_say_yes_and_a_youth_of_age_alone() -> None:
    assert [label for label, _c in answers(with_club().case).values()] == [
        "Mor seier ja til det no",
        "Far seier ja til det no",
        "Dei går ut så lenge",
        "Dei er ikkje med og blir ikkje nemnde",
    ]
    room = with_club(child=True)
    room.do(CaseSet(own_consent_from=date(2027, 1, 1), guardians_too=False))
    assert next(label for label, _c in answers(room.case).values()) == "Eleven seier ja til det no"


def test_one_who_comes_without_a_consent_is_asked_about_before_the_next_part() -> None:
    room = started()
    room.do(CLUB, ParticipantEdit(who="Far", absent=True))
    assert "Far seier ja til det no" not in [label for label, _c in answers(room.case).values()]


async def test_enter_asks_before_anything_is_shared_and_goes_on_with_the_answer(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    seat.do(CLUB, Start(), ConsentTold())
    async with seat.seated():
        await seat.press("enter")
        assert walks.labels(seat)[0] == "Mor seier ja til det no"
        await walks.pick(seat, "Mor")
        assert walks.phase(seat) == "welcome"
        assert "consent-add" in walks.kinds(seat)
        await seat.press("enter")
        assert walks.phase(seat) == "description"
