"""Files of one's own that can't be used: beneath a list of the others, or where one is meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from app.cli.output import put, put_warning, table

if TYPE_CHECKING:
    from app.words import Words
    from data.structures.problems import StructureError


def put_found(
    rows: Iterable[Sequence[str]], faults: Sequence[StructureError], words: Words
) -> None:
    """The table, then a line for each file that is left out, and why."""
    from app.wording.structure_faults import fault_words

    put(*table(rows))
    if faults:
        told = (f"  {fault_words(fault, words)}" for fault in faults)
        put("", words("Can't be used:"), *told)


def unusable(error: StructureError, words: Words) -> click.exceptions.Exit:
    """Tell every fault of the file on a line of its own; what ends the command with its code."""
    from app.wording.structure_faults import fault_lines

    for line in fault_lines(error, words):
        put_warning(line)
    return click.exceptions.Exit(error.exit_code)
