"""Styles that are read once for all tests of windows, as far as they are the same.

Each window reads two dozen style sheets, a quarter of the time it needs to open. What came of one
is never changed afterwards: Textual itself keeps it for as long as a window lives.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.parse import parse
from textual.css.tokenizer import Token


class ParsedOnce:
    """In place of Textual's `parse`: the same rules for the same text and the same colours."""

    def __init__(self) -> None:
        self._parsed: dict[Hashable, list[RuleSet]] = {}
        self._tokens: Mapping[str, list[Token]] = {}
        self._values: Hashable = ()

    def __call__(
        self,
        scope: str,
        css: str,
        read_from: tuple[str, str],
        *,
        variable_tokens: dict[str, list[Token]],
        **options: Any,
    ) -> list[RuleSet]:
        """The rules of this style sheet; what is wrong in it is raised each time."""
        values = self._values_of(variable_tokens)
        key = (scope, css, read_from, values, tuple(sorted(options.items())))
        if key not in self._parsed:
            self._parsed[key] = list(
                parse(scope, css, read_from, variable_tokens=variable_tokens, **options)
            )
        return self._parsed[key]

    def _values_of(self, tokens: Mapping[str, list[Token]]) -> Hashable:
        """What the variables stand for; worked out once a window, which keeps its `tokens`."""
        if tokens is not self._tokens:
            self._tokens = tokens
            self._values = tuple(
                (name, *(token.value for token in found)) for name, found in tokens.items()
            )
        return self._values


@contextmanager
def styles_are_parsed_once() -> Iterator[None]:
    """Every window shares what was parsed meanwhile."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.css.stylesheet.parse", ParsedOnce())
        yield
