"""Plays the scripts of this folder, and gives what they led to."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from app.play.clock import VirtualClock
from app.play.player import Played, Player, beginning
from app.play.script import read_script
from data.calendars import load_calendar
from data.structures import shipped
from phases.calendar import Closures
from phases.case import Case
from phases.export import export
from phases.export_document import CaseDocument, MeetingPart
from phases.records import Activity

FOLDER = Path(__file__).parent
OSLO = ZoneInfo("Europe/Oslo")
SHIPPED = shipped()


@cache
def played(name: str) -> Played:
    """The script of this name, played once."""
    lines = read_script((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))
    clock = VirtualClock(beginning(lines, OSLO), OSLO)
    return Player(clock, SHIPPED, calendar=closures_w8()).play(lines)


def before(name: str, text: str) -> Case:
    """The case as it is just before the first line of the script that holds this text."""
    script = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    number = next(n for n, line in enumerate(script.splitlines(), start=1) if text in line)
    lines = tuple(line for line in read_script(script) if line.number < number)
    clock = VirtualClock(beginning(lines, OSLO), OSLO)
    return Player(clock, SHIPPED, calendar=closures_w8()).play(lines).case


@cache
def document(name: str) -> CaseDocument:
    """The case as it is exported when its newest meeting ended."""
    case = played(name).case
    assert case.sitting is not None
    ended = case.sitting.line.ended
    assert ended is not None
    return export(case, ended)


def meeting(name: str, number: int = 0) -> MeetingPart:
    """The newest meeting, or the one with this number from one."""
    return document(name).meetings[number - 1]


def called(case: Case, ids: tuple[str, ...]) -> list[str]:
    """What these people are called."""
    return [case.label(i) for i in ids]


def agreed(case: Case, meeting_id: str = "") -> dict[str, Activity]:
    """What was agreed in the newest meeting, or in this one, by title."""
    if not meeting_id:
        assert case.sitting is not None
        meeting_id = case.sitting.meeting.id
    return {a.title: a for a in case.agreed_in(meeting_id)}


def by_title(case: Case) -> dict[str, Activity]:
    """Every activity of the log."""
    return {a.title: a for a in case.activities.values()}


def warned(name: str, rule: str) -> list[str]:
    """The names that a rule told, each time it spoke."""
    return [r.finding.args.get("names", "") for r in played(name).remarks if r.finding.rule == rule]


def rules(name: str) -> set[str]:
    """Every rule that spoke without refusing."""
    return {r.finding.rule for r in played(name).remarks}


def refused(name: str) -> list[str]:
    """The codes of the lines that were to be refused, in their order."""
    return [code for _, code in played(name).refused]


def closures_w8() -> Closures:
    """The municipality with winter break in week 8 (domain §4.1)."""
    path = FOLDER.parent / "fixtures" / "closures_w8.toml"
    return Closures(load_calendar(path).spans)
