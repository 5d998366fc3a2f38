"""Each line of the preparing, and each rule R-P1 … R-P9 where it applies, in its own words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from app.screens.prepare.lines import Line, LineId
from app.screens.prepare.view import PrepareView
from app.words import Words
from phases.commands.afterwards import Undo
from phases.commands.case_facts import CaseSet
from phases.commands.clock import BreakOff, Start
from phases.commands.consents import ConsentWithdraw
from phases.commands.participants import ParticipantAdd, ParticipantEdit
from phases.commands.planning import MeetingCancel, MeetingPlan
from phases.commands.preparing import AttendanceCleared, NoticeCommand, OwnSystemCommand
from phases.preparing_meeting import findings
from tests.phases.room import NOON, Room, id_of, set_up

AHEAD = NOON + timedelta(days=21)
"""Tuesday 9 February."""


def planned(at: datetime = AHEAD) -> Room:
    """A first meeting three weeks ahead."""
    return set_up(at=at)


def second(at: datetime = AHEAD) -> Room:
    """The second meeting, three weeks after the first."""
    room = set_up()
    room.do(Start())
    room.do(BreakOff())
    room.do(MeetingPlan(at=at, place="Møterom 2"))
    return room


def lines(room: Room, language: str = "en") -> dict[LineId, Line]:
    view = PrepareView(room.case, room.context(), Words(language))
    return {line.id: line for line in view.lines()}


def test_a_first_meeting_has_the_own_system_and_a_summons() -> None:
    found = lines(planned())
    assert list(found) == [
        "when",
        "kind",
        "purpose",
        "people",
        "consents",
        "own-summons",
        "own-note",
        "summons",
        "reminder",
        "screen",
        "interpreter",
        "guard",
        "agenda",
    ]
    assert found["own-summons"].remarks == (
        "Before the first meeting: summons and note in your own system.",
    )
    assert "Tuesday 9 February 2027, 13:00–13:45 · Møterom 2" in found["when"].value


def test_from_the_second_on_the_log_is_enough_and_an_invitation_goes_by_it() -> None:
    found = lines(second())
    assert not {"own-summons", "own-note", "summons"} & set(found)
    assert found["log-is-enough"].value == "The log is enough now: no summons in your own system."
    assert found["invitation"].mark == "open"


def test_a_conversation_with_a_form_is_summoned_to_each_time() -> None:
    room = second()
    room.do(MeetingPlan(structure="meeting-2"))
    assert "summons" in lines(room)


def test_each_tick_is_seen_with_where_and_when() -> None:
    room = planned()
    room.do(
        AttendanceCleared(),
        OwnSystemCommand(kind="summons", system="WebSak"),
        OwnSystemCommand(kind="note"),
        NoticeCommand(kind="reminder", channel="sms"),
        MeetingPlan(purpose="Vi ser på hausten saman", screen=True),
        NoticeCommand(kind="summons", channel="letter"),
    )
    found = lines(room)
    assert {i: found[i].value for i in ("own-summons", "own-note", "summons", "reminder")} == {
        "own-summons": "WebSak, 19 Jan",
        "own-note": "done 19 Jan",
        "summons": "sent 19 Jan, letter",
        "reminder": "sent 19 Jan, text message",
    }
    assert found["people"].value.startswith("cleared with the guardians: Rektor, Kontaktlærar")
    assert {line.mark for line in found.values()} <= {"done", "known"}


def test_a_sender_without_a_number_is_told_of_until_there_is_one() -> None:
    room = planned()

    def sender(told: str | None) -> Line | None:
        view = PrepareView(room.case, room.context(), Words("en"), told)
        return {line.id: line for line in view.lines()}.get("sender")

    nobody, school = sender(""), sender("Sund skule")
    assert nobody is not None
    assert (nobody.mark, nobody.value) == (
        "open",
        "no phone number yet, so nobody can see whom to call",
    )
    assert school is not None
    assert school.value.startswith("Sund skule: no phone number yet")
    assert sender("Sund skule, tlf. 12 34 56 78") is sender("post@sund.example") is None
    assert sender(None) is None


def test_who_has_got_theirs_and_who_has_not_is_seen_by_name() -> None:
    room = planned()
    mother, father = list(room.case.participants.values())[2:4]
    room.do(NoticeCommand(channel="sms", to=(mother.name,)))
    line = lines(room)["reminder"]
    assert line.mark == "open"
    assert line.value.startswith(f"{mother.label}: sent 19 Jan, text message · not yet: ")
    assert father.label in line.value.partition("not yet")[2]
    room.do(NoticeCommand(channel="e-mail"))
    line = lines(room)["reminder"]
    assert line.mark == "done"
    assert line.value.endswith(f"{mother.label}: sent 19 Jan, text message")
    assert f"{father.label}" in line.value.partition(": sent 19 Jan, e-mail")[0]
    room.do(Undo())
    assert lines(room)["reminder"].mark == "open"
    room.do(Undo())
    assert "not yet" not in lines(room)["reminder"].value


@pytest.mark.parametrize(
    ("rule", "line", "says"),
    [
        ("R-P1", "reminder", "The reminder is late"),
        ("R-P2", "reminder", "Now the reminder can be sent"),
        ("R-P3", "own-summons", "Before the first meeting"),
        ("R-P4", "log-is-enough", "The log is enough now"),
        ("R-P5", "kind", "Longer than 60 is advised against"),
        ("R-P6", "summons", "A summons needs more: the purpose, the place"),
        ("R-P7", "screen", "There is no screen in the room"),
        ("R-P8", "when", "No meetings are held that day: Sunday"),
        ("R-P9", "year", "2 meetings are planned in 2026/27; a school year has six."),
    ],
)
def test_each_rule_of_preparing_is_told_where_it_applies(
    rule: str, line: LineId, says: str
) -> None:
    room = second() if rule == "R-P4" else planned()
    if rule == "R-P1":
        room.clock.utc = AHEAD - timedelta(days=5)
    elif rule == "R-P2":
        room.clock.utc = AHEAD - timedelta(days=7)
    elif rule == "R-P5":
        room.do(MeetingPlan(minutes=(5, 5, 10, 5, 10, 5, 25)))
    elif rule == "R-P6":
        room.do(MeetingPlan(place=""))
    elif rule == "R-P7":
        room.do(MeetingPlan(screen=False))
    elif rule == "R-P8":
        room.do(MeetingPlan(at=datetime(2027, 2, 7, 12, tzinfo=UTC)))
    elif rule == "R-P9":
        room.do(CaseSet(meeting_dates=(date(2027, 2, 9), date(2027, 3, 23))))
    assert rule in findings(room.case, room.context())
    found = lines(room)[line]
    told = " ".join((found.value, *found.remarks))
    assert says in told, told
    assert found.mark in ("open", "late", "known")


def test_a_late_reminder_is_marked_as_late() -> None:
    room = planned()
    room.clock.utc = AHEAD - timedelta(days=5)
    assert lines(room)["reminder"].mark == "late"


def test_gaps_in_the_consents_are_named() -> None:
    room = planned()
    room.do(ParticipantAdd(label="BUP", role="service", service="BUP"))
    assert lines(room)["consents"].value == "missing: consent to share with BUP"
    room.do(ConsentWithdraw(by="Føresett 1", covers="PPT"))
    assert "PPT" not in " ".join(line.value for line in lines(room).values())


def test_who_is_missing_is_asked_for() -> None:
    room = Room()
    room.do(MeetingPlan(at=AHEAD))
    assert lines(room)["missing"].value == "a guardian · who leads"


def test_somebody_who_interprets_asks_for_longer_minutes() -> None:
    room = planned()
    assert lines(room)["interpreter"].value == "nobody interprets"
    room.do(ParticipantAdd(label="Tolk", role="interpreter"))
    found = lines(room)["interpreter"]
    assert (found.mark, found.remarks) == ("open", ("Somebody interprets: Plan for more time?",))
    room.do(MeetingPlan(interpreter=True))
    assert lines(room)["interpreter"].mark == "done"


def test_a_summons_that_was_sent_is_said_to_tell_another_time() -> None:
    room = planned()
    room.do(MeetingPlan(purpose="Skuledagen", place="Møterom 2"))
    room.do(NoticeCommand(kind="summons", channel="letter"))
    sent = lines(room)["summons"]
    assert sent.mark == "done"
    room.do(MeetingPlan(interpreter=True))
    found = lines(room)["summons"]
    assert (found.mark, found.value) == ("open", f"{sent.value}, before the time was changed")


def test_a_viddevakt_is_proposed_and_never_appointed() -> None:
    room = planned()
    room.do(ParticipantEdit(who="Inspektør", absent=True))
    found = lines(room)["guard"]
    assert (found.mark, found.value) == ("open", "proposed: Helsesjukepleiar")
    assert not room.case.participants[id_of(room, "Helsesjukepleiar")].has("guard")


@pytest.mark.parametrize("language", ["nn", "nb"])
def test_without_a_planned_meeting_there_is_one_line(language: str) -> None:
    room = planned()
    room.do(MeetingCancel())
    assert list(lines(room, language)) == ["new-meeting"]
