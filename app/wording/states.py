"""Short words for the closed sets of the domain (design §6), as people say them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from app.words import N_

if TYPE_CHECKING:
    from app.words import Words

STATES: Final[Mapping[str, str]] = {
    "draft": N_("being prepared"),
    "planned": N_("planned"),
    "running": N_("under way"),
    "paused": N_("a pause"),
    "closed": N_("finished"),
    "broken-off": N_("broken off"),
    "cancelled": N_("called off"),
}

ROLES: Final[Mapping[str, str]] = {
    "guardian": N_("guardian"),
    "child": N_("pupil"),
    "teacher": N_("contact teacher"),
    "educator": N_("lead educator"),
    "head": N_("head teacher"),
    "service": N_("service"),
    "interpreter": N_("interpreter"),
    "other": N_("other participant"),
}

KINDERGARTEN_ROLES: Final[Mapping[str, str]] = {
    "child": N_("child"),
    "head": N_("head of the kindergarten"),
}
"""Where a kindergarten has another word than a school."""

DUTIES: Final[Mapping[str, str]] = {
    "leader": N_("leads"),
    "relay-holder": N_("relay holder"),
    "guard": N_("viddevakt"),
    "writer": N_("writes"),
    "summariser": N_("sums up"),
}

EFFECTS: Final[Mapping[str, str]] = {
    "wanted": N_("helps"),
    "partly": N_("helps a little"),
    "not-enough-yet": N_("not enough help yet"),
    "negative": N_("makes it harder"),
    "too-early": N_("too early to say"),
}

EFFECT_SYMBOLS: Final[Mapping[str, str]] = {
    "wanted": "●",
    "partly": "◐",
    "not-enough-yet": "○",
    "negative": "▽",
    "too-early": "…",
}
"""A sign beside the word, so that colour is never alone."""

STATUSES: Final[Mapping[str, str]] = {
    "planned": N_("planned"),
    "active": N_("in progress"),
    "continued": N_("goes on"),
    "ended": N_("ended"),
    "replaced": N_("another instead"),
}

DECISIONS: Final[Mapping[str, str]] = {
    "continue": N_("goes on"),
    "adjust": N_("is adjusted"),
    "end": N_("ended"),
    "not-discussed": N_("not discussed"),
}

GOAL_STATUSES: Final[Mapping[str, str]] = {
    "open": N_("in progress"),
    "reached": N_("reached"),
    "ended": N_("let go"),
}

ARENAS: Final[Mapping[str, str]] = {
    "home": N_("at home"),
    "school": N_("at school"),
    "services": N_("with the services"),
}

KINDS: Final[Mapping[str, str]] = {
    "time": N_("the time"),
    "topic": N_("the topic"),
    "order": N_("whose turn it was"),
    "interpretation": N_("describe, don't interpret"),
    "early-offer": N_("an early offer"),
    "none": N_("nothing in particular"),
}

OUTCOMES: Final[Mapping[str, str]] = {
    "back": N_("back to the topic"),
    "parked": N_("taken afterwards"),
    "extended": N_("more time"),
}

HANDLED: Final[Mapping[str, str]] = {
    "next-meeting": N_("at the next meeting"),
    "bilateral": N_("between two"),
    "dropped": N_("let go"),
}

MINUTES: Final[Mapping[str, str]] = {
    "draft": N_("draft"),
    "read-through": N_("read through"),
    "final": N_("final"),
}

HEARD: Final[Mapping[str, str]] = {
    "yes": N_("Yes"),
    "partly": N_("Partly"),
    "no": N_("No"),
    "declined": N_("Would rather not say"),
}

FORMS: Final[Mapping[str, str]] = {"written": N_("in writing"), "oral": N_("orally")}

WAYS: Final[Mapping[str, str]] = {
    "proportion": N_("Shorter rounds, same end"),
    "protect": N_("The choice keeps its time, the rest is shorter"),
    "drop": N_("Leave a part out"),
    "later": N_("End later"),
}

OUTCOME_KINDS: Final[Mapping[str, str]] = {
    "closed": N_("we are where we wanted to be"),
    "continue": N_("we go on with what helps"),
    "referred": N_("somebody else takes it further"),
}

SHARES: Final[Mapping[str, str]] = {
    "none": N_("nobody gets it on paper"),
    "parts": N_("parts of it"),
    "whole": N_("all of it"),
}

_KINDERGARTEN_SCHOOL: Final = N_("in the kindergarten")


def state_words(state: str, words: Words) -> str:
    """A meeting's state."""
    return _from(STATES, state, words)


def role_words(role: str, unit: str, words: Words) -> str:
    """A role as a school or a kindergarten calls it."""
    if unit == "kindergarten" and role in KINDERGARTEN_ROLES:
        return words(KINDERGARTEN_ROLES[role])
    return _from(ROLES, role, words)


def duty_words(duty: str, words: Words) -> str:
    """What somebody does in the meeting."""
    return _from(DUTIES, duty, words)


def effect_words(effect: str | None, words: Words) -> str:
    """How an activity goes; empty while nobody has said."""
    return _from(EFFECTS, effect, words) if effect else ""


def status_words(status: str, words: Words) -> str:
    """Where an activity stands."""
    return _from(STATUSES, status, words)


def decision_words(decision: str, words: Words) -> str:
    """What becomes of an activity after a look at it."""
    return _from(DECISIONS, decision, words)


def goal_status_words(status: str, words: Words) -> str:
    """Where a goal stands."""
    return _from(GOAL_STATUSES, status, words)


def level_words(level: int, words: Words) -> str:
    """The level on which an activity stands (S2-5)."""
    return words("level {number}", number=level)


def arena_words(arena: str, unit: str, words: Words) -> str:
    """Where an activity happens."""
    if arena == "school" and unit == "kindergarten":
        return words(_KINDERGARTEN_SCHOOL)
    return _from(ARENAS, arena, words)


def kind_words(kind: str, words: Words) -> str:
    """What a viddevakt's sign was about."""
    return _from(KINDS, kind, words)


def minutes_words(status: str, words: Words) -> str:
    """How far the minutes are."""
    return _from(MINUTES, status, words)


def heard_words(heard: str, words: Words) -> str:
    """Whether somebody was listened to."""
    return _from(HEARD, heard, words)


def outcome_words(outcome: str, words: Words) -> str:
    """What came of a viddevakt's sign."""
    return _from(OUTCOMES, outcome, words)


def handled_words(handled: str, words: Words) -> str:
    """What becomes of a parked topic."""
    return _from(HANDLED, handled, words)


def form_words(form: str, words: Words) -> str:
    """How a consent was given."""
    return _from(FORMS, form, words)


def outcome_kind_words(kind: str, words: Words) -> str:
    """How a chain of meetings ends or goes on."""
    return _from(OUTCOME_KINDS, kind, words)


def share_words(how: str, words: Words) -> str:
    """How much of the log the participants get."""
    return _from(SHARES, how, words)


def way_words(way: str, words: Words) -> str:
    """A way to catch up."""
    return _from(WAYS, way, words)


def _from(table: Mapping[str, str], code: str, words: Words) -> str:
    """The word of a code; the code itself where a newer version has one more."""
    return words(table[code]) if code in table else code
