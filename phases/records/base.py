"""What every record shares: frozen, tolerant of newer fields, silent about its content."""

from __future__ import annotations

from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Silent(BaseModel):
    """Frozen and tolerant, and without a word of its content in a repr or an error's text."""

    model_config = ConfigDict(
        frozen=True, extra="allow", defer_build=True, hide_input_in_errors=True
    )

    def __repr__(self) -> str:
        """The class alone: what people wrote about a child never reaches a traceback."""
        return f"{type(self).__name__}()"

    __str__ = __repr__


class Part(Silent):
    """A frozen piece of a record."""


class Record(Silent):
    """One document of one table.

    Unknown fields are kept, so that an older program that edits a newer record loses nothing.
    """

    id: str

    def to_doc(self) -> dict[str, Any]:
        """This record as a plain JSON document, without the fields that stand at their default.

        Left out rather than written as null: an entry is read by people too, and a save must not
        cost more for each field that a later version adds.
        """
        return self.model_dump(mode="json", exclude_defaults=True)

    @classmethod
    def from_doc(cls, doc: dict[str, Any]) -> Self:
        """The record that `to_doc` made. Raises pydantic's ValidationError for another shape."""
        return cls.model_validate(doc)

    def with_(self, **fields: Any) -> Self:
        """A validated copy with these fields changed."""
        return type(self).model_validate(dict(self) | fields)

    def __repr__(self) -> str:
        """Class and id alone."""
        return f"{type(self).__name__}({self.id})"

    __str__ = __repr__
