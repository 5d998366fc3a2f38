"""`viddevakt demo` and `viddevakt lead` without the command line in front."""

from __future__ import annotations

import os
import sys

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def main(arguments: list[str]) -> int:
    """`demo`, or `--vault DIR lead CASE`."""
    from pathlib import Path

    from app.opening import run_lead
    from app.words import Words
    from data.vault import Vault

    words = Words("nn")
    if arguments[0] != "demo":
        return run_lead(Vault(Path(arguments[1])), arguments[3], words)
    from app.play.demo import build_demo, temporary_vault
    from data.clock import SystemClock
    from data.structures import shipped

    with temporary_vault() as vault:
        case = build_demo(vault, "nn", SystemClock(), shipped())
        return run_lead(vault, case, words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
