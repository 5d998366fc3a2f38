"""A paper as PDF, made as PDF/A-2a and PDF/UA-1 at once: for the archive, and for screen readers.

Typst sets it by `paper.typ`. The paper goes in as JSON and is only ever shown: no text of anybody's
becomes typst's own language, and nothing is fetched. Typst refuses to make a file that breaks these
standards; what it would refuse a paper for (a letter that its fonts lack) is mended beforehand.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.papers.errors import PaperError
from app.papers.formats.columns import widths
from app.papers.formats.letters import breakable, showable
from app.papers.formats.pictures import bars_table, drawn, longest_s, met_days, timeline_table
from app.papers.paper import Table, TimeBars, Timeline
from app.wording.said import Said
from app.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import ModuleType

    from app.papers.paper import AnyBlock, Paper

TEMPLATE: Final = Path(__file__).with_name("paper.typ")

EXIT_MISSING: Final = 3

_STANDARDS: Final = ["a-2a", "ua-1"]

# How typst names letters that no font of its has, and those that PDF/A forbids.
_REFUSED = r"(?:the text|the codepoint) `\"(.+?)\"`"
_ESCAPED = r"\\u\{([0-9a-f]+)\}"

_TRIES = 4
"""Typst names all that it lacks at once; a second time it may find what these were replaced by."""

_ACROSS: Final = {"small": 88, "usual": 88, "larger": 74, "large": 62}
"""Letters in a line of `paper.typ`."""

_COUNT: Final = rb"/Type/Pages/Count (\d+)/Kids"
_MOST: Final = 4
"""Pages; a longer paper isn't set twice to save one."""

_LATIN: Final = "\u024f"
"""Up to here its fonts have every letter."""

_EXTRA: Final = "pip install 'viddevakt[pdf]'"


def write(paper: Paper) -> bytes:
    """The file. Raises PaperError where typst isn't installed."""
    return _set(_typst(paper), paper)[0]


def pages_png(paper: Paper) -> list[bytes]:
    """Its pages as pictures, to be looked at. Raises as `write` does."""
    typst = _typst(paper)
    made = _run(typst, _set(typst, paper)[1], format="png", ppi=80.0)
    return [made] if isinstance(made, bytes) else list(made)


def _typst(paper: Paper) -> ModuleType:
    try:
        import typst
    except ImportError:
        _ = Words(paper.language)
        said = Said(
            _("PDF can't be made by this installation"),
            _("install its extra, {command}, or choose another format", command=_EXTRA),
        )
        raise PaperError(said, "E-NOPDF", EXIT_MISSING) from None
    return typst


def _set(typst: ModuleType, paper: Paper) -> tuple[bytes, str]:
    """The PDF, and the JSON that it was made from.

    Set closer where that saves a page: a last page of two lines is a sheet for nothing.
    """
    made, given = _mended(typst, paper)
    pages = _pages(made)
    if 1 < pages <= _MOST:
        closer = json.dumps(json.loads(given) | {"tight": True}, ensure_ascii=False)
        other: bytes = _run(typst, closer, format="pdf", pdf_standards=_STANDARDS)
        if _pages(other) < pages:
            return other, closer
    return made, given


def _pages(made: bytes) -> int:
    found = re.search(_COUNT, made)
    return int(found[1]) if found else 0


def _mended(typst: ModuleType, paper: Paper) -> tuple[bytes, str]:
    """The PDF, and the JSON that it was made from once all of it could be shown."""
    lacking: frozenset[str] = frozenset()
    for _attempt in range(_TRIES):
        given = _given(paper, lacking)
        try:
            return _run(typst, given, format="pdf", pdf_standards=_STANDARDS), given
        except typst.TypstError as error:
            found = _named(error.diagnostic)
            # What it says holds text from the paper, and is for nobody's eyes.
            lacking |= found or frozenset(letter for letter in given if letter > _LATIN)
    _ = Words(paper.language)
    said = Said(_("This paper can't be made as PDF"), _("choose another format"))
    raise PaperError(said, "E-PDF", EXIT_MISSING) from None


def _run(typst: ModuleType, given: str, **options: Any) -> Any:
    made: int = json.loads(given)["made_s"]
    return typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        sys_inputs={"paper": given},
        ignore_system_fonts=True,
        timestamp=made,
        **options,
    )


def _named(diagnostic: str) -> frozenset[str]:
    """The letters that typst couldn't show."""
    return frozenset(
        letter
        for text in re.findall(_REFUSED, diagnostic)
        for letter in re.sub(_ESCAPED, lambda code: chr(int(code[1], 16)), text)
    )


def _given(paper: Paper, lacking: frozenset[str]) -> str:
    """What the template reads: the paper's own fields, and where its pictures are drawn."""
    data = _each(paper.model_dump(mode="json", exclude={"blocks"}), lacking)
    told = (
        _each(_told(block, paper.language, across=_ACROSS[paper.letters]), lacking)
        for block in paper.blocks
    )
    data["blocks"] = list(_ranked(told))
    data["name"] = showable(paper.name, lacking)
    data |= {"tight": False, "made_s": int(paper.made.timestamp())}
    return json.dumps(data, ensure_ascii=False)


def _ranked(blocks: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The blocks as PDF/UA wants them: no empty heading, none below a level that isn't there."""
    level = 0
    for block in blocks:
        if block["type"] == "heading":
            if not block["text"].strip():
                continue
            level = block["level"] = min(block["level"], level + 1)
        yield block


def _told(block: AnyBlock, language: str, *, across: int) -> dict[str, Any]:
    told: dict[str, Any] = block.model_dump(mode="json")
    if isinstance(block, Table):
        told["shares"] = _thousandths(block, across)
    elif isinstance(block, Timeline):
        told["drawn"] = drawn(block, language)._asdict()
        told["met_days"] = met_days(block)
        told["table"] = _told(timeline_table(block), language, across=across)
    elif isinstance(block, TimeBars):
        told["longest_s"] = longest_s(block)
        told["table"] = _told(bars_table(block), language, across=across)
    return told


def _thousandths(block: Table, across: int) -> list[int]:
    parts = widths(block.head, block.rows, block.shares, across)
    return [round(1000 * part) for part in parts]


def _each(value: Any, lacking: frozenset[str]) -> Any:
    """The same data with every text made fit for a page."""
    if isinstance(value, str):
        return breakable(showable(value, lacking))
    if isinstance(value, dict):
        return {key: _each(inner, lacking) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_each(inner, lacking) for inner in value]
    return value
