"""Records: plain documents, tolerant of newer fields, silent about what they hold."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any, Final

import pytest
from pydantic import ValidationError

from phases.changes import Tables
from phases.commands.participants import ParticipantEdit
from phases.fold import fold
from phases.records import (
    TABLES,
    Activity,
    Agenda,
    AgendaColumn,
    AgendaForm,
    AgendaPhase,
    AgendaPoint,
    Answer,
    Assessment,
    CaseFacts,
    Choice,
    Consent,
    Distribution,
    Evaluation,
    Event,
    Feedback,
    Goal,
    HalfYear,
    HandOver,
    InformChild,
    Intervention,
    Meeting,
    Minutes,
    NextMeeting,
    Note,
    Notice,
    Offer,
    Outcome,
    OwnSystem,
    ParkedTopic,
    Participant,
    Record,
    Signature,
)
from phases.structures import Turn, Within
from tests.phases.room import NOON, Room, set_up
from tests.phases.walk import closed

SECRET: Final = "hemmeleg"
DAY: Final = date(2027, 2, 9)

ONE_EACH: Final[dict[str, Record]] = {
    "case": CaseFacts(id="case", relay_holder="p", own_consent_from=DAY, meeting_dates=(DAY,)),
    "participants": Participant(id="p", name=SECRET, role="guardian", duties=("writer",)),
    "consents": Consent(id="c", by="p", covers=SECRET, given=DAY),
    "activities": Activity(id="a", title=SECRET, owner="p", due=DAY, effect="partly"),
    "assessments": Assessment(id="s", activity="a", on=DAY, comment=SECRET, worked=SECRET),
    "goals": Goal(id="g", text=SECRET, owner="p"),
    "meetings": Meeting(
        id="m",
        at=NOON,
        challenge=SECRET,
        choice=Choice(offers=("o",), reason=SECRET),
        hand_over=HandOver(to="p", answer_by=DAY),
        next_meeting=NextMeeting(on=DAY, called=SECRET),
        inform_child=InformChild(who="p", how=SECRET),
        outcome=Outcome(kinds=("referred",), text=SECRET, to=SECRET, responsible="p"),
        distribution=Distribution(how="parts", to=("p",)),
        half_year=HalfYear(first=DAY, last=DAY, dates=(DAY,)),
        signed=(Signature(who="p", on=DAY),),
    ),
    "agendas": Agenda(
        id="m",
        structure="bti-individual",
        phases=(
            AgendaPhase(
                id="x",
                planned_s=300.0,
                floor=(Turn(who="family", act="tell"),),
                settle=("challenge", "said", "tasks"),
                points=(AgendaPoint(id="said", needed=False),),
                forms=(AgendaForm(id="tasks", rows=("1",), columns=(AgendaColumn(id="what"),)),),
            ),
        ),
        next_within=Within(weeks=6),
    ),
    "events": Event(id="e", seq=1, kind="pause", stamp={"utc": NOON.isoformat()}, reason=SECRET),
    "offers": Offer(id="o", meeting="m", service="PPT", text=SECRET),
    "answers": Answer(
        id="m.tasks.1.what", meeting="m", form="tasks", row="1", column="what", text=SECRET
    ),
    "notes": Note(id="n", meeting="m", phase="x", text=SECRET),
    "parked": ParkedTopic(id="t", meeting="m", phase="x", text=SECRET, handled="dropped"),
    "interventions": Intervention(id="i", meeting="m", phase="x", kind="topic"),
    "evaluations": Evaluation(id="m", a=SECRET, took_part=("head",)),
    "notices": Notice(id="v", meeting="m", kind="reminder", sent_on=DAY, channel="sms"),
    "own_systems": OwnSystem(id="w", kind="note", system=SECRET, on=DAY, who="p"),
    "minutes": Minutes(id="m", status="final", responsible="p", filed=("folder",), on=DAY),
    "feedback": Feedback(id="f", meeting="m", by="p", heard="partly", differently=SECRET),
}


def through_json(record: Record) -> Record:
    return type(record).from_doc(json.loads(json.dumps(record.to_doc(), allow_nan=False)))


def test_every_table_is_tried() -> None:
    assert set(ONE_EACH) == set(TABLES)
    assert all(type(record) is TABLES[table] for table, record in ONE_EACH.items())


@pytest.mark.parametrize("record", ONE_EACH.values(), ids=ONE_EACH)
def test_a_record_survives_json(record: Record) -> None:
    assert through_json(record) == record


@pytest.mark.parametrize("record", ONE_EACH.values(), ids=ONE_EACH)
def test_a_field_of_a_newer_version_is_kept(record: Record) -> None:
    doc = {**record.to_doc(), "mood": {"of": ["the day"]}}
    read = type(record).from_doc(doc)
    assert read.to_doc() == doc
    assert read.with_(id="other").to_doc() == {**doc, "id": "other"}


@pytest.mark.parametrize("record", ONE_EACH.values(), ids=ONE_EACH)
def test_a_record_shows_its_class_and_id_and_no_text(record: Record) -> None:
    assert repr(record) == str(record) == f"{type(record).__name__}({record.id})"
    assert f"{[record]}" == f"[{record!r}]"


def test_the_pieces_of_a_record_show_no_text_either() -> None:
    meeting = ONE_EACH["meetings"]
    assert isinstance(meeting, Meeting)
    for piece in (meeting.choice, meeting.inform_child, meeting.next_meeting, meeting.hand_over):
        assert SECRET not in f"{piece!r}{piece}"


@pytest.mark.parametrize("record", ONE_EACH.values(), ids=ONE_EACH)
def test_a_record_can_not_be_changed(record: Record) -> None:
    with pytest.raises(ValidationError):
        record.id = "other"


def test_a_newer_field_inside_a_piece_is_kept() -> None:
    doc: dict[str, Any] = {"id": "m", "choice": {"none_now": True, "mood": "good"}}
    assert Meeting.from_doc(doc).with_(challenge="x").to_doc()["choice"]["mood"] == "good"


def test_a_wrong_document_is_an_error_that_does_not_tell_what_stood_there() -> None:
    with pytest.raises(ValidationError) as caught:
        Activity.from_doc({"id": "a", "title": "x", "owner": "p", "due": SECRET})
    assert SECRET not in str(caught.value)
    with pytest.raises(ValidationError) as caught:
        Meeting.from_doc({"id": "m", "choice": {"offers": SECRET}})
    assert SECRET not in str(caught.value)


def test_an_edit_by_an_older_program_loses_nothing_of_a_newer_one() -> None:
    room = set_up()
    mor = room.case.find_participant("Mor")
    assert mor is not None
    newer: Tables = {"participants": {mor.id: {**mor.to_doc(), "pronouns": "ho"}}}
    room.case = fold(room.case, newer, room.case.revision + 1)
    done = room.do(ParticipantEdit(who="Mor", call="Mamma"))
    written = done.tables["participants"][mor.id]
    assert written is not None
    assert (written["pronouns"], written["call"]) == ("ho", "Mamma")


def test_a_log_from_before_there_were_wishes_reads_as_nothing_asked_for() -> None:
    mor = Participant.from_doc({"id": "p", "name": "Mor", "role": "guardian"})
    assert (mor.language, mor.channel) == ("", "")
    assert "channel" not in mor.to_doc()


def test_what_stands_at_its_default_is_left_out() -> None:
    activity = Activity(id="a", title="Leksehjelp", owner="p")
    assert activity.to_doc() == {"id": "a", "title": "Leksehjelp", "owner": "p"}


def test_dates_and_instants_are_written_as_iso() -> None:
    doc = ONE_EACH["meetings"].to_doc()
    assert doc["next_meeting"]["on"] == "2027-02-09"
    read = Meeting.from_doc(json.loads(json.dumps(doc)))
    assert read.at == datetime(2027, 1, 19, 12, 0, tzinfo=UTC)


def test_small_questions_to_records() -> None:
    guardian = ONE_EACH["participants"]
    assert isinstance(guardian, Participant)
    assert guardian.family
    assert guardian.has("writer")
    assert not guardian.teacher
    assert Participant(id="t", name="x", role="educator").teacher
    assert HandOver(to="p").waiting
    assert not HandOver(to="p", declined=True).waiting
    assert not Activity(id="a", title="x", owner="p", status="ended").open


def test_a_whole_meeting_survives_json() -> None:
    room = closed()
    before = room.case
    room.crash()
    assert room.case == before
    assert isinstance(room, Room)
