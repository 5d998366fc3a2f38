"""Where `viddevakt` starts: next to nothing is loaded before it is known what is wanted."""

from __future__ import annotations

import os
import sys
from types import ModuleType

from app.collecting import put_off_collecting


def main() -> None:
    """Run the command line and leave with its exit code."""
    look_for_no_plugins()
    # A window begins it with its first screen, every other command before it does anything.
    put_off_collecting()
    from app.cli.run import run

    sys.exit(run(sys.argv[1:]))


def look_for_no_plugins() -> None:
    """Keep pydantic from looking for plugins, which costs more than reading a case.

    Called before pydantic is first imported. Told so by its variable alone, it still loads what
    it would look with: package metadata, and all of e-mail and zip for that. So it finds nothing
    to load there (private API, held by a test; where that has gone, the variable does).
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    loader = ModuleType("pydantic.plugin._loader")
    setattr(loader, "get_plugins", tuple)  # noqa: B010 - a module has no such attribute for mypy
    sys.modules.setdefault(loader.__name__, loader)


if __name__ == "__main__":
    main()
