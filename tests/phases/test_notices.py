"""Who has got their summons or reminder: noted by person, seen by person, taken back."""

from __future__ import annotations

from datetime import timedelta

from phases.commands.afterwards import Undo
from phases.commands.participants import ParticipantAdd, ParticipantEdit, ParticipantRemove
from phases.commands.planning import MeetingPlan
from phases.commands.preparing import NoticeCommand
from phases.leaving_out import shown
from phases.notices import all_told, receivers, untold
from phases.references import NAMES
from tests.phases.room import NOON, Room, set_up


def names(room: Room) -> list[str]:
    """Who hasn't got the reminder."""
    return [p.name for p in untold(room.case, room.sitting.meeting.id, "reminder")]


def test_one_notice_goes_to_those_who_are_named_and_the_next_to_the_rest() -> None:
    room = set_up()
    everybody = [p.name for p in room.case.present]
    assert names(room) == everybody
    first, second, *rest = everybody
    room.do(NoticeCommand(to=(second, first, second), channel="sms"))
    assert names(room) == rest
    room.do(NoticeCommand(channel="e-mail"))
    assert names(room) == []
    found = receivers(room.case, room.sitting.meeting.id, "reminder")
    ways = [each.notice.channel if each.notice else "" for each in found]
    assert ways == ["sms", "sms", *["e-mail"] * len(rest)]
    room.do(Undo())
    assert names(room) == rest
    room.do(Undo())
    assert names(room) == everybody


def test_whoever_is_set_up_afterwards_has_not_got_theirs_and_keeps_it_due() -> None:
    room = set_up()
    room.do(NoticeCommand(), ParticipantAdd("BUP", role="service", service="BUP"))
    assert names(room) == ["BUP"]
    assert not all_told(room.case, room.sitting.meeting.id, "reminder")
    room.do(ParticipantEdit("BUP", absent=True))
    assert names(room) == []


def test_with_everybody_told_once_more_is_to_everybody() -> None:
    room = set_up()
    room.do(NoticeCommand(), NoticeCommand(channel="phone"))
    found = receivers(room.case, room.sitting.meeting.id, "reminder")
    assert {each.notice.channel for each in found if each.notice} == {"phone"}


def test_a_notice_of_an_older_log_went_to_everybody() -> None:
    room = set_up()
    room.do(NoticeCommand())
    [notice] = room.case.notices.values()
    old = room.case.with_(notices={notice.id: notice.with_(to=())})
    assert untold(old, notice.meeting, "reminder") == ()


def test_somebody_set_up_by_mistake_is_taken_out_of_what_went_out() -> None:
    room = set_up()
    room.do(ParticipantAdd("BUP", role="service", service="BUP"))
    room.do(NoticeCommand(to=("BUP",)), NoticeCommand())
    room.do(ParticipantRemove("BUP"))
    [notice] = room.case.notices.values()
    assert set(notice.to) == set(room.case.participants)


def test_what_went_to_somebody_left_out_alone_is_left_out_with_them() -> None:
    room = set_up()
    ppt = next(p for p in room.case.participants.values() if p.role == "service")
    room.do(NoticeCommand(to=(ppt.name,)))
    out = {**room.case.participants, ppt.id: ppt.with_(left_out=True)}
    case = room.case.with_(participants=out)
    assert not shown(case).notices
    assert NAMES["notices"]["to"] == ("participants",)


def test_a_summons_whose_end_was_changed_is_outdated_until_it_is_sent_again() -> None:
    room = set_up()
    meeting = room.sitting.meeting.id
    room.do(
        MeetingPlan(purpose="Sjå på skuledagen", place="Møterom 2"),
        NoticeCommand(kind="summons", channel="letter"),
        NoticeCommand(),
    )
    assert all_told(room.case, meeting, "summons")
    room.do(MeetingPlan(interpreter=True))
    assert all(each.outdated for each in receivers(room.case, meeting, "summons"))
    assert not all_told(room.case, meeting, "summons")
    assert all_told(room.case, meeting, "reminder"), "a reminder tells when it begins alone"
    room.do(NoticeCommand(kind="summons", channel="phone"))
    assert all_told(room.case, meeting, "summons")
    room.do(Undo(), Undo())
    assert all_told(room.case, meeting, "summons"), "the minutes are again what they were told"


def test_another_beginning_outdates_the_reminder_too() -> None:
    room = set_up()
    room.do(NoticeCommand())
    room.do(MeetingPlan(at=NOON + timedelta(days=1)))
    assert names(room) == [p.name for p in room.case.present]


def test_a_notice_that_knows_no_time_says_nothing_of_it() -> None:
    room = set_up(at=None)
    room.do(NoticeCommand())
    room.do(MeetingPlan(at=NOON))
    assert names(room) == []
