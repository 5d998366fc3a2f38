"""Saves what it is told to, a word a line, and answers with the moment at which it was durable."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from data.caselog import Done
from data.clock import SystemClock
from data.structures import shipped
from data.vault import Vault
from phases.commands.clock import Pause, Resume


def main(folder: str, case: str) -> None:
    """One after the other, until standard input ends."""
    log = Vault(Path(folder), noted=False).open(case, SystemClock(), shipped())
    for line in sys.stdin:
        log.refresh()
        done = log.do(Pause() if line.strip() == "pause" else Resume())
        assert isinstance(done, Done), done
        print(time.perf_counter(), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
