"""A day in words, so that no sign and no colour has to be understood."""

from __future__ import annotations

from datetime import date

import pytest
from rich.cells import cell_len

from app.wording.days import CLOSED, LATEST, OTHER, OURS, REMINDER, day_said, legend, spans_said
from app.words import Words
from phases.month import Month
from phases.picking import DateBook
from tests.phases.chain import BOOKED, led, over
from tests.phases.test_picking import LATEST as LATEST_DAY
from tests.phases.test_picking import book


def head(known: DateBook, day: date, language: str = "nn") -> str:
    return day_said(known, day, (), Words(language)).head


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nn", "måndag 17. mai 2027 · veke 20 · stengt: 17. mai og 2. pinsedag"),
        ("nb", "mandag 17. mai 2027 · uke 20 · stengt: 17. mai og 2. pinsedag"),
        ("en", "Monday 17 May 2027 · week 20 · closed: Constitution Day and Whit Monday"),
    ],
)
def test_the_17th_of_may_2027_has_both_its_names(language: str, said: str) -> None:
    assert head(book(led()), date(2027, 5, 17), language) == said


def test_what_is_on_a_day_is_told() -> None:
    known = book(over())
    known.add_others((date(2027, 3, 2), BOOKED))
    known.add_others((date(2027, 3, 2),))
    assert head(known, known.today) == "fredag 29. januar 2027 · veke 4 · i dag"
    assert head(known, LATEST_DAY).endswith("· veke 7 · seinaste dagen")
    assert head(known, BOOKED).endswith("· BTI-møte · anna møte")
    assert head(known, date(2027, 3, 2), "nb").endswith("· uke 9 · 2 andre møter")


def test_a_rule_that_names_the_reason_isnt_said_twice_and_the_reminder_is_told() -> None:
    known, day = book(led()), date(2027, 2, 24)
    said = day_said(known, day, known.said_of_next(day), Words("nn"))
    assert said.head == "onsdag 24. februar 2027 · veke 8"
    assert said.remarks.count("vinterferie") == 1
    assert "fredag 19. februar 2027" in said.remarks
    assert "R-" not in said.remarks
    assert said.reminder == "påminning seinast onsdag 17. februar"


def test_closed_days_are_listed_by_name_as_people_write_them() -> None:
    months = (Month(2027, 2), Month(2027, 5))
    known = book(led())
    assert spans_said(known, months, Words("nn"))[0] == "22.–26. feb.: vinterferie"
    assert spans_said(known, months, Words("nb"))[-1] == "17. mai: 17. mai og 2. pinsedag"
    assert spans_said(known, months, Words("en"))[0] == "22–26 Feb: vinterferie"


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
def test_the_signs_fit_on_a_line_and_only_those_that_can_stand_are_explained(
    language: str,
) -> None:
    known, words = book(led()), Words(language)
    told = legend(known, words, meeting=True, others=True)
    assert all(sign in told for sign in (CLOSED, LATEST, OURS, OTHER, REMINDER))
    assert cell_len(told) <= 100
    assert OTHER not in legend(known, words, meeting=True, others=False)
    assert REMINDER not in legend(known, words, meeting=False, others=False)
    assert {cell_len(sign) for sign in (CLOSED, LATEST, OURS, OTHER, REMINDER)} == {1}
