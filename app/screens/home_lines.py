"""What home says about today's meetings: no name, no case id, no text from the log (R-S6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content

from app.screens.home_today import TodaysMeeting
from app.widgets.plain import one_line
from app.wording.states import state_words
from app.wording.units import said
from app.words import Words
from phases.showing_dates import clock_time
from phases.structures import Structure


def row_text(meeting: TodaysMeeting, words: Words) -> str:
    """One meeting on a line among others: time, place, how far it is."""
    at = clock_time(meeting.at, words.language) if meeting.at else ""
    return f"{at}  {one_line(meeting.place)}  {state_words(meeting.state, words)}"


def some_look_alike(meetings: Sequence[TodaysMeeting], words: Words) -> bool:
    """Whether two of the lines are the same, so that nobody can tell which is which."""
    return len({row_text(meeting, words) for meeting in meetings}) < len(meetings)


def rows(meetings: Sequence[TodaysMeeting], at: int | None, words: Words) -> Content:
    """One line for each meeting, where there are several; `at` is the chosen one."""
    if len(meetings) < 2:
        return Content("")
    lines = []
    for number, meeting in enumerate(meetings):
        mark = "▶" if number == at else " "
        style = "$now bold" if number == at else "$text-muted"
        lines.append(Content.styled(f"{mark} {row_text(meeting, words)}", style))
    return Content("\n").join(lines)


def about(meeting: TodaysMeeting, structures: Mapping[str, Structure], words: Words) -> str:
    """What kind of meeting it is, how long, and when it is over."""
    parts = []
    if meeting.structure in structures:
        title = structures[meeting.structure].title
        parts.append(said(title, words.language, meeting.unit))
    parts.append(words.many("{n} minute", "{n} minutes", meeting.minutes))
    if meeting.ends is not None:
        ends = clock_time(meeting.ends, words.language)
        parts.append(words("Finished about {time}", time=ends))
    return " · ".join(parts)


def what_enter_does(meeting: TodaysMeeting, words: Words) -> str:
    """The line beneath the meeting."""
    if meeting.state in ("running", "paused"):
        return words("The meeting is under way. {key}: go on leading", key="Enter")
    if meeting.kind == "after":
        return words("The meeting is finished. {key}: minutes, papers and the rest", key="Enter")
    if meeting.kind == "evaluate":
        return words("The meeting is finished. {key}: evaluate it", key="Enter")
    return words("{key}: lead the meeting", key="Enter")


def faults_line(count: int, words: Words) -> str:
    """That logs can't be opened, quietly; nothing where all can."""
    if not count:
        return ""
    return words.many(
        "A log can't be opened – {key}", "{n} logs can't be opened – {key}", count, key="v"
    )


def help_paragraphs(words: Words) -> tuple[tuple[str, str], ...]:
    """Each key of home, and what it does: in the footer's order, then those it has no room for."""
    return (
        ("", words("Here stands today's meeting. It can be shown to everybody in the room.")),
        ("Enter", words("Opens the meeting. One that is under way goes on where it was.")),
        ("f", words("What is left to do before the meeting, and what is done.")),
        ("n", words("The next meeting, as last time; you take each proposal or change it.")),
        ("d", words("What is due in all logs, by day. Look that nobody else sees the screen.")),
        ("v", words("The names of all logs. Look that nobody else sees the screen.")),
        ("e", words("People, consents, place, time and minutes.")),
        ("c", words("A new log, for a new meeting.")),
        ("l", words("Nynorsk, bokmål, English, on this screen.")),
    )
