"""From entries to a case: the same however they are batched, and nothing read twice."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from phases.case import Case
from phases.changes import Tables
from phases.commands.afterwards import Undo
from phases.commands.case_facts import CaseNew
from phases.commands.closing import FamilyLeft
from phases.commands.log import ActivityAdd
from phases.commands.participants import ParticipantAdd, ParticipantEdit, ParticipantRemove
from phases.fold import fold
from tests.phases.room import Room, set_up, started
from tests.phases.walk import DUE, closed, step


def merged(entries: list[str]) -> Tables:
    """Several entries as one set of changes, the newer document over the older."""
    tables: Tables = {}
    for entry in entries:
        for table, documents in json.loads(entry).items():
            tables.setdefault(table, {}).update(documents)
    return tables


def in_batches(room: Room, cuts: list[int]) -> Case:
    """The room's case, read anew with its entries cut into batches."""
    ends = sorted({0, len(room.entries), *(c % (len(room.entries) + 1) for c in cuts)})
    case = Case.empty(room.case.id)
    for start, end in pairwise(ends):
        case = fold(case, merged(room.entries[start:end]), end)
    return case


def busy() -> Room:
    """A whole meeting, with things done and undone."""
    room = set_up()
    room.do(ParticipantRemove(who="Far"))
    room.do(ParticipantAdd(label="Besteforelder", role="guardian"))
    room.do(Undo())
    room.do(Undo())
    while not room.sitting.over:
        step(room, after=11)
        if room.sitting.underway:
            room.do(ParticipantEdit(who="PPT-rådgjevar", call="PPT"))
            room.do(Undo())
    room.do(FamilyLeft())
    return room


BUSY = busy()


@given(st.lists(st.integers(min_value=0, max_value=200), max_size=8))
def test_a_case_is_the_same_however_its_entries_are_batched(cuts: list[int]) -> None:
    found = in_batches(BUSY, cuts)
    assert found == BUSY.case
    assert list(found.participants) == list(BUSY.case.participants)
    assert found.last_seq == BUSY.case.last_seq
    assert found.services == BUSY.case.services


def test_folding_changes_nothing_that_was_there() -> None:
    room = started()
    before, kept = room.case, json.dumps(room.case.facts.to_doc())
    people = dict(before.participants)
    room.do(ParticipantEdit(who="Mor", call="Mamma"))
    room.do(ParticipantAdd(label="Vikar"))
    assert dict(before.participants) == people
    assert json.dumps(before.facts.to_doc()) == kept


def test_unchanged_records_are_shared() -> None:
    room = started()
    before = room.case
    room.do(ParticipantEdit(who="Mor", call="Mamma"))
    assert room.case.meetings is before.meetings
    far = before.find_participant("Far")
    assert far is not None
    assert room.case.participants[far.id] is far


def test_a_table_of_a_newer_version_is_left_to_it() -> None:
    room = started()
    case = fold(room.case, {"dreams": {"x": {"id": "x"}}}, room.case.revision + 1)
    assert case.revision == room.case.revision + 1
    assert case.participants is room.case.participants


def test_a_record_just_built_is_not_read_again_but_any_other_document_is() -> None:
    room = set_up()
    before = room.case
    done = room.do(ActivityAdd(title="Leksehjelp", owner="Mor", due=DUE))
    (made,) = done.tables["activities"]
    assert room.case.activities[made] is done.built["activities", made][1]
    again = json.loads(json.dumps(done.tables))
    read = fold(before, again, room.case.revision, done.built)
    assert read == room.case
    assert read.activities[made] is not room.case.activities[made]
    again["activities"][made]["title"] = ["hemmeleg"]
    with pytest.raises(ValidationError):
        fold(before, again, room.case.revision, done.built)


def test_a_document_of_another_shape_is_an_error_that_tells_nothing_of_it() -> None:
    wrong: Tables = {"activities": {"x": {"id": "x", "title": ["hemmeleg"], "owner": "y"}}}
    with pytest.raises(ValidationError) as caught:
        fold(Case.empty("A"), wrong, 1)
    assert "hemmeleg" not in str(caught.value)


def test_facts_that_were_taken_out_are_those_of_a_new_case() -> None:
    room = Room()
    room.do(CaseNew(language="en"))
    assert fold(room.case, {"case": {"case": None}}, 2).facts.language == "nn"


def test_an_event_that_was_taken_out_is_no_event() -> None:
    case = fold(Case.empty("A"), {"events": {"x": None}}, 1)
    assert case.happened == {}


def test_a_removed_record_that_never_was_is_no_fault() -> None:
    assert fold(Case.empty("A"), {"activities": {"x": None}}, 1).activities == {}


def test_events_come_in_their_order_whatever_the_documents_do() -> None:
    room = closed()
    tables = merged(room.entries)
    backwards: Tables = {**tables, "events": dict(reversed(tables["events"].items()))}
    assert fold(Case.empty(room.case.id), backwards, room.case.revision) == room.case


def test_an_activity_stays_where_it_stood_when_it_is_edited() -> None:
    room = started()
    for title in ("Ein", "To"):
        room.do(ActivityAdd(title=title, owner="Mor", due=DUE))
    titles = [a.title for a in room.case.activities.values()]
    room.crash()
    assert [a.title for a in room.case.activities.values()] == titles == ["Ein", "To"]
