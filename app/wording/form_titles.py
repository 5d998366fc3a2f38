"""What a form is called on a screen, in the words of its structure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class FormTitles(NamedTuple):
    """A form's title, and those of its rows and columns by their ids."""

    title: str
    rows: Mapping[str, str]
    columns: Mapping[str, str]
