"""Runs `viddevakt demo` until its first screen stands, and tells what was done by then.

`python first_screen.py FILE` needs a terminal and writes JSON to FILE. A program of its own: what
is loaded and when is collected can only be seen in a process that has done nothing else.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

from app import __main__ as program
from app import application, collecting
from app.cli import run
from data import structures

done = {"structures read": 0, "sheets parsed again": 0, "screens styled": 0, "collections": 0}


def counted(owner: Any, name: str, key: str) -> None:
    """Count from now on how often this is called."""
    really = getattr(owner, name)

    def counting(*args: Any, **more: Any) -> Any:
        done[key] += 1
        return really(*args, **more)

    setattr(owner, name, counting)


def counted_screens() -> None:
    """Count from now on how often all of the lead screen is styled."""
    really = Stylesheet.update_nodes

    def counting(sheet: Stylesheet, nodes: Iterable[DOMNode], **how: Any) -> None:
        styled = [*nodes]
        # Anew: what is on it is styled once when it is made.
        here = "LeadScreen" in {node.css_identifier for node in styled}
        done["screens styled"] += here and len(styled) > 1
        really(sheet, styled, **how)

    setattr(Stylesheet, "update_nodes", counting)  # noqa: B010 - as `counted` does it


def tell(told: dict[str, Any]) -> None:
    """Write down what has been done, and leave."""
    Path(sys.argv.pop()).write_text(json.dumps(told | done), encoding="utf-8")
    os.kill(os.getpid(), signal.SIGTERM)


def main() -> None:
    """Look at the three moments: the program, its window, its first screen."""
    wished = run.run
    begins, shows = collecting.begin_collecting, application.Viddevakt._show_first

    def beginning() -> None:
        before = gc.isenabled()
        begins()
        tell({"modules": [*sys.modules], "before": before, "after": gc.isenabled()})

    def showing(window: application.Viddevakt) -> None:
        counted(Stylesheet, "reparse", "sheets parsed again")
        counted_screens()
        shows(window)

    for owner, name, instead in (
        (application, "begin_collecting", beginning),
        (application.Viddevakt, "_show_first", showing),
        (run, "run", lambda _argv: wished(["--lang", "nn", "demo"])),
    ):
        setattr(owner, name, instead)
    counted(structures, "load_structure", "structures read")
    gc.callbacks.append(lambda when, _info: done.update(collections=_counted(when)))
    program.main()


def _counted(when: str) -> int:
    return done["collections"] + (when == "start" and not gc.get_freeze_count())


if __name__ == "__main__":
    main()
