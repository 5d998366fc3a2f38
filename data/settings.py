"""What an organisation or a person may set, in one TOML file over the defaults.

Nothing here says who may see or do what: those rules aren't a matter of taste.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from data.errors import EXIT_USAGE, StoreError
from data.files import read_file
from phases.nearest import nearest
from phases.words import Language

VARIABLE = "VIDDEVAKT_SETTINGS"


class Settings(BaseModel):
    """All settings, with their defaults."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, strict=True)

    consent_age: Literal[15, 16, 18] = 16
    """From which age the youth's own consent is needed (S0-14, R-C2; domain L2)."""
    calm_seconds: bool = False
    """Show seconds too while guardians or child have the floor (design §4.5)."""
    sound: bool = False
    """Bells; never while guardians or child have the floor."""
    theme: Literal["viddevakt-dark", "viddevakt-light"] = "viddevakt-dark"
    municipality: str | None = None
    """Whose school calendar counts (`calendar list`); without one weekends and red days alone."""
    deadline_roll: Literal["back", "forward"] = "back"
    """Where a deadline on a closed day moves to (DA-3)."""
    minutes_days: Annotated[int, Field(ge=1, le=30)] = 2
    """Working days after a meeting until its minutes should be final (R-E6)."""
    measured_times: bool = False
    """Show on the minutes how long each part took; by default nobody's minutes are counted."""
    language: Language | None = None
    """The language of the screens; by default the case's, else the machine's."""
    unit: Literal["school", "kindergarten"] = "school"
    """Which words a new case uses (elev, rektor or barn, styrar)."""
    sender: Annotated[str, Field(max_length=60, pattern=r"^[^\x00-\x1f\x7f]*$")] = ""
    """Whom summonses and reminders come from and how to reach them, like "Sund skule, tlf. 12 34 56
    78"; else "skulen" or such, and nobody can see whom to call."""
    interpretive_words: Annotated[tuple[str, ...], Field(strict=False)] | None = None
    """Words to hint at where people are asked to describe (R-M10), instead of those that ship."""


class SettingsError(StoreError):
    """A settings file that can't be used (2): `args_` say file, line, key, and what was meant."""

    exit_code = EXIT_USAGE


def settings_path(environ: Mapping[str, str]) -> Path:
    """`VIDDEVAKT_SETTINGS`, else the platform's place for settings."""
    if environ.get(VARIABLE):
        return Path(environ[VARIABLE]).expanduser()
    from platformdirs import user_config_path

    return user_config_path("viddevakt", appauthor=False) / "settings.toml"


def load_settings(path: Path) -> Settings:
    """The settings of this file over the defaults; the defaults where there is no file.

    Raises SettingsError (`settings-toml`, `settings-key`, `settings-value`), DiskError.
    """
    data = read_file(path)
    if data is None:
        # Defaults need no checking, and what would check them takes longer to build than all this.
        return Settings.model_construct()
    import tomllib

    try:
        text = data.decode("utf-8")
        values = tomllib.loads(text)
    except UnicodeDecodeError:
        raise SettingsError("settings-encoding", path=path.name) from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError("settings-toml", path=path.name, line=_line_told(error)) from None
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        raise _explained(error, path, text) from None


def _explained(error: ValidationError, path: Path, text: str) -> SettingsError:
    """The first fault, with its line and what it ought to be."""
    fault = error.errors(include_url=False, include_context=True)[0]
    key = str(fault["loc"][0])
    facts: dict[str, Any] = {"path": path.name, "line": _line_of(key, text), "key": key[:40]}
    if fault["type"] == "extra_forbidden":
        return SettingsError("settings-key", nearest=nearest(key, Settings.model_fields), **facts)
    expected = fault.get("ctx", {}).get("expected", fault["type"])
    return SettingsError("settings-value", expected=str(expected), **facts)


def _line_of(key: str, text: str) -> int:
    """The line (from 1) on which a key is set; 0 where it can't be found."""
    setting = re.compile(rf"""\s*\[*["']?{re.escape(key)}["']?\s*[\].=]""")
    for number, line in enumerate(text.splitlines(), start=1):
        if setting.match(line):
            return number
    return 0


def _line_told(error: Exception) -> int:
    """The line in a TOML error's message: Python 3.11 gives it in words alone."""
    found = re.search(r"line (\d+)", str(error))
    return int(found[1]) if found else 0
