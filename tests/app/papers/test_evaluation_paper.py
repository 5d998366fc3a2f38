"""The staff's evaluation: about the meeting, and nothing about the child (S3-28, R-E10, R-E11)."""

from __future__ import annotations

import pytest

from app.papers.errors import PaperError
from app.papers.making import default_name
from app.papers.paper import TimeBars
from tests.app.papers.wishing import headings, made, of_case, text_of, wish, with_meeting
from tests.scenarios.playing import before, played


@pytest.mark.realises("S3-28")
def test_the_five_questions_stand_in_order_with_planned_and_used_time() -> None:
    paper = made("evaluation", wish("sc01", "nn"))
    assert headings(paper)[:5] == [
        "a) Kva gjekk bra i møtet?",
        "b) Kva kunne gått betre?",
        "c) Heldt vi oss til strukturen?",
        "d) Var møtet nyttig – kom vi vidare, og vart ting avklart?",
        "e) Kva lærer vi til neste møte, og kva kan vi gjere betre?",
    ]
    bars = next(b for b in paper.blocks if isinstance(b, TimeBars))
    assert [round(b.planned_s / 60) for b in bars.bars] == [5, 5, 10, 5, 10, 5, 5]
    assert bars.alt == "Planlagt 45 min i alt, brukt 45 min."


def test_no_label_no_activity_and_no_logs_name_stands_on_it() -> None:
    case = played("sc01").case
    asked = wish("sc01", "nn")
    said = case.evaluations[asked.here].with_(
        a="Mor og Helsesjukepleiar var fine", e="Snakk om fire samtalar før ELEV-A er til stades"
    )
    asked = of_case(case.with_(evaluations={asked.here: said}), "nn")
    paper = made("evaluation", asked)
    text = text_of(paper) + paper.case
    names = [p.label for p in case.participants.values() if p.family or p.role == "service"]
    for word in (case.id, *names, *(a.title.casefold() for a in case.activities.values())):
        assert word not in text
    assert "… og … var fine" in text
    assert default_name(asked, "evaluation", "pdf") == "evaluering-2027-01-19.pdf"


@pytest.mark.realises("S3-26")
def test_it_is_refused_until_the_family_has_left() -> None:
    for asked in (
        of_case(before("sc01", "close")),
        with_meeting(wish("sc01"), family_left=False),
        wish("sc01", reader="Mor"),
    ):
        with pytest.raises(PaperError) as refused:
            made("evaluation", asked)
        assert (refused.value.code, refused.value.exit_code) == ("R-E10", 9)
    told = str(refused.value.said)
    assert "familien" not in told.casefold(), (
        "the family has left: to whom it goes is what is wrong"
    )
