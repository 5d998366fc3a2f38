"""A part of a paper: what is in it, that it says so, and which papers have none (S2-6d, R-E9)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.papers.asking import Asked
from app.papers.errors import PaperError
from phases.records import Distribution, ParkedTopic
from tests.app.papers.wishing import made, text_of, wish, with_meeting

MARK = "Dette er den delen som gjeld Helsesjukepleiar."


def part() -> Asked:
    """The nurse's wish after a meeting that gives everybody their part alone."""
    asked = wish("sc01", "nn", reader="Helsesjukepleiar")
    return with_meeting(asked, distribution=Distribution(how="parts"))


@pytest.mark.realises("S2-6d")
@pytest.mark.parametrize("kind", ["minutes", "agreed", "log"])
def test_each_paper_that_is_a_part_says_that_it_is_one(kind: str) -> None:
    assert MARK in text_of(made(kind, part()))
    assert MARK not in text_of(made(kind, wish("sc01", "nn", reader="Mor")))


@pytest.mark.realises("S2-6d")
def test_what_was_put_aside_is_in_no_part_for_it_may_be_about_anything() -> None:
    told = "Korleis det går heime"
    for asked, seen in ((part(), False), (wish("sc01", "nn", reader="Mor"), True)):
        topic = ParkedTopic(id="t", meeting=asked.here, phase="offers", text=told)
        case = asked.case.with_(parked={"t": topic})
        full = replace(asked, case=case, sitting=case.sitting_of(asked.here))
        assert (told in text_of(made("minutes", full))) is seen


@pytest.mark.parametrize("kind", ["form", "agreed-child"])
def test_a_paper_that_has_no_parts_is_refused_for_what_was_agreed_and_not_for_consent(
    kind: str,
) -> None:
    with pytest.raises(PaperError) as refused:
        made(kind, part())
    assert (refused.value.code, refused.value.exit_code) == ("R-E9", 9)
    assert "Samtykket" not in refused.value.said.what
    assert "sin del" in refused.value.said.what
