"""`case set`: what is true of a log as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, get_args

import click

from app.cli.output import put, table
from app.cli.typed import given, typed
from app.cli.verbs import Verb
from phases.commands.case_facts import CONSENT_AGES, LEVELS
from phases.words import CaseStatus, ClosedReason, Unit

if TYPE_CHECKING:
    from app.cli.session import Session
    from app.words import Words
    from phases.case import Case

BY_HAND = tuple(reason for reason in get_args(ClosedReason) if reason != "consent-withdrawn")
"""Why a log is closed; that a consent was taken back is said by `consent withdraw`."""


def set_(_: Words) -> click.Command:
    """Change what is true of the log as a whole."""

    @click.command(
        "set",
        cls=Verb,
        help=_("Set what is true of the log as a whole, and print it; what you leave out stays."),
        params=_params(_),
    )
    @click.pass_obj
    def command(session: Session, /, case: str, **options: Any) -> None:
        changes = given(options)
        _check(changes, session.words)
        log = session.open(case)
        session.change(log, typed(session, "case-set", **changes))
        put(*table(facts_rows(log.case, session.words)))

    return command


def _params(_: Words) -> list[click.Parameter]:
    """Which log, and all that can be set."""
    return [
        click.Argument(["case"], metavar=_("CASE")),
        click.Option(
            ["--birth-date"],
            metavar=_("DATE"),
            help=_("Works out from when the young person consents too; isn't kept."),
        ),
        click.Option(
            ["--own-consent-from"],
            metavar=_("DATE"),
            help=_("From when the young person consents too; empty: it isn't known any more."),
        ),
        click.Option(
            ["--consent-age"],
            type=click.Choice([str(age) for age in CONSENT_AGES]),
            help=_("The age of consent."),
        ),
        click.Option(
            ["--guardians-too/--guardians-not"],
            default=None,
            help=_("Whether guardians consent beside a young person who is old enough to."),
        ),
        click.Option(
            ["--level"],
            type=click.Choice([str(level) for level in LEVELS]),
            help=_("The level of the work, from today."),
        ),
        click.Option(["--relay-holder"], metavar=_("NAME"), help=_("Who carries the baton.")),
        click.Option(
            ["--meeting-date", "meeting_dates"],
            multiple=True,
            metavar=_("DATE"),
            help=_("A meeting that is in the calendar already; may be given several times."),
        ),
        click.Option(["--language"], type=click.Choice(["nn", "nb", "en"]), help=_("Of the log.")),
        click.Option(
            ["--unit"],
            type=click.Choice(get_args(Unit)),
            help=_("The words of which place are used."),
        ),
        click.Option(
            ["--status"],
            type=click.Choice(get_args(CaseStatus)),
            help=_("Close the log, or open one that was closed by mistake."),
        ),
        click.Option(["--closed-reason"], type=click.Choice(BY_HAND), help=_("Why it is closed.")),
    ]


def _check(changes: Mapping[str, Any], words: Words) -> None:
    """Raises UsageError where nothing is given, or two that hide each other."""
    if not changes:
        raise click.UsageError(words("Say what is to be changed"))
    if "birth_date" in changes and "own_consent_from" in changes:
        # Each says when; the command would let the one hide the other.
        allowed = "--birth-date, --own-consent-from"
        raise click.UsageError(words("Choose one of: {allowed}", allowed=allowed))


def facts_rows(case: Case, words: Words) -> list[tuple[str, ...]]:
    """What is set now, a line each; what nobody has said isn't told."""
    from app.wording.consents import case_state_words
    from phases.showing_dates import numeric_date

    facts = case.facts
    own = numeric_date(facts.own_consent_from) if facts.own_consent_from else ""
    level = str(facts.level) if facts.levels else ""
    rows = (
        (words("Age of consent"), str(facts.consent_age)),
        (words("The young person consents too from"), own),
        (words("The level of the work"), level),
        (words("The relay holder"), case.label(facts.relay_holder) if facts.relay_holder else ""),
        (words("Meetings"), ", ".join(numeric_date(day) for day in facts.meeting_dates)),
        (words("The log"), case_state_words(facts.status, facts.closed_reason, words)),
    )
    return [row for row in rows if row[1]]
