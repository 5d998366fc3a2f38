"""Words that were agreed on: units, ids, forms in a list."""

from __future__ import annotations

from typing import get_args

import pytest

from app.wording.items import item_words
from app.wording.units import UNIT_WORDS, unit_words
from app.words import LANGUAGES, Words
from phases import words as sets
from phases.structures import TOKENS
from scripts.translations import load, po_path, texts
from tests.app.spelling import Text, denied, misspelt, words_of


def test_each_unit_has_every_token_in_each_language() -> None:
    assert set(UNIT_WORDS) == set(LANGUAGES)
    for language in LANGUAGES:
        for unit in get_args(sets.Unit):
            assert set(unit_words(unit, language)) == set(TOKENS)
    assert unit_words("school", "nn")["teacher"] == "kontaktlæraren"
    assert unit_words("kindergarten", "nb")["head"] == "styreren"


@pytest.mark.parametrize("language", ["nn", "nb"])
def test_the_words_of_the_units_are_spelt_right(language: str) -> None:
    found = [Text(u, w) for u, table in UNIT_WORDS[language].items() for w in table.values()]
    assert denied(found, language) == []
    assert misspelt((w for text in found for w in words_of(text.text)), language) == set()


@pytest.mark.parametrize(
    ("msgid", "nn", "nb"),
    [
        ("Words and language", "Ord og språk", "Ord og språk"),
        ("Count it", "Rekn tida med", "Regn tiden med"),
        ("Nothing was remarked on", "Det er ingen merknader", "Det er ingen merknader"),
        ("This window doesn't do that", "Det går ikkje i dette vindauget",
         "Det går ikke i dette vinduet"),
        ("No service now", "Inga teneste no", "Ingen tjeneste nå"),
        ("ID", "ID", "ID"),
    ],
)  # fmt: skip
def test_these_words_were_agreed_on(msgid: str, nn: str, nb: str) -> None:
    assert (Words("nn")(msgid), Words("nb")(msgid)) == (nn, nb)


@pytest.mark.parametrize("language", ["nn", "nb"])
def test_an_id_is_called_an_id(language: str) -> None:
    found = [text for message in load(po_path(language)) for text in texts(message.string)]
    assert [text for text in found if "nøkkel" in text.casefold()] == []


@pytest.mark.parametrize(
    ("own", "shown"), [("Andre avtalar", "andre avtalar"), ("BTI-loggen", "BTI-loggen"), ("", "x")]
)
def test_a_form_named_in_a_list_begins_small(own: str, shown: str) -> None:
    assert item_words("x", Words("nn"), own) == shown
