"""What every piece of the exported document is."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

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
