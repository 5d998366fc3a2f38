"""The keys: none twice, none out of reach, and none that counts twice when held."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.keys import (
    GUARD_KEYS,
    LEAD_KEYS,
    NOTES_KEYS,
    REPEAT_S,
    TABLES,
    Key,
    KeyGate,
    KeyWindow,
    key_for,
)
from app.screens.key_table import help_rows
from app.screens.lead.pages import ELSEWHERE, SETTLED_BY, more_rows
from app.screens.log_forms.settling import ITEM_NAMES
from app.wording.window_acts import OWN, SHARED
from app.words import LANGUAGES, Words
from phases.commands import COMMANDS
from phases.rights import RIGHTS, Window, may

PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
NAMED = frozenset(
    {"enter", "pagedown", "space", "plus", "minus", "question_mark", "escape", "slash"}
)
"""On a Norwegian keyboard: a key alone, or with Shift; none of them with AltGr."""

MORE = {row.act for row in more_rows(Words("nn"))}


def _pressed(key: Key) -> tuple[str, ...]:
    return (*key.keys, *((key.typing,) if key.typing else ()))


@pytest.mark.parametrize("window", TABLES)
def test_no_two_acts_share_a_key(window: KeyWindow) -> None:
    every = [name for key in TABLES[window] for name in _pressed(key)]
    assert sorted(every) == sorted(set(every))


@pytest.mark.parametrize("window", TABLES)
def test_no_act_stands_twice_in_the_table(window: KeyWindow) -> None:
    acts = [key.act for key in TABLES[window]]
    assert sorted(acts) == sorted(set(acts))


@pytest.mark.parametrize("window", TABLES)
def test_digits_and_escape_are_left_to_the_items_and_the_fields(window: KeyWindow) -> None:
    taken = {name for key in TABLES[window] for name in key.keys}
    assert not taken & {*"0123456789", "escape", "tab", "shift+tab", "up", "down"}


@pytest.mark.parametrize("window", RIGHTS)
def test_every_act_with_a_key_is_one_that_the_window_may_do(window: Window) -> None:
    duties = {command.name: command.duty for command in COMMANDS}
    asked = {key.act: duties[key.act] for key in TABLES[window] if key.act in duties}
    # Undo names the act that it takes back, and may what that one may.
    assert all(may(window, duty) for act, duty in asked.items() if act != "undo"), asked


def test_no_function_key_of_the_desk_moves_the_meeting_on_lead() -> None:
    leads = {key.typing for key in LEAD_KEYS if key.typing}
    assert leads & {key.typing for key in NOTES_KEYS} == {"f1"}  # help, in every window
    assert {k.typing for k in GUARD_KEYS if k.typing} == {"f1", "f4"}


def test_f1_is_help_in_every_window_and_nothing_else() -> None:
    keys = [key for table in TABLES.values() for key in table if "f1" in (key.typing, *key.keys)]
    assert [key.act for key in keys] == ["help"] * len(TABLES)


@pytest.mark.parametrize("window", TABLES)
def test_no_key_needs_altgr_on_a_norwegian_keyboard(window: KeyWindow) -> None:
    for key in TABLES[window]:
        assert set(key.keys) <= PLAIN | NAMED, key.act


def test_what_works_while_typing_is_a_function_key() -> None:
    typing = {key.act: key.typing for key in LEAD_KEYS if key.typing}
    keys = {"next": "f2", "pause": "f3", "guard": "f4", "hide": "f8", "step-out": "f9"}
    assert typing == keys | {"help": "f1"}


def test_every_command_has_a_key_or_stands_under_more_or_is_done_elsewhere() -> None:
    keyed = {key.act for key in LEAD_KEYS}
    for command in COMMANDS:
        act = SETTLED_BY.get(command.name, command.name)
        assert act in keyed or act in MORE or command.name in ELSEWHERE, command.name


def test_what_is_said_to_be_elsewhere_is_a_command_and_has_no_place_of_its_own() -> None:
    names = {command.name for command in COMMANDS}
    assert names >= ELSEWHERE
    assert not ELSEWHERE & {key.act for key in LEAD_KEYS}
    assert not ELSEWHERE & MORE


def test_every_act_under_more_is_a_key_a_window_act_or_an_item_or_a_command() -> None:
    names = {command.name for command in COMMANDS}
    assert names | {*OWN["lead"], *SHARED} | ITEM_NAMES >= MORE


def test_every_act_has_a_label_and_a_help_in_every_language() -> None:
    for language in LANGUAGES:
        words = Words(language)
        rows = [*more_rows(words), *(row for window in TABLES for row in help_rows(window, words))]
        for row in rows:
            assert row.label != row.act, "the name of an act stands in for words that lack"
            assert row.help


def test_a_key_is_found_by_its_act() -> None:
    found = key_for("guard")
    assert found is not None
    assert found.label == "v"
    assert key_for("no such act") is None


class _Seconds:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_second_press_within_eight_tenths_of_a_second_does_not_count() -> None:
    seconds = _Seconds()
    gate = KeyGate(seconds)
    assert gate.passes("next")
    seconds.now = REPEAT_S - 0.01
    assert not gate.passes("next")


def test_a_press_after_that_counts() -> None:
    seconds = _Seconds()
    gate = KeyGate(seconds)
    gate.passes("next")
    seconds.now = REPEAT_S
    assert gate.passes("next")


def test_one_key_does_not_shut_the_gate_for_another() -> None:
    gate = KeyGate(_Seconds())
    assert gate.passes("next")
    assert gate.passes("back")


@given(st.lists(st.floats(min_value=0.0, max_value=REPEAT_S - 0.01), max_size=200))
def test_a_key_held_for_however_long_is_one_step(pauses: list[float]) -> None:
    seconds = _Seconds()
    gate = KeyGate(seconds)
    passed = int(gate.passes("next"))
    for pause in pauses:
        seconds.now += pause
        passed += gate.passes("next")
    assert passed == 1
