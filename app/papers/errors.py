"""Why a paper can't be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.wording.said import Said

EXIT_USAGE = 2


class PaperError(Exception):
    """Said in the user's words, with the code and exit code of design §9."""

    def __init__(self, said: Said, code: str, exit_code: int = EXIT_USAGE) -> None:
        super().__init__(code)
        self.said = said
        self.code = code
        self.exit_code = exit_code
