"""`python -m tests.app.terminal [STRUCTURE … | round]`: meetings walked through in tmux, by keys.

Each structure is led by Enter at speed 60; `round` goes from home through planning, preparing,
leading, minutes and filing to the next date. A line each: how many keys, what they opened, and the
seconds it took. Ends at the first that doesn't come to its close.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from data.structures import shipped
from tests.app.terminal.walking import Walk
from tests.app.terminal.whole_round import WholeRound

ROUND = "round"


def main(wanted: list[str]) -> None:
    """Walk through these, or all that ship and the round."""
    for name in wanted or [*shipped(), ROUND]:
        with TemporaryDirectory() as folder:
            if name == ROUND:
                whole_round(Path(folder))
            else:
                structure(Path(folder), name)


def structure(folder: Path, name: str) -> None:
    """One meeting of this structure."""
    walk = Walk.of(folder, name)
    try:
        told = walk.to_the_end()
    finally:
        walk.window.end()
    opened = ", ".join(told.opened)
    presses = len(told.entered) + len(told.opened)
    print(f"{name:<18} {told.seconds:4.0f} s  {presses} presses; opened: {opened}")


def whole_round(folder: Path) -> None:
    """From home to the next date."""
    told = WholeRound(folder).walk()
    steps = ", ".join(f"{step} {keys}" for step, keys in told.keys.items())
    seconds, keys = sum(told.seconds.values()), sum(told.keys.values())
    print(f"{ROUND:<18} {seconds:4.0f} s  {keys} presses: {steps}; made: {', '.join(told.files)}")


if __name__ == "__main__":
    main(sys.argv[1:])
