"""The field's closed sets of words (design §6); on screen they are worded in `app/`."""

from __future__ import annotations

from typing import Literal, get_args

Language = Literal["nn", "nb", "en"]
"""What people read: nynorsk, the primary one, bokmål or English."""

Role = Literal[
    "guardian", "child", "teacher", "educator", "head", "service", "interpreter", "other"
]
ParticipantDuty = Literal["leader", "relay-holder", "guard", "writer", "summariser"]
Arena = Literal["home", "school", "services"]
Effect = Literal["wanted", "partly", "not-enough-yet", "negative", "too-early"]
ActivityStatus = Literal["planned", "active", "continued", "ended", "replaced"]
Assessed = Literal["continue", "adjust", "end", "not-discussed"]
GoalStatus = Literal["open", "reached", "ended"]
Level = Literal[1, 2, 3]
"""1 is home or one's own service, 2 and 3 are together with another service area (S2-5)."""
MeetingState = Literal["draft", "planned", "running", "paused", "closed", "broken-off", "cancelled"]
GuardKind = Literal["time", "topic", "order", "interpretation", "early-offer", "none"]
GuardOutcome = Literal["back", "parked", "extended"]
Unit = Literal["school", "kindergarten"]
ConsentForm = Literal["written", "oral"]
Handled = Literal["next-meeting", "bilateral", "dropped"]
CaseStatus = Literal["open", "closed", "referred"]
ClosedReason = Literal[
    "goals-reached", "consent-withdrawn", "family-wishes", "individual-plan", "referred", "other"
]
NoticeKind = Literal["summons", "invitation", "reminder"]
Channel = Literal["log", "sms", "e-mail", "letter", "phone", "own-system"]
Prefers = Literal["", "letter", "phone", "sms", "e-mail", "log"]
"""The channel by which somebody wants to hear: some of `Channel`, or nothing said about it."""
Speaks = Literal["", "nn", "nb", "en"]
"""The language of papers to somebody; empty is that of the log."""
OwnSystemKind = Literal["summons", "note"]
OutcomeKind = Literal["closed", "continue", "referred"]
Share = Literal["none", "parts", "whole"]
MinutesStatus = Literal["draft", "read-through", "final"]
Heard = Literal["yes", "partly", "no", "declined"]
Joins = Literal["room", "phone", "video"]

FAMILY: frozenset[Role] = frozenset({"guardian", "child"})
"""Guardians and child: they speak first and decide (S3-06, S3-09)."""

TEACHERS: frozenset[Role] = frozenset({"teacher", "educator"})
"""Contact teacher, or the kindergarten's lead educator."""

ARENAS: tuple[Arena, ...] = get_args(Arena)
"""Home, then school or kindergarten, then the services: the walk-through's order (S0-24)."""

ROLES: tuple[Role, ...] = get_args(Role)
