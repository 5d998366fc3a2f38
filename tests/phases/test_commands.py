"""Commands of the log, and reasons: what each changes and what it refuses."""

from __future__ import annotations

from datetime import date
from typing import Final, get_args

import pytest

from phases.commands.afterwards import Reason, Undo
from phases.commands.case_facts import CaseNew
from phases.commands.choosing import OfferAdd
from phases.commands.clock import Minute, Pause
from phases.commands.log import ActivityAdd, ActivityEdit, Park, ParkedHandle
from phases.commands.log_assessing import ActivityEnd, ActivityEvaluate
from phases.commands.log_fields import EditField, field_text
from phases.commands.participants import ParticipantAdd
from phases.commands.talk import Guard, GuardKindCommand
from phases.commands.welcome import Challenge
from tests.phases.room import NOON, Room, id_of, set_up, started
from tests.phases.walk import DUE, in_phase

TODAY = NOON.date()


def with_activity() -> tuple[Room, str]:
    room = started()
    room.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar", due=DUE))
    return room, next(iter(room.case.activities))


# Reasons ------------------------------------------------------------------------------------


def test_a_reason_may_follow_a_warning_and_is_kept_with_the_history() -> None:
    room = started()
    room.do(ActivityAdd(title="Leksehjelp", owner="Mor"))
    warned = room.sitting.events[-1]
    room.do(Pause())
    room.do(Reason(text="family-wishes"))
    told = room.sitting.events[-1]
    assert told.args == {"of": warned.id, "rules": ["R-M14"], "reason": "family-wishes"}


def test_a_reason_is_about_something_and_says_something() -> None:
    room = Room()
    room.do(CaseNew())
    assert room.refused(Reason(text="family-wishes")).code == "no-remark"
    assert room.refused(Reason()).code == "empty"


# The log ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("owner", "arena"),
    [
        ("Mor", "home"),
        ("Eleven", "school"),
        ("Kontaktlærar", "school"),
        ("Rektor", "school"),
        ("PPT-rådgjevar", "services"),
    ],
)
def test_an_activity_belongs_where_the_responsible_person_is(owner: str, arena: str) -> None:
    room = started()
    room.do(ParticipantAdd(label="Eleven", role="child"))
    room.do(ActivityAdd(title="x", owner=owner, due=DUE))
    (found,) = room.case.activities.values()
    assert found.arena == arena


def test_an_activity_may_grow_out_of_an_offer() -> None:
    room = in_phase("offers")
    room.do(OfferAdd(service="PPT", text="Rettleiing"))
    room.do(ActivityAdd(title="Rettleiing", owner="PPT-rådgjevar", offer="PPT", arena="school"))
    (found,) = room.case.activities.values()
    assert found.offer in room.case.offers
    assert found.arena == "school"
    assert found.meeting == room.sitting.meeting.id


def test_between_two_meetings_an_activity_belongs_to_none() -> None:
    room = set_up()
    room.do(ActivityAdd(title="x", owner="Mor"))
    room.do(ActivityAdd(title="Fast plass", owner="Mor", tried=True, effect="partly"))
    first, tried = room.case.activities.values()
    assert first.meeting == ""
    assert (tried.status, tried.tried_before, tried.effect) == ("ended", True, "partly")


def test_every_field_is_edited_by_itself() -> None:
    room, activity_id = with_activity()
    for field, value in (
        ("title", "Lekser"),
        ("owner", "Mor"),
        ("due", "2027-03-01"),
        ("arena", "home"),
        ("status", "planned"),
        ("comment", "ei linje\nto"),
    ):
        room.do(ActivityEdit(id=activity_id, field=field, value=value))  # type: ignore[arg-type]
    found = room.case.activities[activity_id]
    assert found.owner == id_of(room, "Mor")
    assert (found.title, found.due, found.arena) == ("Lekser", date(2027, 3, 1), "home")
    assert (found.status, found.comment) == ("planned", "ei linje\nto")
    room.do(ActivityEdit(id=activity_id, field="due", value="", was="2027-03-01"))
    assert room.case.activities[activity_id].due is None
    room.do(ActivityEdit(id=activity_id, field="due", value="2027-03-02", was=""))


def test_two_fields_edited_at_once_both_live() -> None:
    room, activity_id = with_activity()
    room.do(ActivityEdit(id=activity_id, field="title", value="Lekser", was="Leksehjelp"))
    room.do(ActivityEdit(id=activity_id, field="comment", value="bra", was=""))
    found = room.case.activities[activity_id]
    assert (found.title, found.comment) == ("Lekser", "bra")


MORE: Final[tuple[tuple[EditField, str, object], ...]] = (
    ("content", "Lesing i små bolkar", "Lesing i små bolkar"),
    ("extent", "to timar i veka", "to timar i veka"),
    ("organisation", "i gruppe", "i gruppe"),
    ("level", "3", 3),
    ("start", "2027-01-20", date(2027, 1, 20)),
    ("period_end", "2027-03-20", date(2027, 3, 20)),
    ("follow_up", "Ringjer kvar veke", "Ringjer kvar veke"),
    ("assess_on", "2027-02-20", date(2027, 2, 20)),
)


def test_what_more_is_said_of_an_activity_is_edited_by_field_too() -> None:
    room, activity_id = with_activity()
    for field, value, kept in MORE:
        room.do(ActivityEdit(id=activity_id, field=field, value=value, was=""))
        found = room.case.activities[activity_id]
        assert (getattr(found, field), field_text(found, field)) == (kept, value)


def test_who_helps_is_written_with_commas_and_kept_once() -> None:
    room, activity_id = with_activity()
    room.do(ActivityEdit(id=activity_id, field="contributors", value="Mor, Rektor, mor"))
    both = (id_of(room, "Mor"), id_of(room, "Rektor"))
    assert room.case.activities[activity_id].contributors == both
    room.do(
        ActivityEdit(id=activity_id, field="contributors", value="", was=",".join(both)),
    )
    assert room.case.activities[activity_id].contributors == ()


def test_a_period_does_not_end_before_it_begins() -> None:
    room, activity_id = with_activity()
    room.do(ActivityEdit(id=activity_id, field="start", value="2027-03-01"))
    turned = ActivityEdit(id=activity_id, field="period_end", value="2027-02-28")
    assert room.refused(turned).code == "period-turned"
    added = ActivityAdd(title="x", owner="Mor", start=DUE, period_end=TODAY)
    assert room.refused(added).code == "period-turned"


def test_what_begins_later_is_planned() -> None:
    room = started()
    room.do(ActivityAdd(title="Klubbkveld", owner="Mor", start=DUE))
    room.do(ActivityAdd(title="Turdag", owner="Mor", planned=True))
    room.do(ActivityAdd(title="Lesing", owner="Mor", start=TODAY))
    statuses = [a.status for a in room.case.activities.values()]
    assert statuses == ["planned", "planned", "active"]


@pytest.mark.parametrize("field", get_args(EditField))
def test_a_field_that_changed_meanwhile_is_not_overwritten(field: str) -> None:
    room, activity_id = with_activity()
    before = room.case
    stale = ActivityEdit(id=activity_id, field=field, value="x", was="noko anna")  # type: ignore[arg-type]
    refused = room.refused(stale)
    assert (refused.code, refused.exit_code) == ("changed-meanwhile", 4)
    assert refused.args == {"field": field}
    assert room.case is before


def test_a_challenge_that_changed_meanwhile_is_not_overwritten() -> None:
    room = in_phase("status-quo")
    room.do(Challenge(text="Måndagar", was=""))
    assert room.refused(Challenge(text="x", was="")).exit_code == 4
    room.do(Challenge(text="Tysdagar", was="Måndagar"))


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("title", "", "empty"),
        ("title", "å" * 161, "E-LONG"),
        ("comment", "å" * 1001, "E-LONG"),
        ("owner", "Onkel", "no-participant"),
        ("due", "31.02.2026", "E-DATE"),
        ("due", "2026-02-31", "E-DATE"),
        ("arena", "moon", "bad-value"),
        ("status", "lost", "bad-value"),
        ("status", "continued", "bad-value"),
        ("level", "4", "bad-value"),
        ("goal", "x", "no-goal"),
        ("contributors", "Mor, Onkel", "no-participant"),
        ("assess_on", "snart", "E-DATE"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(field: str, value: str, code: str) -> None:
    room, activity_id = with_activity()
    edit = ActivityEdit(id=activity_id, field=field, value=value)  # type: ignore[arg-type]
    assert room.refused(edit).code == code


def test_an_activity_is_evaluated_and_ended_once() -> None:
    room, activity_id = with_activity()
    room.do(ActivityEvaluate(id=activity_id, effect="partly", comment="halvvegs"))
    room.do(ActivityEvaluate(id=activity_id, effect="wanted"))
    assert room.case.activities[activity_id].comment == "halvvegs"
    room.do(ActivityEnd(id=activity_id, effect="negative", comment="nei"))
    ended = room.case.activities[activity_id]
    assert (ended.status, ended.effect, ended.comment) == ("ended", "negative", "nei")
    assert room.refused(ActivityEnd(id=activity_id)).code == "already-ended"
    assert room.refused(ActivityEnd(id="nowhere")).args == {"id": "nowhere"}


def test_a_parked_topic_keeps_its_phase_and_is_handled() -> None:
    room = in_phase("clarifying")
    room.do(Park(text="SFO"))
    (topic,) = room.case.parked.values()
    assert (topic.phase, topic.handled) == ("clarifying", None)
    room.do(ParkedHandle(id=topic.id, handled="bilateral"))
    assert room.case.parked[topic.id].handled == "bilateral"
    assert room.refused(ParkedHandle(id="nowhere")).code == "no-parked"


def test_the_kind_of_a_sign_is_told_afterwards_of_the_newest() -> None:
    room = started()
    assert room.refused(GuardKindCommand("time")).code == "no-sign"
    room.do(Guard())
    room.do(Guard())
    room.do(GuardKindCommand("time", "extended"))
    kinds = [i.kind for i in room.case.interventions.values()]
    assert kinds == ["none", "time"]


def outcomes(room: Room) -> list[str]:
    return [i.outcome for i in room.case.interventions.values()]


def test_a_minute_or_a_parked_topic_just_after_a_sign_is_what_came_of_it() -> None:
    room = in_phase("clarifying")
    room.do(Guard())
    room.do(Minute(1), after=30)
    room.do(Guard())
    room.do(Park(text="SFO"), after=30)
    assert outcomes(room) == ["extended", "parked"]
    room.do(GuardKindCommand("time"))
    assert outcomes(room) == ["extended", "parked"]
    room.do(Undo())
    room.do(Undo())
    assert outcomes(room) == ["extended", "back"]


def test_a_minute_taken_or_given_later_or_in_the_next_part_says_nothing_of_the_sign() -> None:
    room = in_phase("description")
    room.do(Guard())
    room.do(Minute(-1), after=5)
    room.do(Minute(1), after=60)
    room.do(Guard())
    room.next()
    room.do(Minute(1), after=5)
    assert outcomes(room) == ["back", "back"]


def test_what_came_of_a_sign_is_told_once() -> None:
    room = in_phase("clarifying")
    room.do(Guard())
    room.do(Minute(1))
    room.do(Park(text="SFO"))
    assert outcomes(room) == ["extended"]
