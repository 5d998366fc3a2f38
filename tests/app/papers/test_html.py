"""HTML: one file that fetches nothing, runs nothing and shows every text as it stands."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from app.papers.formats import write
from tests.app.papers.samples import HOSTILE, every_block, hostile, paper

_VOID = {"meta", "col", "line", "rect", "br"}


class Reader(HTMLParser):
    """Keeps what the page is made of; refuses what isn't closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.texts.append(data)


@pytest.fixture(scope="module")
def page() -> str:
    return write(every_block(), "html").decode("utf-8")


def test_it_is_one_file_that_may_fetch_and_run_nothing(page: str) -> None:
    read = Reader(page)
    assert page.startswith("<!DOCTYPE html>")
    assert not {"script", "img", "link", "iframe", "object", "a", "form", "base"} & set(read.tags)
    names = {name for name, _value in read.attributes}
    assert not {"src", "href", "style"} & names
    assert not [name for name in names if name.startswith("on")]
    policy = dict(read.attributes)["content"]
    assert "url(" not in page
    policies = [value or "" for name, value in read.attributes if name == "content"]
    [policy] = [value for value in policies if "default-src" in value]
    style = re.search(r"<style>(.*?)</style>", page, flags=re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode("utf-8")).digest()).decode("ascii")
    assert policy.startswith("default-src 'none';")
    assert f"style-src 'sha256-{digest}'" in policy


def test_every_class_is_in_its_style_sheet(page: str) -> None:
    style = page.partition("<style>")[2].partition("</style>")[0]
    for name, value in Reader(page).attributes:
        if name == "class":
            assert f".{value}" in style


def test_the_columns_of_a_table_fill_its_width(page: str) -> None:
    groups = re.findall(r"<colgroup>(.*?)</colgroup>", page)
    assert len(groups) == 4
    for group in groups:
        assert sum(map(int, re.findall(r"w(\d+)", group))) == 100


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
def test_it_says_its_language_and_tells_its_pictures(language: str) -> None:
    read = Reader(write(paper(*every_block().blocks, language=language), "html").decode("utf-8"))
    assert ("lang", language) in read.attributes
    assert read.tags.count("svg") == read.tags.count("desc") == 2
    ids = [value for name, value in read.attributes if name == "id"]
    assert len(ids) == len(set(ids)) == 4
    assert "Tre tiltak frå september til februar" in read.texts
    assert ("aria-label", "Det som er avtalt") in read.attributes
    assert read.tags.count("h1") == 1


def test_hostile_texts_stand_as_they_are() -> None:
    page = write(hostile(), "html").decode("utf-8")
    read = Reader(page)
    assert not read.open
    assert not {"script", "img"} & set(read.tags)
    assert not [name for name, _value in read.attributes if name.startswith("on")]
    shown = "\n".join(read.texts)
    assert all(shown.count(text) >= 3 for text in HOSTILE)


def test_a_family_s_paper_is_set_in_larger_letters_and_it_prints_and_darkens(page: str) -> None:
    assert '<main class="large">' in write(every_block(letters="large"), "html").decode("utf-8")
    assert "@media print" in page
    assert "prefers-color-scheme: dark" in page
