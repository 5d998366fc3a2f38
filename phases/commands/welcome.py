"""Acts that settle how a meeting begins (S3-02 … S3-04, S3-07)."""

from __future__ import annotations

from typing import ClassVar, Literal

from phases.case import Case
from phases.changes import refuse
from phases.commands.base import (
    CHALLENGE,
    AgreeCommand,
    Draft,
    on_meeting,
    participant,
    sitting_of,
    unless_changed,
)
from phases.context import Context
from phases.settle import NOBODY, newcomers
from phases.words import MeetingState


class Introductions(AgreeCommand):
    """Everybody has said name and role, or the round is skipped (S3-02)."""

    name: ClassVar[str] = "introductions"
    how: Literal["done", "skipped"] = "done"

    def change(self, case: Case, ctx: Context) -> Draft:
        """Tick it; whoever is here for the first time isn't new any more, next time either."""
        draft = on_meeting(case, introductions=self.how)
        for person in newcomers(case):
            draft.put("participants", person.with_(new=False))
        return draft


class ConsentTold(AgreeCommand):
    """The consent that has been given was told of (S3-03, R-C5)."""

    name: ClassVar[str] = "consent-told"

    def change(self, case: Case, ctx: Context) -> Draft:
        """Tick it."""
        return on_meeting(case, consent_told=True)


class Writer(AgreeCommand):
    """Who writes the minutes for the child's folder (S3-04)."""

    name: ClassVar[str] = "writer"
    states: ClassVar[frozenset[MeetingState] | None] = None
    who: str = ""

    def change(self, case: Case, ctx: Context) -> Draft:
        """A participant who is employed."""
        person = participant(case, self.who)
        if person.family:
            raise refuse("not-family", name=self.who)
        return on_meeting(case, writer=person.id)


class Viddevakt(AgreeCommand):
    """Who guards the structure (S3-07, R-M1); `who=none`: nobody, the clock and all help."""

    name: ClassVar[str] = "viddevakt"
    states: ClassVar[frozenset[MeetingState] | None] = None
    who: str = ""

    def change(self, case: Case, ctx: Context) -> Draft:
        """Never a guardian or the child (domain §2.2)."""
        if self.who == NOBODY:
            return on_meeting(case, viddevakt=NOBODY)
        person = participant(case, self.who)
        if person.family:
            raise refuse("not-family", name=self.who)
        return on_meeting(case, viddevakt=person.id)


class Challenge(AgreeCommand):
    """The shared challenge in one sentence, repeated in the decision and the closing (S3-23)."""

    name: ClassVar[str] = "challenge"
    writes_log: ClassVar[bool] = True
    texts: ClassVar[dict[str, int]] = {"text": CHALLENGE}
    text: str = ""
    was: str | None = None

    def change(self, case: Case, ctx: Context) -> Draft:
        """Write it down."""
        unless_changed(sitting_of(case).meeting.challenge, self.was, "challenge")
        return on_meeting(case, challenge=self.text)
