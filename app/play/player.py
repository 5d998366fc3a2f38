"""Runs a script: each line is decided and folded as in a window, and nothing is saved.

Pure but for the texts of structures that a script names, so that a scenario, a rehearsal of
one's own structure and the demo case all come from the same place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import count
from typing import TYPE_CHECKING

from app.play.clock import VirtualClock
from app.play.script import Line, ScriptError
from data.words import interpretive
from phases.bad_input import BadInputError
from phases.case import Case
from phases.changes import Changes, Finding, Refusal, Tables
from phases.commands import Command
from phases.commands.arguments import Reading, build_from, command_class, pairs, parameter
from phases.context import Context
from phases.decide import decide
from phases.fold import fold
from phases.reading_times import read_moment
from phases.structures import Structure
from phases.text import safe

if TYPE_CHECKING:
    from phases.calendar import Calendar

DEFAULT_ID = "SCRIPT"
DEFAULT_MOMENT = datetime.fromisoformat("2027-01-19T12:00:00+00:00")
"""When a script begins that says nothing of it and plans no meeting."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_OWN = frozenset({"as", "expect", "reason"})
_DAY = r"D([+-][0-9]{1,4})?(?=$|[ ,])"
_NAME = r"\$([a-z][a-z0-9-]*)"


@dataclass
class Remark:
    """A rule that warned or informed while the script ran."""

    line: int
    finding: Finding


@dataclass
class Played:
    """What a script has led to."""

    case: Case
    tables: Tables = field(default_factory=dict)
    """Everything it changed, as one entry."""
    remarks: list[Remark] = field(default_factory=list)
    refused: list[tuple[int, str]] = field(default_factory=list)
    """Lines that were to be refused, and were: number and code."""


class RefusedLineError(ScriptError):
    """A line that the meeting's rules refuse."""

    def __init__(self, line: int, refusal: Refusal) -> None:
        super().__init__(refusal.code, line, dict(refusal.args))
        self.refusal = refusal


class Player:
    """Plays the lines of one script, once."""

    def __init__(
        self,
        clock: VirtualClock,
        structures: Mapping[str, Structure],
        *,
        new_id: Callable[[], str] | None = None,
        names: Mapping[str, str] | None = None,
        who: str = "",
        calendar: Calendar | None = None,
    ) -> None:
        """Ids are counted unless `new_id` gives others; `names` are known from the start.

        `calendar` has the school's closed days; without it only red days are closed.
        """
        counter = count(1)
        self._new_id = new_id or (lambda: f"id{next(counter):04}")
        self._clock = clock
        self._structures = structures
        self._calendar = calendar
        self._names = dict(names or {})
        self._who = who
        self._started: datetime | None = None
        self.played = Played(Case.empty(DEFAULT_ID))

    def play(self, lines: tuple[Line, ...]) -> Played:
        """All lines in order. Raises ScriptError at the first that can't be done."""
        for line in lines:
            try:
                self._move(line)
                self._do(line)
            except ScriptError:
                raise
            except BadInputError as error:
                raise ScriptError(error.code, line.number, dict(error.details)) from None
        return self.played

    def _move(self, line: Line) -> None:
        when, clock = line.when, self._clock
        try:
            if when.kind == "now":
                clock.move_to_now()
            elif when.kind == "offset":
                clock.move(self._start(line) + timedelta(seconds=when.seconds))
            elif when.kind == "clock":
                clock.move(clock.on_day(clock.today, when.seconds))
            elif when.kind == "moment":
                day = datetime.fromisoformat(when.date).date()
                clock.move(clock.on_day(day, when.seconds))
            elif when.kind == "day":
                day = clock.day_zero + timedelta(days=when.days)
                clock.move(clock.on_day(day, when.seconds))
        except ValueError as error:
            if isinstance(error, BadInputError):
                raise
            raise ScriptError("E-SCRIPT-TIME", line.number, {"value": when.text}) from None

    def _start(self, line: Line) -> datetime:
        if self._started is None:
            raise ScriptError("E-SCRIPT-PLAN", line.number, {"value": line.when.text})
        return self._started

    def _do(self, line: Line) -> None:
        own, given = self._parted(line)
        command = self._command(line, given)
        if line.command == "case-new":
            self.played.case = Case.empty(own.get("id", DEFAULT_ID))
        outcome = decide(self.played.case, (command,), self._context(own.get("reason", "")))
        if isinstance(outcome, Refusal):
            self._refused(line, outcome, own.get("expect", ""))
            return
        if "expect" in own:
            raise ScriptError(
                "E-SCRIPT-EXPECTED", line.number, {"wanted": safe(own["expect"]), "got": "-"}
            )
        self._take(line, outcome)
        if "as" in own and outcome.made:
            self._names[own["as"]] = outcome.made
        if line.command == "start":
            self._started = self._clock.at

    def _parted(self, line: Line) -> tuple[dict[str, str], list[tuple[str, str]]]:
        """The player's own arguments and the command's, names and days filled in."""
        own: dict[str, str] = {}
        given: list[tuple[str, str]] = []
        for key, value in pairs(line.arguments):
            if key in _OWN or (key == "id" and line.command == "case-new"):
                own[key] = value
            else:
                given.append((key, self._filled(line, key, value)))
        return own, given

    def _filled(self, line: Line, key: str, value: str) -> str:
        """The value with a name, a day or `now` in it filled in; texts are left as they are."""
        name = re.fullmatch(_NAME, value)
        if name is not None:
            if name[1] not in self._names:
                raise ScriptError("E-SCRIPT-NAME", line.number, {"value": safe(value)})
            return self._names[name[1]]
        # Only a value that looks like a moment is worth asking what its key means.
        if value != "now" and re.search(_DAY, value) is None:
            return value
        kind = _kind_of(line.command, key)
        if kind == "moment" and value == "now":
            return f"{self._clock.at.astimezone(self._clock.zone):%Y-%m-%d %H:%M}"
        return re.sub(_DAY, self._day, value) if kind in ("date", "moment") else value

    def _day(self, found: re.Match[str]) -> str:
        return (self._clock.day_zero + timedelta(days=int(found[1] or 0))).isoformat()

    def _command(self, line: Line, given: list[tuple[str, str]]) -> Command:
        language = self.played.case.facts.language
        reading = Reading(self._clock.today, self._clock.zone, language)
        return build_from(command_class(line.command), given, reading)

    def _context(self, reason: str) -> Context:
        return Context(
            now=self._clock.stamp(),
            new_id=self._new_id,
            zone=self._clock.zone,
            structures=self._structures,
            who=self._who,
            reason=reason,
            interpretive=interpretive,
            calendar=self._calendar,
        )

    def _refused(self, line: Line, refusal: Refusal, expected: str) -> None:
        if refusal.code == expected:
            self.played.refused.append((line.number, refusal.code))
            return
        if expected:
            details = {"wanted": safe(expected), "got": refusal.code}
            raise ScriptError("E-SCRIPT-EXPECTED", line.number, details)
        raise RefusedLineError(line.number, refusal)

    def _take(self, line: Line, changes: Changes) -> None:
        played = self.played
        played.case = fold(played.case, changes.tables, played.case.revision + 1, changes.built)
        for table, documents in changes.tables.items():
            played.tables.setdefault(table, {}).update(documents)
        played.remarks += [Remark(line.number, f) for f in changes.findings]


def _kind_of(command: str, key: str) -> str:
    """What a key of a command takes; empty for one it doesn't have, which is refused later."""
    kind, name = command_class(command), key.replace("-", "_")
    return parameter(kind, name).kind if name in kind.FIELDS else ""


def beginning(lines: tuple[Line, ...], zone: tzinfo) -> datetime:
    """Where the clock stands before the first line.

    A script that names no moment in its first line begins when its first meeting is planned.
    Raises ScriptError for a first meeting that can't be read.
    """
    if lines and lines[0].when.kind in ("moment", "day", "now"):
        return EPOCH
    for line in lines:
        at = dict(pairs(line.arguments)).get("at") if line.command == "meeting-plan" else None
        if at is not None:
            try:
                return read_moment(at, zone)
            except BadInputError as error:
                raise ScriptError(error.code, line.number, dict(error.details)) from None
    return DEFAULT_MOMENT
