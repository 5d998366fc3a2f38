"""The reader of catalogues, beside the standard library's own."""

from __future__ import annotations

import gettext
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue import Catalogue
from app.words import DOMAIN, TRANSLATIONS

OURS = {
    language: TRANSLATIONS / language / "LC_MESSAGES" / f"{DOMAIN}.mo" for language in ("nn", "nb")
}


def compiled(texts: dict[bytes, bytes], order: str = "<") -> bytes:
    """A catalogue as GNU's msgfmt makes it, without a table of hashes."""
    tables, strings, at = [b"", b""], b"", 28 + 16 * len(texts)
    for side, words in enumerate(([*texts], [*texts.values()])):
        for word in words:
            tables[side] += struct.pack(f"{order}2I", len(word), at + len(strings))
            strings += word + b"\0"
    numbers = (0x950412DE, 0, len(texts), 28, 28 + 8 * len(texts), 0, 0)
    return struct.pack(f"{order}7I", *numbers) + tables[0] + tables[1] + strings


@pytest.mark.parametrize("language", OURS)
def test_each_text_of_ours_is_read_as_gettext_reads_it(language: str) -> None:
    ours = Catalogue.of(OURS[language])
    with OURS[language].open("rb") as file:
        theirs = gettext.GNUTranslations(file)
    texts = vars(theirs)["_catalog"]
    assert len(texts) > 1000
    for text in texts:
        if isinstance(text, tuple):
            for n in (0, 1, 2, 21):
                assert ours.ngettext(text[0], "many", n) == theirs.ngettext(text[0], "many", n)
        elif text:
            assert ours.gettext(text) == theirs.gettext(text)


@pytest.mark.parametrize("order", ["<", ">"])
def test_either_byte_order_is_read(order: str) -> None:
    catalogue = Catalogue(compiled({b"day": "døgn".encode(), b"one\0many": b"ein\0fleire"}, order))
    assert [catalogue.gettext(text) for text in ("day", "night")] == ["døgn", "night"]
    assert [catalogue.ngettext("one", "many", n) for n in (1, 2)] == ["ein", "fleire"]


def test_a_text_that_is_not_utf8_is_shown_as_far_as_it_is() -> None:
    assert (
        Catalogue(compiled({b"day": b"d\xf8gn"})).gettext("day") == "d\N{REPLACEMENT CHARACTER}gn"
    )


@given(st.integers(min_value=0), st.binary(max_size=4))
def test_a_catalogue_that_is_cut_or_changed_is_refused_or_read(at: int, instead: bytes) -> None:
    whole = compiled({b"day": "døgn".encode(), b"one\0many": b"ein\0fleire"})
    at %= len(whole)
    for data in (whole[:at], whole[:at] + instead + whole[at + len(instead) :]):
        try:
            catalogue = Catalogue(data)
        except ValueError:
            continue
        assert isinstance(catalogue.gettext("day"), str)
        assert isinstance(catalogue.ngettext("one", "many", 2), str)
