"""Every rule of the domain (§4) in one table: id, priority, when it is asked, a pure check.

B blocks (exit 9), unless the rule names an override and a reason is given. W warns and never
stands in the way. I only shows. The words are in `app/`, keyed by the id.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final, Literal, NamedTuple

from phases import rules_activities as activities
from phases import rules_checks as check
from phases import rules_closing as closing
from phases import rules_consent as consent
from phases import rules_dates as dates
from phases import rules_preparing as preparing
from phases import rules_storing as storing
from phases.changes import EXIT_RULE, Refusal
from phases.rules_ask import Ask

Priority = Literal["B", "W", "I"]
Moment = Literal[
    "act",
    "log-text",
    "text",
    "beat",
    "open",
    "home",
    "prepare",
    "summons",
    "due",
    "delete",
    "access",
    "show",
    "export",
    "save",
]
"""Besides a command's name: any of them, writing log text, any text, each repaint, opening, the
home list; preparing a meeting, making a summons, what is due around a meeting, deleting a log;
opening a window on one, printing what it holds, writing it out, and saving, all of which the store
sees to."""

READY_REASONS: Final = ("not-relevant", "family-wishes", "afterwards")
"""One key each, worded in `app/`: not relevant, the family wishes it so, we take it afterwards."""

PLANNING: Final = ("meeting-plan", "next-meeting", "half-year-plan")
"""The commands that put a meeting on a day."""
WRITES_ACTIVITY: Final = ("activity-add", "activity-replace", "activity-edit")

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
    Rule("R-C6", "B", ("act",), consent.taken_out, "SC-10"),
    Rule("R-C6", "W", ("consent-withdraw",), consent.what_now, "SC-10"),
    Rule("R-C1", "B", ("log-text",), consent.no_guardian_consent, "S0-13"),
    Rule("R-C2", "B", ("log-text",), consent.no_own_consent, "S0-14"),
    Rule("R-C3", "W", ("next-meeting", "meeting-plan", "prepare"), consent.age_ahead, "INF"),
    Rule("R-C4", "B", ("next", "arrive"), consent.not_covered, "S2-2b"),
    Rule("R-C4", "B", ("act",), consent.left_out, "S2-2b, INV-05"),
    Rule("R-C5", "I", ("start",), consent.consent_to_tell, "S3-03"),
    Rule(
        "R-C7",
        "W",
        ("consent-add", "start", "consent-told", "next-meeting", "meeting-plan", "prepare"),
        consent.run_out,
        "S0-13",
    ),
    Rule("R-C8", "W", ("hand-over", "accept", "case-set"), consent.baton_uncovered, "S2-2b"),
    Rule("R-C9", "I", ("prepare", "notice"), consent.attendance_open, "S2-2a"),
    Rule("R-C10", "B", ("consent-add",), consent.to_an_employee, "S2-2b"),
    Rule("R-C10", "I", ("consent-add",), consent.service_meant, "S2-2b"),
    Rule("R-M1", "B", ("next",), check.no_viddevakt, "S3-07"),
    Rule("R-M2", "I", ("start",), check.everybody_known, "S3-02"),
    Rule("INV-13", "W", ("start",), dates.another_day, "DES"),
    Rule("INV-14", "W", ("activity-add", "activity-edit", "meeting-plan"), dates.gone_by, "DES"),
    Rule("INV-15", "W", ("meeting-plan",), dates.past_midnight, "DES"),
    Rule("R-M3", "B", ("introductions", "next"), check.newcomer_unheard, "S0-19"),
    Rule("R-M3", "W", ("arrive",), check.newcomer_arrives, "S0-19"),
    Rule("R-M4", "W", ("floor",), check.family_not_first, "S3-09"),
    Rule("R-M5", "B", ("floor", "next"), check.answer_missing, "S3-12"),
    Rule("R-M6", "W", ("offer-add",), check.offer_too_early, "S3-11, S3-16"),
    Rule("R-M7", "I", ("beat",), check.threshold_reached, "S3 minutes"),
    Rule("R-M8", "I", ("guard",), check.sign_given, "S3-08"),
    Rule("R-M9", "W", ("beat", "next"), check.hour_nearly_over, "S0-11"),
    Rule("R-M10", "W", ("log-text",), activities.interpreted, "S2-3a"),
    Rule("R-M11", "I", ("next",), activities.walk_begins, "S0-24"),
    Rule("R-M12", "B", ("next", "close"), activities.not_walked_through, "S0-23", override=True),
    Rule("R-M13", "W", ("next", "close"), activities.somebody_idle, "S0-31, S0-32"),
    Rule("R-M14", "B", WRITES_ACTIVITY, activities.nobody_responsible, "S0-28, S1-17d, S4-22"),
    Rule("R-M14", "W", WRITES_ACTIVITY, activities.no_deadline, "S1-17c, S4-22"),
    Rule("R-M14", "W", ("next",), activities.not_described, "S4-22"),
    Rule("INV-08", "B", ("next",), check.nothing_chosen, "S3-19"),
    Rule("R-M15", "B", ("next",), check.not_read_aloud, "S3-22", override=True),
    Rule("R-M16", "I", ("choose",), check.who_decides, "S3-06, S3-18, S3-19"),
    Rule("R-M17", "B", ("next",), check.baton_in_the_air, "S3-20, INV-02"),
    Rule("R-M17", "B", ("accept",), consent.substitute_asked, "S3-20, INV-02"),
    Rule("INV-16", "I", ("meeting-plan", "start"), dates.interpreter_here, "DES"),
    Rule("R-M18", "I", ("leave",), check.left_early, "DES"),
    Rule("R-P1", "W", ("prepare", "due"), preparing.reminder_is_late, "S0-06"),
    Rule("R-P2", "I", ("prepare", "due"), preparing.reminder_is_due, "S0-07, S0-08"),
    Rule("R-P3", "W", ("prepare", "notice"), preparing.own_system_missing, "S0-15, S0-17"),
    Rule("R-P4", "I", ("prepare", "notice"), preparing.log_is_enough, "S0-16"),
    Rule("R-P5", "W", ("meeting-plan",), preparing.longer_than_an_hour, "S0-11, S1-07"),
    Rule("R-P6", "B", ("notice", "summons"), preparing.summons_is_bare, "S4-41, S4-42"),
    Rule("R-P7", "I", ("meeting-plan", "prepare"), preparing.no_screen_in_the_room, "S0-12"),
    Rule("R-P8", "W", PLANNING, preparing.closed_that_day, "DA-4"),
    Rule("R-P9", "W", ("case-set", "prepare"), preparing.not_six_a_year, "S3-25"),
    Rule("R-E1", "W", ("next-meeting",), closing.too_late_by_weeks, "S0-35"),
    Rule("R-E2", "W", ("next-meeting",), closing.too_late_by_months, "S4-13, S4-23"),
    Rule("R-E3", "W", ("next-meeting",), closing.not_as_planned, "S3-25"),
    Rule("R-E14", "B", ("close",), closing.outcome_missing, "S4-32"),
    Rule("R-E4", "B", ("close",), closing.no_next_meeting, "S0-35, S4-32"),
    Rule("R-E5", "B", ("close",), closing.child_not_informed, "S0-37, S1-17f"),
    Rule("R-E5", "W", ("inform-child",), check.how_or_when_missing, "S1-17f"),
    Rule("R-E6", "W", ("due",), closing.minutes_not_final, "S0-38"),
    Rule("R-E7", "W", ("minutes", "due"), closing.nobody_answers_for_minutes, "S3-29"),
    Rule("R-E8", "I", ("minutes",), closing.who_gets_them, "S3-31, S3-32"),
    Rule("R-E9", "B", ("minutes", "distribution"), closing.not_covered, "S2-2b, S2-6d"),
    Rule("R-E10", "B", ("evaluate",), check.family_still_here, "S3-26"),
    Rule("R-E11", "W", ("evaluate",), check.names_the_child, "S3-26"),
    Rule("R-E12", "I", ("due",), closing.feedback_missing, "S0-40, S1-18"),
    Rule("R-E13", "W", ("due",), activities.assessment_due, "S2-5e, S2-9"),
    Rule("R-E15", "W", ("outcome", "close"), closing.referred_to_nobody, "S4-32c, S4-33"),
    Rule("R-E16", "W", ("minutes", "due"), closing.not_signed, "S4-08"),
    Rule("R-E17", "I", ("minutes", "due"), closing.not_filed, "S4-09"),
    Rule("R-E18", "W", ("due", "delete"), storing.to_be_handed_over, "S3-30"),
    Rule("R-S1", "B", ("show", "export"), storing.goes_out_unnoted, "DES"),
    Rule("R-S1", "W", ("access",), storing.access_unnoted, "DES"),
    Rule("R-S2", "W", ("text",), check.personal_numbers, "DES"),
    Rule("R-S3", "B", ("save",), storing.somebody_was_first, "DES"),
    Rule("R-S4", "B", ("delete",), storing.archived_untold, "DES"),
    Rule("R-S4", "W", ("due",), storing.kept_too_long, "DES"),
    Rule("R-S5", "I", ("open",), check.in_the_middle, "DES"),
    Rule("R-S6", "B", ("home",), dates.not_today, "DES"),
)


@cache
def asked_at(*moments: str) -> tuple[Rule, ...]:
    """The rules that are asked at any of these commands or moments, in the table's order."""
    wanted = set(moments)
    return tuple(rule for rule in RULES if wanted & set(rule.asked))


def blocked(ask: Ask, moment: str) -> Refusal | None:
    """What stops a moment that is no command: showing, deleting; None where no rule does."""
    for rule in asked_at(moment):
        if rule.priority == "B" and (hit := rule.check(ask)) is not None:
            return Refusal(rule.id, hit, EXIT_RULE)
    return None
