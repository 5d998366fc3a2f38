"""`python -m tests.app.terminal [STRUCTURE …]`: each structure led by Enter in tmux at speed 60.

A line each: how many times Enter was pressed, what it opened, and the seconds it took. Ends at the
first that doesn't come to its close.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from data.structures import shipped
from tests.app.terminal.walking import Walk


def main(wanted: list[str]) -> None:
    """Walk through these, or all that ship."""
    for structure in wanted or list(shipped()):
        with TemporaryDirectory() as folder:
            walk = Walk(Path(folder), structure)
            try:
                told = walk.to_the_end()
            finally:
                walk.window.end()
        opened = ", ".join(told.opened)
        presses = len(told.entered) + len(told.opened)
        print(f"{structure:<18} {told.seconds:4.0f} s  {presses} presses; opened: {opened}")


if __name__ == "__main__":
    main(sys.argv[1:])
