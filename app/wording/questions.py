"""The five questions with which the staff look back at a meeting (S3-28)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.words import N_

LABELS: Final[Mapping[str, str]] = {
    "a": N_("What went well in the meeting?"),
    "b": N_("What could have gone better?"),
    "c": N_("Did we keep to the structure?"),
    "d": N_("Was the meeting useful: did we get further, was anything cleared up?"),
    "e": N_("What do we learn for the next meeting, and what can we do better?"),
}
"""In their order."""
