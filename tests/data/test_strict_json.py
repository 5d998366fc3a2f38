"""Reading and writing JSON without surprises (reliability rows 73-78)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.strict_json import MAX_DEPTH, NotStrictError, dump, load, load_object, quote

TEXT = st.text(st.characters(codec="utf-8"))
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=20,
)


@given(VALUES)
def test_what_is_written_reads_back_as_it_was(value: object) -> None:
    assert load(dump(value)) == value


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'{"a":1,"a":2}', "doubled-key"),
        (b'{"a":{"b":1,"b":1}}', "doubled-key"),
        (b"[NaN]", "number"),
        (b"[-Infinity]", "number"),
        (b"[1e999]", "number"),
        (b"[" * 100_000, "depth"),
        (b"[" * 100 + b"]" * 100, "depth"),
        (b"[" + b"9" * 5000 + b"]", "not-json"),
        (rb'["\ud800"]', "surrogate"),
        (b'["\xed\xa0\x80"]', "utf-8"),
        (b'["\xe6"]', "utf-8"),
        (b"\xef\xbb\xbf{}", "not-json"),
        (b"", "not-json"),
        (b'{"a":1', "not-json"),
        (b'["\n"]', "not-json"),
    ],
)
def test_json_that_would_change_or_break_is_refused_by_one_error(data: bytes, why: str) -> None:
    with pytest.raises(NotStrictError) as caught:
        load(data)
    assert str(caught.value) == why


@pytest.mark.parametrize("data", [b"null", b"[]", b'"x"', b"5"])
def test_only_an_object_may_stand_at_the_top(data: bytes) -> None:
    with pytest.raises(NotStrictError, match="not-an-object"):
        load_object(data)


def test_brackets_inside_texts_are_no_depth() -> None:
    value = ["[{" * 200, 'a "quoted\\" [[[']
    assert load(dump(value)) == value


def test_an_escaped_pair_of_surrogates_is_one_character() -> None:
    assert load(rb'["\ud83d\ude00"]') == ["\N{GRINNING FACE}"]


def _nested(depth: int) -> object:
    value: object = 1
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    "value", [float("nan"), "\ud800", object(), _nested(MAX_DEPTH + 1), {(1, 2): 3}, {1, 2}]
)
def test_what_could_not_be_read_again_is_not_written(value: object) -> None:
    with pytest.raises(NotStrictError):
        dump(value)


def test_a_value_that_contains_itself_is_refused() -> None:
    value: list[object] = []
    value.append(value)
    with pytest.raises(NotStrictError, match="not-json"):
        dump(value)


@given(TEXT)
def test_a_quoted_text_is_json(text: str) -> None:
    assert load(quote(text).encode()) == text


def test_keys_stay_in_their_order() -> None:
    value = {"c": 1, "a": {"z": 1, "b": 2}, "b": 3}
    assert list(load(dump(value))) == ["c", "a", "b"]
    assert dump(value) == b'{"c":1,"a":{"z":1,"b":2},"b":3}'
