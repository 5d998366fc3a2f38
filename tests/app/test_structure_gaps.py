"""What is told of the languages that a structure's texts lack."""

from __future__ import annotations

import pytest

from app.papers.asking import Asked
from app.papers.kinds import paper
from app.structure_gaps import borrowed_words, gaps, gaps_line
from app.words import Words
from data.structures import shipped
from tests.phases.shapes import phase, planned, structure

SHIPPED = shipped()


@pytest.mark.parametrize("name", list(SHIPPED))
def test_what_ships_lacks_no_text_in_any_language(name: str) -> None:
    assert gaps(SHIPPED[name]) == {}
    assert gaps_line(SHIPPED[name], Words("nn")) == ""


def test_one_language_is_enough_and_the_others_are_told_of() -> None:
    mine = structure(phase("talk"))
    found = gaps(mine)
    assert set(found) == {"nb", "en"}
    assert found["nb"] == found["en"] > 5
    n = found["nb"]
    assert (
        gaps_line(mine, Words("nn")) == f"Bokmål: {n} tekstar manglar; Engelsk: {n} tekstar manglar"
    )


def test_a_part_tells_once_in_which_language_texts_stand_in_for_its_own() -> None:
    whole = phase("talk", title={"nn": "Samtale", "nb": "Samtale", "en": "Talk"})
    mine = structure(whole, phase("end"))
    assert borrowed_words(mine, "talk", Words("nn")) == ""
    assert borrowed_words(mine, "talk", Words("nb")) == "nynorsk tekst"
    assert borrowed_words(mine, "", Words("en")) == "texts in Nynorsk"
    assert borrowed_words(None, "talk", Words("nb")) == ""


@pytest.mark.parametrize("kind", ["agenda", "form"])
def test_a_paper_tells_once_under_its_title_that_texts_stand_in(kind: str) -> None:
    room = planned(structure(phase("talk")))
    told = {
        language: paper(
            kind, Asked(room.case, room.context(), Words(language), sitting=room.case.sitting)
        ).subtitle
        for language in ("nn", "nb")
    }
    assert "nynorsk tekst" not in told["nn"]
    assert told["nb"].endswith("nynorsk tekst")
