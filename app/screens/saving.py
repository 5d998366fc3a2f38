"""Saving from a window: what a refusal or a disk has to say becomes one line of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.desk import Desk
from app.keys import key_for
from app.phase_words import part_titles
from app.wording.refusals import refusal_words
from app.wording.rules import SHOWN_WITH_NAMES, finding_words
from app.wording.store import store_words
from app.words import Words
from data.caselog import CaseLog, Done
from data.errors import DiskError, StoreError
from phases.changes import EXIT_RULE, Finding, Refusal
from phases.commands import Command
from phases.rules import RULES

DAYS = ("R-E1", "R-E2", "R-E3", "R-P8")
"""About the day of the next meeting: too late, not the plan's, or one without meetings."""

SAID_AT_ONCE = frozenset({"R-S2", "INV-13", "R-M14", "R-M2", "R-E5", *DAYS})
"""Findings that name nobody and help whoever types; the others wait behind a key (design §8).

A day is among them: behind the key it was gone with the next line saved, and nobody asks again
before the family has left.
"""

FIRST = ("R-S2", "INV-13")
"""What is too personal comes first, then the wrong day: a line that is cut must not lose them."""

BETWEEN = "  ·  "
"""Between two things said on one line: one run into the other is read as neither."""

STUCK = "stuck"
"""The disk refused, and what was written may or may not stand in the file."""

FIELDS: Mapping[str, str] = {"R-M14": "owner", "date-passed": "on", "date-or-caller": "caller"}
"""The field that a refusal means, where it doesn't name one itself."""


class Outcome(NamedTuple):
    """How a save went."""

    done: bool
    words: str = ""
    """What to say, if anything."""
    field: str = ""
    """The field that is meant."""
    value: str = ""
    """What was typed there, where only that is known."""
    code: str = ""
    may_pass: bool = False
    """A reason passes the rule that refused."""
    remarks: tuple[Finding, ...] = ()
    """What rules remarked, for those who want to know."""


def done_or_why(log: CaseLog, commands: Sequence[Command], words: Words) -> Done | str:
    """Save all of it in one entry; else why not, in words. For windows beside a meeting."""
    try:
        done = log.do(*commands)
    except StoreError as error:
        return store_words(error, words)
    return refusal_words(done, words) if isinstance(done, Refusal) else done


def save(
    desk: Desk,
    words: Words,
    commands: Sequence[Command],
    *,
    reason: str = "",
    labels: Mapping[str, str] | None = None,
    entry_id: str | None = None,
) -> Outcome:
    """Save all of it in one entry. Nothing typed is lost when it can't be.

    `labels` are what the fields are called on the screen. With the `entry_id` of a try whose
    answer got lost (`stuck`), what that try made durable is not made twice.
    """
    try:
        answer = _do(desk, commands, reason, entry_id)
    except StoreError as error:
        return Outcome(False, store_words(error, words), code=error.code)
    if isinstance(answer, Refusal):
        titles = part_titles(desk.log.case, desk.structures, words)
        return _refused(answer, words, labels or {}, titles)
    return _done(answer, words)


def _do(
    desk: Desk, commands: Sequence[Command], reason: str, entry_id: str | None
) -> Done | Refusal:
    """Save; where a failure made the window read-only, try once to get out of it."""
    entry_id = entry_id or desk.log.new_entry_id()
    try:
        return desk.log.do(*commands, reason=reason, entry_id=entry_id)
    except DiskError as error:
        if error.code != STUCK:
            raise
    desk.log.recover()
    return desk.log.do(*commands, reason=reason, entry_id=entry_id)


def _refused(
    refusal: Refusal, words: Words, labels: Mapping[str, str], titles: Mapping[str, str]
) -> Outcome:
    passable = refusal.exit_code == EXIT_RULE and any(
        rule.id == refusal.code and rule.override for rule in RULES
    )
    field = refusal.args.get("field", "") or FIELDS.get(refusal.code, "")
    told = refusal
    if field in labels and "field" in refusal.args:
        named = words("“{name}”", name=labels[field])
        told = refusal._replace(args={**refusal.args, "field": named})
    name, known = refusal.args.get("name", ""), refusal.code in SHOWN_WITH_NAMES
    return Outcome(
        False, refusal_words(told, words, titles, named=known), field, name, refusal.code, passable
    )


def _done(done: Done, words: Words) -> Outcome:
    loud = [f for f in done.findings if f.rule in SAID_AT_ONCE]
    loud.sort(key=lambda f: FIRST.index(f.rule) if f.rule in FIRST else len(FIRST))
    quiet = tuple(f for f in done.findings if f.rule not in SAID_AT_ONCE and _warns(f))
    told = [_loud_words(f, words) for f in loud]
    day = next((at for at, f in enumerate(loud) if f.rule in DAYS), None)
    if day is not None:
        # Alone, “no meetings are held that day” was read as a refusal.
        told.insert(day, words("Saved"))
    return Outcome(True, BETWEEN.join(told), remarks=quiet)


def _loud_words(finding: Finding, words: Words) -> str:
    """What it says; begun on the wrong day, a meeting is taken back by one key."""
    said = finding_words(finding, words)
    key = key_for("undo") if finding.rule == "INV-13" else None
    if key is None:
        return said
    undo = words("{key}: undo", key=key.label)
    return f"{said}{BETWEEN}{undo}"


def _warns(finding: Finding) -> bool:
    return any(rule.id == finding.rule and rule.priority != "I" for rule in RULES)
