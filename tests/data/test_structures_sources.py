"""Each structure of one meeting holds what its source asks for: a row an element."""

from __future__ import annotations

import pytest

from tests.data.structure_facts import Row, holds

S0: tuple[Row, ...] = (
    ("S0-01", "", "aim Det som hjelper, kjem tidleg;"),
    ("S0-01", "", "aim det som ikkje hjelper, sluttar vi med"),
    ("S0-02", "", "aim om det trengst ny hjelp"),
    ("S0-03", "", "aim Saman med dykk og {child}"),
    ("S0-04", "", "attitude ein del av løysinga"),
    ("S0-05", "", "attitude likeverdige og med respekt"),
    ("S0-11", "", "limit 60"),
    ("S0-18", "opening", "point topic"),
    ("S0-18", "opening", "first leader/tell"),
    ("S0-19", "opening", "floor leader/tell newcomer/introduce"),
    ("S0-19", "opening", "settles introductions"),
    ("S0-F", "family", "says Korleis har det gått med det vi sette i gang?"),
    ("S0-20", "family", "floor family/tell"),
    ("S0-20", "family", "settles family-first"),
    ("S0-21", "others", "round other"),
    ("S0-21", "others", "says kva dei merkar av det vi har sett i gang"),
    ("S0-22", "others", "says gått bra sidan sist"),
    ("S0-22", "others", "prompt gått bra sidan sist"),
    ("S0-23", "activities", "round activity"),
    ("S0-23", "activities", "settles walk-through"),
    ("S0-23", "activities", "works walk-through"),
    ("S0-24", "activities", "says først det heime, så {unit}, så dei andre tenestene"),
    ("S0-25", "activities", "says Då held vi fram"),
    ("S0-26", "activities", "says justerer vi eller sluttar"),
    ("S0-27", "activities", "says skriv kort kvifor"),
    ("S0-28", "new-activities", "point new-activity"),
    ("S0-28", "new-activities", "says kven tek det på seg?"),
    ("S0-29", "new-activities", "point more-help"),
    ("S0-30", "new-activities", "point in-step"),
    ("S0-31", "new-activities", "settles everyone-active"),
    ("S0-32", "new-activities", "prompt Kva kan kvar av oss bidra med?"),
    ("S0-33", "closing", "point heard"),
    ("S0-34", "closing", "point alike"),
    ("S0-35", "closing", "settles next-meeting"),
    ("S0-35", "", "weeks 6"),
    ("S0-36", "closing", "settles half-year-plan"),
    ("S0-37", "closing", "settles inform-child"),
    ("S0-37", "", "tells who"),
)

S1: tuple[Row, ...] = (
    ("S1-01", "", "aim Rett hjelp kjem tidleg i gang"),
    ("S1-02", "", "aim om det trengst ny hjelp"),
    ("S1-03", "", "aim Saman med dykk og {child}"),
    ("S1-04", "", "attitude ein del av løysinga"),
    ("S1-05", "", "attitude likeverdige og med respekt"),
    ("S1-07", "", "limit 60"),
    ("S1-07", "opening", "point fixed-time"),
    ("S1-08", "opening", "point topic"),
    ("S1-09", "opening", "floor leader/tell newcomer/introduce"),
    ("S1-09", "opening", "settles introductions"),
    ("S1-D", "main", "says Korleis har det gått med hjelpa så langt"),
    ("S1-10", "main", "first family/tell"),
    ("S1-10", "main", "settles family-first"),
    ("S1-11", "main", "floor family/tell others/tell everyone/think"),
    ("S1-12", "main", "point go-on"),
    ("S1-12", "main", "point something-else"),
    ("S1-13", "main", "point in-step"),
    ("S1-14", "main", "point summed-up"),
    ("S1-15", "closing", "point heard"),
    ("S1-16", "closing", "point alike"),
    ("S1-17", "closing", "works measures"),
    ("S1-17a", "closing", "settles measures"),
    ("S1-17b", "closing", "point more-people"),
    ("S1-17c", "closing", "says når er det gjort?"),
    ("S1-17d", "closing", "says kven gjer det"),
    ("S1-17d", "closing", "says De heime kan òg ta noko"),
    ("S1-17e", "closing", "settles next-meeting"),
    ("S1-17f", "closing", "settles inform-child"),
    ("S1-17f", "", "tells who-how-when"),
    ("S1-18", "how-it-was", "floor family/tell"),
    ("S1-18", "how-it-was", "settles feedback"),
    ("S1-18", "how-it-was", "says gjere annleis til neste gong"),
)

S2: tuple[Row, ...] = (
    ("S2-VET", "know", "compass VEIT"),
    ("S2-KAN", "can", "compass KAN"),
    ("S2-VIL", "will", "compass VIL"),
    ("S2-GJØR", "do", "compass GJER"),
    ("S2-1", "welcome", "point situation-told"),
    ("S2-2", "names", "round participant"),
    ("S2-2", "names", "settles introductions"),
    ("S2-2a", "names", "point who-attends"),
    ("S2-2b", "welcome", "settles covered"),
    ("S2-3", "know", "rows core core,attentive"),
    ("S2-3a", "know", "round participant"),
    ("S2-3a", "know", "describes"),
    ("S2-3a", "know", "rows descriptions child,guardians,unit,others"),
    ("S2-3b", "know", "point under-way"),
    ("S2-3c", "know", "point questions"),
    ("S2-4", "can", "works goals"),
    ("S2-4a", "can", "round participant"),
    ("S2-4a", "can", "settles goals"),
    ("S2-4b", "can", "rows resources child,around"),
    ("S2-4c", "can", "point alternatives"),
    ("S2-4c", "can", "blank possibilities 3"),
    ("S2-5", "will", "prompt heimen og {unit}"),
    ("S2-5", "will", "works measures"),
    ("S2-5a", "will", "settles measures"),
    ("S2-5a", "will", "first family/think"),
    ("S2-5b", "will", "point in-step"),
    ("S2-5c", "will", "point goals-clear"),
    ("S2-5d", "will", "says Kven gjer kva"),
    ("S2-5d", "will", "says Korleis følgjer vi opp"),
    ("S2-5e", "will", "settles assess-dates"),
    ("S2-5e", "will", "settles next-meeting"),
    ("S2-6", "do", "works closing"),
    ("S2-6a", "do", "point clear-up"),
    ("S2-6b", "do", "blank agreements 2"),
    ("S2-6c", "do", "point more-to-know"),
    ("S2-6d", "do", "settles distribution"),
)

S3: tuple[Row, ...] = (
    ("S3-01", "welcome", "first leader/lead"),
    ("S3-02", "welcome", "settles introductions"),
    ("S3-03", "welcome", "settles consent-told"),
    ("S3-04", "welcome", "settles writer"),
    ("S3-05", "welcome", "says taletid i to rundar"),
    ("S3-06", "welcome", "says de avgjer heile vegen"),
    ("S3-07", "welcome", "settles viddevakt"),
    ("S3-08", "welcome", "says eit vink derifrå hjelper oss alle"),
    ("S3-09", "description", "floor family/tell teacher/tell"),
    ("S3-10", "description", "says Kva er prøvd så langt"),
    ("S3-10", "description", "tried"),
    ("S3-11", "clarifying", "round service"),
    ("S3-12", "clarifying", "floor service/ask family-and-teacher/answer"),
    ("S3-13", "status-quo", "floor family/think teacher/think"),
    ("S3-14", "status-quo", "says Kom det fram noko nytt"),
    ("S3-15", "status-quo", "says noko de vil prøve sjølve"),
    ("S3-16", "offers", "round service"),
    ("S3-17", "offers", "settles offers"),
    ("S3-18", "decision", "floor teacher/think family/choose relay-holder/read"),
    ("S3-19", "decision", "settles choice"),
    ("S3-20", "decision", "settles relay-holder"),
    ("S3-21", "decision", "settles measures"),
    ("S3-22", "decision", "settles read-aloud"),
    ("S3-23", "closing", "floor summariser/sum-up"),
    ("S3-24", "closing", "says når vi møtest og høyrer korleis det går"),
    ("S3-25", "closing", "settles next-meeting"),
    ("S3-25", "", "planned"),
    ("S3-26", "closing", "settles staff-stay"),
    ("S3-27", "closing", "says Tusen takk"),
    ("S3-29", "", "minutes-by head"),
)


@pytest.mark.parametrize("row", S0)
def test_the_follow_up_meeting_is_s0s(row: Row) -> None:
    assert holds("bti-followup", row)


@pytest.mark.parametrize("row", S1)
def test_the_simple_meeting_is_s1s(row: Row) -> None:
    assert holds("bti-basic", row)


@pytest.mark.parametrize("row", S2)
def test_know_can_will_do_is_s2s(row: Row) -> None:
    assert holds("know-can-will-do", row)


@pytest.mark.parametrize("row", S3)
def test_the_meeting_about_one_child_is_s3s(row: Row) -> None:
    assert holds("bti-individual", row)
