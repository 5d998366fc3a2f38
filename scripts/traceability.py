"""Traces each element of the source documents to what realises it, and to what shows that.

An element is realised by a structure (`sources`), a rule (its source) or a module whose docstrings
name it. It is shown by a test marked `@pytest.mark.realises("S0-18")`, by one whose parameters
name it, in place or in a table of the same file, and by the pair of tests that each rule has.
Tests are read, not imported or run.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from phases.rules import RULES

ROOT: Final = Path(__file__).resolve().parent.parent
ELEMENTS: Final = ROOT / "tests" / "traceability" / "elements.toml"
SHOWN: Final = 4
"""So many tests are named on the page; the rest is a number."""

PAIRS: Final = "tests/phases/test_rules.py::test_a_rule_speaks_where_it_is_meant"
"""Each rule of the table is asked here where it speaks, and beside it where it doesn't."""

OWN_TESTS: Final = "test_traceability.py"

_ELEMENT: Final = r"S[0-4]-(?:[0-9]+[a-z]?|[A-ZÆØÅ]+)(?![\w-])"
_NAMED: Final = re.compile(_ELEMENT)
_RANGE: Final = re.compile(r"(S[0-4]-)([0-9]+) (?:…|to) \1([0-9]+)")

Found = Mapping[str, tuple[str, ...]]
"""Element -> places, in order."""


def elements() -> dict[str, str]:
    """Element -> what it asks for, in the order of the sources."""
    document = tomllib.loads(ELEMENTS.read_text(encoding="utf-8"))
    return {element: what for source in document.values() for element, what in source.items()}


def ids_in(text: str) -> set[str]:
    """The elements that a text names, ranges ("S0-06 … S0-08") counted out."""
    found = set(_NAMED.findall(text))
    for source, first, last in _RANGE.findall(text):
        found |= {f"{source}{n:0{len(first)}}" for n in range(int(first), int(last) + 1)}
    return found


@cache
def realised() -> Found:
    """Element -> the structures with their phases, the rules and the modules that realise it."""
    places: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for path in sorted((ROOT / "data" / "structures").glob("*.toml")):
        for element, part in _sources(tomllib.loads(path.read_text(encoding="utf-8"))):
            places[element][f"{path.stem}.toml{part and f' ({part})'}"] = None
    for rule in RULES:
        for element in ids_in(rule.seed):
            places[element][rule.id] = None
    for path in _modules("phases", "data", "app"):
        for element in {it for text in _docstrings(path) for it in ids_in(text)}:
            places[element][str(path.relative_to(ROOT).as_posix())] = None
    return {element: tuple(found) for element, found in places.items()}


@cache
def shown() -> Found:
    """Element -> the tests that show it, as pytest calls them; a rule's pair is named by it."""
    tests: defaultdict[str, list[str]] = defaultdict(list)
    for rule in RULES:
        for element in ids_in(rule.seed):
            tests[element].append(f"{PAIRS}[{rule.id}]")
    # The tests of this very page name elements as examples, and show none.
    for path in (found for found in _modules("tests") if found.name != OWN_TESTS):
        tree = _parsed(path)
        tables = dict(_tables(tree))
        where = path.relative_to(ROOT).as_posix()
        for test in ast.walk(tree):
            if isinstance(test, ast.FunctionDef | ast.AsyncFunctionDef):
                for element in sorted(_named_by(test, tables)):
                    tests[element].append(f"{where}::{test.name}")
    return {element: tuple(dict.fromkeys(found)) for element, found in tests.items()}


def traceability_page(made: str) -> str:
    """The page, a table a source."""
    places, tests = realised(), shown()
    parts = [
        "# Traceability\n",
        made,
        "Five source documents, S0 to S4, say how such meetings are prepared, held and followed\n"
        "up. Each thing they ask for has an id here, places that realise it, and tests that\n"
        "show it. A place is a structure with its phase (`data/structures/`), a rule of the table\n"
        "in `phases/rules.py`, or a module. `make test` fails on an element without a place or\n"
        "a test.\n",
    ]
    for source in ("S0", "S1", "S2", "S3", "S4"):
        parts += [f"## {source}\n", "| id | asks for | realised in | shown by |"]
        parts.append("| --- | --- | --- | --- |")
        for element, what in elements().items():
            if element.startswith(f"{source}-"):
                found, by = places.get(element, ()), tests.get(element, ())
                parts.append(f"| {element} | {what} | {_listed(found)} | {_listed(by)} |")
        parts.append("")
    return "\n".join(parts)


def _listed(found: tuple[str, ...]) -> str:
    more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    return "<br>".join(f"`{it}`" for it in found[:SHOWN]) + more


def _sources(value: Any, part: str = "") -> Iterator[tuple[str, str]]:
    """Every element named under `sources`, with the id of the phase it stands in."""
    if isinstance(value, dict):
        inside = part or (value.get("id", "") if "minutes" in value else "")
        for key, inner in value.items():
            if key == "sources":
                yield from ((element, inside) for element in inner)
            else:
                yield from _sources(inner, inside)
    elif isinstance(value, list):
        for inner in value:
            yield from _sources(inner, part)


def _modules(*packages: str) -> Iterator[Path]:
    for package in packages:
        yield from sorted((ROOT / package).rglob("*.py"))


def _parsed(path: Path) -> ast.Module:
    """A module's tree; an empty one for the many that name no element, to be quick."""
    text = path.read_text(encoding="utf-8")
    return ast.parse(text if _NAMED.search(text) else "")


def _docstrings(path: Path) -> Iterator[str]:
    """What a module says of itself, its classes, functions and fields."""
    for node in ast.walk(_parsed(path)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            text = node.value.value
            if isinstance(text, str):
                yield text


def _tables(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """What is assigned at a test module's top, by name."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            yield node.target.id, node.value


def _named_by(
    test: ast.FunctionDef | ast.AsyncFunctionDef, tables: Mapping[str, ast.expr]
) -> Iterator[str]:
    """The elements in a test's decorators and in the tables that these name."""
    if not test.name.startswith("test_"):
        return
    found: set[str] = set()
    for decorator in test.decorator_list:
        for node in ast.walk(decorator):
            table = tables.get(node.id) if isinstance(node, ast.Name) else None
            for inner in ast.walk(table or node):
                if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
                    found |= {inner.value} if _NAMED.fullmatch(inner.value) else set()
    yield from found
