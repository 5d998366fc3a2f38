"""The commands that open a window hand over the right case, language and name."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

import app.opening
from app.cli.errors import StopError
from app.cli.run import run
from app.cli.windows import need_screen
from app.words import Words
from data.vault import Vault
from tests.app.cli.harness import Shell

Opened = list[tuple[str, Any]]


class Screen:
    """A standard stream that is a terminal, or isn't."""

    def __init__(self, *, terminal: bool = True) -> None:
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def fileno(self) -> int:
        return 1


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """A terminal of 80 by 24, and windows that only note what they were opened with."""
    streams = SimpleNamespace(stdin=Screen(), stdout=Screen(), stderr=Screen())
    monkeypatch.setattr("app.cli.windows.sys", streams)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((80, 24)))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    found: Opened = []

    def noting(name: str) -> Callable[..., int]:
        def window(*args: Any, notes: tuple[str, ...] = (), speed: float = 1.0) -> int:
            assert notes == ()
            found.append((name, args if speed == 1.0 else (*args, speed)))
            return 7

        return window

    for name in ("lead", "beside", "home", "demo"):
        monkeypatch.setattr(app.opening, f"run_{name}", noting(name))
    return found


@pytest.fixture
def at_home(seeded: Shell, monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.setenv("VIDDEVAKT_VAULT", str(seeded.vault))
    monkeypatch.setenv("VIDDEVAKT_SETTINGS", str(seeded.home / "settings.toml"))
    monkeypatch.setenv("LANGUAGE", "")
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "nb_NO.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr("signal.signal", lambda *_: None)
    monkeypatch.setattr("gettext.textdomain", lambda *_: "messages")
    return seeded


@pytest.mark.usefixtures("at_home")
@pytest.mark.parametrize("window", ["lead", "wall", "evaluate"])
def test_a_window_opens_with_the_cases_own_language(opened: Opened, window: str) -> None:
    assert run([window, "elev-a"]) == 7
    [(name, (vault, case_id, words, who, *which))] = opened
    assert (name, *which) == (("lead",) if window == "lead" else ("beside", window))
    assert (case_id, words.language, who) == ("ELEV-A", "en", "")
    assert isinstance(vault, Vault)


@pytest.mark.usefixtures("at_home")
def test_the_options_before_the_command_count(opened: Opened) -> None:
    run(["--lang", "nn", "--as", "Kari", "lead", "elev-a"])
    [(_, (_, _, words, who))] = opened
    assert (words.language, who) == ("nn", "Kari")


@pytest.mark.usefixtures("at_home")
def test_alone_it_opens_todays_meeting(opened: Opened) -> None:
    run([])
    run(["--vault", "elsewhere"])
    run(["--as=Kari"])
    assert [name for name, _ in opened] == ["home", "home", "home"]
    assert opened[0][1][1].language == "nb"
    assert opened[1][1][0].folder.name == "elsewhere"
    assert opened[2][1][2] == "Kari"


@pytest.mark.usefixtures("at_home")
def test_the_demo_speaks_the_machines_language_and_takes_a_speed(opened: Opened) -> None:
    run(["demo"])
    run(["--lang", "nn", "demo", "--speed", "60"])
    run(["demo", "--speed=2.5"])
    assert [(a[0].language, a[1]) for _, a in opened] == [("nb", 1.0), ("nn", 60.0), ("nb", 2.5)]


def test_only_a_rehearsal_is_led_at_a_speed(
    opened: Opened, at_home: Shell, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--lang", "nn", "lead", "elev-a", "--speed", "60"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "viddevakt: Berre ei øving kan gå med ein annan fart (no-rehearsal): "
        "Start utan fart, eller lag ei øving"
    ]
    at_home.ok("case", "new", "ELEV-O", "--rehearsal")
    assert run(["lead", "elev-o", "--speed", "60"]) == 7
    assert opened[-1][1][-1] == 60.0


@pytest.mark.usefixtures("at_home")
def test_a_wrong_case_is_told_before_a_screen_is_drawn(
    opened: Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["lead", "nope"]) == 2
    assert run(["--lang=en", "evaluate", "../x"]) == 2
    assert opened == []
    absent, bad = capsys.readouterr().err.splitlines()
    assert "E-ABSENT" in absent
    assert "E-ID" in bad


@pytest.mark.usefixtures("opened")
def test_a_screen_needs_a_terminal_that_can_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    words = Words("en")
    need_screen(words, {"TERM": "xterm"})
    with pytest.raises(StopError):
        need_screen(words, {"TERM": "dumb"})
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((20, 4)))
    with pytest.raises(StopError) as caught:
        need_screen(words, {})
    assert "20×5" in str(caught.value.said)
    monkeypatch.setattr("app.cli.windows.sys.stderr", Screen(terminal=False))
    with pytest.raises(StopError):
        need_screen(words, {})
    monkeypatch.setattr("app.cli.windows.sys.stdin", None)
    with pytest.raises(StopError):
        need_screen(words, {})
