"""The application around every window: leaving the terminal sane, whatever happens."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pyte
import pytest
from textual.binding import Binding

from app.application import EXIT_CRASHED, Viddevakt, run
from app.terminal_gone import EXIT_HUNG_UP
from app.words import Words
from data.clock import SystemClock
from data.structures import shipped
from data.vault import Vault
from phases.commands import Command
from phases.commands.case_facts import CaseNew
from phases.commands.clock import Next, Start
from phases.commands.consents import ConsentAdd
from phases.commands.participants import ParticipantAdd
from phases.commands.planning import MeetingPlan
from tests.app.screens.lead.seat import Seat
from tests.app.terminal.terminal import PATIENCE_S, Terminal

SECRET = "Løyndom"
"""Stands in the case; must stand in no last line."""

IN_ALTERNATE, OUT_OF_ALTERNATE = "\x1b[?1049h", "\x1b[?1049l"
SHOW_CURSOR = "\x1b[?25h"

CRASHING = """
import sys
from app.screens.lead.window_acts import WindowActs
async def crash(self):
    name = [p.name for p in self.desk.log.case.participants.values()]
    raise ValueError(f"nothing about {name}")
WindowActs._tell_time = crash
sys.argv[1:] = %r
from app.__main__ import main
main()
"""


class Script(Terminal):
    """A terminal with a few lines of Python before the program."""

    def __init__(self, script: str, **environ: str) -> None:
        self.screen = pyte.Screen(80, 24)
        self._stream = pyte.Stream(self.screen)
        self.raw = ""
        self.child = pexpect.spawn(
            sys.executable,
            ["-c", script],
            dimensions=(24, 80),
            env={**os.environ, "TERM": "xterm-256color", **environ},
            encoding="utf-8",
            codec_errors="replace",
            timeout=PATIENCE_S,
        )


def vault_with_meeting(folder: Path) -> Path:
    """A real journal with a meeting in its second part."""
    vault = Vault(folder / "vault")
    clock = SystemClock()
    vault.create("ELEV-A", clock.stamp().utc)
    log = vault.open("ELEV-A", clock, shipped())
    done: tuple[Command, ...] = (
        CaseNew(language="nn"),
        ParticipantAdd(label=SECRET, role="guardian"),
        ParticipantAdd(label="Rektor", role="head", duties=("leader", "writer")),
        ParticipantAdd(label="Inspektør", role="other", duties=("guard",), in_log=False),
        ConsentAdd(by=SECRET, covers="log", given=clock.stamp().utc.date()),
        MeetingPlan(at=clock.stamp().utc, place="Møterom 2"),
        Start(),
        Next(),
    )
    for command in done:
        log.do(command)
    return folder / "vault"


@pytest.fixture
def opened() -> Iterator[list[Terminal]]:
    """Terminals that are gone after the test, whatever happened in it."""
    terminals: list[Terminal] = []
    yield terminals
    for terminal in terminals:
        terminal.kill()


def after(terminal: Terminal) -> str:
    """What was written once the alternate screen was left; read to the end."""
    deadline = time.monotonic() + PATIENCE_S
    while terminal.child.isalive() and time.monotonic() < deadline:
        terminal.read()
    for _ in range(5):
        terminal.read()
    terminal.child.close()
    assert IN_ALTERNATE in terminal.raw
    assert OUT_OF_ALTERNATE in terminal.raw
    last = terminal.raw.rpartition(OUT_OF_ALTERNATE)[2]
    assert SHOW_CURSOR in terminal.raw.rpartition(IN_ALTERNATE)[2]
    return last


@pytest.mark.terminal
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_gives_the_terminal_back_and_its_own_exit_code(
    tmp_path: Path, opened: list[Terminal], number: signal.Signals
) -> None:
    terminal = Terminal("lead", "ELEV-A", vault=vault_with_meeting(tmp_path))
    opened.append(terminal)
    terminal.until("Slik opplever vi det")
    terminal.child.kill(number)
    rest = after(terminal)
    assert terminal.child.exitstatus == 128 + number
    assert SECRET not in rest
    assert "Traceback" not in terminal.raw


@pytest.mark.terminal
@pytest.mark.skipif(sys.platform == "win32", reason="terminals are POSIX's")
def test_a_window_ends_when_its_terminal_is_closed_without_a_signal(tmp_path: Path) -> None:
    import termios

    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    command = [sys.executable, "-m", "app", "--vault", str(vault_with_meeting(tmp_path))]
    # Not the leader of a session: the terminal that goes sends it nothing.
    window = subprocess.Popen(
        [*command, "lead", "ELEV-A"], stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    try:
        assert IN_ALTERNATE.encode() in os.read(ours, 4096)
        os.close(ours)
        assert window.wait(PATIENCE_S) == EXIT_HUNG_UP
    finally:
        window.kill()
        window.wait()


@pytest.mark.terminal
def test_a_crash_is_one_line_without_anything_from_the_case(
    tmp_path: Path, opened: list[Terminal]
) -> None:
    vault = vault_with_meeting(tmp_path)
    arguments = ["--lang", "nn", "--vault", str(vault), "lead", "ELEV-A"]
    terminal = Script(CRASHING % (arguments,))
    opened.append(terminal)
    terminal.until("Slik opplever vi det")
    terminal.press("t")
    rest = after(terminal)
    assert terminal.child.exitstatus == EXIT_CRASHED
    told = [line for line in rest.splitlines() if "viddevakt:" in line]
    assert len(told) == 1
    assert re.search(r"\(ValueError \w+\.py:\d+\)", told[0])
    assert SECRET not in rest
    assert "Traceback" not in terminal.raw
    assert "nothing about" not in terminal.raw


@pytest.mark.terminal
def test_q_leaves_with_nothing_on_the_terminal_and_zero(
    tmp_path: Path, opened: list[Terminal]
) -> None:
    terminal = Terminal("lead", "ELEV-A", vault=vault_with_meeting(tmp_path))
    opened.append(terminal)
    terminal.until("Slik opplever vi det")
    terminal.press("q")
    rest = after(terminal)
    assert terminal.child.exitstatus == 0
    assert SECRET not in rest


@pytest.mark.terminal
def test_no_window_title_names_the_case(tmp_path: Path, opened: list[Terminal]) -> None:
    terminal = Terminal("lead", "ELEV-A", vault=vault_with_meeting(tmp_path))
    opened.append(terminal)
    terminal.until("Slik opplever vi det")
    terminal.press("q")
    after(terminal)
    titles = [part.partition("\x07")[0] for part in terminal.raw.split("\x1b]")[1:]]
    assert not [title for title in titles if "ELEV-A" in title or SECRET in title]


@pytest.mark.terminal
def test_with_no_color_nothing_is_coloured_and_words_and_symbols_say_it(
    tmp_path: Path, opened: list[Terminal]
) -> None:
    vault = vault_with_meeting(tmp_path)
    script = (
        f"import sys; sys.argv[1:] = {['--lang', 'nn', '--vault', str(vault), 'lead', 'ELEV-A']!r}"
        "; from app.__main__ import main; main()"
    )
    terminal = Script(script, NO_COLOR="1", COLORTERM="truecolor")
    opened.append(terminal)
    text = terminal.until("hjelp")
    assert "▶ Slik" in text
    assert "om lag" in text
    for part in terminal.raw.split("\x1b[38;2;")[1:]:
        red, green, blue = part.partition("m")[0].split(";")[:3]
        assert red == green == blue


async def _crash_in_a_tick(seat: Seat) -> None:
    def crash() -> None:
        raise ValueError(SECRET)

    async with seat.seated():
        seat.screen.be_present = crash  # type: ignore[method-assign]
        seat.screen.call_later(seat.screen.tick)
        await seat.settle()


async def test_of_a_crash_only_type_and_place_are_kept(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    with pytest.raises(ValueError, match=SECRET):
        await _crash_in_a_tick(seat)
    assert re.fullmatch(r"ValueError \w+\.py:\d+", seat.app.fault)
    assert SECRET not in seat.app.fault


class _Ended(Viddevakt):
    """An application that has ended already, in one way or another."""

    answer: int | None = None

    def run(self, *_args: object, **_named: object) -> int | None:
        return self.answer


def _ended(answer: int | None = None, code: int | None = None, fault: str = "") -> int:
    ended = _Ended(Words("nn"), lambda _: None)
    ended.answer, ended.fault, ended._return_code = answer, fault, code
    return run(ended)


def test_the_exit_code_is_the_answer_or_the_signal_or_zero() -> None:
    assert _ended(answer=0) == 0
    assert _ended(answer=3) == 3
    assert _ended(code=143) == 143
    assert _ended() == 0


def test_a_crash_is_told_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert _ended(fault="KeyError view.py:12") == EXIT_CRASHED
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "KeyError view.py:12" in told


def test_the_command_palette_and_textuals_own_keys_are_off() -> None:
    assert not Viddevakt.ENABLE_COMMAND_PALETTE
    own = [b for b in Viddevakt.BINDINGS if isinstance(b, Binding)]
    assert own == []


async def test_ctrl_c_and_ctrl_q_never_end_a_meeting_by_accident(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    async with seat.seated():
        await seat.press("enter", "ctrl+c")
        assert seat.app.is_running
        assert "Ctrl" not in seat.wall()
