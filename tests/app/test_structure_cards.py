"""The structures to choose among, in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.structure_cards import card, cards, unusable
from app.words import LANGUAGES, Words
from data.structures import shipped
from data.structures.making import new_structure
from data.structures.own import known

SHIPPED = shipped()
NN = Words("nn")


def test_the_suggested_one_stands_first_and_says_why() -> None:
    found = cards(SHIPPED, "meeting-2", "chain", "school", NN)
    assert found[0].id == "meeting-2"
    assert {each.id for each in found} == set(SHIPPED)
    assert found[0].heading(NN).endswith("60 minutt · passar: det kjem etter det førre møtet")
    assert not any(each.why for each in found[1:])


def test_a_suggestion_that_isnt_there_puts_none_first() -> None:
    assert [each.id for each in cards(SHIPPED, "gone", "first", "school", NN)] == list(SHIPPED)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("structure", list(SHIPPED))
def test_every_structure_that_ships_has_a_bar_and_words_in_each_language(
    structure: str, language: str
) -> None:
    shown = card(SHIPPED[structure], "kindergarten", Words(language))
    assert shown.total == sum(shown.minutes)
    assert shown.about
    assert "{" not in shown.whole() + shown.about
    drawn = shown.bar(60)
    assert len(drawn) == 60
    assert [each.strip() for each in drawn.strip("│").split("│")] == [*map(str, shown.minutes)]


def test_the_marked_one_tells_each_part_with_its_minutes() -> None:
    shown = card(SHIPPED["bti-individual"], "school", NN)
    assert shown.whole().startswith("5 Velkomen · 5 Slik opplever vi det · 10 Oppklarande runde")


def test_a_vaults_own_are_marked_and_broken_ones_told_of(tmp_path: Path) -> None:
    path = new_structure(known(tmp_path), "bti-basic", "mine")
    (path.parent / "broken.toml").write_text("id = 3", encoding="utf-8")
    found = known(tmp_path)
    marked = [each.id for each in cards(found, "bti-basic", "first", "school", NN) if each.own]
    assert marked == ["mine"]
    [told] = unusable(found, NN)
    assert told.startswith("broken.toml:1: ")
    assert unusable(SHIPPED, NN) == ()
