"""The formats that any paper can be written in: the same paper gives the same bytes.

One file a format, with a function `write(paper) -> bytes`. What a format needs is imported when it
is asked for: Word takes 150 ms, and most calls of the program want none of it.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from app.harmless import harmless

if TYPE_CHECKING:
    from app.papers.paper import Paper

FORMATS: Final = ("docx", "pdf", "html", "md", "txt", "json", "csv")
"""As they are offered; also the ends of the files' names."""


BINARY: Final = frozenset({"docx", "pdf"})
"""Those that are no text."""


def write(paper: Paper, form: str) -> bytes:
    """The paper in this format. Raises PaperError where that can't be done here."""
    module = import_module(f"app.papers.formats.{form}_format")
    writer: Callable[[Paper], bytes] = module.write
    return writer(_harmless(paper))


def _harmless(paper: Paper) -> Paper:
    """The paper without what could steer a terminal: the last lock, as on screens (T13).

    What people type is cleaned before it is stored; what another program wrote, and was imported,
    is not. Word's files can't even hold it.
    """
    document = paper.model_dump()
    cleaned = _cleaned(document)
    return paper if cleaned == document else type(paper).model_validate(cleaned)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return "\t".join(map(harmless, value.split("\t")))
    if isinstance(value, dict):
        return {key: _cleaned(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return tuple(map(_cleaned, value))
    return value
