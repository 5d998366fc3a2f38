"""What the rules around a meeting say: days in full, every reason, places as people call them."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from app.wording.refusals import refusal_words
from app.wording.rules import finding_words
from app.wording.rules_around import DETAILED
from app.words import LANGUAGES, Words
from phases.calendar import closed_reasons
from phases.changes import Finding, Refusal

EVERY: Final = {
    "day": "2027-02-19",
    "why": "closure:vinterferie",
    "places": "samspill, archive",
    "missing": "purpose, time",
    "days": "2",
    "minutes": "75",
    "limit": "60",
    "count": "5",
    "year": "2026/27",
}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nn", "Det er seint: seinast fredag 19. februar 2027."),
        ("nb", "Det er sent: senest fredag 19. februar 2027."),
        ("en", "That is late: at the latest Friday 19 February 2027."),
    ],
)
def test_a_late_day_is_told_with_the_latest_one(language: str, said: str) -> None:
    for rule in ("R-E1", "R-E2"):
        assert finding_words(Finding(rule, {"day": "2027-02-19"}), Words(language)) == said


def test_both_names_of_the_seventeenth_of_may_2027_are_told() -> None:
    why = ";".join(f"{r.kind}:{r.name}" for r in closed_reasons(date(2027, 5, 17)))
    said = finding_words(Finding("R-P8", {"day": "2027-05-17", "why": why}), Words("nn"))
    assert said == "Den dagen blir det ikkje halde møte: 17. mai og 2. pinsedag."


def test_a_closure_without_a_name_is_a_closed_school() -> None:
    said = finding_words(Finding("R-P8", {"why": "closure:"}), Words("nb"))
    assert said == "Den dagen holdes det ikke møter: skolen er stengt."


def test_a_summons_says_what_it_lacks() -> None:
    said = refusal_words(Refusal("R-P6", {"missing": "purpose, place"}), Words("nb"))
    assert said.startswith("Innkallingen trenger mer: formålet, stedet")


def test_the_child_is_told_how_and_when_where_the_structure_asks() -> None:
    said = refusal_words(Refusal("R-E5", {"lacks": "how-when"}), Words("nn"))
    assert said.startswith("Korleis og når barnet får vite det")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", DETAILED)
def test_no_detail_is_left_open_in_any_language(rule: str, language: str) -> None:
    said = finding_words(Finding(rule, EVERY), Words(language))
    assert "{" not in said
    assert "2027-" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_isnt_a_day_is_shown_as_it_stands(language: str) -> None:
    assert "i morgon" in finding_words(Finding("R-E1", {"day": "i morgon"}), Words(language))
