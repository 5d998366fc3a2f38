"""The demo case: the same meeting in each language, just begun, in a vault that goes away."""

from __future__ import annotations

from datetime import date

import pytest

from app.play.demo import DEMO_ID, build_demo, demo_language, play_demo, temporary_vault
from app.wording.agreements import last_time_words
from app.words import LANGUAGES, Words
from data.structures import shipped
from phases.case import LOG
from phases.covering import consent_holds
from phases.pace import pace
from phases.settle import viddevakt, writer
from tests.app.spelling import Text, denied, misspelt, words_of
from tests.phases.room import NOON, FakeClock


@pytest.mark.parametrize(
    ("option", "environ", "language"),
    [
        (None, {}, "nn"),
        (None, {"LANG": "nb_NO.UTF-8"}, "nb"),
        (None, {"LC_ALL": "en_GB.UTF-8", "LANG": "nb_NO.UTF-8"}, "en"),
        (None, {"LANG": "C.UTF-8"}, "nn"),
        (None, {"LANG": "de_DE"}, "nn"),
        ("en", {"LANG": "nb_NO"}, "en"),
        ("tlh", {}, "nn"),
    ],
)
def test_the_demo_speaks_the_language_of_the_machine(
    option: str | None, environ: dict[str, str], language: str
) -> None:
    assert demo_language(option, environ) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_meeting_has_just_begun_and_everything_is_set_up(language: str) -> None:
    clock = FakeClock()
    case = play_demo(language, clock, shipped()).case
    sitting = case.sitting
    assert sitting is not None
    assert case.facts.language == language
    assert case.facts.rehearsal
    assert (sitting.state, sitting.line.phase) == ("running", "welcome")
    assert pace(sitting, clock.stamp()).remaining_s == 300
    assert len(case.services) == 2
    assert len([p for p in case.participants.values() if p.role == "guardian" and p.call]) == 2
    today = NOON.date()
    assert all(consent_holds(case, covers, today) for covers in (LOG, *case.services))
    assert writer(case, sitting)
    assert viddevakt(case, sitting)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_was_a_meeting_before_with_four_agreements(language: str) -> None:
    case = play_demo(language, FakeClock(), shipped()).case
    first = min(case.meetings.values(), key=lambda m: m.number)
    assert case.sitting_of(first.id).state == "closed"
    assert len(case.agreed_in(first.id)) == 4
    assert all(a.due and a.due > date(2027, 1, 19) for a in case.agreed_in(first.id))
    assert case.agreed_in(first.id)[0].title in last_time_words(case, Words(language))
    assert case.evaluations[first.id].took_part
    assert case.label(case.facts.relay_holder)


def test_the_three_scripts_are_the_same_meeting() -> None:
    cases = [play_demo(language, FakeClock(), shipped()).case for language in LANGUAGES]
    kinds = [[e.kind for events in c.happened.values() for e in events] for c in cases]
    assert kinds[0] == kinds[1] == kinds[2]


def test_a_rehearsal_may_run_faster() -> None:
    case = play_demo("nn", FakeClock(), shipped(), 60).case
    assert case.sitting is not None
    assert case.sitting.line.speed == 60


def test_the_demo_lives_in_a_vault_of_its_own_that_goes_away() -> None:
    clock = FakeClock()
    with temporary_vault() as vault:
        folder = vault.folder
        made = build_demo(vault, "nn", clock, shipped())
        log = vault.open(made, clock, shipped())
        assert made == DEMO_ID
        assert log.revision == 1
        assert log.case.sitting is not None
        assert log.case.sitting.state == "running"
        titles = [a.title for a in log.case.activities.values()]
        played = play_demo("nn", clock, shipped()).case
        assert titles == [a.title for a in played.activities.values()]
        assert folder.parent.stat().st_mode & 0o077 == 0
    assert not folder.exists()
    assert not folder.parent.exists()


@pytest.mark.parametrize("language", ["nn", "nb"])
def test_the_norwegian_of_the_demo_is_spelt_right(language: str) -> None:
    case = play_demo(language, FakeClock(), shipped()).case
    said = [p.label for p in case.participants.values()]
    said += [t for a in case.activities.values() for t in (a.title, a.comment)]
    said += [t for o in case.offers.values() for t in (o.text, o.view)]
    said += [m.challenge for m in case.meetings.values()]
    said += [getattr(e, q) for e in case.evaluations.values() for q in "abcde"]
    found = [Text("demo", text) for text in said]
    assert denied(found, language) == []
    assert misspelt((w for text in found for w in words_of(text.text)), language) == set()
