"""Short lists of words by language, for hints about what is typed.

Plain TOML beside this module, for whoever wants to mend them; a setting replaces them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

FALLBACK: Final = "nn"


def interpretive(language: str) -> tuple[str, ...]:
    """Words that say more of what one thinks than of what one has seen (R-M10).

    Read when it is first asked for: most meetings never come to it.
    """
    lists = _lists()
    return tuple(lists.get(language, lists[FALLBACK]))


@cache
def _lists() -> dict[str, Any]:
    import tomllib

    text = Path(__file__).with_name("interpretive.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
