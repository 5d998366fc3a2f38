"""What the tests of several commands do and look at."""

from __future__ import annotations

import re

from phases.export_document import CaseDocument
from tests.app.cli.harness import Shell

ID = re.compile(r"[0-9a-f]{12}")


def add(shell: Shell, title: str = "Lesing", *more: str) -> str:
    return shell.ok(
        "activity", "add", "ELEV-A", "--title", title, "--owner", "Mor", "--due", "i dag", *more
    )


def document(shell: Shell) -> CaseDocument:
    return CaseDocument.model_validate_json(shell.ok("case", "export", "ELEV-A", "--json"))
