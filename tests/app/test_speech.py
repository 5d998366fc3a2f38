"""Whose turn it is in words: people by name, more of them as a group, by the unit's own word."""

from __future__ import annotations

from typing import get_args

import pytest

from app.wording.speech import ABOUT, turns_words
from app.wording.turns import act_words
from app.words import LANGUAGES, Words
from phases.floor import Called
from phases.structures import Act, Who

MANY = ("Ein", "To", "Tre", "Fire")


@pytest.mark.parametrize(
    ("who", "unit", "said"),
    [
        ("everyone", "school", "No: Alle fortel"),
        ("unit", "school", "No: Skulen fortel"),
        ("unit", "kindergarten", "No: Barnehagen fortel"),
        ("others", "school", "No: Dei andre fortel"),
        ("guardians", "school", "No: Dei føresette fortel"),
        ("newcomer", "school", "No: Dei som er nye fortel"),
        ("family", "school", "No: Familien fortel"),
    ],
)
def test_more_people_than_are_named_are_called_by_what_they_are(
    who: Who, unit: str, said: str
) -> None:
    turn = Called(who, "tell", "", MANY)
    assert turns_words(turn, None, unit, Words("nn")) == (said, "")


@pytest.mark.parametrize(
    ("who", "names", "said"),
    [
        ("guardians", ("Mor",), "Now: Mor tells"),
        ("guardians", ("Mor", "Far"), "Now: Mor and Far tell"),
        ("guardians", MANY, "Now: The guardians tell"),
        ("others", MANY, "Now: The others tell"),
        ("everyone", MANY, "Now: Everybody tells"),
        ("family", MANY, "Now: The family tells"),
        ("unit", MANY, "Now: The school tells"),
    ],
)
def test_english_tells_one_from_several(who: Who, names: tuple[str, ...], said: str) -> None:
    turn = Called(who, "tell", "", names)
    assert turns_words(turn, None, "school", Words("en")) == (said, "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_act_is_worded_of_one_and_of_several(language: str) -> None:
    for act in get_args(Act):
        for several in (False, True):
            assert act_words(act, "Mor", Words(language), several=several).startswith("Mor ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("who", get_args(Who))
def test_whoever_it_is_is_called_something_in_every_language(language: str, who: Who) -> None:
    for unit in ("school", "kindergarten"):
        now, then = turns_words(
            Called(who, "introduce", "", MANY),
            Called(who, "tell", "", ("Mor",)),
            unit,
            Words(language),
        )
        assert "Mor" in then
        assert len(now.partition(": ")[2]) > len("seg ")
        assert "{" not in now + then


def test_one_or_a_few_are_named_but_all_together_are_all() -> None:
    words = Words("nn")
    two = ("Mor", "Far")
    assert turns_words(Called("unit", "tell", "", two), None, "school", words)[0] == (
        "No: Mor og Far fortel"
    )
    assert turns_words(Called("everyone", "tell", "", two), None, "school", words)[0] == (
        "No: Alle fortel"
    )


def test_an_activity_stands_beside_whose_it_is_and_a_long_one_is_cut() -> None:
    turn = Called("owner", "tell", "", ("Mor",), "Leggetid " * 20)
    said = turns_words(turn, None, "school", Words("nn"))[0]
    assert said.startswith("No: Mor fortel · Leggetid")
    assert said.endswith("…")
    assert len(said) == len("No: Mor fortel · ") + ABOUT
