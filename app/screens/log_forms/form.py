"""One row of fields: what it asks, and what Enter makes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from app.widgets.entry_row import FieldSpec
from phases.bad_input import BadInputError
from phases.commands import Command

Values = Mapping[str, str]


class FieldFaultError(Exception):
    """A field that can't be read: its name, and the code and details its words need."""

    def __init__(self, name: str, bad: BadInputError) -> None:
        super().__init__(bad.code)
        self.name = name
        self.code = bad.code
        self.details = dict(bad.details)


@dataclass(frozen=True)
class Form:
    """One row of fields: what it asks, and what Enter makes of it."""

    name: str
    """Also the draft's record, with `about`."""
    title: str
    fields: tuple[FieldSpec, ...]
    build: Callable[[Values], Sequence[Command]]
    """Raises FieldFaultError."""
    values: Values = field(default_factory=dict)
    about: str = ""
    """The record that is edited."""
    saved: str = ""
    """What was saved, in a word or two, where the title is no name for it."""
    then: str = ""
    """The item to open once this is saved."""
    if_empty: str = ""
    """The form that an empty first field leads to."""
    hint: str = ""
    again: bool = False
    """Once saved it stays for the next line; Enter over empty fields closes it."""

    def untouched(self, typed: Values) -> bool:
        """Whether the fields hold what they held when it was opened."""
        return all(text == self.values.get(name, "") for name, text in typed.items())
