"""What every piece of the exported document is."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict

from phases.records import Part, Record

Reference = Annotated[str | None, BeforeValidator(lambda found: found or None)]
"""An id, or null where there is none; the records themselves say it with an empty text."""


class Exported(BaseModel):
    """A piece of the document."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        defer_build=True,
        serialize_by_alias=True,
        use_attribute_docstrings=True,
    )

    @classmethod
    def from_record(cls, record: Record | Part, **more: Any) -> Self:
        """With its fields from a record; what a newer version put in the record stays out."""
        names = set(cls.model_fields) - set(more)
        return cls.model_validate({name: getattr(record, name) for name in names} | more)
