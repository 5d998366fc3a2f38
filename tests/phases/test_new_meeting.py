"""A new meeting recalls the last group, roles, duties, structure and place (issue: under 2 min)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from phases.calendar import NO_CLOSURES
from phases.case import Case
from phases.commands.case_facts import CaseNew, CaseSet
from phases.commands.clock import BreakOff, Start
from phases.commands.closing import NextMeetingCommand
from phases.commands.participants import ParticipantAdd, ParticipantEdit
from phases.commands.planning import MeetingCancel, MeetingPlan
from phases.commands.welcome import Viddevakt, Writer
from phases.deadlines import Period, latest_meeting_day
from phases.new_group import Member, group_of, newest_like
from phases.new_meeting import NewDay, new_day, new_meeting, usual_minutes
from phases.new_meeting_acts import Accepted, acts
from phases.slots import slots
from phases.suggesting_guard import able_to_guard, guards, suggested_guard
from tests.phases.room import NOON, OSLO, Room, id_of, set_up, started

MARCH = date(2027, 3, 2)
"""Six weeks after the meeting of 19 January."""


def held(
    structure: str = "bti-followup", *, on: date | None = None, at: str = "", place: str = ""
) -> Room:
    """The room after a meeting by this structure, with a next one agreed or not."""
    room = set_up()
    room.do(MeetingPlan(structure=structure))
    room.do(Start())
    if on is not None:
        room.do(NextMeetingCommand(on=on, at=at, place=place))
    room.do(BreakOff())
    room.clock.tick(86_400)
    return room


def accepted(room: Room, **changed: object) -> Accepted:
    """All that is proposed, on 2 March at one o'clock."""
    found = new_meeting(room.case, room.context())
    base = Accepted(
        at=datetime(2027, 3, 2, 12, 0, tzinfo=NOON.tzinfo),
        place=found.place,
        structure=found.structure,
        comes=frozenset(p.id for p in found.people if not p.absent),
        guard=found.guard,
        writer=found.writer,
    )
    return base._replace(**changed)  # type: ignore[arg-type]


def test_the_agreed_day_and_time_are_proposed() -> None:
    room = held(on=date(2027, 2, 23), at="10:30")
    found = new_meeting(room.case, room.context())
    assert (found.day.on, found.day.why) == (date(2027, 2, 23), "agreed")
    assert (found.clock, found.clock_why) == (time(10, 30), "agreed")


def test_the_agreed_place_is_proposed_before_the_room_of_last_time() -> None:
    """S4-56; an agreement that has gone by says nothing of where."""
    room = held(on=date(2027, 2, 23), place="Biblioteket")
    found = new_meeting(room.case, room.context())
    assert (found.place, found.place_why) == ("Biblioteket", "agreed")
    assert slots(room.case, room.context())[0].place == "Biblioteket"
    room.clock.tick(86_400 * 60)
    found = new_meeting(room.case, room.context())
    assert (found.place, found.place_why) == ("Møterom 2", "last")


def test_without_an_agreed_day_the_latest_open_one_is_at_the_time_of_day_of_last_time() -> None:
    room = held()
    found = new_meeting(room.case, room.context())
    assert found.day == NewDay(MARCH, "latest", latest=MARCH)
    assert latest_meeting_day(date(2027, 1, 19), Period(weeks=6), NO_CLOSURES) == MARCH
    assert (found.clock, found.clock_why) == (time(13, 0), "last")
    assert (found.place, found.place_why) == ("Møterom 2", "last")


def test_the_years_plan_comes_before_the_latest_day() -> None:
    room = held("bti-individual")
    room.do(CaseSet(meeting_dates=(date(2027, 1, 19), date(2027, 2, 25), date(2027, 4, 8))))
    assert new_day(room.case, room.context()) == NewDay(date(2027, 2, 25), "plan")


def test_a_day_that_has_gone_by_is_told_and_none_is_proposed() -> None:
    room = held(on=date(2027, 2, 2))
    room.clock.utc = NOON + timedelta(days=90)
    assert new_day(room.case, room.context()) == NewDay(None, "none", gone_by=MARCH)


def test_a_day_on_which_the_meeting_was_called_off_is_not_proposed_again() -> None:
    room = held(on=date(2027, 2, 23), at="10:30")
    room.do(MeetingPlan(at=datetime(2027, 2, 23, 9, 30, tzinfo=NOON.tzinfo)))
    room.do(MeetingCancel())
    assert new_day(room.case, room.context()).on == MARCH


def test_of_one_that_was_called_off_before_any_was_held_time_and_place_are_recalled() -> None:
    room = set_up()
    room.do(MeetingCancel())
    found = new_meeting(room.case, room.context())
    assert (found.day.on, found.clock, found.place) == (None, time(13, 0), "Møterom 2")
    assert found.place_why == "last"


def test_nothing_is_proposed_of_a_first_meeting_but_who_and_how() -> None:
    room = Room()
    room.do(CaseNew(language="nn"))
    found = new_meeting(room.case, room.context())
    assert (found.day, found.clock, found.place) == (NewDay(), None, "")
    assert (found.structure, found.structure_why) == ("bti-individual", "first")


@pytest.mark.parametrize(
    ("structure", "follows"), [("meeting-1", "meeting-2"), ("bti-individual", "bti-basic")]
)
def test_the_structure_is_the_one_that_follows(structure: str, follows: str) -> None:
    room = held(structure)
    assert new_meeting(room.case, room.context()).structure == follows


def test_what_was_accepted_is_planned_in_one_entry() -> None:
    room = held()
    before = len(room.entries)
    room.do(*acts(room.case, accepted(room)))
    assert len(room.entries) == before + 1
    meeting = room.sitting.meeting
    assert meeting.at == datetime(2027, 3, 2, 12, 0, tzinfo=NOON.tzinfo)
    assert (meeting.place, meeting.number) == ("Møterom 2", 2)
    assert room.case.participants[id_of(room, "Rektor")].duties == ("leader", "summariser")
    assert room.case.participants[id_of(room, "Inspektør")].has("guard")


def test_whoever_was_away_is_shown_as_away_and_comes_only_if_somebody_says_so() -> None:
    room = held()
    far = id_of(room, "Far")
    room.do(ParticipantEdit(who=far, absent=True))
    assert next(p for p in new_meeting(room.case, room.context()).people if p.id == far).absent
    room.do(*acts(room.case, accepted(room)))
    assert room.case.participants[far].absent
    everybody = frozenset(room.case.participants)
    room.do(*acts(room.case, accepted(room, comes=everybody)))
    assert not room.case.participants[far].absent


def test_who_was_named_in_the_meeting_is_proposed_for_the_next_one() -> None:
    room = set_up()
    room.do(
        ParticipantEdit(who="Inspektør", duties=()), ParticipantEdit(who="Kontaktlærar", duties=())
    )
    room.do(Start())
    room.do(Viddevakt(who="PPT-rådgjevar"), Writer(who="Rektor"))
    room.do(BreakOff())
    found = new_meeting(room.case, room.context())
    assert found.guard == id_of(room, "PPT-rådgjevar")
    assert found.writer == id_of(room, "Rektor")
    room.do(*acts(room.case, accepted(room)))
    assert room.case.participants[id_of(room, "Rektor")].duties == (
        "leader",
        "summariser",
        "writer",
    )


def test_the_minutes_that_somebody_chose_are_proposed_with_the_same_structure() -> None:
    room = set_up()
    minutes = (5, 15, 5, 15, 12, 8)
    room.do(MeetingPlan(structure="bti-followup", minutes=minutes))
    room.do(Start())
    room.do(BreakOff())
    assert usual_minutes(room.case, "bti-followup", room.context()) == minutes
    assert usual_minutes(room.case, "bti-basic", room.context()) is None
    assert usual_minutes(held().case, "bti-followup", room.context()) is None


def test_a_viddevakt_is_never_of_the_family_and_rather_has_free_hands() -> None:
    room = set_up(child=True)
    assert suggested_guard(room.case) == id_of(room, "Inspektør")
    room.do(ParticipantEdit(who="Inspektør", joins="video", duties=()))
    assert suggested_guard(room.case) == id_of(room, "Helsesjukepleiar")
    room.do(ParticipantEdit(who="Inspektør", absent=True))
    assert suggested_guard(room.case) == id_of(room, "Helsesjukepleiar")
    assert not any(p.family for p in guards(room.case))
    assert not able_to_guard(room.case.participants[id_of(room, "Mor")])
    room.do(CaseSet(relay_holder="Helsesjukepleiar"))
    assert suggested_guard(room.case) == id_of(room, "PPT-rådgjevar")


def test_of_another_case_roles_and_services_are_recalled_and_no_name() -> None:
    room = started(child=True)
    room.do(ParticipantAdd(label="Ola Nordmann", role="service"))
    room.do(ParticipantAdd(label="Tante Kari", role="other"))
    group = group_of(room.case)
    assert group == (
        Member("guardian"),
        Member("head"),
        Member("teacher"),
        Member("service", "skulehelseteneste"),
        Member("service", "PPT"),
    )
    told = str(group)
    assert not [
        p.name for p in room.case.participants.values() if p.name in told and p.name != "PPT"
    ]


def test_the_newest_case_of_the_same_unit_is_recalled_and_no_rehearsal() -> None:
    def case(name: str, days: int, **facts: object) -> Case:
        room = Room()
        room.case = Case.empty(name)
        room.do(CaseNew(language="nn", **facts))  # type: ignore[arg-type]
        room.do(MeetingPlan(at=NOON + timedelta(days=days), place=name))
        return room.case

    cases = [
        case("A", 1),
        case("B", 3),
        case("C", 9, rehearsal=True),
        case("D", 5, unit="kindergarten"),
    ]
    assert newest_like(cases, "school") is cases[1]
    assert newest_like(cases, "school", besides="B") is cases[0]
    assert newest_like(cases, "kindergarten") is cases[3]
    assert newest_like([], "school") is None
    new = Room()
    new.do(CaseNew(language="nn"))
    found = new_meeting(new.case, new.context(), cases[1])
    assert (found.place, found.place_why, found.clock) == ("B", "unit", time(13, 0))
    assert found.people == ()


def test_a_new_group_gets_the_usual_duties_each_once() -> None:
    room = Room()
    room.do(CaseNew(language="nn"))
    members = {
        "Rektor": Member("head"),
        "Lærar": Member("teacher"),
        "PPT": Member("service", "PPT"),
    }
    wanted = Accepted(
        at=NOON + timedelta(days=9),
        place="",
        structure="bti-individual",
        comes=frozenset(members) - {"Lærar"},
        guard="PPT",
        members=members,
    )
    room.do(*acts(room.case, wanted))
    assert [(p.name, p.duties) for p in room.case.participants.values()] == [
        ("Rektor", ("leader", "summariser")),
        ("PPT", ("guard",)),
    ]
    assert room.sitting.meeting.at == NOON + timedelta(days=9)
    assert room.sitting.meeting.at.astimezone(OSLO).hour == 13
