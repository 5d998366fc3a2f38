"""What was taken back, by the name of the act and of what it was about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from app.widgets.plain import cut
from app.wording.commands import command_words
from app.wording.speech import who_words
from phases.floor import floor
from phases.sitting import Sitting

if TYPE_CHECKING:
    from app.words import Words
    from phases.case import Case
    from phases.records import Event

TURNS: Final = frozenset({"answered"})
"""Acts that end a turn."""

LONGEST: Final = 44
"""Cells of what it was about: it stands on one line with the act."""

ABOUT: Final = ("activity", "offer", "goal", "service", "who", "key")
"""What an event may name, the plainest first. A note to the minutes isn't among them: it is never
on the leader's screen, which is mirrored."""


def undone_words(
    event: Event,
    case: Case,
    words: Words,
    own: Callable[[str], str] = lambda _item: "",
    titles: Mapping[str, str] | None = None,
) -> str:
    """Of an act in the case as it stood before it was taken back.

    `own` has the words of the part's points and forms by their ids, `titles` those of the parts.
    """
    if event.kind in TURNS and (said := _whose(event, case, words)):
        return words("Taken back: {what}", what=said)
    label, about = command_words(event.kind, words)[0], _about(event, case, own, titles or {})
    what = f"{label} – {cut(about, LONGEST)}" if about else label
    return words("Taken back: {what}", what=what)


def _whose(event: Event, case: Case, words: Words) -> str:
    """Whose turn it was, in the words of the key that ended it: not whose round it was."""
    sitting = case.sitting
    if sitting is None or event.meeting != sitting.meeting.id:
        return ""
    before = [e for e in sitting.events if e.seq < event.seq]
    turn = floor(case, Sitting(sitting.meeting, sitting.agenda, before)).now
    return words("{who}: done", who=who_words(turn, case, words)) if turn else ""


def _about(event: Event, case: Case, own: Callable[[str], str], titles: Mapping[str, str]) -> str:
    """The activity, the offer, the person, the part or the point; empty where there is none."""
    if event.kind in ("tick", "fill"):
        return own(_point(event, case))
    if event.kind in ("next", "back"):
        return titles.get(event.args.get("to", ""), "")
    found = (_named(case, event.args.get(name, "")) for name in ABOUT)
    made = (_named(case, key) for docs in event.was.values() for key in docs)
    return next(filter(None, (*found, *made)), "")


def _named(case: Case, key: str) -> str:
    """What people call the record with this id, or the service."""
    if key in case.activities:
        return case.activities[key].title
    if key in case.offers:
        return f"{case.offers[key].service}: {case.offers[key].text}"
    if key in case.goals:
        return case.goals[key].text
    if key in case.participants:
        return case.label(key)
    return key if key in case.services else ""


def _point(event: Event, case: Case) -> str:
    """The point that was ticked, or the form that was filled in."""
    if event.kind == "fill":
        return next(iter(str(event.args.get("answer", "")).split(".")[1:2]), "")
    for key, before in event.was.get("meetings", {}).items():
        meeting = case.meetings.get(key)
        if meeting is not None:
            was = set((before or {}).get("ticked", ()))
            return next(iter(was ^ set(meeting.ticked)), "")
    return ""
