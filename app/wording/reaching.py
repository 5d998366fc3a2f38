"""How somebody wants to be reached, in words: by which channel, and papers in which language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from app.words import N_

if TYPE_CHECKING:
    from app.words import Words
    from phases.records import Participant

CHANNELS: Final[Mapping[str, str]] = {
    "": N_("not said"),
    "letter": N_("letter"),
    "phone": N_("phone call"),
    "sms": N_("text message"),
    "e-mail": N_("e-mail"),
    "log": N_("through the log"),
    "own-system": N_("through one's own system"),
}
"""Ways by which a notice reaches people. No number and no address is kept here."""

SPEAKS: Final[Mapping[str, str]] = {
    "": N_("as the log"),
    "nn": "nynorsk",
    "nb": "bokmål",
    "en": "English",
}
"""The language of papers to somebody; each is named in itself, and so in no catalogue."""


def reaching_words(person: Participant, words: Words) -> str:
    """What they asked for: `text message, English`; empty when they asked for nothing."""
    told = [words(CHANNELS[person.channel])] if person.channel else []
    told += [words(SPEAKS[person.language])] if person.language else []
    return ", ".join(told)
