"""Every rule of the domain (§4) in one table: id, priority, when it is asked, a pure check.

B blocks (exit 9), unless the rule names an override and a reason is given. W warns and never
stands in the way. I only shows. The words are in `app/`, keyed by the id.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final, Literal, NamedTuple

from phases import rules_checks as check
from phases import rules_dates as dates
from phases.rules_ask import Ask

Priority = Literal["B", "W", "I"]
Moment = Literal["log-text", "text", "tick", "open", "home"]
"""Besides a command's name: writing log text, any text, each repaint, opening, the home list."""

READY_REASONS: Final = ("not-relevant", "family-wishes", "afterwards")
"""One key each, worded in `app/`: not relevant, the family wishes it so, we take it afterwards."""

Hit = Mapping[str, str] | None


class Rule(NamedTuple):
    """One rule. `check` answers None, or the words' arguments when the rule speaks up."""

    id: str
    priority: Priority
    asked: tuple[str, ...]
    """The commands and moments at which it is asked."""
    check: Callable[[Ask], Hit]
    seed: str
    """Where it comes from."""
    override: bool = False
    """A block that a reason passes."""


RULES: Final[tuple[Rule, ...]] = (
    Rule("R-C1", "B", ("log-text",), check.no_guardian_consent, "S0-13"),
    Rule("R-C2", "B", ("log-text",), check.no_own_consent, "S0-14"),
    Rule("R-C5", "I", ("start",), check.consent_to_tell, "S3-03"),
    Rule("R-M1", "B", ("next",), check.no_viddevakt, "S3-07"),
    Rule("R-M2", "I", ("start",), check.everybody_known, "S3-02"),
    Rule("INV-13", "W", ("start",), dates.another_day, "DES"),
    Rule("INV-14", "W", ("activity-add", "activity-edit", "meeting-plan"), dates.gone_by, "DES"),
    Rule("INV-15", "W", ("meeting-plan",), dates.past_midnight, "DES"),
    Rule("R-M3", "B", ("introductions", "next"), check.newcomer_unheard, "S0-19"),
    Rule("R-M4", "W", ("floor",), check.family_not_first, "S3-09"),
    Rule("R-M5", "B", ("floor", "next"), check.answer_missing, "S3-12"),
    Rule("R-M6", "W", ("offer-add",), check.offer_too_early, "S3-11, S3-16"),
    Rule("R-M7", "I", ("tick",), check.threshold_reached, "S3 minutes"),
    Rule("R-M8", "I", ("guard",), check.sign_given, "S3-08"),
    Rule("R-M9", "W", ("tick", "next"), check.hour_nearly_over, "S0-11"),
    Rule("R-M13", "W", ("close",), check.without_activity, "S0-31, S0-32"),
    Rule("R-M14", "B", ("activity-add", "activity-edit"), check.nobody_responsible, "S4-22"),
    Rule("R-M14", "W", ("activity-add",), check.no_deadline, "S1-17c"),
    Rule("INV-08", "B", ("next",), check.nothing_chosen, "S3-19"),
    Rule("R-M15", "B", ("next",), check.not_read_aloud, "S3-22", override=True),
    Rule("R-M16", "I", ("choose",), check.who_decides, "S3-06, S3-18, S3-19"),
    Rule("R-M17", "B", ("next",), check.baton_in_the_air, "S3-20, INV-02"),
    Rule("R-M18", "I", ("leave",), check.left_early, "DES"),
    Rule("R-E4", "B", ("close",), check.no_next_meeting, "S0-35, S4-32"),
    Rule("R-E5", "B", ("close",), check.child_not_informed, "S0-37, S1-17f"),
    Rule("R-E5", "W", ("inform-child",), check.how_or_when_missing, "S1-17f"),
    Rule("R-E10", "B", ("evaluate",), check.family_still_here, "S3-26"),
    Rule("R-E11", "W", ("evaluate",), check.names_the_child, "S3-26"),
    Rule("R-S2", "W", ("text",), check.personal_numbers, "DES"),
    Rule("R-S5", "I", ("open",), check.in_the_middle, "DES"),
    Rule("R-S6", "B", ("home",), dates.not_today, "DES"),
)


@cache
def asked_at(*moments: str) -> tuple[Rule, ...]:
    """The rules that are asked at any of these commands or moments, in the table's order."""
    wanted = set(moments)
    return tuple(rule for rule in RULES if wanted & set(rule.asked))
