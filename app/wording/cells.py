"""What stands in a cell of a form, in words: yes or no, a day, a text as it was written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from app.words import N_
from phases.showing_dates import short_date

if TYPE_CHECKING:
    from app.words import Words
    from phases.log_parts import Cell

_YES_NO: Final[Mapping[str, str]] = {"yes": N_("yes"), "no": N_("no")}


def cell_words(cell: Cell, _: Words) -> str:
    """One cell; what isn't what its column holds stands as it was written."""
    if cell.kind == "yes-no" and cell.text in _YES_NO:
        return _(_YES_NO[cell.text])
    if cell.kind == "date" and cell.text:
        return _day(cell.text, _)
    return cell.text


def _day(iso: str, _: Words) -> str:
    try:
        return short_date(date.fromisoformat(iso), _.language)
    except ValueError:
        return iso
