"""Why a paper can't be made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from phases.changes import EXIT_USAGE, Refusal

if TYPE_CHECKING:
    from app.wording.said import Said
    from app.words import Words


class PaperError(Exception):
    """Said in the user's words, with the code and exit code of design §9."""

    def __init__(self, said: Said, code: str, exit_code: int = EXIT_USAGE) -> None:
        super().__init__(code)
        self.said = said
        self.code = code
        self.exit_code = exit_code


def refused(
    code: str, _: Words, args: Mapping[str, str] | None = None, exit_code: int = EXIT_USAGE
) -> PaperError:
    """A refusal in the words that the commands have for it; a rule's exit code is 9."""
    from app.wording.refusals import refusal_said

    return PaperError(refusal_said(Refusal(code, args or {}, exit_code), _), code, exit_code)
