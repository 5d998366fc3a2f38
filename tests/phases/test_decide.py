"""The one way in: order of checks, all or nothing, cleaned texts, what an event keeps."""

from __future__ import annotations

import json

import pytest

from phases.case import Case
from phases.changes import Changes, Finding, Refusal
from phases.commands import Command
from phases.commands.afterwards import Evaluate
from phases.commands.case_facts import CaseNew, CaseSet
from phases.commands.choosing import OfferAdd
from phases.commands.clock import Hide, Next, Pause, Show, Start
from phases.commands.closing import NextMeetingCommand
from phases.commands.log import ActivityAdd, ActivityEdit, Park
from phases.commands.participants import ParticipantAdd
from phases.commands.planning import MeetingCancel
from phases.commands.talk import Guard
from phases.commands.welcome import Challenge, Introductions
from phases.context import Context
from phases.decide import decide
from tests.phases.room import Room, set_up, started
from tests.phases.walk import DUE, closed, step

LONG = "å" * 161


def test_several_commands_are_one_entry() -> None:
    room = started()
    done = room.do(Pause(), Hide())
    assert done.command == "pause+hide"
    assert len(done.tables["events"]) == 2
    assert (room.sitting.state, room.sitting.hidden) == ("paused", True)


def test_a_later_command_sees_what_an_earlier_one_did() -> None:
    room = Room()
    room.do(CaseNew())
    done = room.do(ParticipantAdd(label="Mor", role="guardian"), CaseSet(relay_holder="Mor"))
    assert room.case.facts.relay_holder == next(iter(room.case.participants))
    assert done.made == room.case.facts.relay_holder


def test_one_refused_command_refuses_them_all() -> None:
    room = started()
    before = room.case
    refused = room.refused(Pause(), Pause())
    assert refused.code == "already-paused"
    assert room.case is before
    assert room.sitting.state == "running"


def test_the_id_that_was_made_is_the_newest_one() -> None:
    room = started()
    done = room.do(
        ActivityAdd(title="Ein", owner="Mor", due=DUE),
        ActivityAdd(title="To", owner="Mor", due=DUE),
    )
    assert done.made is not None
    assert room.case.activities[done.made].title == "To"


def test_elsewhere_by_now_is_a_conflict() -> None:
    room = started()
    refused = room.refused(Pause(), if_phase="closing")
    assert (refused.code, refused.exit_code) == ("already-in-phase", 4)
    assert isinstance(room.ask(Pause(), if_phase="welcome"), Changes)
    assert set_up().refused(Start(), if_phase="welcome").args == {"phase": ""}
    assert Room().refused(CaseNew(), if_phase="welcome").args == {"phase": ""}


def test_without_a_meeting_there_is_nothing_to_lead() -> None:
    room = Room()
    room.do(CaseNew())
    assert room.refused(Pause()).code == "no-meeting"
    assert room.refused(Hide()).code == "no-meeting"
    assert room.refused(Show()).code == "no-meeting"


@pytest.mark.parametrize(("command", "state"), [(Pause(), "planned"), (Introductions(), "planned")])
def test_at_the_wrong_time_the_state_is_named(command: Command, state: str) -> None:
    assert set_up().refused(command).args == {"state": state}


def test_a_cancelled_meeting_does_not_start() -> None:
    room = set_up()
    room.do(MeetingCancel())
    assert room.refused(Start()).args == {"state": "cancelled"}


# Texts --------------------------------------------------------------------------------------


def test_texts_are_cleaned_on_the_way_in() -> None:
    room = started()
    room.do(Park(text="\x1b[31mSFO\u202e\r\npå  fredag \x00"))
    (topic,) = room.case.parked.values()
    assert topic.text == "[31mSFO på  fredag"


def test_a_longer_text_keeps_its_lines() -> None:
    room = started()
    room.do(ActivityAdd(title="Ein", owner="Mor", due=DUE, comment="ei\r\nto"))
    (activity,) = room.case.activities.values()
    assert activity.comment == "ei\nto"


@pytest.mark.parametrize(
    ("command", "field", "limit"),
    [
        (Park(text=LONG), "text", "160"),
        (Challenge(text=LONG), "text", "160"),
        (ActivityAdd(title=LONG, owner="Mor"), "title", "160"),
        (ParticipantAdd(label="å" * 61), "label", "60"),
        (NextMeetingCommand(at="13:000"), "at", "5"),
        (OfferAdd(service="PPT", text="x", view="å" * 1001), "view", "1000"),
    ],
)
def test_a_text_that_is_too_long_is_refused_with_both_lengths_and_never_cut(
    command: Command, field: str, limit: str
) -> None:
    refused = started().refused(command)
    assert (refused.code, refused.exit_code) == ("E-LONG", 2)
    assert (refused.args["field"], refused.args["limit"]) == (field, limit)
    assert int(refused.args["length"]) > int(limit)


def test_broken_characters_are_refused_and_named() -> None:
    refused = started().refused(Park(text="ska\udce5l"))
    assert (refused.code, refused.args["field"]) == ("E-ENC", "text")
    assert "\udce5" not in refused.args["value"]


@pytest.mark.parametrize("nothing", ["", "   ", "\u200b\u2060", "\u2800", "\x1b"])
def test_a_text_of_which_nothing_can_be_seen_is_empty(nothing: str) -> None:
    room = started()
    assert room.refused(Park(text=nothing)).args == {"field": "text"}
    assert room.refused(ActivityAdd(title=nothing, owner="Mor")).code == "empty"
    assert room.refused(OfferAdd(service="PPT", text=nothing)).code == "empty"
    assert room.refused(ParticipantAdd(label=nothing)).code == "empty"


def as_told(room: Room, field: str, text: str) -> Context:
    """A context in which the reason, or who did it, was typed like this."""
    context = room.context(text if field == "reason" else "")
    return context._replace(who=text) if field == "who" else context


@pytest.mark.parametrize("field", ["reason", "who"])
def test_a_reason_and_a_name_for_the_history_are_texts_too(field: str) -> None:
    room = started()
    found = decide(room.case, (Pause(),), as_told(room, field, LONG))
    assert isinstance(found, Refusal)
    assert (found.code, found.args["field"]) == ("E-LONG", field)
    made = decide(room.case, (Pause(),), as_told(room, field, "ja\x1b\u202e "))
    assert isinstance(made, Changes)
    (event,) = made.tables["events"].values()
    assert event is not None
    assert event[field] == "ja"


# What an event keeps ------------------------------------------------------------------------


def test_an_event_keeps_who_where_and_in_which_phase() -> None:
    room = started()
    made = decide(room.case, (Pause(),), room.context()._replace(who="Rektor", window="lead"))
    assert isinstance(made, Changes)
    (doc,) = made.tables["events"].values()
    assert doc is not None
    assert doc["kind"] == "pause"
    assert doc["phase"] == "welcome"
    assert doc["who"] == "Rektor"
    assert doc["meeting"] == room.sitting.meeting.id
    assert doc["stamp"] == room.clock.stamp().to_doc()


def test_setting_up_belongs_to_no_meeting() -> None:
    room = set_up()
    assert list(room.case.happened) == [""]
    room.do(Start())
    assert list(room.case.happened) == ["", room.sitting.meeting.id]


def test_events_are_numbered_in_order() -> None:
    room = started()
    room.do(Pause(), Hide())
    numbers = sorted(e.seq for events in room.case.happened.values() for e in events)
    assert numbers == list(range(1, room.case.last_seq + 1))


def test_a_signs_event_holds_neither_name_nor_content() -> None:
    room = started()

    done = room.do(Guard())
    text = json.dumps(done.tables)
    assert all(p.name not in text for p in room.case.participants.values())
    (sign,) = done.tables["interventions"].values()
    assert sign is not None
    assert set(sign) == {"id", "meeting", "phase"}


def test_pausing_and_hiding_leaves_no_trace_of_why() -> None:
    room = started()
    done = room.do(Pause(), Hide())
    assert set(done.tables) == {"events"}
    kinds = {(e["kind"], e.get("reason", "")) for e in done.tables["events"].values() if e}
    assert kinds == {("pause", ""), ("hide", "")}


def test_changes_and_refusals_show_codes_and_no_text() -> None:
    changes = Changes({"parked": {"x": {"text": "hemmeleg"}}}, "park")
    shown = f"{changes!r} {Finding('R-M13', {'names': 'hemmeleg'})!r}"
    shown += repr(Refusal("no-participant", {"name": "hemmeleg"}))
    assert "hemmeleg" not in shown
    assert "no-participant" in shown


def test_a_context_shows_neither_who_nor_why() -> None:
    context = Room().context()._replace(who="hemmeleg", reason="hemmeleg", structures={})
    assert "hemmeleg" not in repr(context)


def test_hiding_and_showing_work_twice_in_haste() -> None:
    room = started()
    seen = [room.sitting.hidden]
    for command in (Hide(), Hide(), Show(), Show()):
        room.do(command)
        seen.append(room.sitting.hidden)
    assert seen == [False, True, True, False, False]


def test_an_evaluation_is_saved_answer_by_answer_with_roles_only() -> None:
    room = closed()
    step(room)
    room.do(Evaluate(a="Godt"))
    room.do(Evaluate(b="Ja\nnesten"))
    (kept,) = room.case.evaluations.values()
    assert (kept.a, kept.b, kept.c) == ("Godt", "Ja\nnesten", "")
    assert kept.took_part == ("head", "teacher", "service", "other")


def test_an_edit_of_a_title_stays_one_line_however_it_is_pasted() -> None:
    room = started()
    room.do(ActivityAdd(title="Ein", owner="Mor", due=DUE))
    (activity_id,) = room.case.activities
    room.do(ActivityEdit(id=activity_id, field="title", value=" Roleg \n\n start\n"))
    assert room.case.activities[activity_id].title == "Roleg start"


def test_next_is_decided_from_the_case_alone() -> None:
    room = started()
    first, second = room.ask(Next()), room.ask(Next())
    assert isinstance(first, Changes)
    assert isinstance(second, Changes)
    assert isinstance(room.case, Case)
    assert first.command == second.command == "next"
