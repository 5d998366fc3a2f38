"""Where `viddevakt` starts: next to nothing is loaded before it is known what is wanted."""

from __future__ import annotations

import os
import sys

from app.collecting import put_off_collecting


def main() -> None:
    """Run the command line and leave with its exit code."""
    # Before pydantic is first imported: looking for its plugins costs more than reading a case.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # A window begins it with its first screen, every other command before it does anything.
    put_off_collecting()
    from app.cli.run import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
