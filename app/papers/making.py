"""A paper as a file: its bytes, and what the file is called where nobody chose a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.papers.formats import write
from app.papers.kinds import KINDS, paper
from app.papers.names import file_word

if TYPE_CHECKING:
    from app.papers.asking import Asked


def make(asked: Asked, kind: str, form: str) -> bytes:
    """The file. Raises PaperError where this paper, or this format, can't be made."""
    return write(paper(kind, asked), form)


def default_name(asked: Asked, kind: str, form: str) -> str:
    """Log, kind in the paper's language, and day.

    A file's name is seen by others, so nobody's name is in it (T4).
    """
    day = f"-{asked.met_on:%Y-%m-%d}" if asked.met_on else ""
    about = f"{asked.case.id}-" if KINDS[kind].of_child else ""
    return f"{about}{file_word(kind, asked.language)}{day}.{form}"
