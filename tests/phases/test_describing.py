"""Words that interpret: found as whole words, in the language of the case, and only hinted at."""

from __future__ import annotations

import pytest

from data.words import interpretive
from phases.changes import Changes
from phases.commands.case_facts import CaseSet
from phases.commands.log import ActivityAdd, NoteCommand
from phases.describing import interpretive_in
from tests.phases.pairs_activities import LAZY
from tests.phases.room import Room
from tests.phases.rooms import follow_up


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("Han er lat.", "lat", True),
        ("LAT!", "lat", True),
        ("Han latar som ingenting", "lat", False),
        ("platåsko", "lat", False),
        ("Han provoserer dei andre", "provoser*", True),
        ("provosjon", "provoser*", False),
        ("han gidd  ikkje", "gidd ikkje", True),
        ("gidd han ikkje", "gidd ikkje", False),
        ("uho\u0308fleg", "uhöfleg", True),
        ("He doesn\u2019t care", "doesn't care", True),
        ("(sta)", "sta", True),
        ("noko", "", False),
    ],
)
def test_a_word_of_the_list_is_found_as_a_whole_word(text: str, word: str, found: bool) -> None:
    assert bool(interpretive_in(text, (word,))) == found


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
def test_the_lists_that_ship_are_short_and_hold_no_word_twice(language: str) -> None:
    words = interpretive(language)
    assert 10 <= len(words) <= 40
    assert len(set(words)) == len(words)
    assert all(word == word.casefold().strip() for word in words)


def test_an_unknown_language_has_the_primary_ones_list() -> None:
    assert interpretive("de") == interpretive("nn")


def hint(room: Room, text: str) -> str:
    found = room.ask(NoteCommand(text=text))
    assert isinstance(found, Changes)
    return next((f.args["words"] for f in found.findings if f.rule == "R-M10"), "")


def test_the_hint_names_each_word_once_in_the_language_of_the_case() -> None:
    room = follow_up("know", structure="know-can-will-do")
    assert hint(room, "Han er lat og sta, alltid lat") == "alltid, lat, sta"
    assert hint(room, "He is always late") == ""
    room.do(CaseSet(language="en"))
    assert hint(room, "He is always lazy") == "always, lazy"


def test_it_is_said_of_everything_that_is_written_there() -> None:
    room = follow_up("know", structure="know-can-will-do")
    found = room.ask(ActivityAdd(title="Lesing", owner="Mor", comment="Han er trassig"))
    assert isinstance(found, Changes)
    assert "R-M10" in [f.rule for f in found.findings]


def test_nothing_is_said_where_nobody_asked_for_a_description() -> None:
    room = follow_up("can", structure="know-can-will-do")
    assert hint(room, LAZY.text) == ""
