"""What is agreed by more than one way: several offers, a no, and a word that is changed."""

from __future__ import annotations

from pathlib import Path

from phases.commands.choosing import Accept, Choose, HandOverCommand
from phases.commands.clock import BreakOff
from phases.commands.closing import InformChildCommand
from phases.commands.consents import ConsentAdd
from phases.commands.log import ActivityAdd
from phases.commands.participants import ParticipantAdd
from phases.commands.welcome import Challenge
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import pick, sitting


def _with_three_offers(folder: Path) -> Seat:
    seat = Seat(folder)
    seat.do(ParticipantAdd(label="Miljøarbeidar", role="service", service="SLT"))
    seat.do(ConsentAdd(by="Mor", covers="SLT"))
    walks.go_to(seat, "decision")
    return seat


async def _more(seat: Seat, act: str) -> None:
    await seat.press("m")
    await seat.type(act)
    await seat.press("enter")


async def test_of_three_offers_two_may_be_wanted_and_both_become_activities(
    tmp_path: Path,
) -> None:
    seat = _with_three_offers(tmp_path)
    async with seat.seated():
        await seat.press("1")
        await pick(seat, "Fleire")
        await pick(seat, "SLT")
        assert walks.labels(seat) == ["Det var alt", "Skulehelsetenesta", "PPT"]
        await pick(seat, "PPT")
        await pick(seat, "Det var alt")
        await pick(seat, "Mor, Far")
        choice = sitting(seat).meeting.choice
        assert choice is not None
        chosen = [seat.case.offers[offer].service for offer in choice.offers]
        assert chosen == ["SLT", "PPT"]
        assert [seat.case.label(i) for i in sitting(seat).meeting.decided_by] == ["Mor", "Far"]
        assert "Miljøarbeidar: Kan du ta" in seat.wall()
        assert "Kva hjelp først: SLT, PPT" in str(seat.screen.shown.rows[0])
        await pick(seat, "Ja")
        assert walks.values(seat)["owner"] == "Miljøarbeidar"
        await seat.press("enter")
        assert walks.values(seat)["owner"] == "PPT-rådgjevar"
        await seat.press("enter")
        assert not seat.in_a_field
        made = [seat.case.offers[a.offer].service for a in seat.case.activities.values()]
        assert made == ["SLT", "PPT"]


async def test_between_two_offers_either_or_both_is_one_key(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "decision")
        await seat.press("1")
        assert not any(label.startswith("Fleire") for label in walks.labels(seat))


async def test_a_choice_of_several_that_is_left_saves_nothing(tmp_path: Path) -> None:
    seat = _with_three_offers(tmp_path)
    async with seat.seated():
        await seat.press("1")
        await pick(seat, "Fleire")
        await pick(seat, "SLT")
        await seat.press("escape")
        assert sitting(seat).meeting.choice is None


async def test_who_has_said_no_to_the_baton_is_not_asked_again(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "decision")
        await seat.press("1", "1", "enter")
        await pick(seat, "Nei")
        await _more(seat, "relay-holder")
        assert "Kven kan ta stafettpinnen?" in seat.wall()


async def test_who_tells_the_child_can_be_changed_and_noted_after_a_break_off(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        seat.do(BreakOff())
        await seat.settle()
        await _more(seat, "inform-child")
        await seat.type("Mor", then="tab")
        await seat.type("heime", then="enter")
        told = sitting(seat).meeting.inform_child
        assert told is not None
        assert (seat.case.label(told.who), told.how) == ("Mor", "heime")
        await _more(seat, "inform-child")
        assert walks.values(seat) == {"who": "Mor", "how": "heime", "when": ""}


async def test_a_new_date_for_the_next_meeting_does_not_ask_again_who_tells_the_child(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        walks.go_to(seat, "closing")
        seat.do(InformChildCommand(who="Mor"))
        await seat.settle()
        await seat.press("1")
        await seat.type("2. mars", then="enter")
        assert sitting(seat).meeting.next_meeting is not None
        assert not seat.in_a_field


async def test_a_broken_off_meeting_ticks_no_part_it_never_came_to(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        seat.do(BreakOff())
        await seat.settle()
        rows = seat.screen.shown.phases
        assert [row.mark for row in rows] == ["done"] * 3 + ["later"] * 4
        assert not any(row.minutes for row in rows)


async def test_what_was_saved_is_named_and_no_question_repeated(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "description")
        await seat.press("p")
        await seat.type("Skuleskyss", then="enter")
        assert walks.line(seat, "message") == "Lagra: eit tema til etterpå"


async def test_a_chosen_offer_whose_form_was_left_is_not_lost(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated(120, 36):
        walks.go_to(seat, "decision")
        seat.do(Choose(("PPT",)), HandOverCommand("PPT-rådgjevar"), Accept())
        seat.do(ActivityAdd(title="Tidlegare leggetid", owner="Mor"))
        await seat.settle()
        assert "4 kven gjer kva" in seat.screen.shown.to_settle
        await seat.press("4")
        assert walks.values(seat)["title"] == "Tilbod frå PPT"
        await seat.press("escape")
        await seat.press("enter")
        assert "PPT: Tilbod frå PPT." in walks.page(seat)._lines  # type: ignore[attr-defined]
        await seat.press("enter")
        await walks.arrive(seat, "closing")
        assert "4 kven gjer kva" in seat.screen.shown.to_settle
        await seat.press("4")
        assert walks.values(seat)["title"] == "Tilbod frå PPT"
        await seat.press("escape")
        walks.go_over(seat)
        await seat.settle()
        assert walks.lines(seat)[0].what == "Tilbod frå PPT"
        assert "Tilbod frå PPT" in seat.wall()


async def test_an_answer_that_is_missing_says_whose_and_which_key(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "clarifying")
        await seat.press("enter", "n")
        message = seat.wall()
        assert "Skulehelsetenesta" in message
        assert "Enter: ferdig" in message


async def test_nothing_typed_is_never_said_to_be_saved(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        for name in ("challenge", "decided-by", "no-measure", "inform-child", "park"):
            before = seat.case.revision
            if name == "park":
                await seat.press("p")
            else:
                await _more(seat, name)
            assert seat.in_a_field, name
            await seat.press("enter")
            assert seat.case.revision == before, name
            assert "Lagra" not in seat.wall(), name
            assert walks.hint(seat), name
            await seat.press("escape")


async def test_a_challenge_that_is_left_as_it_is_was_not_saved_again(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "status-quo")
        seat.do(Challenge("Rolege måndagar"))
        await seat.settle()
        before = seat.case.revision
        await _more(seat, "challenge")
        await seat.press("enter")
        assert not seat.in_a_field
        assert seat.case.revision == before
        assert "Lagra" not in seat.wall()


async def test_what_was_tried_before_is_asked_for_without_a_date(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await walks.arrive(seat, "description")
        await seat.press("a")
        assert set(walks.values(seat)) == {"title", "owner"}
        assert "Dette er prøvd før" in seat.wall()
