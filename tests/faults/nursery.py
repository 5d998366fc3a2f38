"""A process that forks children, ends them, and tells what they said.

Python and the program are imported once; after that a child of one thread and no window is born in
some milliseconds, which makes thousands of real deaths affordable. POSIX only, like the signals.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple, NoReturn, Self

ROOT: Final = Path(__file__).resolve().parents[2]
LONGEST_S: Final = 120.0
"""A child that takes longer is ended, and its job has failed."""


class Lived(NamedTuple):
    """One child's life."""

    lines: list[str]
    signal: int
    """What ended it; 0 where it ended by itself."""
    exit_code: int


class Nursery:
    """The process, from the harness's side; to be used in a `with` block."""

    def __init__(self, *, portable: bool = False) -> None:
        # Coverage would trace each child, at twice the time, and a killed one tells nothing.
        environ = {k: v for k, v in os.environ.items() if not k.startswith("COV")}
        argv = [sys.executable, "-m", "tests.faults.nursery", *(["--portable"] if portable else [])]
        self._process = subprocess.Popen(
            argv, cwd=ROOT, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(LONGEST_S)
        assert self._process.stdout is not None
        self._process.stdout.close()

    def run(self, *jobs: Mapping[str, Any], kill_after_s: float | None = None) -> list[Lived]:
        """Let children do these jobs beside each other, and wait until all have ended.

        `kill_after_s` after the first one is ready, it is killed. A `reader` is ended when the
        others are done.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        asked = {"jobs": jobs, "kill_after_s": kill_after_s}
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return [Lived(*found) for found in json.loads(self._process.stdout.readline())]


class _Child:
    """One child, from the nursery's side."""

    def __init__(self, job: Mapping[str, Any], injector: Any) -> None:
        self.waits_for_others = job["work"] == "reader"
        self.parts: list[bytes] = []
        self.fd, told = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self.fd)
            _live(job, told, injector)
        os.close(told)

    def take(self) -> bool:
        """Read what it said; False at the end of it."""
        part = os.read(self.fd, 1 << 16)
        self.parts.append(part)
        return bool(part)

    def ended(self) -> Lived:
        """Its life, once its voice is gone."""
        os.close(self.fd)
        _, status = os.waitpid(self.pid, 0)
        killed = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else 0
        return Lived(b"".join(self.parts).decode().splitlines(), killed, code)


def _live(job: Mapping[str, Any], told: int, injector: Any) -> NoReturn:
    """The child's whole life; it never comes back into the nursery's loop."""
    from tests.faults.jobs import WORK

    write = os.write

    def say(line: str) -> None:
        write(told, f"{line}\n".encode())

    code = 0
    try:
        WORK[job["work"]](job, say, injector)
    except BaseException as error:
        say(f"ENDED {type(error).__name__} {error}")
        code = 1
    os._exit(code)


def _watch(children: Sequence[_Child], kill_after_s: float | None) -> list[Lived]:
    """Listen to all of them until the last is done."""
    began = time.monotonic()
    kill_at = None
    speaking = {child.fd: child for child in children}
    while speaking:
        now = time.monotonic()
        if kill_after_s is not None and kill_at is None and b"READY" in b"".join(children[0].parts):
            kill_at = now + kill_after_s
        if kill_at is not None and now >= kill_at and children[0].fd in speaking:
            os.kill(children[0].pid, signal.SIGKILL)
        if now - began > LONGEST_S or all(child.waits_for_others for child in speaking.values()):
            for child in speaking.values():
                os.kill(child.pid, signal.SIGKILL)
        wait_s = 0.05 if kill_at is None else max(0.0, min(0.05, kill_at - now))
        for fd in select.select(list(speaking), [], [], wait_s)[0]:
            if not speaking[fd].take():
                del speaking[fd]
    return [child.ended() for child in children]


def _warm() -> None:
    """Everything imported and every model built, before the first child."""
    import tests.faults.jobs
    from tests.faults.acts import ACTS
    from tests.faults.stores import STORES

    assert tests.faults.jobs.WORK
    for made in STORES.values():
        with tempfile.TemporaryDirectory() as folder:
            store = made()
            store.prepare(Path(folder) / "warm", 3)
            # What is imported when it is first needed would count as calls of the change.
            for act in ACTS:
                store.open(Path(folder) / "warm").do(act)
            store.state(Path(folder) / "warm")


def main() -> None:
    """One question a line on standard input, one answer a line on standard output."""
    from tests.faults.injector import Injector

    injector = Injector()
    injector.install(portable="--portable" in sys.argv)
    _warm()
    for line in sys.stdin:
        asked = json.loads(line)
        children = [_Child(job, injector) for job in asked["jobs"]]
        found = _watch(children, asked["kill_after_s"])
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
