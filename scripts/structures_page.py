"""The page about structure files, `docs/structures.md`: every key, from the models themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, get_args

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from app.wording.items import ITEMS
from phases.structure_parts import (
    BUILT_IN,
    Act,
    Column,
    Each,
    Filing,
    Form,
    FormRow,
    Kind,
    Point,
    RowWho,
    SayTo,
    Turn,
    Who,
    Within,
    WorksOn,
)
from phases.structures import TOKENS, Structure, StructurePhase, Suits

EXAMPLE: Final = """\
id = "short-talk"                # the file's name without .toml
version = 1
activity_label = "activity"
suits = ["follow-up"]
next_within = { weeks = 4 }

title.nb = "Kort samtale"        # one language is enough; the others fall back, and say so
about.nb = "Når alt går greit: fire spørsmål på tjue minutter"

[[phases]]
id = "talk"
minutes = 15
floor = [
    { who = "family", act = "tell" },
    { who = "others", act = "tell" },
]
settle = ["covered", "family-first", "what-helps"]
works_on = "activities"

title.nb = "Hvordan går det?"
purpose.nb = "Det som hjelper, og det som ikke gjør det"
now.nb = "Vi snakker sammen nå"
later.nb = "så avtaler vi"
say.nb = [
    "Dere begynner: Hvordan går det?",
    "Etterpå sier {teacher} litt.",
]

[[phases.points]]
id = "what-helps"
text.nb = "det som hjelper"

[[phases.forms]]
id = "words"
title.nb = "Med egne ord"
rows = [{ id = "child", who = "child" }, { id = "guardians", who = "guardians" }]

[[phases.forms.columns]]
id = "text"
title.nb = "Slik sa de det"

[[phases]]
id = "agree"
minutes = 5
floor = [{ who = "leader", act = "sum-up" }]
settle = ["measures", "next-meeting", "inform-child"]
works_on = "measures"

title.nb = "Avtale"
purpose.nb = "Hvem som gjør hva, og når vi møtes"
now.nb = "Vi avtaler nå"
later.nb = "så er dere ferdige"
say.nb = [
    "Hva gjør vi, og hvem gjør det?",
    "Når møtes vi igjen? Tusen takk for at dere kom!",
]
"""

Keys = Mapping[str, tuple[str, str]]
_TEXTS: Final = "texts"
_TITLES: Final = "short texts"

STRUCTURE: Final[Keys] = {
    "id": ("word", "small letters, digits and hyphens; the file's name without `.toml`"),
    "version": ("number", "your own count of the file's versions"),
    "activity_label": (
        "`activity`, `measure`",
        "what the heading over the lines of the log says",
    ),
    "title": (_TITLES, "the structure's name"),
    "about": (_TEXTS, "one line for whoever chooses: when it fits"),
    "suits": ("list", "when it is proposed: a first meeting, one after another, a chain"),
    "aims": ("list of texts", "what the meeting is for; shown before the start and in part one"),
    "attitude": ("list of texts", "how we meet; shown with the aims"),
    "limit_minutes": (
        "number",
        "warns ten minutes before, and at it (R-M9); planned over it, R-P5",
    ),
    "next_within": ("table", "the latest day of the next meeting (R-E1, R-E2)"),
    "next_from_plan": ("true, false", "the next meeting stands in the year's plan (R-E3)"),
    "next_structure": ("id", "the meeting that follows in a chain"),
    "inform_child": (
        "`who`, `who-how-when`",
        "what must be said of telling a child who isn't here",
    ),
    "signatures": ("number", "rows to sign on paper (R-E16)"),
    "filing": ("list of tables", "places where the papers are filed, to be ticked (R-E17)"),
    "minutes_by": ("list of roles", "who answers for the minutes; else the relay holder"),
    "sources": ("list", "which elements of a source the file realises (docs/traceability.md)"),
    "phases": ("list of tables", "the parts of the meeting, in order"),
    "single_service_minutes": ("table", "minutes proposed where one service alone is present"),
}
PHASE: Final[Keys] = {
    "id": ("word", "told apart from the other parts by it"),
    "minutes": ("number", "1 to 480"),
    "droppable": ("true, false", "re-planning may leave it out"),
    "protected": ("true, false", "re-planning takes no time from it"),
    "round": ("true, false", "the floor is gone through once for `each`"),
    "each": ("word", "what a round goes through"),
    "floor": ("list of tables", "who speaks in what order: `{ who = …, act = … }`"),
    "settle": ("list", "items, points and forms in the order they are asked for"),
    "works_on": ("word", "the part of the log that is shown"),
    "describe": ("true, false", "hints kindly at words that interpret (R-M10)"),
    "tried": ("true, false", "what is written meanwhile has been tried already"),
    "thresholds": ("two shares", "of the time left, at which the clock changes its word"),
    "title": (_TITLES, "heads the part; 24 characters fit beside the list of parts"),
    "purpose": (_TEXTS, "what the viddevakt calls back to"),
    "now": (_TEXTS, "with `later` one line: “now – later”, 56 characters in all"),
    "later": (_TEXTS, "what comes after"),
    "say": ("pairs of texts", "two sentences to say aloud"),
    "say_to": ("list of tables", "what is said instead when somebody's turn comes"),
    "compass": (_TITLES, "one word, shown in a row with those of the other parts"),
    "prompts": ("list of texts", "questions and tips; the first one stands on the wall"),
    "points": ("list of tables", "what is to be said, asked or made clear: a tick each"),
    "forms": ("list of tables", "what is to be written: rows and columns"),
    "sources": ("list", "as above"),
}
PARTS: Final[Mapping[str, tuple[type[BaseModel], Keys]]] = {
    "The structure": (Structure, STRUCTURE),
    "A phase: `[[phases]]`": (StructurePhase, PHASE),
    "A turn: in `floor`": (Turn, {
        "who": ("word", "whose turn it is"),
        "act": ("word", "what they do with it"),
    }),
    "What is said in a turn: `[[phases.say_to]]`": (SayTo, {
        "who": ("word", "whose turn; it stands in `floor` too"),
        "text": (_TEXTS, "one sentence or two"),
    }),
    "A point: `[[phases.points]]`": (Point, {
        "id": ("word", "unlike every other point, form and item of the file"),
        "text": (_TEXTS, "a few words, small letters: they stand after a colon"),
        "question": (_TEXTS, "where the people here answer it: Enter asks, and ticks nothing"),
        "quite": ("true, false", "the answers are yes and not quite, instead of yes and no"),
        "needed": ("true, false", "Enter stops at it before the next part"),
        "sources": ("list", "as above"),
    }),
    "A form: `[[phases.forms]]`": (Form, {
        "id": ("word", "as a point's"),
        "title": (_TITLES, "heads the form"),
        "needed": ("true, false", "Enter opens it before the next part"),
        "wall": ("true, false", "its saved lines may stand on the wall; otherwise never"),
        "repeats": ("true, false", "rows may be added"),
        "rows": ("list of tables", "`{ id = … }`, with `who` or a title"),
        "blank_rows": ("number", "or so many empty ones; without both there is one"),
        "columns": ("list of tables", "1 to 8; one row and one column make a single text"),
        "sources": ("list", "as above"),
    }),
    "A row: in `rows`": (FormRow, {
        "id": ("word", "told apart from the other rows by it"),
        "who": ("word", "whose row it is; the screens have the words"),
        "title": (_TITLES, "or words of its own"),
    }),
    "A column: `[[phases.forms.columns]]`": (Column, {
        "id": ("word", "told apart from the other columns by it"),
        "title": (_TITLES, "heads the column"),
        "kind": ("word", "what its cells hold"),
    }),
    "A place for papers: `[[filing]]`": (Filing, {
        "id": ("word", "what the log keeps"),
        "title": (_TITLES, "what is ticked"),
        "sources": ("list", "as above"),
    }),
    "The next meeting: `next_within`": (Within, {
        "weeks": ("number", "or"),
        "months": ("number", "one of the two"),
    }),
}  # fmt: skip

ABOUT: Final = f"""\
A meeting is a TOML file: its parts, their minutes, who speaks, what is settled, and the words. No
structure has code of its own, so one that you write can do what those that ship do.

    viddevakt structure list                             those that ship, and your own
    viddevakt structure show bti-followup                its parts and words
    viddevakt structure new short-talk --from bti-basic  a copy to change, which says that it is one
    viddevakt structure check short-talk                 file, line and key of what is wrong
    viddevakt meeting plan ELEV-A --structure short-talk --at "2027-01-19 13:00"

The file lies in the folder `structures/` beside your logs; `new` prints where. `check` also tells
of what is hardly meant and hinders nothing: a word in braces that nothing fills, a line too wide
for a window, a language that lacks, more than an hour, a next meeting that isn't there.

What is planned keeps the structure as it was: a file changed later changes no meeting that was
planned or held. Try a new one with `viddevakt play` (docs/commands.md) or in a rehearsal.

**Texts** stand once per language: `title.nn`, `title.nb`, `title.en`. One language is enough.
They may hold {", ".join(f"`{{{token}}}`" for token in TOKENS)}, which become the words of a school
or a kindergarten in a form that fits inside a sentence, so no text begins with one. A text is one
line of at most 200 characters, a short text of 60. “De”, “dere”, “you” is the family: write what
a leader would say to them.

**Who comes first.** Give the family the first turn; a form may print its rows in any order.
"""


def structures_page(made: str) -> str:
    """The whole page."""
    parts = ["# Writing a structure\n", made, ABOUT]
    parts += ["## An example\n", "```toml", EXAMPLE + "```\n", "## Every key\n"]
    for title, (model, keys) in PARTS.items():
        parts += [f"### {title}\n", "| key | value | if left out | |", "| --- | --- | --- | --- |"]
        parts += [_row(model, key, *told) for key, told in keys.items()]
        parts.append("")
    parts += [
        "## Words to choose among\n",
        "| key | words |",
        "| --- | --- |",
        _choice("suits", get_args(Suits)),
        _choice("each", get_args(Each)),
        _choice("who, in a turn", get_args(Who)),
        _choice("act", get_args(Act)),
        _choice("works_on", get_args(WorksOn)),
        _choice("who, in a row", filter(None, get_args(RowWho))),
        _choice("kind", get_args(Kind)),
        "",
        "## Items for `settle`\n",
        "An item is settled by what is kept of it in the log. Points and forms of the phase are\n"
        "items too, by their id; those not listed come last.\n",
        "| item | shown as |",
        "| --- | --- |",
        *(f"| `{item}` | {ITEMS[item]} |" for item in BUILT_IN),
        "",
    ]
    return "\n".join(parts)


def _row(model: type[BaseModel], key: str, value: str, meaning: str) -> str:
    return f"| `{key}` | {value} | {_default(model, key)} | {meaning} |"


def _default(model: type[BaseModel], key: str) -> str:
    field = model.model_fields[key]
    if field.default_factory is not None or field.default in (None, "", ()):
        return "–"
    if field.default is PydanticUndefined:
        return "must stand"
    if isinstance(field.default, tuple):
        return ", ".join(f"{part:g}" for part in field.default)
    if isinstance(field.default, bool):
        return "true" if field.default else "false"
    return f"`{field.default}`"


def _choice(key: str, words: Iterable[str]) -> str:
    return f"| {key} | {', '.join(f'`{word}`' for word in words)} |"
