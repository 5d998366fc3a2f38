"""The texts of every shipped structure: in three languages, short enough for the room, and kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from phases.structures import TOKENS, StructurePhase, fill
from phases.words import Language
from tests.data.structure_facts import SHIPPED

LANGUAGES: tuple[Language, ...] = ("nn", "nb", "en")
LONG_WORDS: dict[Language, Mapping[str, str]] = {
    "nn": {"child": "barnet", "head": "rektor", "teacher": "den pedagogiske leiaren",
           "unit": "barnehagen"},
    "nb": {"child": "barnet", "head": "styreren", "teacher": "den pedagogiske lederen",
           "unit": "barnehagen"},
    "en": {"child": "the child", "head": "the head teacher", "teacher": "the contact teacher",
           "unit": "the kindergarten"},
}  # fmt: skip

LIMITS = {
    "name": 30, "about": 76, "aim": 74, "attitude": 74, "title": 20, "purpose": 60, "now": 40,
    "later": 40, "say": 110, "prompt": 72, "compass": 6, "point": 40, "form": 30, "row": 44,
    "column": 28, "filing": 44,
}  # fmt: skip
"""Characters at most: a line of 80 columns with its margin, a title beside the list of phases."""

SENTENCES = {"say", "prompt"}
"""What is whole sentences; a row of a form may be a question."""
SMALL = {"later", "point"}
"""What stands after a dash or a colon, and begins with a small letter."""

Text = tuple[str, str, Language, str]

EVERY = pytest.mark.parametrize("structure_id", SHIPPED)


def each_text(structure_id: str) -> Iterator[tuple[str, str, Mapping[Language, str]]]:
    """Every text with its kind and where it stands."""
    shape = SHIPPED[structure_id]
    yield "name", "title", shape.title
    yield "about", "about", shape.about or {}
    for kind, lines in (("aim", shape.aims), ("attitude", shape.attitude)):
        yield from ((kind, kind, line) for line in lines)
    yield from (("filing", it.id, it.title) for it in shape.filing)
    for phase in shape.phases:
        yield from phase_texts(phase)


def phase_texts(phase: StructurePhase) -> Iterator[tuple[str, str, Mapping[Language, str]]]:
    yield "title", phase.id, phase.title
    yield "purpose", phase.id, phase.purpose
    yield "now", phase.id, phase.now
    yield "later", phase.id, phase.later
    for number in (0, 1):
        yield "say", phase.id, {language: both[number] for language, both in phase.say.items()}
    yield from (("say", phase.id, to.text) for to in phase.say_to)
    if phase.compass is not None:
        yield "compass", phase.id, phase.compass
    yield from (("prompt", phase.id, it) for it in phase.prompts)
    yield from (("point", it.id, it.text) for it in phase.points)
    for form in phase.forms:
        yield "form", form.id, form.title
        yield from (("row", form.id, it.title) for it in form.rows if it.title)
        yield from (("column", form.id, it.title) for it in form.columns)


def filled(structure_id: str) -> Iterator[Text]:
    """Every text in every language, with the longest words put in."""
    for kind, place, texts in each_text(structure_id):
        for language, text in texts.items():
            yield kind, place, language, fill(text, LONG_WORDS[language])


@EVERY
def test_every_text_stands_in_all_three_languages(structure_id: str) -> None:
    for kind, place, texts in each_text(structure_id):
        assert set(texts) == set(LANGUAGES), (kind, place)


@EVERY
def test_texts_are_short_enough_for_a_screen_of_80_columns(structure_id: str) -> None:
    assert [it for it in filled(structure_id) if len(it[3]) > LIMITS[it[0]]] == []


@EVERY
def test_now_and_later_fit_on_one_line_together(structure_id: str) -> None:
    for phase in SHIPPED[structure_id].phases:
        for language in LANGUAGES:
            assert len(f"{phase.now[language]} – {phase.later[language]}") <= 56


@EVERY
def test_no_text_begins_with_a_token_or_holds_an_unknown_one(structure_id: str) -> None:
    for kind, place, texts in each_text(structure_id):
        for text in texts.values():
            assert not text.startswith("{"), (kind, place)
            assert set(re.findall(r"\{(.*?)\}", text)) <= set(TOKENS)


@EVERY
def test_texts_keep_to_the_words_the_family_should_meet(structure_id: str) -> None:
    """No word that judges, sounds official, or makes the child the problem (domain §3.1)."""
    unkind = re.compile(
        r"utfordring|status quo|avgjerd|beslutning|ansvarleg|ansvarlig|inngrep|\bfrist|effekt"
        r"|\bsaka?\b|\bsaken\b|\bordet\b|problem|\bme\b|\buro|bekymr|\btolkar?\b",
        re.IGNORECASE,
    )
    norwegian = [it for it in filled(structure_id) if it[2] != "en"]
    assert [it for it in norwegian if unkind.search(it[3]) and it[0] != "filing"] == []


@EVERY
def test_sentences_end_and_what_stands_after_a_colon_begins_small(structure_id: str) -> None:
    for kind, place, _, text in filled(structure_id):
        ends = text.endswith((".", "?", "!"))
        assert ends == (kind in SENTENCES) or kind in ("title", "row"), (place, text)
        assert text[0].isupper() == (kind not in SMALL), (place, text)
        assert "  " not in text
        assert text == text.strip()


@EVERY
def test_the_last_words_are_thanks(structure_id: str) -> None:
    last = SHIPPED[structure_id].phases[-1].say
    assert last["nn"][1].endswith("Tusen takk for at de kom!")
    assert last["nb"][1].endswith("Tusen takk for at dere kom!")
    assert last["en"][1].endswith("Thank you so much for coming!")
