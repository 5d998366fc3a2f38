"""A short list to choose from, and what each of its options leads to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.screens.choice_option import Option
from app.screens.log_forms.form import Form
from phases.commands import Command


class Ask(NamedTuple):
    """A list to choose from; each answer leads to commands, a form, or another list."""

    title: str
    options: tuple[Option, ...]
    answers: dict[str, Answer]
    text: str = ""
    ready: bool = False
    """Enter takes the first option."""


class Answer(NamedTuple):
    """What one option leads to, and what opens after it is saved."""

    commands: Sequence[Command] = ()
    form: Form | None = None
    ask: Ask | None = None
    then: str = ""
    more: Callable[[], Ask] | None = None
    """A list that is made only when it is asked for: there may be many of them."""


def ask_of(
    title: str, rows: Sequence[tuple[Option, Answer]], text: str = "", *, ready: bool = False
) -> Ask:
    """A list of these options with what each leads to."""
    return Ask(title, tuple(o for o, _a in rows), {o.value: a for o, a in rows}, text, ready)
