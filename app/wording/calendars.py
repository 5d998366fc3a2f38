"""School calendars in words: why one can't be used, and why no meeting can be held on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.words import Words
    from data.errors import StoreError
    from data.structures.problems import StructureError


def unused_words(fault: StoreError | StructureError, words: Words) -> str:
    """That the chosen calendar isn't used, why, and what counts instead."""
    from app.wording.store import store_words
    from app.wording.structure_faults import fault_words
    from data.errors import StoreError

    why = store_words(fault, words) if isinstance(fault, StoreError) else fault_words(fault, words)
    return words("Only weekends and red days count as closed. {why}", why=why)
