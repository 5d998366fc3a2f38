"""One setting put into a person's own file: everything else in it stays as it was."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import UsageError
from data.settings import SettingsError, load_settings
from data.settings_saving import save_setting
from phases.text import TextError

SENDER = "Sund skule, tlf. 12 34 56 78"


@pytest.mark.parametrize(
    ("key", "typed", "held"),
    [
        ("sender", SENDER, SENDER),
        ("sender", '"Skulen" på Sund \\ Å', '"Skulen" på Sund \\ Å'),
        ("sender", "12345678", "12345678"),
        ("sender", "true", "true"),
        ("consent_age", "15", 15),
        ("sound", "true", True),
        ("language", "nn", "nn"),
        ("minutes_days", "5", 5),
        ("interpretive_words", '["lat", "sur"]', ("lat", "sur")),
    ],
)
def test_a_value_is_typed_as_people_write_it(
    tmp_path: Path, key: str, typed: str, held: object
) -> None:
    path = tmp_path / "new" / "settings.toml"
    assert getattr(save_setting(path, key, typed), key) == held
    assert getattr(load_settings(path), key) == held


def test_the_other_lines_and_remarks_stay_and_an_empty_value_takes_it_out(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    mine = '# mine\nsound = true   # loud\ninterpretive_words = [\n  "lat",\n]\nlanguage = "nb"'
    path.write_text(mine, encoding="utf-8")
    save_setting(path, "sender", SENDER)
    assert path.read_text(encoding="utf-8") == f'{mine}\nsender = "{SENDER}"\n'
    save_setting(path, "interpretive_words", '["sur"]')
    save_setting(path, "sender", "")
    told = '# mine\nsound = true   # loud\ninterpretive_words = ["sur"]\nlanguage = "nb"\n'
    assert path.read_text(encoding="utf-8") == told


@pytest.mark.parametrize(
    ("key", "typed", "code"),
    [
        ("sendar", "x", "setting-unknown"),
        ("consent_age", "17", "setting-value"),
        ("consent_age", "16\nsound = true", "setting-value"),
        ("theme", "neon", "setting-value"),
        ("sound", "yes", "setting-value"),
    ],
)
def test_what_cannot_be_set_is_refused_and_nothing_is_written(
    tmp_path: Path, key: str, typed: str, code: str
) -> None:
    path = tmp_path / "settings.toml"
    with pytest.raises(UsageError, match=code):
        save_setting(path, key, typed)
    assert not path.exists()


def test_a_sender_that_no_message_has_room_for_is_refused_with_both_lengths(
    tmp_path: Path,
) -> None:
    with pytest.raises(TextError) as error:
        save_setting(tmp_path / "settings.toml", "sender", "x" * 61)
    assert error.value.details == {"limit": "60", "length": "61"}


def test_a_file_that_is_broken_already_is_told_and_left(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("sound == true\n")
    with pytest.raises(SettingsError):
        save_setting(path, "sender", SENDER)
    assert path.read_text() == "sound == true\n"


@given(st.text(max_size=70))
def test_whatever_is_typed_the_file_is_readable_afterwards(
    tmp_path_factory: pytest.TempPathFactory, typed: str
) -> None:
    path = tmp_path_factory.mktemp("set") / "settings.toml"
    path.write_text("sound = true\n")
    try:
        save_setting(path, "sender", typed)
    except (UsageError, TextError):
        assert path.read_text() == "sound = true\n"
    else:
        assert tomllib.loads(path.read_text(encoding="utf-8"))["sound"] is True
