"""An answer that can't be shown: quiet where nobody listens, one line where the disk is full."""

from __future__ import annotations

import errno
import io
import subprocess
import sys

import pytest

from app.cli import output
from app.cli.output import PrintError
from app.wording.crash import crash_place, crash_words
from app.words import Words
from tests.app.cli.harness import Shell
from tests.app.cli.test_process import PROGRAM, environ

ADD = ("activity", "add", "ELEV-A", "--title", "Lesing", "--owner", "Mor", "--due", "i dag")


class Full(io.RawIOBase):
    """A disk without room."""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        del data
        raise OSError(errno.ENOSPC, "No space left on device")


def full() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BufferedWriter(Full()), "utf-8")


def sent(shell: Shell, where: str, *argv: str) -> subprocess.CompletedProcess[bytes]:
    """Run it with its answer sent as a shell would send it."""
    return subprocess.run(
        ["sh", "-c", f'"$@" {where}', "sh", *PROGRAM, *argv],
        env=environ(shell, LANG="en_GB.UTF-8"),
        capture_output=True,
        check=False,
    )


def test_a_closed_output_is_nobody_listening(seeded: Shell) -> None:
    done = sent(seeded, ">&-", "case", "list")
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_disk_is_one_line_and_says_whether_it_was_saved(seeded: Shell) -> None:
    done = sent(seeded, "> /dev/full", *ADD)
    assert done.returncode == 3
    assert done.stderr.count(b"\n") == 1
    assert b"Saved, but it couldn't be printed" in done.stderr
    assert seeded.ok("activity", "list", "ELEV-A", "--plain") == "Lesing"


@pytest.mark.parametrize("argv", [("case", "list"), ("commands", "--json"), ("--help",)])
def test_what_changes_nothing_only_says_that_it_cant_be_printed(
    seeded: Shell, argv: tuple[str, ...]
) -> None:
    answer = seeded(*argv, stdout=full())
    assert answer.exit_code == 3
    assert len(answer.errors) == 1
    assert "The answer couldn't be printed" in answer.err
    assert "Saved" not in answer.err


@pytest.mark.parametrize(
    "argv",
    [
        ("case", "new", "ELEV-B"),
        ("case", "import", "ELEV-B", "whole.json"),
        ("do", "ELEV-A", "start"),
        ("participant", "add", "ELEV-A", "Far", "--role", "guardian"),
    ],
)
def test_each_change_is_told_as_saved(
    seeded: Shell, argv: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(seeded.home)
    seeded.ok("case", "export", "ELEV-A", "--format", "tinydb", "-o", "whole.json")
    before = seeded.bytes()
    answer = seeded(*argv, stdout=full())
    assert answer.exit_code == 3
    assert "Saved, but it couldn't be printed" in answer.err
    assert seeded.bytes() != before


def test_an_error_line_that_cant_be_written_is_left_out(seeded: Shell) -> None:
    done = sent(seeded, "2> /dev/full", "case", "show", "NOPE")
    assert done.returncode == 2


def test_an_output_that_fails_is_an_error_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", full())
    with pytest.raises(PrintError):
        output.put("ELEV-A")
    assert output.cant_print()


def test_a_crash_is_told_by_type_and_place_in_every_language() -> None:
    try:
        output.table([["a"], ["b", 1]])  # type: ignore[list-item]
    except (AttributeError, ValueError) as error:
        place = crash_place(error)
    assert place.startswith(("AttributeError output.py:", "ValueError output.py:"))
    told = {crash_words(place, Words(language)) for language in ("nn", "nb", "en")}
    assert len(told) == 3
    assert all(place in line for line in told)
