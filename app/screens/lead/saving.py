"""Saving from a window: what a refusal or a disk has to say becomes one line of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.desk import Desk
from app.wording.refusals import refusal_words
from app.wording.rules import finding_words
from app.wording.store import store_words
from app.words import Words
from data.caselog import Done
from data.errors import StoreError
from phases.changes import EXIT_RULE, Finding, Refusal
from phases.commands import Command
from phases.rules import RULES

SAID_AT_ONCE = frozenset({"R-S2", "R-M14", "R-M2", "R-E5"})
"""Findings that name nobody and help whoever types; the others wait behind a key (design §8)."""


@dataclass(frozen=True)
class Outcome:
    """How a save went."""

    done: bool
    words: str = ""
    """What to say, if anything."""
    field: str = ""
    """The field that is meant."""
    code: str = ""
    may_pass: bool = False
    """A reason passes the rule that refused."""
    remarks: tuple[Finding, ...] = ()
    """What rules remarked, for those who want to know."""


def save(desk: Desk, words: Words, commands: Sequence[Command], reason: str = "") -> Outcome:
    """Save all of it in one entry. Nothing typed is lost when it can't be."""
    try:
        answer = desk.log.do(*commands, reason=reason)
    except StoreError as error:
        return Outcome(False, store_words(error, words), code=error.code)
    if isinstance(answer, Refusal):
        return _refused(answer, words)
    return _done(answer, words)


def _refused(refusal: Refusal, words: Words) -> Outcome:
    passable = refusal.exit_code == EXIT_RULE and any(
        rule.id == refusal.code and rule.override for rule in RULES
    )
    field = refusal.args.get("field", "")
    return Outcome(False, refusal_words(refusal, words), field, refusal.code, passable)


def _done(done: Done, words: Words) -> Outcome:
    loud = [f for f in done.findings if f.rule in SAID_AT_ONCE]
    quiet = tuple(f for f in done.findings if f.rule not in SAID_AT_ONCE and _warns(f))
    return Outcome(True, finding_words(loud[0], words) if loud else "", remarks=quiet)


def _warns(finding: Finding) -> bool:
    return any(rule.id == finding.rule and rule.priority != "I" for rule in RULES)
