"""Whether a meeting is to be longer because somebody interprets: asked alike wherever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.screens.choice_option import Option
from phases.interpreter import with_interpreter

if TYPE_CHECKING:
    from app.words import Words
    from phases.sitting import Sitting

LONGER: Final = "longer"
"""The answer that takes the minutes × 1.3."""


def more_time(sitting: Sitting, words: Words) -> tuple[str, tuple[Option, Option]]:
    """The question, and both answers with how long the meeting would be."""
    _ = words
    minutes = [round(phase.planned_s / 60) for phase in sitting.agenda.phases]
    sums = (sum(with_interpreter(minutes)), sum(minutes))
    longer, planned = (_.many("{n} minute", "{n} minutes", n) for n in sums)
    options = (
        Option(LONGER, _("Yes"), longer),
        Option("planned", _("No, as planned"), planned),
    )
    return _("Somebody interprets: Plan for more time?"), options
