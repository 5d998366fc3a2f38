"""Where `viddevakt` starts: next to nothing is loaded before it is known what is wanted."""

from __future__ import annotations

import gc
import os
import sys

_COLLECT_AFTER = 100_000
"""New objects before Python looks for dead circles; its own 700 fits programs that stay small."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    # Before pydantic is first imported: looking for its plugins costs more than reading a case.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # What is imported stays: looking through it again and again, hundreds of times before the
    # first screen, finds nothing and takes a tenth of the time.
    gc.set_threshold(_COLLECT_AFTER, 20, 100)
    from app.cli.run import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
