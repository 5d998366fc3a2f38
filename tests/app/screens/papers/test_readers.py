"""For whom a window offers a paper: by kind, and as far as consent reaches."""

from __future__ import annotations

from datetime import date

import pytest

from app.papers.kinds import KINDS
from app.screens.choice import LINE_WIDTH
from app.screens.papers.readers import called, readers
from app.words import Words
from phases.case import Case
from phases.records import Distribution
from tests.app.papers.wishing import wish, with_meeting
from tests.scenarios.playing import played

NB = Words("nb")
DAY = date(2026, 11, 25)


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
def test_each_paper_is_called_something_that_a_line_or_two_can_hold(language: str) -> None:
    for kind in KINDS:
        told = called(kind, Words(language))
        assert told[0].isupper(), kind
        assert ":" not in told, kind
        assert len(told) <= 2 * LINE_WIDTH, kind


def offered(kind: str, case: Case) -> list[str]:
    return [option.label for option in readers(kind, case, DAY, NB) if option.enabled]


@pytest.mark.parametrize(
    ("kind", "people"),
    [
        ("agreed", ["Mor"]),
        ("agreed-child", ["Eleven"]),
        ("feedback-form", ["Mor", "Eleven"]),
    ],
)
def test_a_paper_for_the_family_is_offered_to_those_it_is_for(kind: str, people: list[str]) -> None:
    assert offered(kind, played("sc03").case) == people


def test_the_minutes_can_be_had_for_each_who_takes_part() -> None:
    case = played("sc03").case
    assert offered("minutes", case) == [p.label for p in case.participants.values()]


def test_whom_no_consent_covers_cannot_be_chosen_and_the_reason_stands_there() -> None:
    case = played("sc03").case
    kept = {k: c for k, c in case.consents.items() if c.covers != "skolehelsetjenesten"}
    assert len(kept) < len(case.consents)
    case = case.with_(consents=kept)
    [without] = [o for o in readers("minutes", case, DAY, NB) if not o.enabled]
    assert (without.label, without.note) == ("Helsesykepleier", NB("not covered by a consent"))


@pytest.mark.realises("S2-6d")
def test_whom_the_meeting_gave_nothing_cannot_be_chosen_either() -> None:
    """It would be refused only after a format has been chosen."""
    asked = wish("sc03")
    nurse = asked.case.find_participant("Helsesykepleier")
    assert nurse is not None
    case = with_meeting(asked, distribution=Distribution(how="parts", to=(nurse.id,))).case
    assert offered("minutes", case) == ["Mor", "Helsesykepleier", "Eleven"]
    assert offered("agreed", case) == ["Mor"]
    [without, *_rest] = [o for o in readers("log", case, DAY, NB) if not o.enabled]
    assert without.note == NB("the meeting agreed otherwise")
