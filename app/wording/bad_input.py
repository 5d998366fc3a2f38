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
    "E-CHOICE": (N_("{field} can't be “{value}”"), N_("Choose one of: {allowed}")),
    "E-COMMAND": (N_("There is no command “{value}”"), N_("See `viddevakt commands`")),
    "E-COMMAND:near": (N_("There is no command “{value}”"), N_("Did you mean “{nearest}”?")),
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
    "E-DATE:short-year": (
        N_("The year of “{value}” needs four digits"),
        N_("Write it like {full}"),
    ),
    "E-DATE:which": (
        N_("“{value}” may be {first} or {second}"),
        N_("Write the month too"),
    ),
    "E-DATE:future": (N_("“{value}” is still to come"), N_("Write the day of birth")),
    "E-EMPTY": (N_("There is no text here"), N_("Write something")),
    "E-ENC": (
        N_("The text “{value}” holds broken characters"),
        N_("Write it again, or send it as UTF-8"),
    ),
    "E-KEY": (N_("This command has no “{value}”"), N_("Choose one of: {keys}")),
    "E-KEY:none": (N_("This command has no “{value}”"), N_("Write the command alone")),
    "E-KEY:near": (N_("This command has no “{value}”"), N_("Did you mean “{nearest}”?")),
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
    "E-NUMBER": (N_("{field} can't be “{value}”"), N_("Write a number")),
    "E-PAIR": (N_("“{value}” isn't key=value"), N_("Write it like title=Lesing")),
    "E-PERIOD": (
        N_("“{value}” isn't a length of time"),
        N_("Write weeks, months or years, like {example}"),
    ),
    "E-SCRIPT-EXPECTED": (
        N_("This was to be refused by {wanted}, and got: {got}"),
        N_("Change the script"),
    ),
    "E-SCRIPT-LINE": (
        N_("This line can't be read"),
        N_("Close every quote, and write a command after the time"),
    ),
    "E-SCRIPT-NAME": (N_("Nothing is called “{value}” yet"), N_("Name it before with as=")),
    "E-SCRIPT-PLAN": (N_("“{value}” has no start to count from"), N_("Write a start before it")),
    "E-SCRIPT-TIME": (
        N_("“{value}” has been already, or doesn't exist"),
        N_("Write a later time"),
    ),
    "E-TIME": (N_("“{value}” isn't a time of day"), N_("Write it like 9.00 or 13.30")),
    "E-TIME-GAP": (
        N_("“{value}” doesn't exist: the clocks are put forward then"),
        N_("Choose another time"),
    ),
    "E-TIME-TWICE": (
        N_("“{value}” comes twice: the clocks are put back then"),
        N_("Choose another time"),
    ),
    "E-TWICE": (N_("{field} is given twice"), N_("Give it once")),
    "E-YES": (N_("{field} can't be “{value}”"), N_("Write yes or no")),
}
"""Code, or code and kind -> what is wrong and what to do."""

LISTS_WIDTH: Final = 120
"""Lists of what is allowed are longer than a typed value, which its reader has cut already."""

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
    if args.get("nearest"):
        kind = f"{code}:near"
    elif args.get("keys") == "":
        kind = f"{code}:none"
    if code == "E-MIN" and "wanted" in args:
        kind = "E-MIN:count"
    if code not in BAD_INPUT:
        return Said(words("This can't be used ({code})", code=code))
    return say(BAD_INPUT.get(kind, BAD_INPUT[code]), args, words, LISTS_WIDTH)


def bad_input_words(error: BadInputError, words: Words) -> str:
    """Say the same as plain sentences, for a line beside a field."""
    return str(bad_input_said(error.code, error.details, words))
