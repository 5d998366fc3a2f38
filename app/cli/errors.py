"""From anything that can go wrong to one line and an exit code (design §9).

`what is wrong, which value (CODE): what to do`. Never a traceback, and never text from the store:
rules are worded without names, and the only value shown is the one just typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.wording.said import Said

if TYPE_CHECKING:
    from app.words import Words
    from phases.changes import Refusal

EXIT_USAGE: Final = 2

_SHORT: Final = {
    "case-id": "E-ID",
    "case-exists": "E-EXISTS",
    "case-absent": "E-ABSENT",
    "empty": "E-EMPTY",
    "participant-exists": "E-EXISTS",
    "vault-denied": "E-PERM",
    "vault-foreign": "E-PERM",
    "denied": "E-PERM",
}
"""The codes that people know from the list of bad inputs (reliability §5)."""

_TYPED: Final = {"R-M1": "who=none"}
"""Rule -> the argument that its advice means; the same in every language."""


class StopError(Exception):
    """Stop here with these words."""

    def __init__(self, said: Said, code: str, exit_code: int = EXIT_USAGE) -> None:
        super().__init__(code)
        self.said = said
        self.code = code
        self.exit_code = exit_code


def known_errors() -> tuple[type[Exception], ...]:
    """The errors that have words."""
    from data.errors import StoreError
    from data.structures import StructureError
    from phases.bad_input import BadInputError
    from phases.changes import RefusedError

    return (StopError, RefusedError, StoreError, StructureError, BadInputError)


def complaint(error: Exception, words: Words) -> tuple[str, int]:
    """The line and the exit code for one of the known errors."""
    from data.errors import StoreError
    from phases.bad_input import BadInputError
    from phases.changes import RefusedError

    if isinstance(error, StopError):
        return line(error.said, error.code), error.exit_code
    if isinstance(error, RefusedError):
        refusal = error.refusal
        return line(typed_said(refusal, words), refusal.code), refusal.exit_code
    if isinstance(error, StoreError):
        from app.wording.store import store_said

        return line(store_said(error, words), error.code), error.exit_code
    if isinstance(error, BadInputError):
        from app.wording.bad_input import bad_input_said

        return line(bad_input_said(error.code, error.details, words), error.code), EXIT_USAGE
    from app.wording.structure_faults import fault_words
    from data.structures import StructureError

    if isinstance(error, StructureError):
        return fault_words(error, words), error.exit_code
    return str(error), EXIT_USAGE


def typed_said(refusal: Refusal, words: Words) -> Said:
    """A refusal in words, with what is to be typed where a screen has a key for it."""
    from app.wording.refusals import refusal_said

    said = refusal_said(refusal, words)
    typed = _TYPED.get(refusal.code)
    return Said(said.what, f"{said.todo} ({typed})") if typed else said


def line(said: Said, code: str) -> str:
    """One line of what, code and what to do."""
    head = f"{said.what} ({_SHORT.get(code, code)})" if code else said.what
    return f"{head}: {said.todo}" if said.todo else head
