"""What the files of papers are called: by kind, in the paper's own language, and neutral.

A table of its own and no catalogue: a name in somebody's archive must not change because a title
was worded anew. ASCII alone, for archives and mail programs that know no more.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from phases.words import Language

NAMES: Final[Mapping[str, tuple[str, str, str]]] = {
    "minutes": ("referat", "referat", "minutes"),
    "agenda": ("agenda", "agenda", "agenda"),
    "summons": ("innkalling", "innkalling", "summons"),
    "invitation": ("invitasjon", "invitasjon", "invitation"),
    "reminder": ("paaminning", "paaminnelse", "reminder"),
    "agreed": ("avtalt", "avtalt", "agreed"),
    "agreed-child": ("avtalt-barn", "avtalt-barn", "agreed-child"),
    "form": ("skjema", "skjema", "form"),
    "feedback-form": ("tilbakemelding", "tilbakemelding", "feedback"),
    "log": ("logg", "logg", "log"),
    "evaluation": ("evaluering", "evaluering", "evaluation"),
}
"""Kind -> nynorsk, bokmål, English."""

WAYS: Final[Mapping[str, tuple[str, str, str]]] = {
    "reminder-sms": ("sms", "sms", "sms"),
    "reminder-email": ("e-post", "e-post", "e-mail"),
}
"""At the end of a file's name, where a reminder is of two kinds."""

CALENDAR: Final = ("kalender", "kalender", "calendar")
"""The meetings to come, kept beside the papers."""

_COLUMN: Final = {"nn": 0, "nb": 1, "en": 2}


def file_word(kind: str, language: Language) -> str:
    """The word for a kind of paper in a file's name."""
    return NAMES[kind][_COLUMN[language]]


def way_word(text: str, language: Language) -> str:
    """What ends the name of a text's file, with its hyphen; empty where nothing has to."""
    return f"-{WAYS[text][_COLUMN[language]]}" if text in WAYS else ""


def calendar_word(language: Language) -> str:
    """The word for a file with the meetings to come."""
    return CALENDAR[_COLUMN[language]]
