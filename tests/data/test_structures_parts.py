"""The parts a structure is put together from: each key is known, and each slip is told where.

The rows named are those of the table of bad inputs that the project was planned with (40 to 47).
"""

from __future__ import annotations

import re
from typing import Final

import pytest

from data.structures import StructureError, load_structure
from phases.structures import text_in
from tests.data.structure_files import GOOD, Write, line_of, refused

HEAD, FIRST, SECOND = GOOD.split("[[phases]]")
RICH: Final = f"""\
{HEAD}
about.nn = "Når noko er i gang"
suits = ["follow-up", "chain"]
limit_minutes = 45
next_within = {{ weeks = 6 }}
next_from_plan = true
next_structure = "meeting-2"
inform_child = "who-how-when"
signatures = 3
minutes_by = ["head"]
sources = ["S0-01", "S2-VET"]

[[aims]]
nn = "Det som hjelper, går vidare"

[[attitude]]
nn = "De er ein del av løysinga"

[[filing]]
id = "samspill"
title.nn = "Samspel"

[[phases]]
{FIRST}
round = true
each = "activity"
describe = true
settle = ["walk-through", "said", "tasks"]
works_on = "walk-through"
compass.nn = "VEIT"
sources = ["S2-3a"]

[[phases.say_to]]
who = "leader"
text.nn = "Så seier eg litt."

[[phases.prompts]]
nn = "Kva har gått bra?"

[[phases.points]]
id = "said"
needed = false
text.nn = "Målet er sagt"

[[phases.forms]]
id = "tasks"
needed = true
wall = true
repeats = true
title.nn = "Oppgåver"
rows = [
    {{ id = "unit", who = "unit", title = {{ nn = "Avdelinga" }} }},
    {{ id = "child", who = "child" }},
]

[[phases.forms.columns]]
id = "what"
kind = "text"
title.nn = "Kva"

[[phases]]
{SECOND}"""


def test_every_part_is_read(write: Write) -> None:
    made = load_structure(write(RICH))
    assert made.limit_minutes == 45
    assert made.next_within is not None
    assert made.next_within.weeks == 6
    form = made.phases[0].forms[0]
    assert form.row_ids == ("unit", "child")
    assert [c.kind for c in form.columns] == ["text"]
    assert made.phases[0].items == ("walk-through", "said", "tasks")


KEYS: Final = sorted(set(re.findall(r"(?m)^([a-z_]+)(?:\.nn)? = ", RICH)) - {"nn"})


@pytest.mark.parametrize("key", KEYS)
def test_a_slip_in_any_key_is_told_with_its_line_and_the_right_key(write: Write, key: str) -> None:
    """Row 44, for every key that a structure may have."""
    wrong = key[:-1] if key != "id" else "idd"
    found = re.search(rf"(?m)^{key}(?=[. ])", RICH)
    assert found is not None
    text = RICH[: found.start()] + wrong + RICH[found.end() :]
    first = refused(write(text)).first
    assert first.key.split(".")[-1] == wrong
    assert first.nearest == key
    assert first.line == RICH[: found.start()].count("\n") + 1


def test_a_slip_in_an_entry_of_a_list_is_told_with_the_entrys_own_line(write: Write) -> None:
    """Row 44."""
    text = RICH.replace('{ id = "child", who = "child" }', '{ id = "child", hwo = "child" }')
    first = refused(write(text)).first
    assert (first.key, first.nearest) == ("phases[0].forms[0].rows[1].hwo", "who")
    assert first.line == line_of(text, "hwo")


@pytest.mark.parametrize(
    ("right", "wrong", "key", "nearest"),
    [
        ('"walk-through", "said"', '"walk-trough", "said"', "phases[0].settle[0]", "walk-through"),
        ('"said", "tasks"', '"saidd", "tasks"', "phases[0].settle[1]", "said"),
        ('each = "activity"', 'each = "activty"', "phases[0].each", "activity"),
        ('works_on = "walk-through"', 'works_on = "mesures"', "phases[0].works_on", "measures"),
        ('who = "leader"\ntext', 'who = "teacher"\ntext', "phases[0].say_to[0].who", "leader"),
        ('kind = "text"', 'kind = "txt"', "phases[0].forms[0].columns[0].kind", "text"),
        ('who = "unit"', 'who = "units"', "phases[0].forms[0].rows[0].who", "unit"),
        ('["follow-up", "chain"]', '["folow-up"]', "suits[0]", "follow-up"),
        ('minutes_by = ["head"]', 'minutes_by = ["haed"]', "minutes_by[0]", "head"),
        ('"who-how-when"', '"who-how-wen"', "inform_child", "who-how-when"),
    ],
)
def test_a_misspelt_word_is_told_with_the_nearest_one(
    write: Write, right: str, wrong: str, key: str, nearest: str
) -> None:
    """Row 44."""
    text = RICH.replace(right, wrong)
    error = refused(write(text))
    assert len(error.problems) == 1
    assert (error.first.key, error.first.nearest) == (key, nearest)
    assert error.first.line == line_of(text, wrong)


@pytest.mark.parametrize(
    ("right", "wrong", "key", "kind"),
    [
        ("{ weeks = 6 }", "{ weeks = 6, months = 1 }", "next_within", "within"),
        ("{ weeks = 6 }", "{}", "next_within", "within"),
        ("{ weeks = 6 }", "{ weeks = 0 }", "next_within.weeks", "type"),
        ("limit_minutes = 45", "limit_minutes = 1e999", "limit_minutes", "type"),
        ("limit_minutes = 45", "limit_minutes = nan", "limit_minutes", "type"),
        ("signatures = 3", "signatures = 11", "signatures", "type"),
        ('"S0-01"', '"S5-01"', "sources[0]", "id"),
        ('id = "said"', 'id = "tasks"', "phases[0].forms[0].id", "doubled"),
        ('id = "tasks"', 'id = "writer"', "phases[0].forms[0].id", "doubled"),
        ('id = "child", who', 'id = "unit", who', "phases[0].forms[0].rows[1].id", "doubled"),
        ("repeats = true", "blank_rows = 3", "phases[0].forms[0].blank_rows", "rows"),
        ("round = true", "round = false", "phases[0].each", "round"),
        ('each = "activity"', 'each = "newcomer"', "phases[0].round", "round"),
        ('"VEIT"', '"VEIT OG KAN OG VIL"', "phases[0].compass.nn", "long"),
        ('"Målet er sagt"', '""', "phases[0].points[0].text.nn", "blank"),
    ],
)
def test_parts_that_dont_fit_are_told_with_their_key(
    write: Write, right: str, wrong: str, key: str, kind: str
) -> None:
    """Rows 41 to 43, for the parts."""
    text = RICH.replace(right, wrong).replace(', "said", "tasks"]', "]")
    error = refused(write(text))
    first = next(problem for problem in error.problems if problem.key == key)
    assert first.kind == kind
    if kind not in {"doubled", "round"}:  # told where the other one of the two stands
        assert first.line == line_of(text, wrong)


@pytest.mark.parametrize("literal", ["[red]", "[/]", "{0.__class__}", "%s", "${HOME}"])
def test_markup_and_placeholders_in_the_parts_are_only_text(write: Write, literal: str) -> None:
    """Rows 45 and 46."""
    made = load_structure(write(RICH.replace("Målet er sagt", literal).replace("Kva har", literal)))
    assert made.phases[0].points[0].text["nn"] == literal
    assert made.phases[0].prompts[0]["nn"].startswith(literal)


def test_texts_in_one_language_are_enough_and_the_others_fall_back(write: Write) -> None:
    made = load_structure(write(RICH))
    assert made.about is not None
    assert text_in(made.about, "nb") == ("Når noko er i gang", True)
    assert text_in(made.phases[0].points[0].text, "en") == ("Målet er sagt", True)


def test_a_cycle_of_meetings_is_no_fault_of_a_file(write: Write) -> None:
    """Row 43: `next_structure` names a meeting to suggest, and nothing follows it by itself."""
    assert load_structure(write(RICH.replace('"meeting-2"', '"mine"'))).next_structure == "mine"
    with pytest.raises(StructureError):
        load_structure(write(RICH.replace('"meeting-2"', '"Meeting 2"')))
