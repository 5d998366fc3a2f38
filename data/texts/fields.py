"""Which texts there are, and the few names that each of them may use.

A closed set: what a text isn't given can't slip into it. SMS and e-mail can be read by others on
the way, so they are given date, time, place and sender, and nothing else (L15, L21).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal, get_args

from phases.words import Language

TextKind = Literal["summons", "invitation", "reminder-sms", "reminder-email"]

KINDS: Final[tuple[TextKind, ...]] = get_args(TextKind)
TEXT_LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)

Facts = Mapping[str, Any]
"""Name -> text, whole number, true or false, a list of texts, or the parts of the meeting."""

NEUTRAL: Final = ("day", "date", "time", "place", "sender")
"""What an SMS or an e-mail may say (L21)."""

LETTER: Final = (
    *NEUTRAL,
    "to",
    "for_child",
    "purpose",
    "end",
    "minutes",
    "unit",
    "meeting",
    "first",
    "interpreter",
    "leader",
    "attending",
    "phases",
    "answer_by",
)
"""What a summons or an invitation may say besides."""

LISTS: Final = ("attending", "phases")
"""What `for` may go through."""

PHASE: Final = ("title", "time", "minutes")
"""What a part of the meeting has: `phase.title`."""

NOT_NEUTRAL: Final = frozenset(
    {
        *("bti", "stafettlogg", "stafettloggen", "barnevern", "barnevernet", "ppt", "bup"),
        *("barn", "barnet", "barnets", "elev", "eleven", "ungdom", "ungdommen", "ungdomen"),
        *("bekymring", "uro", "utfordring", "utfordringar", "utfordringer", "diagnose"),
        *("child", "pupil", "youth", "concern", "diagnosis"),
    }
)
"""Words that tell a passer-by what a meeting is about."""


def names_for(kind: TextKind) -> tuple[str, ...]:
    """The names that a text of this kind may use."""
    return NEUTRAL if is_neutral(kind) else LETTER


def is_neutral(kind: TextKind) -> bool:
    """Whether it goes by a way that others can read."""
    return kind in ("reminder-sms", "reminder-email")


def file_name(kind: TextKind, language: Language) -> str:
    """What its file is called."""
    return f"{kind}.{language}.txt"


FILE_NAMES: Final = {
    file_name(kind, language): (kind, language) for kind in KINDS for language in TEXT_LANGUAGES
}
"""File name -> which text it is."""
