"""The first line of a journal (reliability rows 71, 82-84)."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import DamagedError, NewerError, StoreError
from data.header import FORMAT, new_header, read_header
from data.strict_json import dump, load_object
from tests.data.store import CASE, NOON


def _line(**changed: Any) -> bytes:
    """A header with these facts and a digest that fits them."""
    facts = load_object(new_header(CASE, NOON).to_line())
    del facts["digest"]
    facts |= changed
    facts = {key: value for key, value in facts.items() if value is not None}
    return dump({**facts, "digest": hashlib.sha256(dump(facts)).hexdigest()})


def test_a_header_reads_back_as_it_was() -> None:
    header = new_header(CASE, NOON)
    assert read_header(header.to_line().rstrip(b"\n"), CASE) == header


def test_a_rewritten_journal_keeps_its_anchor() -> None:
    header = new_header(CASE, NOON)
    assert header.next_generation().generation == 2
    assert header.next_generation().anchor == header.anchor


def test_two_cases_of_one_name_have_different_anchors() -> None:
    assert new_header(CASE, NOON).anchor != new_header(CASE, NOON).anchor


def test_a_newer_store_is_left_to_a_newer_program() -> None:
    with pytest.raises(NewerError) as caught:
        read_header(_line(format=FORMAT + 1, oldest_reader=FORMAT + 1), CASE)
    assert caught.value.exit_code == 8


def test_a_newer_format_that_we_may_still_open_is_opened() -> None:
    assert read_header(_line(format=FORMAT + 1, mood="calm"), CASE).format == FORMAT + 1


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"null",
        b"[]",
        b"\x00" * 40,
        b'{"format":1}',
        _line(format=None),
        _line(format="two"),
        _line(format=-1),
        _line(oldest_reader=0),
        _line(generation=True),
        _line(case="ELEV-B"),
        b"\xef\xbb\xbf" + _line(),
    ],
)
def test_what_is_no_header_of_this_case_is_damage_in_line_1(line: bytes) -> None:
    with pytest.raises(DamagedError) as caught:
        read_header(line, CASE)
    assert caught.value.exit_code == 6
    assert caught.value.args_["line"] == 1


@given(st.data())
def test_any_flipped_bit_of_a_header_is_noticed(data: st.DataObject) -> None:
    line = _line()
    place = data.draw(st.integers(0, len(line) - 1))
    changed = bytearray(line)
    changed[place] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(StoreError) as caught:
        read_header(bytes(changed), CASE)
    assert caught.value.exit_code == 6
