"""What is wrong with something typed (reliability §5), by the code its reader raised."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from app.wording.said import Pair, Said, say
from app.words import N_

if TYPE_CHECKING:
    from app.words import Words
    from phases.bad_input import BadInputError

BAD_INPUT: Final[Mapping[str, Pair]] = {
    "E-DATE": (N_("“{value}” isn't a date"), N_("Write it like {example} or {full}")),
    "E-DATE:no-such-day": (N_("There is no such day as “{value}”"), N_("Look at the calendar")),
    "E-DATE:range": (
        N_("The year of “{value}” is far away"),
        N_("Write it like {full}"),
    ),
    "E-DATE:weekday": (
        N_("“{value}” is another day of the week"),
        N_("Write the date alone, or the right weekday"),
    ),
    "E-DATE:year": (N_("“{value}” has no year"), N_("Write it like {full}")),
    "E-DATE:future": (N_("“{value}” is still to come"), N_("Write the day of birth")),
    "E-EMPTY": (N_("There is no text here"), N_("Write something")),
    "E-ENC": (
        N_("The text “{value}” holds broken characters"),
        N_("Write it again, or send it as UTF-8"),
    ),
    "E-LONG": (
        N_("The text has {length} characters"),
        N_("Use at most {limit}"),
    ),
    "E-MIN": (
        N_("“{value}” isn't a number of minutes"),
        N_("Write whole minutes from 1 to 480"),
    ),
    "E-MIN:count": (
        N_("The meeting has {wanted} parts, and {got} numbers came"),
        N_("Write whole minutes for each, with commas between"),
    ),
    "E-TIME": (N_("“{value}” isn't a time of day"), N_("Write it like 13:00")),
    "E-TIME-GAP": (
        N_("“{value}” doesn't exist: the clocks are put forward then"),
        N_("Choose another time"),
    ),
    "E-TIME-TWICE": (
        N_("“{value}” comes twice: the clocks are put back then"),
        N_("Choose another time"),
    ),
}
"""Code, or code and kind -> what is wrong and what to do."""

_EXAMPLES: Final = {"example": "9.12.", "full": "09.12.2026"}
"""For a date that was refused by a command and not by the reader of dates."""


def bad_input_said(code: str, details: Mapping[str, str], words: Words) -> Said:
    """What is wrong with a typed value and what to do about it."""
    args: dict[str, str] = {**_EXAMPLES, **details}
    if code == "E-MIN" and "expected" in args:
        # A command counts `expected` and `given`, the reader `wanted` and `got`.
        counted = args["expected"].isdigit()
        args |= {"wanted": args["expected"], "got": args["given"]} if counted else {}
        args["value"] = args["given"]
    kind = f"{code}:{args['why']}" if "why" in args else code
    if "wanted" in args:
        kind = "E-MIN:count"
    return say(BAD_INPUT.get(kind, BAD_INPUT[code]), args, words)


def bad_input_words(error: BadInputError, words: Words) -> str:
    """Say the same as plain sentences, for a line beside a field."""
    return str(bad_input_said(error.code, error.details, words))
