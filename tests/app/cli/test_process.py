"""The program as a process of its own: signals, pipes, terminals, locales, what it loads."""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.app.cli.harness import Shell

ROOT = Path(__file__).parents[3]
PROGRAM = (sys.executable, "-m", "app")


def environ(shell: Shell, **more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "TERM"))}
    return {
        **kept,
        "HOME": str(shell.home),
        "VIDDEVAKT_VAULT": str(shell.vault),
        "VIDDEVAKT_SETTINGS": str(shell.home / "settings.toml"),
        "PYTHONPATH": str(ROOT),
        **more,
    }


def run(shell: Shell, *argv: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*PROGRAM, *argv], env=environ(shell, **more), capture_output=True, check=False
    )


def test_a_closed_pipe_ends_it_quietly(seeded: Shell) -> None:
    """Row 20."""
    for argv in (("commands", "--json"), ("case", "show", "ELEV-A"), ("--help",)):
        read, write = os.pipe()
        os.close(read)
        done = subprocess.run(
            [*PROGRAM, *argv],
            env=environ(seeded),
            stdout=write,
            stderr=subprocess.PIPE,
            check=False,
        )
        os.close(write)
        assert done.stderr == b"", argv
        assert done.returncode in (1, 141)


@pytest.mark.parametrize(
    ("number", "exit_code"),
    [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)],
)
def test_a_signal_ends_it_with_its_code_and_keeps_what_was_acknowledged(
    seeded: Shell, number: signal.Signals, exit_code: int
) -> None:
    """Row 21."""
    # A shell that runs the tests in the background ignores it, and the program would inherit that.
    before = signal.signal(number, signal.SIG_DFL)
    try:
        program = subprocess.Popen(
            [*PROGRAM, "batch", "ELEV-A"],
            env=environ(seeded),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    finally:
        signal.signal(number, before)
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write(b"activity-add title=Lesing owner=Mor due='i dag'\n")
    program.stdin.flush()
    acknowledged = program.stdout.readline()
    program.send_signal(number)
    _, told = program.communicate(timeout=60)
    assert acknowledged.startswith(b"ACK 1 ")
    assert program.returncode == exit_code
    assert b"Traceback" not in told
    assert seeded.ok("activity", "list", "ELEV-A", "--plain") == "Lesing"


@pytest.mark.terminal
@pytest.mark.parametrize(
    ("size", "term", "says", "argv"),
    [
        ((19, 5), "xterm-256color", "20×5", ("lead", "ELEV-A")),
        ((80, 4), "xterm-256color", "20×5", ("demo",)),
        ((19, 5), "xterm-256color", "20×5", ()),
        ((80, 24), "dumb", "--help", ("lead", "ELEV-A")),
        ((80, 24), "dumb", "--help", ()),
    ],
)
def test_a_terminal_that_cannot_draw_is_told_in_a_sentence(
    seeded: Shell, size: tuple[int, int], term: str, says: str, argv: tuple[str, ...]
) -> None:
    """Rows 18 and 19."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    program = subprocess.Popen(
        [*PROGRAM, *argv],
        env=environ(seeded, TERM=term),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        close_fds=True,
    )
    os.close(theirs)
    told = b""
    while chunk := _read(ours):
        told += chunk
    os.close(ours)
    assert program.wait(timeout=60) == 2
    assert told.startswith(b"viddevakt: ")
    assert says in told.decode("utf-8")
    assert b"\x1b" not in told


def _read(fd: int) -> bytes:
    """What a pseudo-terminal holds; nothing once its other end is closed."""
    try:
        return os.read(fd, 4096)
    except OSError:
        return b""


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"PYTHONUTF8": "0", "LC_ALL": "C"}])
def test_a_poor_locale_shows_everything_all_the_same(shell: Shell, locale: dict[str, str]) -> None:
    """Row 19."""
    shell.ok("--lang", "nn", "case", "new", "ELEV-A")
    done = run(shell, "participant", "add", "ELEV-A", "Lærar", "--role", "teacher", **locale)
    assert done.returncode == 0, done.stderr
    shown = run(shell, "participant", "list", "ELEV-A", **locale)
    assert "Lærar" in shown.stdout.decode("utf-8")
    assert "Lærar" in run(shell, "case", "export", "ELEV-A", **locale).stdout.decode("utf-8")


def test_bytes_that_are_no_text_are_refused_as_an_argument(seeded: Shell) -> None:
    """Row 12."""
    argv = [
        a.encode() for a in (*PROGRAM, "activity", "add", "ELEV-A", "--owner", "Mor", "--title")
    ]
    done = subprocess.run([*argv, b"a\xffb"], env=environ(seeded), capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(b"viddevakt: ")
    assert b"E-ENC" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_an_error_nobody_foresaw_is_one_line_without_text(seeded: Shell) -> None:
    code = (
        "import sys, app.cli.root as root\n"
        "def fall(*_): raise RuntimeError('Mor')\n"
        "root.run_click = fall\n"
        "sys.argv = ['viddevakt', 'case', 'list']\n"
        "from app.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ(seeded), capture_output=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"RuntimeError" in done.stderr
    assert b"Mor" not in done.stderr


@pytest.mark.parametrize(
    ("argv", "absent"),
    [
        (("status", "ELEV-A"), {"textual", "rich", "dateutil", "babel"}),
        (("case", "list"), {"textual", "rich", "dateutil"}),
        (("demo",), {"click", "textual"}),
        (("lead", "ELEV-A"), {"click"}),
    ],
)
def test_only_what_is_needed_is_loaded(
    seeded: Shell, argv: tuple[str, ...], absent: set[str]
) -> None:
    """Without a terminal the windows stop before they load what draws them."""
    code = (
        "import sys, json\n"
        f"sys.argv = ['viddevakt', *{argv!r}]\n"
        "from app.__main__ import main\n"
        "try:\n    main()\n"
        "except SystemExit:\n    pass\n"
        "sys.stderr.write(' '.join(m for m in sys.modules if '.' not in m))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ(seeded), capture_output=True, check=False
    )
    loaded = set(done.stderr.decode().splitlines()[-1].split())
    assert "click" not in absent or "click" not in loaded
    assert loaded & absent == set()
