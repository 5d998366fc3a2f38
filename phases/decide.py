"""The one way in: a case, commands and a moment make changes, or a refusal (design §3). Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from phases.bad_input import BadInputError
from phases.case import Case
from phases.changes import (
    EXIT_CONFLICT,
    EXIT_RULE,
    Changes,
    Document,
    Finding,
    Refusal,
    RefusedError,
    Tables,
    refuse,
)
from phases.clock import wall_jump_s
from phases.commands.base import NAME, TITLE, Command, Draft
from phases.context import Context
from phases.fold import fold
from phases.records import Record
from phases.rights import may
from phases.rules import asked_at
from phases.rules_ask import Ask
from phases.text import clean_line, clean_text, is_blank, is_clean


def decide(
    case: Case, commands: Sequence[Command], ctx: Context, if_phase: str | None = None
) -> Changes | Refusal:
    """What these commands change together: one entry, all of it or nothing.

    `if_phase` is the phase the person saw: elsewhere by now, the answer is a conflict (§4.6).
    """
    tables: Tables = {}
    last: Tables = {}
    built: dict[tuple[str, str], tuple[Document, Record]] = {}
    made: str | None = None
    findings: list[Finding] = []
    try:
        _same_phase(case, if_phase)
        for command in commands:
            if tables:
                # Only between two commands of one entry: after the last, whoever saves folds.
                case = fold(case, last, case.revision, built)
            done = _one(case, command, ctx)
            last = done.tables
            for table, documents in done.tables.items():
                tables.setdefault(table, {}).update(documents)
            built.update(done.built)
            made = done.made or made
            findings += done.findings
    except RefusedError as refused:
        return refused.refusal
    return Changes(tables, "+".join(c.name for c in commands), made, tuple(findings), built)


def _same_phase(case: Case, if_phase: str | None) -> None:
    if if_phase is None:
        return
    now = case.sitting.line.phase if case.sitting else ""
    if if_phase != now:
        raise refuse("already-in-phase", EXIT_CONFLICT, phase=now)


def _one(case: Case, command: Command, ctx: Context) -> Draft:
    """One command, checked in the order: right, moment, text, rules."""
    if not may(ctx.window, command.duty_in(case)):
        raise refuse("no-right", window=ctx.window)
    _in_state(case, command)
    command.unless_overtaken(case)
    command = _cleaned(command)
    if ctx.reason or ctx.who:
        reason, who = _line("reason", ctx.reason, TITLE), _line("who", ctx.who, NAME)
        ctx = ctx._replace(reason=reason, who=who)
    findings = _ask_rules(case, command, ctx)
    draft = command.change(case, ctx)
    draft.findings[:0] = findings
    event = _event(case, command, ctx, draft)
    draft.tables["events"] = {event["id"]: event}
    return draft


def _in_state(case: Case, command: Command) -> None:
    if command.states is None:
        return
    if case.sitting is None:
        raise refuse("no-meeting")
    if case.sitting.state not in command.states:
        raise refuse("not-now", state=case.sitting.state)


def _cleaned(command: Command) -> Command:
    """The command with its texts cleaned: what is stored has gone through here."""
    fields: dict[str, str] = {}
    for name, limit in command.texts.items():
        text = getattr(command, name)
        if text:
            clean = _line(name, text, limit, lines=limit > TITLE)
            if clean != text:
                fields[name] = clean
    return command.with_(**fields) if fields else command


def _line(field: str, text: str, limit: int, *, lines: bool = False) -> str:
    """A typed text as it may be stored; one of which nothing can be seen is empty."""
    if is_clean(text, limit):
        return text
    try:
        clean = (clean_text if lines else clean_line)(text, limit).text
    except BadInputError as bad:
        raise RefusedError(Refusal(bad.code, {"field": field, **bad.details})) from None
    return "" if is_blank(clean) else clean


def _ask_rules(case: Case, command: Command, ctx: Context) -> list[Finding]:
    """The rules that speak up; the first block that no reason passes refuses."""
    about = "log-text" if command.writes_log else "", "text" if command.texts else ""
    ask = Ask(case, ctx, command)
    findings: list[Finding] = []
    for rule in asked_at(command.name, "act", *about):
        hit = rule.check(ask)
        if hit is None:
            continue
        if rule.priority == "B" and not (rule.override and ctx.reason):
            raise RefusedError(Refusal(rule.id, hit, EXIT_RULE))
        findings.append(Finding(rule.id, hit))
    return findings


def _event(case: Case, command: Command, ctx: Context, draft: Draft) -> Document:
    """What happened, with what undoing it needs.

    The document of an `Event`, written down at once: whoever folds makes the record of it, and a
    record made here only to be taken apart again would be the dearest part of a decision.
    """
    sitting = case.sitting
    args: dict[str, Any] = dict(draft.args)
    if not command.undoable:
        args["undoable"] = False
    here = sitting.meeting.id if sitting and sitting.state != "planned" else ""
    if command.name in ("start", "meeting-cancel", "hide", "show") and sitting:
        here = sitting.meeting.id
    if command.name == "undo":
        here = args["meeting"]
    last = sitting.events[-1] if sitting and sitting.events else None
    told = {
        "meeting": here,
        "phase": sitting.line.phase if sitting else "",
        "who": ctx.who,
        "window": ctx.window if ctx.window != "lead" else "",
        "args": args,
        "was": _before(case, draft.tables) if command.undoable else {},
        "reason": ctx.reason,
        "rules": [finding.rule for finding in draft.findings],
        "moved_s": wall_jump_s(last.at, ctx.now) if last and here == last.meeting else None,
    }
    # Like `Record.to_doc`, without the fields that stand at their default.
    return {
        "id": ctx.new_id(),
        "seq": case.last_seq + 1,
        "kind": command.name,
        "stamp": ctx.now.to_doc(),
    } | {name: value for name, value in told.items() if value}


def _before(case: Case, tables: Tables) -> dict[str, dict[str, Document | None]]:
    """The documents that these changes replace, as they are now."""
    before: dict[str, dict[str, Document | None]] = {}
    for table, documents in tables.items():
        if table == "case":
            before[table] = {"case": case.facts.to_doc()}
            continue
        records = getattr(case, table)
        before[table] = {
            key: records[key].to_doc() if key in records else None for key in documents
        }
    return before
