"""A meeting in which each decision is looked at: whole, undone, and fit to be written."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import Final

from hypothesis.stateful import RuleBasedStateMachine

from phases.case import Case
from phases.changes import Changes, Refusal, Tables
from phases.commands import Command
from phases.commands.afterwards import Undo
from phases.context import Context
from phases.decide import decide
from phases.fold import fold
from phases.rights import Window
from phases.rules import RULES
from tests.phases.any_command import (
    texts_of,
)
from tests.phases.room import Room

EXITS: Final = {2, 4, 9}
SEVERAL_LINES: Final = {
    *("comment", "view", "a", "b", "c", "d", "e", "content", "extent", "organisation"),
    *("follow_up", "worked", "obstacles", "differently"),
}
"""Fields that may hold line breaks; nothing holds any other control character."""

SEVERAL_IN: Final = {("notes", "text"), ("answers", "text"), ("meetings", "text")}
"""The same of fields whose name is short lines elsewhere."""


class Decided(RuleBasedStateMachine):
    """One case, its clock, and what is known to be true of the time."""

    def __init__(self) -> None:
        super().__init__()
        self.room = Room()
        self.stamped: dict[str, tuple[float, str, datetime]] = {}
        """Event -> true seconds, boot and wall clock when it happened."""
        self.boots = 1

    def do(self, *commands: Command, window: Window = "lead", reason: str = "") -> None:
        """Decide; a refusal changes nothing, and what is changed is written and can be undone."""
        room, before = self.room, self.room.case
        room.window = window
        context = room.context(reason)
        found = decide(before, commands, context)
        assert room.case is before
        if isinstance(found, Refusal):
            self._is_a_proper_refusal(found)
            return
        assert window != "wall"
        entry = json.dumps(found.tables, allow_nan=False)
        assert json.loads(entry) == found.tables
        self._holds_no_control_characters(found.tables)
        room.entries.append(entry)
        room.case = fold(before, found.tables, before.revision + 1, found.built)
        assert room.case == fold(before, found.tables, before.revision + 1)
        self._note(found.tables)
        if len(commands) == 1 and commands[0].undoable:
            self._undo_restores(before, context)

    def _is_a_proper_refusal(self, refusal: Refusal) -> None:
        assert refusal.exit_code in EXITS
        assert (refusal.exit_code == 9) == (refusal.code in {r.id for r in RULES})
        assert all(isinstance(v, str) for v in refusal.args.values())

    def _holds_no_control_characters(self, tables: Tables) -> None:
        for name in tables:
            for field, text in texts_of({name: tables[name]}):
                several = field in SEVERAL_LINES or (name, field) in SEVERAL_IN
                controls = {c for c in text if ord(c) < 32 or 127 <= ord(c) < 160}
                assert controls <= ({"\n"} if several else set()), (field, controls)
                assert "\u202e" not in text

    def _note(self, tables: Tables) -> None:
        clock = self.room.clock
        for event in tables["events"].values():
            assert event is not None
            self.stamped[event["id"]] = (clock.passed_s, str(clock.boot), clock.utc)

    def _undo_restores(self, before: Case, context: Context) -> None:
        context = context._replace(window="lead", reason="")
        undone = decide(self.room.case, (Undo(),), context)
        if self.room.case.facts.locked:
            # What a withdrawn consent has closed stays as it is (R-C6).
            return
        assert isinstance(undone, Changes)
        after = fold(self.room.case, undone.tables, 0)
        assert replace(after, revision=0) == replace(before, revision=0)
        assert list(after.participants) == list(before.participants)
