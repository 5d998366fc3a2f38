"""A meeting: when and by which structure, and what it settled (domain §2.1)."""

from __future__ import annotations

from datetime import date, datetime

from phases.records.base import Part, Record
from phases.records.closing import Distribution, HalfYear, Outcome, Signature
from phases.words import GuardKind, GuardOutcome


class Choice(Part):
    """What was decided about the offers (S3-19); `none_now` is a choice too."""

    offers: tuple[str, ...] = ()
    none_now: bool = False
    reason: str = ""


class HandOver(Part):
    """The baton, asked for and perhaps accepted: it may be declined (INV-02, R-M17)."""

    to: str
    accepted: bool = False
    declined: bool = False
    answer_by: date | None = None

    @property
    def waiting(self) -> bool:
        """Asked, and neither accepted nor declined: until then the old holder keeps it."""
        return not self.accepted and not self.declined


class NextMeeting(Part):
    """The next date, or who calls whom by when (R-E4)."""

    on: date | None = None
    at: str = ""
    """The time of day, `13:00`."""
    place: str = ""
    """Where, if that was agreed too (S4-56)."""
    caller: str = ""
    called: str = ""
    by: date | None = None


class InformChild(Part):
    """Who tells an absent child what was agreed, how and when (S0-37, S1-17f, R-E5)."""

    who: str
    how: str = ""
    when: date | None = None


class Meeting(Record):
    """One meeting of the case. Its clock and its floor are told by the events alone."""

    number: int = 1
    at: datetime | None = None
    """Scheduled start, UTC (S4-03, S4-04)."""
    place: str = ""
    """Where (S4-05, S4-41)."""
    purpose: str = ""
    """What it is for, as the summons says it (S4-06, S4-42, R-P6)."""
    room_screen: bool | None = None
    """Whether everybody can see the log in the room (S0-12, R-P7); None: nobody has said."""
    attendance_cleared: bool = False
    """Who shall come is cleared with the guardians (S2-2a, R-C9)."""
    later: tuple[str, ...] = ()
    """Who is expected, and wasn't there when it began; when they came is told by an event."""
    cancelled: bool = False
    interpreter: bool = False
    """The minutes are × 1.3, for everything is said twice."""
    introductions: str = ""
    """`done` or `skipped` (S3-02, R-M2)."""
    consent_told: bool = False
    writer: str = ""
    """Who writes the minutes (S3-04)."""
    viddevakt: str = ""
    """A participant, or `none`: the clock and all help (R-M1)."""
    challenge: str = ""
    """The shared challenge, one sentence (S3-14, S3-23)."""
    choice: Choice | None = None
    decided_by: tuple[str, ...] = ()
    hand_over: HandOver | None = None
    no_measure: str = ""
    """Why no measure was documented, when none was (INV-08)."""
    read_aloud: tuple[str, ...] = ()
    """The activities that have been read aloud (S3-22)."""
    next_meeting: NextMeeting | None = None
    inform_child: InformChild | None = None
    outcome: Outcome | None = None
    """How it goes on, in a meeting that has to say so (S4-32, R-E14)."""
    distribution: Distribution | None = None
    """How much of the log the participants get (S2-6d)."""
    informed_others: tuple[str, ...] = ()
    """Who else is to be told (S2-6c, S4-55), by role."""
    half_year: HalfYear | None = None
    """The meetings planned for half a year (S0-36)."""
    signed: tuple[Signature, ...] = ()
    """Who has signed the form on paper (S4-08, R-E16)."""
    staff_stay: bool = False
    """The services were told to stay behind (S3-26)."""
    family_left: bool = False
    ticked: tuple[str, ...] = ()
    """Points that were said, and forms to which there is nothing to add."""
    denied: tuple[str, ...] = ()
    """Those among them that were asked and answered with no, or with not quite."""
    affirmed: tuple[str, ...] = ()
    """Those that were answered with yes; one that was ticked alone was said, and not answered."""


class Answer(Record):
    """What stands in one cell of a form. Its id is made of the four, so a cell has one answer."""

    meeting: str
    form: str
    row: str
    column: str
    text: str = ""


class Intervention(Record):
    """The viddevakt's sign: kind, phase, time and outcome; never a name or content (§8)."""

    meeting: str
    phase: str
    kind: GuardKind = "none"
    outcome: GuardOutcome = "back"


class Evaluation(Record):
    """The staff's answers a to e about how the meeting was run (S3-28); its id is the meeting's."""

    a: str = ""
    """What worked well (S3-28a)."""
    b: str = ""
    """What could have worked better (S3-28b)."""
    c: str = ""
    """Whether the structure was kept to (S3-28c)."""
    d: str = ""
    """Whether it was of use, and led a step further (S3-28d)."""
    e: str = ""
    """What to learn for the next meeting (S3-28e)."""
    took_part: tuple[str, ...] = ()
    """Roles only (INV-10)."""
