"""What the rules say about an evaluation: whether it may be opened, and remarks on an answer."""

from __future__ import annotations

from collections.abc import Mapping

from app.wording.rules import finding_words
from app.words import Words
from phases.case import Case
from phases.changes import Finding
from phases.commands.afterwards import Evaluate
from phases.context import Context
from phases.rules import asked_at
from phases.rules_ask import Ask


def shut(case: Case, ctx: Context) -> Mapping[str, str] | None:
    """What R-E10 says; None when the evaluation may be opened."""
    rule = next(rule for rule in asked_at("evaluate") if rule.id == "R-E10")
    return rule.check(Ask(case, ctx))


def remark(case: Case, ctx: Context, question: str, text: str, words: Words) -> str:
    """R-E11 and R-S2 as one kind line; empty when there is nothing to say."""
    if not text:
        return ""
    answer: dict[str, str] = {question: text}
    ask = Ask(case, ctx, Evaluate(**answer))
    for rule in asked_at("evaluate", "text"):
        hit = rule.check(ask) if rule.priority == "W" else None
        if hit is None:
            continue
        if rule.id == "R-E11":
            return words("Here we talk about the meeting, not about the child.")
        return finding_words(Finding(rule.id, hit), words)
    return ""
