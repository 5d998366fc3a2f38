"""`case set`: what is true of a log as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import click

from app.cli.output import put, table
from app.cli.typed import typed
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
    )
    @click.argument("case", metavar=_("CASE"))
    @click.option(
        "--birth-date",
        metavar=_("DATE"),
        help=_("Works out from when the young person consents too; isn't kept."),
    )
    @click.option(
        "--own-consent-from",
        metavar=_("DATE"),
        help=_("From when the young person consents too; empty: it isn't known any more."),
    )
    @click.option(
        "--consent-age",
        type=click.Choice([str(age) for age in CONSENT_AGES]),
        help=_("The age of consent."),
    )
    @click.option(
        "--guardians-too/--guardians-not",
        default=None,
        help=_("Whether guardians consent beside a young person who is old enough to."),
    )
    @click.option(
        "--level",
        type=click.Choice([str(level) for level in LEVELS]),
        help=_("The level of the work, from today."),
    )
    @click.option("--relay-holder", metavar=_("NAME"), help=_("Who carries the baton."))
    @click.option(
        "--meeting-date",
        "meeting_dates",
        multiple=True,
        metavar=_("DATE"),
        help=_("A meeting that is in the calendar already; may be given several times."),
    )
    @click.option("--language", type=click.Choice(["nn", "nb", "en"]), help=_("Of the log."))
    @click.option(
        "--unit", type=click.Choice(get_args(Unit)), help=_("The words of which place are used.")
    )
    @click.option(
        "--status",
        type=click.Choice(get_args(CaseStatus)),
        help=_("Close the log, or open one that was closed by mistake."),
    )
    @click.option("--closed-reason", type=click.Choice(BY_HAND), help=_("Why it is closed."))
    @click.pass_obj
    def command(session: Session, /, case: str, **options: Any) -> None:
        given = {k: v for k, v in options.items() if v is not None and v != ()}
        if not given:
            raise click.UsageError(session.words("Say what is to be changed"))
        if "birth_date" in given and "own_consent_from" in given:
            # Each says when; the command would let the one hide the other.
            raise click.UsageError(
                session.words(
                    "Choose one of: {allowed}", allowed="--birth-date, --own-consent-from"
                )
            )
        log = session.open(case)
        session.change(log, typed(session, "case-set", **given))
        put(*table(facts_rows(log.case, session.words)))

    return command


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
