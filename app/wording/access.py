"""The access log in words: what was done with a log, and that it couldn't be noted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from app.wording.store import store_said
from app.words import N_

if TYPE_CHECKING:
    from app.words import Words
    from data.access import Accessed, Act
    from data.errors import StoreError

ACTS: Final[Mapping[Act, str]] = {
    "open": N_("opened"),
    "show": N_("shown"),
    "export": N_("taken out"),
    "export-whole": N_("taken out whole"),
    "withdraw": N_("consent taken back"),
    "delete": N_("deleted"),
    "repair": N_("mended copy"),
}
"""What was done, as a list says it after the time."""


ANSWERS: Final = {True: N_("archived"), False: N_("not archived")}
"""What was answered before a deletion."""


def act_words(one: Accessed, words: Words) -> str:
    """One act, and what was answered when it deleted; of a newer version as it is called there."""
    told = words(ACTS[one.act]) if one.act in ACTS else one.act
    if one.archived is None:
        return told
    return f"{told}, {words(ANSWERS[one.archived])}"


def untold_words(error: StoreError, words: Words) -> str:
    """That an access stands in no access log, and why; the work itself goes on."""
    why = store_said(error, words).what
    return words("The access log couldn't be written to: {why}", why=why)
