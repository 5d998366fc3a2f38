"""One line of a journal: sealed, chained, emptied."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.entry import BadLineError, NewEntry, emptied, seal, unseal
from data.errors import BadDocumentError, NewerError
from data.strict_json import dump
from data.upcast import upcast
from phases.changes import Tables
from tests.data.store import NOON, entry

ANCHOR = "0" * 64
TEXT = st.text(st.characters(codec="utf-8"), max_size=20)


@given(who=TEXT, title=TEXT, revision=st.integers(1, 10_000))
def test_a_sealed_entry_reads_back_as_it_was(who: str, title: str, revision: int) -> None:
    new = entry(1, {"activities": {"a": {"title": title}, "b": None}})._replace(who=who)
    line, sealed = seal(new, revision, ANCHOR)
    assert b"\n" not in line
    assert unseal(line, revision, ANCHOR) == sealed


def test_a_head_that_quotes_the_payload_marker_is_still_split_rightly() -> None:
    new = entry(1)._replace(who='","payload":{', command=',"payload":')
    line, sealed = seal(new, 1, ANCHOR)
    assert unseal(line, 1, ANCHOR) == sealed


@given(st.data())
def test_any_changed_byte_of_a_line_is_noticed(data: st.DataObject) -> None:
    line, _ = seal(entry(1), 1, ANCHOR)
    place = data.draw(st.integers(0, len(line) - 1))
    flipped = line[place] ^ data.draw(st.integers(1, 255))
    changed = line[:place] + bytes([flipped]) + line[place + 1 :]
    with pytest.raises(BadLineError):
        unseal(changed, 1, ANCHOR)


@pytest.mark.parametrize(("revision", "previous"), [(2, ANCHOR), (1, "1" * 64)])
def test_a_line_out_of_its_place_is_noticed(revision: int, previous: str) -> None:
    line, _ = seal(entry(1), 1, ANCHOR)
    with pytest.raises(BadLineError, match="chain"):
        unseal(line, revision, previous)


def test_an_emptied_line_keeps_its_head_and_its_digest() -> None:
    line, sealed = seal(entry(1), 1, ANCHOR)
    bare = unseal(emptied(line), 1, ANCHOR)
    assert bare == sealed._replace(tables=None)
    assert b'"n":1' not in emptied(line)
    assert emptied(emptied(line)) == emptied(line)


def test_equal_payloads_have_different_digests() -> None:
    assert seal(entry(1), 1, ANCHOR)[0] != seal(entry(1), 1, ANCHOR)[0]


@pytest.mark.parametrize(
    "tables", [{"a": {"b": {"c": "\ud800"}}}, {"a": {"b": {"c": float("inf")}}}, {"a": {"b": {1j}}}]
)
def test_a_document_that_json_can_not_carry_is_refused(tables: dict[str, Any]) -> None:
    with pytest.raises(BadDocumentError):
        seal(entry(1, tables), 1, ANCHOR)


def test_half_a_character_in_a_name_is_refused() -> None:
    with pytest.raises(BadDocumentError):
        seal(entry(1)._replace(who="\ud800"), 1, ANCHOR)


def _forged(head: dict[str, Any], payload: Any) -> bytes:
    """A line whose digests are right, whatever it says."""
    body = dump(payload)
    head = {"body": hashlib.sha256(body).hexdigest(), **head}
    told = dump(head)
    digest = hashlib.sha256(told).hexdigest().encode()
    return b'{"digest":"' + digest + b'","head":' + told + b',"payload":' + body + b"}"


HEAD: dict[str, Any] = {
    "at": "2027-01-19T12:00:00+00:00", "by": "", "command": "x", "id": "e", "prev": ANCHOR,
    "revision": 1, "version": 1,
}  # fmt: skip


@pytest.mark.parametrize(
    ("head", "payload"),
    [
        ({**HEAD, "revision": "1"}, {"tables": {}}),
        ({**HEAD, "revision": True}, {"tables": {}}),
        ({**HEAD, "version": 0}, {"tables": {}}),
        ({**HEAD, "at": "i går"}, {"tables": {}}),
        ({**HEAD, "at": "2027-01-19T12:00:00"}, {"tables": {}}),
        ({**HEAD, "id": None}, {"tables": {}}),
        (HEAD, {}),
        (HEAD, []),
        (HEAD, {"tables": []}),
        (HEAD, {"tables": {"activities": []}}),
        (HEAD, {"tables": {"activities": {"a": 5}}}),
        (HEAD, {"tables": {}, "redacted": 5}),
        (HEAD, {"tables": {}, "redacted": {"revisions": {"x": {}}}}),
        (HEAD, {"tables": {}, "redacted": {"revisions": {"1": 5}}}),
    ],
)
def test_a_line_with_right_digests_and_a_wrong_shape_is_damage(
    head: dict[str, Any], payload: Any
) -> None:
    with pytest.raises(BadLineError):
        unseal(_forged(head, payload), 1, ANCHOR)


def test_an_entry_of_a_newer_version_is_left_to_a_newer_program() -> None:
    with pytest.raises(NewerError) as caught:
        unseal(_forged({**HEAD, "version": 2}, {"tables": {}}), 1, ANCHOR)
    assert caught.value.exit_code == 8


def test_unknown_fields_of_a_head_and_of_documents_are_kept_out_of_the_way() -> None:
    line = _forged({**HEAD, "mood": "calm"}, {"tables": {"t": {"a": {"new": 1}}}, "later": 1})
    assert unseal(line, 1, ANCHOR).tables == {"t": {"a": {"new": 1}}}


def test_an_old_entry_is_read_as_if_it_were_written_today() -> None:
    steps = {
        1: lambda tables: {"activities": tables["measures"]},
        2: lambda tables: {**tables, "more": {}},
    }
    old: Tables = {"measures": {"a": {"n": 1}}}
    assert upcast(old, 1, to=3, steps=steps) == {"activities": {"a": {"n": 1}}, "more": {}}
    assert upcast(old, 1) is old


def test_times_are_written_in_utc() -> None:
    local = datetime.fromisoformat("2027-01-19T13:00:00+01:00")
    line, _ = seal(NewEntry("e", local, "", "c", {}), 1, ANCHOR)
    assert unseal(line, 1, ANCHOR).at == NOON
    assert b"12:00:00.000+00:00" in line


def test_an_entry_shows_nothing_of_its_content() -> None:
    _, sealed = seal(entry(1, {"activities": {"a": {"title": "secret"}}}), 1, ANCHOR)
    assert repr(sealed) == "Entry(e1, activity-add)"
    assert repr(entry(1)) == "NewEntry(e1, activity-add)"
