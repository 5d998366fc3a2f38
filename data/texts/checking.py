"""Whether a text's template can be used: what is wrong with it, by line, and what was meant.

A template may show names, ask `if`, and go through a list with `for`: that is all a letter needs.
Everything else is refused here, before anything is compiled, since Jinja works out constants
already then (`{{ "x" * 10**9 }}`). The sandbox in `filling` is the second lock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from data.structures.problems import Problem, cleaned
from data.texts.fields import LISTS, PHASE, TextKind, names_for
from data.texts.sandbox import environment
from phases.nearest import LOOSE, nearest

if TYPE_CHECKING:
    from jinja2 import nodes

MAX_CHARS: Final = 16_000
"""Of a template; a letter is one page."""

MAX_DEPTH: Final = 24
"""How deep `if` and brackets may lie in each other."""

MAX_BETWEEN: Final = 10
"""Characters between two items of a list."""

FLAGS: Final = ("for_child", "first", "interpreter")
"""Names that are yes or no: for `if` alone."""

FILTERS: Final = ("capitalize", "join", "length", "lower", "trim", "upper")
TAGS: Final = ("if", "elif", "else", "endif", "for", "endfor")

_PLAIN: Final = (
    *("Template", "Output", "TemplateData", "Const", "If", "CondExpr", "Compare", "Operand"),
    *("And", "Or", "Not", "Concat"),
)
"""Kinds of node that can do no harm; their parts are looked at all the same."""

_UNKNOWN_TAG: Final = re.compile(r"unknown tag '([^']*)'")
_CALLED: Final = {"Assign": "set", "AssignBlock": "set", "CallBlock": "call", "Getitem": "[ ]"}


def template_problems(text: str, kind: TextKind) -> tuple[Problem, ...]:
    """What is wrong with a template of this kind, in the order of its lines; nothing is run."""
    from jinja2 import TemplateSyntaxError

    if len(text) > MAX_CHARS:
        return (Problem("too-big", f"has more than {MAX_CHARS} characters"),)
    try:
        tree = environment().parse(text)
        found = list(_Looking(kind).through(tree))
    except TemplateSyntaxError as error:
        return (_syntax(error.message or "", error.lineno),)
    except RecursionError:
        return (_deep(1),)
    except ValueError:
        # Python reads no number of more than 4,300 digits and doesn't say where it stood.
        return (Problem("template-syntax", "can't be read: a number is too long"),)
    return tuple(sorted(set(found), key=lambda it: (it.line or 0, it.key)))


class _Looking:
    """Through a template's tree, with the names that are known at each place."""

    def __init__(self, kind: TextKind) -> None:
        self._kind: TextKind = kind
        self._given = names_for(kind)

    def through(
        self, node: nodes.Node, own: tuple[str, ...] = (), depth: int = 0
    ) -> Iterator[Problem]:
        """The problems of this node and of all in it; `own` are the names that a `for` made."""
        kind = type(node).__name__
        if depth > MAX_DEPTH:
            yield _deep(node.lineno)
            return
        special = getattr(self, f"_{kind.lower()}", None)
        if special is not None:
            yield from special(node, own, depth)
        elif kind in _PLAIN:
            yield from self._parts(node, own, depth)
        else:
            shown = _CALLED.get(kind, kind.lower())
            yield Problem("template-tag", "has no place in these texts", shown, line=node.lineno)

    def _parts(self, node: nodes.Node, own: tuple[str, ...], depth: int) -> Iterator[Problem]:
        for part in node.iter_child_nodes():
            yield from self.through(part, own, depth + 1)

    def _output(self, node: nodes.Output, own: tuple[str, ...], depth: int) -> Iterator[Problem]:
        """What is shown has to be text or a number."""
        for part in node.nodes:
            name = getattr(part, "name", "") if type(part).__name__ == "Name" else ""
            if name in FLAGS:
                what = "is yes or no, for `if` alone"
                yield Problem("template-flag", what, name, line=part.lineno)
            elif name in LISTS and name in self._given:
                what = 'is a list: go through it with `for`, or write {{ attending|join(", ") }}'
                yield Problem("template-list", what, name, line=part.lineno)
        yield from self._parts(node, own, depth)

    def _name(self, node: nodes.Name, own: tuple[str, ...], _: int) -> Iterator[Problem]:
        """Only what is given, and what a `for` has named."""
        if node.name in self._given or node.name in own:
            return
        if node.name in names_for("summons"):
            what = "isn't given to SMS and e-mail, which others can read on the way"
            yield Problem("template-private", what, cleaned(node.name), line=node.lineno)
            return
        near = nearest(node.name, (*self._given, *own), LOOSE)
        what = "is no name that this text is given"
        yield Problem("template-name", what, cleaned(node.name), nearest=near, line=node.lineno)

    def _for(self, node: nodes.For, own: tuple[str, ...], depth: int) -> Iterator[Problem]:
        """Through one of the lists, never one within another: so it always ends soon."""
        target, through = getattr(node.target, "name", ""), getattr(node.iter, "name", "")
        if through not in LISTS or through not in self._given:
            what = "goes through something that isn't a list"
            near = nearest(through, LISTS, LOOSE) if LISTS[0] in self._given else ""
            yield Problem("template-for", what, "for", cleaned(through), near, line=node.lineno)
        if own or node.recursive or not target:
            what = "can't stand in another `for`, and has one name"
            yield Problem("template-nested", what, "for", line=node.lineno)
        if target in self._given:
            what = "is given already; call it something else"
            yield Problem("template-taken", what, cleaned(target), line=node.lineno)
        inside = (*own, target, "loop")
        for part in (*node.body, *node.else_, *([node.test] if node.test else [])):
            yield from self.through(part, inside, depth + 1)

    def _getattr(self, node: nodes.Getattr, own: tuple[str, ...], _: int) -> Iterator[Problem]:
        """`phase.title` and `loop.last`; nothing else has anything after a dot."""
        name = getattr(node.node, "name", "")
        known = ("first", "last", "index") if name == "loop" else PHASE
        if name not in own or node.attr not in known:
            near = nearest(node.attr, known, LOOSE) if name in own else ""
            key = cleaned(f"{name}.{node.attr}")
            what = "is no name that this text is given"
            yield Problem("template-name", what, key, nearest=near, line=node.lineno)

    def _filter(self, node: nodes.Filter, own: tuple[str, ...], depth: int) -> Iterator[Problem]:
        """A few that make text of text; `join` may be told what to put between."""
        given = len(node.args) + len(node.kwargs)
        if node.name not in FILTERS or node.dyn_args or node.dyn_kwargs or node.kwargs:
            near = nearest(node.name, FILTERS, LOOSE)
            what = "is nothing that can be done with a text here"
            shown = cleaned(f"|{node.name}")
            yield Problem("template-filter", what, shown, nearest=near, line=node.lineno)
        elif given and not (node.name == "join" and _is_short(node.args)):
            what = "takes nothing in brackets, or a short text where it is `join`"
            yield Problem("template-filter", what, f"|{node.name}", line=node.lineno)
        elif node.name == "join" and getattr(node.node, "name", "") not in LISTS:
            # Of a text it would join the letters: two long ones fill the memory.
            what = "is for a list"
            yield Problem("template-filter", what, "|join", line=node.lineno)
        yield from self._parts(node, own, depth)


def _syntax(message: str, line: int) -> Problem:
    """What Jinja can't read, with the nearest tag where it is one."""
    tag = _UNKNOWN_TAG.search(message)
    if tag is not None:
        near = nearest(tag[1], TAGS, LOOSE)
        return Problem(
            "template-tag", "has no place in these texts", cleaned(tag[1]), nearest=near, line=line
        )
    first = "".join(c for c in message if c.isprintable()).partition(". ")[0][:100]
    return Problem("template-syntax", f"can't be read: {first}", line=line)


def _is_short(args: list[nodes.Expr]) -> bool:
    value = getattr(args[0], "value", None) if len(args) == 1 else None
    return isinstance(value, str) and len(value) <= MAX_BETWEEN


def _deep(line: int) -> Problem:
    return Problem("template-deep", "has `if` or brackets too deep in each other", line=line)
