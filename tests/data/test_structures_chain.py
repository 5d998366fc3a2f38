"""The chain of three meetings holds what the three forms of S4 ask for: a row an element."""

from __future__ import annotations

import pytest

from tests.data.structure_facts import Row, holds

FORM: tuple[Row, ...] = (
    ("S4-02", "", "aim helsa, trivselen, utviklinga eller læringa"),
    ("S4-08", "", "signatures 3"),
    ("S4-09", "", "files samspill,archive"),
    ("S4-43", "welcome", "settles introductions"),
    ("S4-44", "welcome", "point agenda"),
    ("S4-45", "welcome", "point where-to"),
    ("S4-53", "summing-up", "point purpose-reached"),
    ("S4-54", "summing-up", "point clear-up"),
    ("S4-55", "summing-up", "point more-to-know"),
    ("S4-56", "summing-up", "settles next-meeting"),
    ("S4-57", "summing-up", "says Tusen takk"),
)
"""What the three forms and the tips ask of each of the three meetings."""

MEETING_1: tuple[Row, ...] = (
    ("S4-01", "", "title Møte 1"),
    ("S4-06", "", "aim Vi skildrar"),
    ("S4-10", "", "aim helse, trivsel, utvikling og læring"),
    ("S4-11", "situation", "rows situation unit,child,guardians,others"),
    ("S4-46", "situation", "floor family/tell unit/tell others/tell"),
    ("S4-47", "situation", "prompt gått bra av det vi vart einige om før"),
    ("S4-48", "situation", "prompt vanskeleg"),
    ("S4-49", "situation", "prompt gjere med det"),
    ("S4-12", "information", "rows information unit,child,guardians,others"),
    ("S4-12", "information", "columns information text:text,who:participant"),
    ("S4-12", "information", "columns cooperation given:yes-no,with:text"),
    ("S4-50", "information", "prompt jobbe vidare med"),
    ("S4-51", "information", "point more-people"),
    ("S4-52", "information", "columns coordinator who:participant"),
    ("S4-13", "", "months 1"),
    ("S4-13", "", "next meeting-2"),
    ("S4-13", "summing-up", "columns agreements text:text"),
)

MEETING_2: tuple[Row, ...] = (
    ("S4-01", "", "title Møte 2"),
    ("S4-06", "", "aim Vi vel tiltak"),
    ("S4-20", "", "aim trivsel, helse, utvikling og læring"),
    ("S4-21", "findings", "rows findings unit,child,guardians,others"),
    ("S4-21", "findings", "columns analysis text:text"),
    ("S4-46", "findings", "floor family/tell unit/tell others/tell"),
    ("S4-47", "findings", "prompt gått bra av det vi vart einige om før"),
    ("S4-48", "findings", "prompt vanskeleg"),
    ("S4-49", "findings", "prompt gjere med det"),
    ("S4-22", "measures-to-try", "settles measures"),
    ("S4-22", "measures-to-try", "works measures"),
    ("S4-22", "measures-to-try", "says kor mykje, korleis, i kva tid, og kven gjer det?"),
    ("S4-50", "measures-to-try", "prompt jobbe vidare med"),
    ("S4-51", "measures-to-try", "point more-people"),
    ("S4-52", "measures-to-try", "columns coordinator who:participant"),
    ("S4-23", "", "months 2"),
    ("S4-23", "", "next meeting-3"),
    ("S4-23", "summing-up", "columns agreements text:text"),
)

MEETING_3: tuple[Row, ...] = (
    ("S4-01", "", "title Møte 3"),
    ("S4-06", "", "aim Vi oppsummerer"),
    ("S4-30", "", "aim avklarar kva som skjer vidare"),
    ("S4-31", "effect", "rows effect unit,child,guardians,others"),
    ("S4-31", "effect", "columns effect how:text,well:text,obstacles:text"),
    ("S4-46", "effect", "floor family/tell unit/tell others/tell"),
    ("S4-47", "effect", "prompt gått bra av det vi vart einige om før"),
    ("S4-48", "effect", "prompt vanskeleg"),
    ("S4-49", "effect", "prompt gjere med det"),
    ("S4-32", "way-ahead", "settles outcome"),
    ("S4-32", "way-ahead", "columns clarifications text:text,who:participant"),
    ("S4-33", "way-ahead", "blank services-asked 2"),
    ("S4-33", "way-ahead", "columns services-asked service:text,with:text,who:participant"),
    ("S4-50", "way-ahead", "prompt jobbe vidare med"),
    ("S4-51", "way-ahead", "point more-people"),
    ("S4-52", "way-ahead", "columns coordinator who:participant"),
)


@pytest.mark.parametrize("structure_id", ["meeting-1", "meeting-2", "meeting-3"])
@pytest.mark.parametrize("row", FORM)
def test_each_meeting_of_the_chain_has_s4s_head_foot_and_tips(structure_id: str, row: Row) -> None:
    assert holds(structure_id, row)


@pytest.mark.parametrize("row", MEETING_1)
def test_the_first_meeting_of_the_chain_is_s4s(row: Row) -> None:
    assert holds("meeting-1", row)


@pytest.mark.parametrize("row", MEETING_2)
def test_the_second_meeting_of_the_chain_is_s4s(row: Row) -> None:
    assert holds("meeting-2", row)


@pytest.mark.parametrize("row", MEETING_3)
def test_the_third_meeting_of_the_chain_is_s4s(row: Row) -> None:
    assert holds("meeting-3", row)
