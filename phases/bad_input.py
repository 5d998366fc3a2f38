"""What every reader of typed text raises when the text can't be read.

A code and its details leave here; the sentence is worded in the user's language by the layer
above (reliability §5). The details hold at most the value just typed, already made safe.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


class BadInputError(ValueError):
    """Typed text that can't be used: `code` (E-DATE, E-LONG …) and `details` for the sentence.

    The details aren't called `args`, because every exception has a tuple of that name, which
    printing and pickling rely on. `str()` gives the code alone, so that no typed text slips
    into a log by way of a traceback.
    """

    def __init__(self, code: str, details: Mapping[str, str] | None = None) -> None:
        """Keep the code and a read-only copy of the details."""
        super().__init__(code)
        self.code = code
        self.details: Mapping[str, str] = MappingProxyType(dict(details or {}))
