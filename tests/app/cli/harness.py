"""The command line in this process: arguments in, exit code and bytes out, the folder watched."""

from __future__ import annotations

import gettext
import hashlib
import io
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO
from unittest import mock

from app.cli.run import run

SEED = (
    ("case", "new", "ELEV-A"),
    ("participant", "add", "ELEV-A", "Mor", "--role", "guardian"),
    ("participant", "add", "ELEV-A", "Lærar", "--role", "teacher", "--duty", "relay-holder"),
    ("participant", "add", "ELEV-A", "PPT", "--role", "service"),
    ("consent", "add", "ELEV-A", "--by", "Mor", "--covers", "log"),
    ("meeting", "plan", "ELEV-A", "--at", "i dag 13:00"),
)
"""A case to stumble in."""


@dataclass
class Answer:
    """What one call came to."""

    exit_code: int
    out: str
    err: str

    @property
    def errors(self) -> list[str]:
        return self.err.splitlines()


@dataclass
class Shell:
    """One person at a command line of their own."""

    home: Path
    environ: dict[str, str] = field(default_factory=dict)

    @property
    def vault(self) -> Path:
        return self.home / "vault"

    def __call__(
        self, *argv: str, stdin: bytes | None = b"", stdout: TextIO | None = None
    ) -> Answer:
        """Run it; `stdin` None is a closed one, `stdout` another place for the answer."""
        out, err = io.BytesIO(), io.BytesIO()
        with ExitStack() as stack:
            stack.enter_context(_as_before())
            stack.enter_context(mock.patch.dict(os.environ, self._environ(), clear=True))
            for name, raw in (("stdout", out), ("stderr", err)):
                stream = io.TextIOWrapper(raw, encoding="utf-8", write_through=True)
                stack.enter_context(mock.patch.object(sys, name, stream))
            if stdout is not None:
                stack.enter_context(mock.patch.object(sys, "stdout", stdout))
            source = None if stdin is None else io.TextIOWrapper(io.BytesIO(stdin), "utf-8")
            stack.enter_context(mock.patch.object(sys, "stdin", source))
            try:
                code = run(argv)
            except SystemExit as left:
                code = left.code if isinstance(left.code, int) else 1
            shown, told = out.getvalue(), err.getvalue()
        return Answer(code, shown.decode("utf-8"), told.decode("utf-8"))

    def ok(self, *argv: str, stdin: bytes | None = b"") -> str:
        """Run what must go well; what it printed, without the last line break."""
        answer = self(*argv, stdin=stdin)
        assert answer.exit_code == 0, (argv, answer.err)
        return answer.out.removesuffix("\n")

    def seed(self, kept: Path) -> None:
        """Put the case to stumble in into the vault; made once and `kept` for the next test."""
        if not kept.exists():
            maker = Shell(kept.parent / "made")
            for argv in SEED:
                maker.ok(*argv)
            maker.vault.rename(kept)
        shutil.copytree(kept, self.vault)

    def bytes(self) -> dict[str, str]:
        """A digest of every file below the home folder."""
        return {
            str(path.relative_to(self.home)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(self.home.rglob("*"))
            if path.is_file()
        }

    def _environ(self) -> dict[str, str]:
        return {
            "HOME": str(self.home),
            "VIDDEVAKT_VAULT": str(self.vault),
            "VIDDEVAKT_SETTINGS": str(self.home / "settings.toml"),
            "LANG": "en_GB.UTF-8",
            "PATH": os.environ.get("PATH", ""),
            **self.environ,
        }


@contextmanager
def _as_before() -> Iterator[None]:
    """The program changes what belongs to its process; a test gives it back."""
    hook, domain = sys.excepthook, gettext.textdomain()
    handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    hangup = getattr(signal, "SIGHUP", None)
    if hangup is not None:
        handlers[hangup] = signal.getsignal(hangup)
    try:
        yield
    finally:
        sys.excepthook = hook
        gettext.textdomain(domain)
        for number, handler in handlers.items():
            signal.signal(number, handler)


def raw_controls(text: str) -> list[str]:
    """Control characters that reached the output, line breaks apart."""
    return [c for c in text if (ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 or c in "\u202e"]
