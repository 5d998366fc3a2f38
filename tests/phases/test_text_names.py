"""A text that names somebody: R-E11."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phases.names_in_text import mentions


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Vi snakka om Alma.", "Alma"),
        ("alma sa lite", "Alma"),
        ("Almas mor", "Alma"),
        ("Alma\u2019s turn", "Alma"),
        ("A\u030aSE fekk ordet", "Åse"),
        ("far til\nAlma kom seint", "Far til Alma"),
        ("Leksehjelp tysdag gjekk", "leksehjelp tysdag"),
        ("Bo sa", "Bo"),
        ("(PPT)", "PPT"),
        ("her [/] der", "[/]"),
    ],
)
def test_a_named_label_is_found(text: str, label: str) -> None:
    assert mentions(text, [label]) == (label,)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Almanakken", "Alma"),
        ("Salma", "Alma"),
        ("bo heime", "Bo"),
        ("Pers mor", "Per"),
        ("noko", ""),
        ("noko", "  "),
        ("alt a.b", "a*b"),
    ],
)
def test_parts_of_words_and_short_ordinary_words_are_not(text: str, label: str) -> None:
    assert mentions(text, [label]) == ()


def test_each_label_is_told_once_in_the_order_given() -> None:
    assert mentions("Tiril og Alma, alma", ["Alma", "Ida", "Tiril", "Alma"]) == ("Alma", "Tiril")


@given(st.text(), st.lists(st.text(min_size=1)))
def test_only_given_labels_come_back_and_composition_does_not_matter(
    text: str, labels: list[str]
) -> None:
    found = mentions(text, labels)
    assert set(found) <= set(labels)
    assert mentions(unicodedata.normalize("NFD", text), labels) == mentions(
        unicodedata.normalize("NFC", text), labels
    )
