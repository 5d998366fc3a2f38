"""Every kind of paper from every script: whole, the same each time, and nobody left out named."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

import pytest

from app.papers.asking import Asked
from app.papers.errors import PaperError
from app.papers.kinds import KINDS
from app.papers.making import default_name
from app.papers.names import NAMES
from app.papers.paper import Heading, Paper, Table
from phases.leaving_out import left_out_ids
from tests.app.papers.wishing import made, of_case, text_of
from tests.scenarios import playing

SCRIPTS = sorted(path.stem for path in Path(playing.__file__).parent.glob("*.txt"))


def papers(asked: Asked) -> list[Paper]:
    """Those that can be made."""
    found = []
    for kind in KINDS:
        try:
            found.append(made(kind, asked))
        except PaperError:
            continue
    return found


@pytest.mark.parametrize("script", SCRIPTS)
def test_each_paper_is_whole_and_names_nobody_who_is_left_out(script: str) -> None:
    case = playing.played(script).case
    out = {case.participants[i].label for i in left_out_ids(case)}
    for blank in (False, True):
        asked = of_case(case, "nn", blank=blank)
        kinds = papers(asked)
        assert kinds == papers(asked)
        for paper in kinds:
            assert not {name for name in out if name in text_of(paper)}
            for block in paper.blocks:
                if isinstance(block, Table):
                    assert {len(row) for row in block.rows} <= {len(block.head)}
                    assert len(block.shares) in {0, len(block.head)}


@pytest.mark.parametrize(("language", "word"), [("nn", 0), ("nb", 1), ("en", 2)])
def test_a_file_is_called_by_its_kind_in_its_language_and_nobodys_name(
    language: str, word: int
) -> None:
    asked = of_case(playing.played("sc01").case, language, reader="Mor")
    assert list(NAMES) == list(KINDS)
    for kind, words in NAMES.items():
        name = default_name(asked, kind, "docx")
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]{0,99}\.docx", name)
        assert name.endswith(f"{words[word]}-{asked.met_on:%Y-%m-%d}.docx")
        assert "Mor" not in name
    assert default_name(asked, "minutes", "docx").startswith(f"{asked.case.id}-")
    # No two kinds of a language have one name, or the second would look like a copy.
    assert len({words[word] for words in NAMES.values()}) == len(KINDS)


@pytest.mark.parametrize("script", ["sc01", "sc03", "sc06"])
def test_papers_are_made_where_a_structures_file_has_gone_since(script: str) -> None:
    asked = of_case(playing.played(script).case)
    lost = replace(asked, ctx=asked.ctx._replace(structures={}))
    kinds = {paper.kind for paper in papers(lost)}
    assert {"minutes", "agreed", "form", "log"} <= kinds


def test_a_heading_is_followed_by_something() -> None:
    for script in SCRIPTS:
        for paper in papers(of_case(playing.played(script).case)):
            for block, after in zip_longest(paper.blocks, paper.blocks[1:]):
                if isinstance(block, Heading):
                    assert after is not None
                    assert not (isinstance(after, Heading) and after.level <= block.level)
