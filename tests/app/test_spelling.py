"""The Norwegian of translations and structures: spelt right, and one written language at a time."""

from __future__ import annotations

import pytest

from tests.app.spelling import Text, denied, misspelt, read_list, shipped_texts, words_of

NORWEGIAN = ("nn", "nb")


@pytest.mark.parametrize("language", NORWEGIAN)
def test_every_word_is_in_the_dictionary_or_in_the_project_list(language: str) -> None:
    found = shipped_texts(language)
    wrong = misspelt((word for text in found for word in words_of(text.text)), language)
    shown = [text.where for text in found if wrong.intersection(words_of(text.text))]
    assert not wrong, f"{sorted(wrong)} in {shown}"


@pytest.mark.parametrize("language", NORWEGIAN)
def test_no_text_holds_words_of_the_other_written_norwegian(language: str) -> None:
    assert denied(shipped_texts(language), language) == []


@pytest.mark.parametrize(
    ("language", "text", "instead"),
    [
        ("nn", "Kontaktlærer er ansvarlig", ["kontaktlærar", "ansvarleg", "-leg"]),
        ("nn", "Hvem tar ordet denne uken?", ["kv-", "tek", "veka"]),
        ("nn", "En mulighet for familien", ["ein", "-legheit", "-heit"]),
        ("nn", "Me ses på BTI-skolen", ["vi", "skule"]),
        ("nb", "Kven er ansvarleg?", ["hvem", "-lig"]),
        ("nb", "Vi tek ein liten pause no", ["tar", "en", "nå"]),
    ],
)
def test_a_word_of_the_other_language_is_found_with_what_to_write(
    language: str, text: str, instead: list[str]
) -> None:
    found = denied([Text("here", text)], language)
    assert sorted(line.rpartition("write ")[2] for line in found) == sorted(instead)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nn", "Stemme, trekke tilbake, målsetting, helsestasjon, ringen, fingrar, ende"),
        ("nn", "No: PPT spør. Så: føresette svarar. Ferdig ca. 13.46"),
        ("nn", "Vel `ikke` med --uke uke=5 {noen} nb|nn|en"),
        ("nb", "Stemme, kvalitet, kveld, lege, ringen, fastlege, Ferdig ca. 13.46"),
    ],
)
def test_real_words_and_what_is_not_prose_are_left_in_peace(language: str, text: str) -> None:
    assert denied([Text("here", text)], language) == []


@pytest.mark.parametrize(("language", "other"), [("nn", "nb"), ("nb", "nn")])
def test_the_deny_list_names_real_words_and_real_replacements(language: str, other: str) -> None:
    rules = read_list(f"deny.{language}.txt")
    wrong = [word for word, _ in rules if word.isalpha()]
    right = [word for _, text in rules if "-" not in text for word in words_of(text)]
    assert all(instead for _, instead in rules)
    assert len({word for word, _ in rules}) == len(rules)
    # "Me" is right nynorsk; it stands in the list because the program says "vi".
    assert misspelt(wrong, other) <= {"me"}
    assert misspelt(right, language) == set()
