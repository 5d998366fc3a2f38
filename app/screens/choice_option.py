"""One thing to choose: on its own, so that what offers a choice loads no page yet."""

from __future__ import annotations

from typing import NamedTuple


class Option(NamedTuple):
    """One thing to choose."""

    value: str
    label: str
    """Shown literally."""
    note: str = ""
    """A quieter second part: a result, or why it can't be chosen."""
    enabled: bool = True
