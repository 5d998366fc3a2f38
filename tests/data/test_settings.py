"""Settings: defaults, a person's own, and errors that say where (reliability row 95)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from data.settings import Settings, SettingsError, load_settings, settings_path


def _file(folder: Path, text: str) -> Path:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


def _error(folder: Path, text: str) -> SettingsError:
    with pytest.raises(SettingsError) as caught:
        load_settings(_file(folder, text))
    assert caught.value.exit_code == 2
    return caught.value


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "none.toml")
    assert settings == Settings()
    assert (settings.consent_age, settings.sound, settings.calm_seconds) == (16, False, False)
    assert settings.deadline_roll == "back"
    assert settings.language is None


def test_what_a_person_sets_wins_and_the_rest_stays(tmp_path: Path) -> None:
    settings = load_settings(_file(tmp_path, 'consent_age = 15\ntheme = "viddevakt-light"\n'))
    assert settings == Settings(consent_age=15, theme="viddevakt-light")


def test_a_misspelt_key_is_named_with_its_line_and_the_right_one(tmp_path: Path) -> None:
    error = _error(tmp_path, "# mine\nsound = true\nconcent_age = 15\n")
    assert error.code == "settings-key"
    assert error.args_ == {"path": "settings.toml", "line": 3, "key": "concent_age",
                           "nearest": "consent_age"}  # fmt: skip


def test_a_key_like_none_of_ours_has_no_suggestion(tmp_path: Path) -> None:
    assert _error(tmp_path, "zzz = 1\n").args_["nearest"] == ""


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("consent_age = 17", "consent_age"),
        ('consent_age = "16"', "consent_age"),
        ("sound = 1", "sound"),
        ('theme = "neon"', "theme"),
        ('"deadline_roll" = "sideways"', "deadline_roll"),
        ("[sound]\nloud = true", "sound"),
    ],
)
def test_a_wrong_value_is_named_with_its_line_and_not_quoted(
    tmp_path: Path, line: str, key: str
) -> None:
    error = _error(tmp_path, f"\n{line}\n")
    assert error.code == "settings-value"
    assert (error.args_["key"], error.args_["line"]) == (key, 2)
    assert error.args_["expected"]
    assert "neon" not in str(error)


def test_broken_toml_is_named_with_its_line(tmp_path: Path) -> None:
    error = _error(tmp_path, "sound = true\nsound == 1\n")
    assert (error.code, error.args_["line"]) == ("settings-toml", 2)


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes("# på\n".encode("latin-1"))
    with pytest.raises(SettingsError, match="settings-encoding"):
        load_settings(path)


def test_the_file_is_the_one_named_or_the_platform_s() -> None:
    assert settings_path({"VIDDEVAKT_SETTINGS": "/etc/v.toml"}) == Path("/etc/v.toml")
    assert settings_path({}).name == "settings.toml"


def test_settings_can_not_be_changed_in_passing() -> None:
    settings: Any = Settings()
    with pytest.raises(ValueError, match="frozen"):
        settings.sound = True
