"""The rules of the domain (§4) in words: kind, short, and never blaming (domain §3.1).

Who a rule is about is said only where `named` is asked for: the leader's screen is mirrored, and
the command line shows nothing from the store (design §8, §9).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from app.wording.consents import covers_words
from app.wording.rules_around import (
    AROUND_BLOCKS,
    AROUND_FINDINGS,
    AROUND_NAMED,
    DETAILED,
    around_args,
)
from app.wording.said import Pair, Said, say
from app.words import N_
from phases.rules import READY_REASONS

if TYPE_CHECKING:
    from app.words import Words
    from phases.changes import Finding, Refusal

BLOCKS: Final[Mapping[str, Pair]] = {
    "INV-08": (
        N_("What help comes first isn't chosen yet"),
        N_("Choose an offer, or “none now”"),
    ),
    "R-C1": (
        N_("There is no consent to the log yet"),
        N_("Note a guardian's consent, then the log can be written"),
    ),
    "R-C1:expired": (
        N_("The consent to the log has run out"),
        N_("Note a new one; it replaces the old"),
    ),
    "R-C10": (
        N_("A consent is given to a service, never to one employee"),
        N_("Name the service"),
    ),
    "R-C2": (
        N_("From {age} years on the young person consents too"),
        N_("Note their own consent, then the log can be written"),
    ),
    "R-C4": (
        N_("Not every service here is covered by a consent yet"),
        N_("They leave, are left out, or you note the consent now"),
    ),
    "R-C6": (
        N_("The consent to share with this service was taken back"),
        N_("Go on without the service"),
    ),
    "R-C6:log": (
        N_("The log is closed, for the consent to it was taken back"),
        N_("Talk about what happens next without the log"),
    ),
    "R-S1": (
        N_("The access log can't be written to, so nothing is shown or taken out"),
        N_("Make room on the disk, or copy the folder to where you may write"),
    ),
    "R-E10": (
        N_("The evaluation is for the staff alone"),
        N_("Answer first: Has the family left?"),
    ),
    "R-E10:reader": (
        N_("The evaluation is for the staff alone"),
        N_("Leave out whom it is for, or choose another paper"),
    ),
    "R-E10:meeting": (
        N_("The evaluation opens after the meeting"),
        N_("Close the meeting first"),
    ),
    "R-E4": (
        N_("The next meeting isn't agreed yet"),
        N_("Agree on a date, or on who calls whom by when"),
    ),
    "R-E5": (
        N_("The child isn't here, and nobody has taken on to tell yet"),
        N_("Agree who tells, how and when"),
    ),
    "R-M1": (
        N_("Nobody is viddevakt yet"),
        N_("Choose somebody, or “Nobody – the clock and everybody help”"),
    ),
    "R-M12": (
        N_("Not everything that is under way has been talked about yet"),
        N_("Take the next one, or note why it waits: then it stands as not discussed"),
    ),
    "R-M14": (N_("Who does it isn't written yet"), N_("Choose one of the participants")),
    "R-M15": (
        N_("What was agreed hasn't been read aloud yet"),
        N_("Read it aloud, or give a reason"),
    ),
    "R-M17": (
        N_("Nobody has taken the baton yet"),
        N_("Ask somebody: “Will you take the baton?”"),
    ),
    "R-M17:substitute": (
        N_("Whoever sits in for somebody can't take the baton for them"),
        N_("Agree on a date for the answer, or ask somebody else"),
    ),
    "R-M17:waiting": (
        N_("The one who was asked hasn't answered about the baton yet"),
        N_("Take the answer, or agree on a date for it"),
    ),
    "R-M3": (
        N_("Somebody is here for the first time"),
        N_("Let them say name and role"),
    ),
    "R-M5": (N_("An answer is still to come"), N_("Tick it first, then go on")),
    "R-S6": (N_("Only today's meeting is shown here"), N_("Press the key for the others")),
    **AROUND_BLOCKS,
}
"""Rule, or rule and case -> what holds things up and what to do."""

FINDINGS: Final[Mapping[str, str]] = {
    "INV-13": N_("The plan was for another day."),
    "INV-14": N_("That day has gone by."),
    "INV-15": N_("The meeting would go on past midnight."),
    "INV-16": N_("Somebody interprets: Plan for more time?"),
    "R-C10": N_("The consent is kept as one to the service, not to one employee."),
    "R-C3": N_("From {age} years on the young person consents too, before the next meeting."),
    "R-C6:log": N_("The log closes. Talk about what happens next without the log."),
    "R-C6:log-family": N_(
        "The log closes. Where you see it differently, ask your leader or a lawyer."
    ),
    "R-C6:log-guardians": N_(
        "The log closes. Where guardians don't agree, ask your leader or a lawyer."
    ),
    "R-C6": N_("Close the log, or go on without the service?"),
    "R-C6:service-family": N_(
        "Close the log, or go on without the service? "
        "Where you see it differently, ask your leader or a lawyer."
    ),
    "R-C6:service-guardians": N_(
        "Close the log, or go on without the service? "
        "Where guardians don't agree, ask your leader or a lawyer."
    ),
    "R-C7": N_(
        "A consent to share has run out, or does before the meeting. A new one replaces it."
    ),
    "R-C7:log": N_(
        "The consent to the log has run out, or does before the meeting. A new one replaces it."
    ),
    "R-C8": N_("No consent covers the service that gets the baton yet: Ask the family."),
    "R-C9": N_("Clear with the guardians who shall come, before anybody is invited."),
    "R-C5": N_("Tell which consent has been given."),
    "R-E11": N_("This names somebody or something agreed. Write about the meeting, not the child."),
    "R-E13": N_("It is time to ask how something in the log has gone."),
    "R-E5": N_("Agree how and when too, if you can."),
    "R-M10": N_("Tell what was seen or heard; what it may mean can wait."),
    "R-M11": N_("One at a time: at home first, then school or kindergarten, then services."),
    "R-M13": N_("Not everybody has something to do yet: “What can you contribute?”"),
    "R-M14": N_("No date yet: By when?"),
    "R-M14:described": N_("Of some measures it isn't said yet what they are and how long."),
    "R-M16": N_("You decide together, and the family has the last word."),
    "R-M18": N_("The time is noted, no reason is."),
    "R-M2": N_("Everybody knows each other: The round of names may be skipped."),
    "R-M3": N_("Somebody is here for the first time: Let them say name and role."),
    "R-M4": N_("The family speaks first."),
    "R-M6": N_("Questions now – the offers come later."),
    "R-M7": N_("Soon time for the next part."),
    "R-M7:last": N_("The time for this part is nearly used."),
    "R-M7:over": N_("A little over time."),
    "R-M8": N_("A sign from the viddevakt: back to the purpose."),
    "R-M9": N_("Ten minutes are left of the hour."),
    "R-M9:60": N_("The hour is used: Close, or agree to go on."),
    "R-M9:near": N_("Ten minutes are left of the {limit} we set aside."),
    "R-M9:over": N_("The {limit} minutes are used: Close, or agree to go on."),
    "R-S2": N_("This looks like something personal that isn't needed here."),
    "R-S2:birth-number": N_("This looks like a birth number. It isn't needed here."),
    "R-S2:e-mail": N_("This looks like an e-mail address. It isn't needed here."),
    "R-S2:phone": N_("This looks like a phone number. It isn't needed here."),
    "R-S5": N_("The meeting is under way and goes on where it was."),
    **AROUND_FINDINGS,
}
"""Rule, or rule and case -> the line it says; it never stands in the way."""

_NAMED: Final[Mapping[str, str]] = {
    "R-E13": N_("Time to ask how it has gone: {names}"),
    "R-M10": N_("“{words}”: what was seen or heard?"),
    "R-M12": N_("Not talked about yet: {names}"),
    "R-M13": N_("“What can you contribute?”: {names}"),
    "R-C4": N_("Not covered by a consent: {names}"),
    "R-C7": N_("A consent has run out, or does before the meeting: {names}"),
    "R-M16": N_("Together: {names}. The family has the last word."),
    "R-M14:described": N_("Not all is said of: {names}"),
    "R-M3": N_("Here for the first time: {names}"),
    "R-M5": N_("The answer to {service} is still to come"),
    "R-M17:waiting": N_("{name} hasn't answered about the baton yet"),
    **AROUND_NAMED,
}
"""The same with names, for the leader alone."""

_KEYS: Final[Mapping[str, str]] = {"R-M5": N_("Enter: done")}
"""The key that does it, where a screen says what to do."""

SHOWN_WITH_NAMES: Final = frozenset({"R-M5"})
"""Said with names on a mirrored screen too: a service's name stands on the wall anyway."""

NAMES_WIDTH: Final = 200

REASONS: Final[Mapping[str, str]] = dict(
    zip(
        READY_REASONS,
        (N_("not relevant"), N_("the family wishes it so"), N_("we take it afterwards")),
        strict=True,
    )
)
"""The ready reasons for passing a rule, by their codes; keys 1, 2 and 3 in this order."""


def block_said(refusal: Refusal, words: Words, *, named: bool = False) -> Said:
    """What a rule holds up, and what to do."""
    key = _case_of(refusal.code, refusal.args)
    pair = BLOCKS.get(key, BLOCKS[refusal.code])
    said = say(pair, refusal.args, words)
    if key in DETAILED and _has(DETAILED[key], refusal.args):
        args = around_args(refusal.args, words)
        return Said(say((DETAILED[key], ""), args, words, NAMES_WIDTH).what, said.todo)
    if named and key in _NAMED:
        todo = words(_KEYS[key]) if key in _KEYS else said.todo
        return Said(say((_NAMED[key], ""), refusal.args, words, NAMES_WIDTH).what, todo)
    return said


def finding_words(finding: Finding, words: Words, *, named: bool = False) -> str:
    """One line for a rule that warns, informs or was passed with a reason."""
    key = _case_of(finding.rule, finding.args)
    if named and key in _NAMED:
        args = _covered(finding.args, words) if key == "R-C7" else finding.args
        return say((_NAMED[key], ""), args, words, NAMES_WIDTH).what
    if key in DETAILED and _has(DETAILED[key], finding.args):
        args = around_args(finding.args, words)
        return say((DETAILED[key], ""), args, words, NAMES_WIDTH).what
    text = FINDINGS.get(key) or FINDINGS.get(finding.rule)
    if text is not None:
        return say((text, ""), finding.args, words).what
    pair = BLOCKS.get(key) or BLOCKS[finding.rule]
    return str(Said(say(pair, finding.args, words).what))


def _covered(args: Mapping[str, str], words: Words) -> dict[str, str]:
    """What the consents cover, in words: services have their own, the cooperation has ours."""
    names = (covers_words(each, words) for each in args["names"].split(", "))
    return {**args, "names": ", ".join(names)}


def _has(text: str, args: Mapping[str, str]) -> bool:
    """Whether the arguments fill all that the text leaves open."""
    return all(key in args for key in re.findall(r"\{(\w+)\}", text))


def reason_words(code: str, words: Words) -> str:
    """A ready reason in words; a typed one as it was typed."""
    return words(REASONS[code]) if code in REASONS else code


_TOLD_BY: Final[Mapping[str, str]] = {
    "R-C1": "why",
    "R-C6": "of",
    "R-C7": "of",
    "R-E10": "open",
    "R-E9": "agreed",
    "R-E5": "lacks",
    "R-M14": "lacks",
    "R-M17": "state",
    "R-M7": "mark",
    "R-M9": "minutes",
    "R-S2": "kinds",
}
"""Rule -> the argument that says which of its cases it is."""


def _case_of(rule: str, args: Mapping[str, str]) -> str:
    """Which of a rule's sentences its arguments ask for; the keys differ from rule to rule."""
    told_by = _TOLD_BY.get(rule, "")
    return f"{rule}:{args[told_by]}" if told_by in args else rule
