"""How long a text message is (S0-08)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phases.sms import GSM_LIMIT, UCS2_LIMIT, plain_sms, sms_size


@pytest.mark.parametrize(
    ("text", "alphabet", "used", "fits"),
    [
        ("", "GSM-7", 0, True),
        ("æøåÆØÅ" * 26, "GSM-7", 156, True),
        ("a" * 160, "GSM-7", 160, True),
        ("a" * 161, "GSM-7", 161, False),
        ("€[]{}|~^\\", "GSM-7", 18, True),
        ("Hei\nog", "GSM-7", 6, True),
        ("č" + "a" * 69, "UCS-2", 70, True),
        ("č" + "a" * 70, "UCS-2", 71, False),
        ("👋" * 36, "UCS-2", 72, False),
    ],
)
def test_it_is_measured_in_the_alphabet_that_it_needs(
    text: str, alphabet: str, used: int, fits: bool
) -> None:
    size = sms_size(text)
    assert (size.alphabet, size.used, size.fits) == (alphabet, used, fits)
    assert size.limit == (GSM_LIMIT if alphabet == "GSM-7" else UCS2_LIMIT)


def test_what_is_foreign_to_a_telephone_is_told_once_each() -> None:
    assert sms_size("čŋč ok").foreign == ("č", "ŋ")


def test_signs_of_a_word_processor_become_those_of_a_telephone() -> None:
    plain = plain_sms("«Møte» – rom\u00a02 … “ja”, Anna’s")
    assert plain == '"Møte" - rom 2 ... "ja", Anna\'s'
    assert sms_size(plain).alphabet == "GSM-7"


@given(st.text())
def test_no_text_is_measured_as_less_than_its_characters(text: str) -> None:
    assert sms_size(text).used >= len(text) - sum(0xD800 <= ord(c) < 0xE000 for c in text)
    assert plain_sms(plain_sms(text)) == plain_sms(text)
