"""On `lead`: how an activity has gone, what more is said of it, and what is wanted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from phases.commands.clock import Next, Start
from phases.commands.log import ActivityAdd
from phases.commands.log_goals import GoalAdd
from phases.commands.planning import MeetingPlan
from phases.commands.welcome import ConsentTold
from phases.records import Activity
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat
from tests.app.screens.lead.walks import pick, sitting


def into(seat: Seat, structure: str, phase: str) -> None:
    """A meeting of this structure, with one thing under way, come to this part."""
    seat.do(MeetingPlan(structure=structure))
    seat.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar", due=date(2027, 2, 9)))
    seat.do(Start(), ConsentTold())
    while sitting(seat).line.phase != phase:
        seat.do(Next())


def the_activity(seat: Seat) -> Activity:
    """The one that was under way from the start."""
    return next(iter(seat.case.activities.values()))


async def test_enter_goes_through_the_activities_and_each_gets_its_word(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    into(seat, "bti-followup", "activities")
    seat.do(ActivityAdd(title="Noko nytt", owner="Mor"))
    async with seat.seated():
        await seat.press("enter")
        assert "● hjelper" in walks.labels(seat)
        await pick(seat, "◐")
        await pick(seat, "~")
        assert "Kva endrar vi?" in seat.wall()
        await seat.type("Lettare på tysdagar", then="enter")
        [said] = seat.case.assessments.values()
        assert (said.effect, said.decision, said.comment) == (
            "partly",
            "adjust",
            "Lettare på tysdagar",
        )
        assert the_activity(seat).status == "continued"
        await seat.press("enter")
        assert walks.phase(seat) == "new-activities"


async def test_leaving_what_was_not_talked_about_asks_why_and_notes_it(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    into(seat, "bti-followup", "activities")
    async with seat.seated():
        await seat.press("n", "3")
        assert walks.phase(seat) == "new-activities"
        assert [a.decision for a in seat.case.assessments.values()] == ["not-discussed"]


async def test_a_line_of_the_log_is_looked_at_and_ended_from_the_table(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        walks.go_to(seat, "clarifying")
        seat.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar"))
        await seat.settle()
        await seat.press("e", "enter")
        await pick(seat, "Korleis har det gått?")
        await pick(seat, "●")
        await pick(seat, "✓")
        await seat.press("enter")
        found = the_activity(seat)
        assert (found.effect, found.status) == ("wanted", "ended")


async def test_another_takes_its_place_from_the_table(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        walks.go_to(seat, "clarifying")
        seat.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar"))
        await seat.settle()
        await seat.press("e", "enter")
        await pick(seat, "Ein annan i staden")
        await seat.type("Lesegruppe", then="enter")
        old, new = seat.case.activities.values()
        assert (old.status, new.title, new.owner) == ("replaced", "Lesegruppe", old.owner)


async def test_more_is_said_of_a_line_a_few_fields_at_a_time(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        walks.go_to(seat, "clarifying")
        seat.do(GoalAdd(text="Rolege morgonar"))
        seat.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar"))
        await seat.settle()
        await seat.press("e", "enter")
        await pick(seat, "Meir om det")
        await pick(seat, "Kva det inneheld")
        await seat.type("Lesing")
        await seat.press("tab")
        await seat.type("ein time", then="enter")
        await seat.press("e", "enter", "2", "2", "tab")
        await seat.type("1. mars", then="enter")
        await seat.press("e", "enter", "2", "3")
        await seat.type("Mor, PPT-rådgjevar")
        await seat.press("tab", "tab")
        await seat.type("rolege morgonar", then="enter")
        await seat.press("e", "enter", "2", "4", "4")
        found = the_activity(seat)
        assert (found.content, found.extent, found.level) == ("Lesing", "ein time", 3)
        assert found.period_end == date(2027, 3, 1)
        assert [seat.case.label(i) for i in found.contributors] == ["Mor", "PPT-rådgjevar"]
        assert found.goal in seat.case.goals


async def test_goals_are_written_one_after_the_other_and_reached_from_the_table(
    tmp_path: Path,
) -> None:
    seat = Seat(tmp_path)
    into(seat, "know-can-will-do", "can")
    async with seat.seated():
        await seat.press("1")
        await seat.type("Trygg på skulen")
        await seat.press("tab")
        await seat.type("Mor", then="enter")
        await seat.type("Vi les i lag", then="enter")
        await seat.press("enter")
        mine, ours = seat.case.goals.values()
        assert (seat.case.label(mine.owner), ours.owner, ours.shared) == ("Mor", "", True)
        walks.table(seat).go_to(mine.id)
        walks.table(seat).focus()
        await seat.press("enter")
        await pick(seat, "Endre")
        await seat.type(" og heime", then="enter")
        assert seat.case.goals[mine.id].text == "Trygg på skulen og heime"
        walks.table(seat).go_to(mine.id)
        walks.table(seat).focus()
        await seat.press("enter")
        await pick(seat, "Vi har nådd det")
        assert seat.case.goals[mine.id].status == "reached"


async def test_what_was_agreed_gets_the_day_we_look_at_it(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    into(seat, "know-can-will-do", "will")
    for title in ("Lesegruppe", "Tidleg i seng"):
        seat.do(ActivityAdd(title=title, owner="Mor", due=date(2027, 2, 9)))
    async with seat.seated():
        screen = seat.screen
        screen.open_item("assess-dates")
        await seat.settle()
        await seat.type("2. mars", then="enter")
        await seat.type("9. mars", then="enter")
        days = [a.assess_on for a in seat.case.activities.values()]
        assert days == [None, date(2027, 3, 2), date(2027, 3, 9)]


async def test_what_each_measure_is_gets_said_row_by_row(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    into(seat, "meeting-2", "measures-to-try")
    seat.do(ActivityAdd(title="Lesing", owner="Mor"))
    seat.do(ActivityAdd(title="Tidleg i seng", owner="Mor", due=date(2027, 2, 9)))
    async with seat.seated():
        seat.screen.open_item("measures-described")
        await seat.settle()
        await seat.type("Høgt", then="tab")
        await seat.type("Kvar dag", then="enter")
        # The period of the same one follows, whatever was left open before it, then the next one.
        await seat.press("tab")
        await seat.type("9. mars", then="enter")
        await seat.type("Skjerm av", then="enter")
        assert not seat.in_a_field
        # Enter over a row passes it by: the next measure is asked all the same.
        seat.screen.open_item("measures-described")
        await seat.settle()
        await seat.press("enter")
        await seat.press("tab")
        await seat.type("Kvar kveld", then="enter")
        told = [(a.content, a.extent, a.period_end) for a in seat.case.activities.values()]
        assert told[-2:] == [
            ("Høgt", "Kvar dag", date(2027, 3, 9)),
            ("Skjerm av", "Kvar kveld", None),
        ]


async def test_whoever_has_the_floor_is_asked_for_a_goal_and_may_have_none(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    into(seat, "know-can-will-do", "can")
    async with seat.seated():
        await seat.press("enter", "enter")
        assert (seat.case.goals, walks.kinds(seat)[-1]) == ({}, "answered")
        assert "Enter: Rektor: eit mål …" in seat.wall()
        await seat.press("enter")
        assert walks.values(seat) == {"text": "", "owner": "Rektor"}
        await seat.type("Færre beskjedar", then="enter")
        assert walks.values(seat) == {"text": "", "owner": "Rektor"}
        await seat.press("enter")
        [goal] = seat.case.goals.values()
        assert seat.case.label(goal.owner) == "Rektor"
        assert "Enter: Rektor: ferdig" in seat.wall()
