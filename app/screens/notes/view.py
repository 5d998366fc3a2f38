"""What the note-taker's desk shows above the log: where the meeting is, and its time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from app.desk import Desk
from app.wording.clock import ClockFace, clock_face
from app.wording.projected import ends_words, state_title
from app.words import Words
from phases.case import Case
from phases.clock import Stamp
from phases.floor import floor
from phases.pace import pace
from phases.shown_clock import shown_clock


class Head(NamedTuple):
    """The line at the top."""

    title: str = ""
    time: str = ""


def head_line(
    case: Case, now: Stamp, desk: Desk, titles: Mapping[str, str], _: Words, borrowed: str = ""
) -> Head:
    """The part that runs, what is left of it and when the meeting ends; as calm as on `lead`.

    `borrowed` says which language stands in for texts of this one.
    """
    sitting = case.sitting
    if sitting is None:
        return Head(_("No meeting is planned yet"))
    at = pace(sitting, now)
    calm = floor(case, sitting).calm and not desk.settings.calm_seconds
    face = clock_face(shown_clock(sitting, at, calm=calm), _)
    title = titles.get(sitting.line.phase) or state_title(sitting.state, _)
    if title and borrowed:
        title = f"{title} · {borrowed}"
    ends = "" if sitting.over else ends_words(at.end_shown, desk.zone, _)
    return Head(title, "   ".join(part for part in (time_words(face), ends) if part))


def time_words(face: ClockFace) -> str:
    """Figures and what they are; the whole minutes of a calm clock stand in its words already."""
    figures = face.figures if ":" in face.figures else ""
    return f"{figures} {face.caption}".strip()
