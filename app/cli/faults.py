"""A list of files of one's own, and beneath it those that can't be used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from app.cli.output import put, table

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
