"""Every code of the layers below has its words, in every language."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

import phases
from app.wording import states
from app.wording.bad_input import BAD_INPUT, bad_input_words
from app.wording.commands import COMMAND_WORDS, command_words
from app.wording.items import ITEMS, item_words
from app.wording.refusals import REFUSALS, refusal_said, refusal_words
from app.wording.rules import BLOCKS, FINDINGS, finding_words, reason_words
from app.wording.store import NOTES, STORE, note_words, store_words
from app.words import LANGUAGES, Words
from data.errors import DamagedError, StoreError
from data.settings import SettingsError
from phases import words as sets
from phases.bad_input import BadInputError
from phases.changes import Finding, Refusal
from phases.commands import COMMANDS
from phases.rules import READY_REASONS, RULES
from phases.structures import BUILT_IN

ENGLISH = Words("en")


def source(package: str) -> str:
    """All the code of a package, as text."""
    root = Path(phases.__file__).parent.parent / package
    return "\n".join(p.read_text(encoding="utf-8") for p in sorted(root.rglob("*.py")))


def refused_codes() -> set[str]:
    text = source("phases")
    found = set(re.findall(r'refuse\(\s*"([^"]+)"', text))
    return found | set(re.findall(r'impossible="([^"]+)"', text))


def test_every_refusal_has_words() -> None:
    known = {*REFUSALS, *BLOCKS, *BAD_INPUT}
    assert refused_codes() - known == set()


def test_every_bad_input_has_words() -> None:
    text = source("phases") + source("app")
    codes = set(re.findall(r'(?<!Stop)Error\(\s*"(E-[A-Z-]+)"', text))
    assert codes
    assert codes - set(BAD_INPUT) == set()
    assert "E-SCRIPT-TIME" in codes
    reasons = set(re.findall(r'_UnreadableError\("([^"]+)"\)', source("phases")))
    worded = {f"E-DATE:{why}" for why in reasons - {"form"}}
    assert worded - set(BAD_INPUT) == set()


def test_every_rule_has_words_for_what_it_can_do() -> None:
    for rule in RULES:
        table = BLOCKS if rule.priority == "B" else FINDINGS
        assert rule.id in table, rule.id


def test_every_trouble_with_the_store_has_words() -> None:
    text = source("data")
    codes = set(
        re.findall(r'(?:Disk|Conflict|Locked|Damaged|Newer|Usage|CaseId)Error\(\s*"([^"]+)"', text)
    )
    codes |= set(re.findall(r'(?:BadDocument|Settings)Error\(\s*"([^"]+)"', text))
    codes |= set(re.findall(r'errno\.\w+: "([^"]+)"', text))
    assert codes - set(STORE) == set()
    assert "synced-folder" in NOTES
    assert set(re.findall(r'notes \+= \("([^"]+)",\)', text)) <= set(NOTES)


def test_every_command_has_a_label_and_a_sentence_and_no_others_are_named() -> None:
    assert list(COMMAND_WORDS) == [command.name for command in COMMANDS]
    for name in COMMAND_WORDS:
        label, sentence = command_words(name, ENGLISH)
        assert len(label) <= 22
        assert sentence.endswith(".") or "”" in sentence


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        (states.STATES, get_args(sets.MeetingState)),
        (states.ROLES, get_args(sets.Role)),
        (states.DUTIES, get_args(sets.ParticipantDuty)),
        (states.EFFECTS, get_args(sets.Effect)),
        (states.STATUSES, get_args(sets.ActivityStatus)),
        (states.ARENAS, get_args(sets.Arena)),
        (states.KINDS, get_args(sets.GuardKind)),
        (states.OUTCOMES, get_args(sets.GuardOutcome)),
        (states.HANDLED, get_args(sets.Handled)),
        (states.OUTCOME_KINDS, get_args(sets.OutcomeKind)),
        (states.SHARES, get_args(sets.Share)),
        (states.FORMS, get_args(sets.ConsentForm)),
        (states.MINUTES, get_args(sets.MinutesStatus)),
        (states.HEARD, get_args(sets.Heard)),
        (ITEMS, BUILT_IN),
    ],
)
def test_each_closed_set_is_worded_whole(table: dict[str, str], codes: tuple[str, ...]) -> None:
    assert set(table) == set(codes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_keeps_an_open_placeholder(language: str) -> None:
    words = Words(language)
    said = [refusal_words(Refusal(code, _arguments(code)), words) for code in {*REFUSALS, *BLOCKS}]
    said += [finding_words(Finding(rule.id, {"age": "16"}), words) for rule in RULES]
    said += [store_words(StoreError(code, **_arguments(code)), words) for code in STORE]
    said += [
        refusal_words(Refusal(code.partition(":")[0], _arguments(code)), words)
        for code in BAD_INPUT
    ]
    for line in said:
        assert "{" not in line, line
        assert "\n" not in line


def _arguments(code: str) -> dict[str, str]:
    names = (
        "field",
        "keys",
        "record",
        "allowed",
        "name",
        "id",
        "age",
        "value",
        "limit",
        "length",
        "wanted",
        "got",
        "case",
        "line",
        "path",
        "table",
        "key",
        "nearest",
        "structure",
        "expected",
        "given",
    )
    why = code.partition(":")[2]
    return dict.fromkeys(names, "x") | ({"why": why} if why else {})


def test_a_line_for_the_command_line_fits_in_two_hundred_characters() -> None:
    for language in LANGUAGES:
        for code in {*REFUSALS, *BLOCKS}:
            refusal = Refusal(code, dict.fromkeys(_arguments(code), "x" * 40))
            assert len(refusal_words(refusal, Words(language))) <= 200


def test_what_was_typed_is_shown_clean_and_short() -> None:
    refusal = Refusal("no-participant", {"name": "\x1b[31m" + "a" * 100})
    said = refusal_words(refusal, ENGLISH)
    assert "\x1b" not in said
    assert "a" * 30 in said
    assert "a" * 45 not in said


def test_names_of_others_are_told_only_when_asked_for() -> None:
    finding = Finding("R-M13", {"names": "Kari"})
    assert "Kari" not in finding_words(finding, ENGLISH)
    assert "Kari" in finding_words(finding, ENGLISH, named=True)
    waiting = Refusal("R-M17", {"name": "Kari", "state": "waiting"}, 9)
    assert "Kari" not in refusal_words(waiting, ENGLISH)
    assert "Kari" in refusal_words(waiting, ENGLISH, named=True)


def test_what_a_consent_that_has_run_out_covered_is_told_in_words() -> None:
    found = Finding("R-C7", {"names": "PPT, cooperation"})
    said = finding_words(found, Words("nb"), named=True)
    assert said.endswith(": PPT, samarbeidet")
    assert "PPT" not in finding_words(found, Words("nb"))


def test_one_rule_may_block_and_warn_in_different_words() -> None:
    block = refusal_words(Refusal("R-M14", {}, 9), ENGLISH)
    assert block != finding_words(Finding("R-M14"), ENGLISH)


def test_a_passed_block_is_told_as_what_was_open() -> None:
    assert finding_words(Finding("R-M15"), ENGLISH).startswith("What was agreed")


@pytest.mark.parametrize(
    ("finding", "part"),
    [
        (Finding("R-M7", {"mark": "soon"}), "Soon time"),
        (Finding("R-M7", {"mark": "over"}), "little over"),
        (Finding("R-M9", {"minutes": "60"}), "hour is used"),
        (Finding("R-S2", {"kinds": "phone"}), "phone number"),
        (Finding("R-S2", {"kinds": "phone, e-mail"}), "something personal"),
    ],
)
def test_a_rule_says_what_its_case_asks_for(finding: Finding, part: str) -> None:
    assert part in finding_words(finding, ENGLISH)


def test_the_phase_of_a_conflict_can_be_called_by_its_title() -> None:
    refusal = Refusal("already-in-phase", {"phase": "offers"}, 4)
    assert "“offers”" in refusal_said(refusal, ENGLISH).what
    assert "“Tilbod”" in refusal_said(refusal, ENGLISH, {"offers": "Tilbod"}).what
    over = Refusal("already-in-phase", {"phase": ""}, 4)
    assert "No part" in refusal_said(over, ENGLISH).what


def test_a_wrong_moment_says_what_the_meeting_is_like() -> None:
    said = refusal_words(Refusal("not-now", {"state": "paused"}), Words("nn"))
    assert "pause" in said


def test_both_ways_of_counting_minutes_are_understood() -> None:
    by_command = Refusal("E-MIN", {"expected": "7", "given": "2"})
    by_reader = BadInputError("E-MIN", {"value": "1,2", "wanted": "7", "got": "2"})
    assert refusal_words(by_command, ENGLISH) == bad_input_words(by_reader, ENGLISH)
    wrong = Refusal("E-MIN", {"expected": "1-480", "given": "0,5"})
    assert "“0,5”" in refusal_words(wrong, ENGLISH)


def test_a_ready_reason_is_worded_and_a_typed_one_left_alone() -> None:
    nynorsk = Words("nn")
    assert [reason_words(code, nynorsk) for code in READY_REASONS] == [
        "ikkje aktuelt",
        "familien ønskjer det slik",
        "tek det etterpå",
    ]
    assert reason_words("Vi rakk det ikkje", nynorsk) == "Vi rakk det ikkje"


def test_the_words_of_the_screen_are_those_of_the_domain() -> None:
    nynorsk = Words("nn")
    assert item_words("writer", nynorsk) == "kven skriv"
    assert states.effect_words("not-enough-yet", nynorsk) == "ikkje nok hjelp enno"
    assert states.effect_words(None, nynorsk) == ""
    assert states.role_words("head", "kindergarten", nynorsk) == "styrar"
    assert states.role_words("head", "school", nynorsk) == "rektor"
    assert states.arena_words("school", "kindergarten", nynorsk) == "i barnehagen"
    assert finding_words(Finding("R-M6"), nynorsk) == "Spørsmål no – tilboda kjem seinare."


def test_a_code_of_a_newer_version_is_shown_as_it_is() -> None:
    assert states.state_words("held-online", ENGLISH) == "held-online"
    assert command_words("sing", ENGLISH) == ("sing", "sing")
    assert "sing" in refusal_words(Refusal("sing"), ENGLISH)
    assert "sing" in store_words(StoreError("sing"), ENGLISH)
    assert note_words("sing", ENGLISH) == "sing"


def test_a_damaged_log_is_told_with_its_line_and_nothing_else() -> None:
    said = store_words(DamagedError("damaged", case="ELEV-A", line=7, why="digest"), ENGLISH)
    assert "ELEV-A" in said
    assert "line 7" in said
    assert "digest" not in said


def test_a_setting_that_is_like_no_other_gets_no_guess() -> None:
    near = SettingsError("settings-key", path="s.toml", line=2, key="sond", nearest="sound")
    far = SettingsError("settings-key", path="s.toml", line=2, key="xyz", nearest="")
    assert "Did you mean “sound”?" in store_words(near, ENGLISH)
    assert "Did you mean" not in store_words(far, ENGLISH)
