"""Long collections: whoever reads them can't tell them from a dict or a tuple."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phases.layers import LAYER, LongMap, LongSequence, appended, merged

IDS = st.integers(0, 3 * LAYER).map(str)
STEPS = st.lists(st.dictionaries(IDS, st.none() | st.integers(), max_size=5), max_size=40)


def grown(size: int) -> Mapping[str, int]:
    """A map that came to this size one by one."""
    found: Mapping[str, int] = {}
    for number in range(size):
        found = merged(found, {f"n{number}": number})
    return found


def told(size: int) -> Sequence[int]:
    """A sequence that came to this size one by one."""
    found: Sequence[int] = ()
    for number in range(size):
        found = appended(found, number)
    return found


@given(st.integers(0, 3 * LAYER), STEPS)
def test_a_map_is_what_a_dict_would_be_after_the_same_changes(
    size: int, steps: list[dict[str, int | None]]
) -> None:
    found, plain = grown(size), {f"n{number}": number for number in range(size)}
    for step in steps:
        before, was = found, dict(plain)
        found = merged(found, step)
        for key, value in step.items():
            if value is None:
                plain.pop(key, None)
        plain.update({key: value for key, value in step.items() if value is not None})
        assert before == was
        assert list(found.items()) == list(plain.items())
        assert (list(found), list(found.values())) == (list(plain), list(plain.values()))
        assert len(found) == len(plain)
        assert all(key in found and found[key] == value for key, value in plain.items())
    assert found == plain
    assert plain == found


@pytest.mark.parametrize("size", [0, 1, LAYER, LAYER + 1, 2 * LAYER, 2 * LAYER + 1, 5 * LAYER])
def test_a_sequence_is_what_a_tuple_would_be(size: int) -> None:
    found, plain = told(size), tuple(range(size))
    assert found == plain
    assert plain == found
    assert list(found) == list(plain)
    assert list(reversed(found)) == list(reversed(plain))
    assert len(found) == size
    assert bool(found) == bool(plain)
    assert found[1:-1] == plain[1:-1]
    assert [found[i] for i in range(-size, size)] == [plain[i] for i in range(-size, size)]
    assert hash(found) == hash(plain)
    other: object = list(plain)
    assert found != other
    assert appended(found, 7) != found


def test_what_is_not_there_is_not_there() -> None:
    assert "x" not in grown(2 * LAYER)
    with pytest.raises(KeyError):
        grown(2 * LAYER)["x"]
    with pytest.raises(IndexError):
        told(2 * LAYER)[2 * LAYER]


def test_a_short_collection_is_plain_and_a_long_one_shares_all_but_its_newest() -> None:
    assert type(grown(LAYER)) is dict
    assert type(told(LAYER)) is tuple
    many, events = grown(1000), told(1000)
    assert isinstance(many, LongMap)
    assert isinstance(events, LongSequence)
    more = merged(many, {"x": 1})
    assert isinstance(more, LongMap)
    assert more._below is many._below
    assert len(more._top) <= LAYER
    longer = appended(events, 1)
    assert isinstance(longer, LongSequence)
    assert longer._below is events._below
    assert len(longer._top) <= LAYER
