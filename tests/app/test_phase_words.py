"""The words of a structure's parts: compass, aims, points, forms, by the unit's own words."""

from __future__ import annotations

from typing import Any

import pytest

from app.cli.structure_shown import shown
from app.phase_words import asked_words, compass_words, meeting_words, phase_words
from app.structure_cards import card
from app.wording.items import item_words
from app.wording.units import unit_words
from app.words import Words
from phases.structures import Structure
from phases.words import Language

TEXTS = {"nn": "x", "nb": "x", "en": "x"}


def phase(id_: str, **parts: Any) -> dict[str, Any]:
    """A phase with nothing but what the test is about."""
    bare: dict[str, Any] = dict.fromkeys(("title", "purpose", "now", "later"), TEXTS)
    bare |= {"id": id_, "minutes": 5, "floor": ({"who": "leader", "act": "lead"},)}
    return bare | {"say": {"nn": ("a", "b")}} | parts


FORM = {
    "id": "situation",
    "title": {"nn": "Slik er det no"},
    "rows": (
        {"id": "unit", "who": "unit"},
        {"id": "child", "who": "child"},
        {"id": "home", "who": "guardians"},
        {"id": "rest", "who": "others"},
        {"id": "more", "title": {"nn": "Meir frå {unit}"}},
    ),
    "columns": ({"id": "text", "title": {"nn": "Kva vi veit om {child}"}},),
}
SHAPE = Structure.model_validate(
    {
        "id": "own",
        "version": 1,
        "activity_label": "measure",
        "title": TEXTS,
        "aims": ({"nn": "At {child} har det bra"},),
        "attitude": ({"nn": "Dei føresette er ein del av løysinga"},),
        "phases": (
            phase("open"),
            phase(
                "know",
                compass={"nn": "VEIT", "en": "KNOW"},
                prompts=({"nn": "Kva ser vi i {unit}?"},),
                points=({"id": "clear", "text": {"nn": "Er det klart for {child}?"}},),
                forms=(FORM,),
            ),
            phase("ask", compass={"nn": "VEIT", "en": "KNOW"}),
            phase("can", compass={"nn": "KAN", "en": "CAN"}),
        ),
    }
)


def test_the_compass_has_each_word_once_and_marks_the_present_one() -> None:
    assert compass_words(SHAPE, "ask", "nn") == (("VEIT", True), ("KAN", False))
    assert compass_words(SHAPE, "can", "nb") == (("VEIT", False), ("KAN", True))
    assert compass_words(SHAPE, "open", "en") == (("KNOW", False), ("CAN", False))
    assert compass_words(None, "open", "en") == ()


@pytest.mark.parametrize(
    ("unit", "rows"),
    [
        ("school", ["Skulen", "Eleven", "Føresette", "Andre", "Meir frå skulen"]),
        ("kindergarten", ["Barnehagen", "Barnet", "Føresette", "Andre", "Meir frå barnehagen"]),
    ],
)
def test_a_form_calls_its_rows_by_the_words_of_the_unit(unit: str, rows: list[str]) -> None:
    tokens = unit_words(unit, "nn")
    form = asked_words(SHAPE, "know", unit, Words("nn")).forms["situation"]
    assert list(form.rows.values()) == rows
    assert form.columns["text"] == f"Kva vi veit om {tokens['child']}"


def test_points_and_forms_stand_in_the_list_with_their_own_words() -> None:
    asked = asked_words(SHAPE, "know", "school", Words("nn"))
    named = [item_words(i, Words("nn"), asked.title_of(i)) for i in ("clear", "situation", "goals")]
    assert named == ["er det klart for eleven?", "slik er det no", "kva kvar av oss vil oppnå"]
    assert item_words("gone", Words("nn"), asked.title_of("gone")) == "gone"


def test_aims_attitude_and_prompts_are_told_in_the_units_words() -> None:
    said = meeting_words(SHAPE, "kindergarten", "nn")
    assert said.aims == ("At barnet har det bra",)
    assert said.attitude == ("Dei føresette er ein del av løysinga",)
    here = phase_words(SHAPE, "know", "kindergarten", "nn")
    assert here is not None
    assert here.prompts == ("Kva ser vi i barnehagen?",)
    assert meeting_words(None, "school", "nn") == ((), ())


@pytest.mark.parametrize("language", ["nn", "en"])
def test_what_stands_in_keeps_the_words_of_its_own_language(language: Language) -> None:
    said = {"nb": "Så sier {teacher} hvordan {child} har det"}
    talk = phase("talk", purpose=said, say={"nb": (said["nb"], said["nb"])})
    shape = Structure.model_validate(
        {**SHAPE.model_dump(), "title": {"nb": "Om {child}"}, "aims": (said,), "phases": (talk,)}
    )
    whole = "Så sier kontaktlæreren hvordan eleven har det"
    here = phase_words(shape, "talk", "school", language)
    assert here is not None
    assert (here.purpose, here.say) == (whole, (whole, whole))
    assert meeting_words(shape, "school", language).aims == (whole,)
    assert card(shape, "kindergarten", Words(language)).title == "Om barnet"
    assert whole in "\n".join(shown(shape, "school", Words(language)))
