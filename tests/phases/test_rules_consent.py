"""R-C1 and R-C2 hold every write of log text, and neither set-up nor the clock."""

from __future__ import annotations

from typing import Final

import pytest

from phases.changes import Refusal
from phases.commands import COMMANDS, Command
from phases.commands.case_facts import CaseSet
from phases.commands.choosing import Choose, NoMeasure, OfferAdd, OfferEdit
from phases.commands.clock import Next, Pause
from phases.commands.consents import ConsentAdd
from phases.commands.filling import Fill
from phases.commands.log import (
    ActivityAdd,
    ActivityEdit,
    ActivityReplace,
    NoteCommand,
    Park,
    ParkedHandle,
)
from phases.commands.log_assessing import ActivityEnd, ActivityEvaluate, Assess
from phases.commands.log_goals import GoalAdd, GoalEdit, GoalEnd
from phases.commands.minutes import FeedbackCommand
from phases.commands.outcome import InformOthers, OutcomeCommand
from phases.commands.participants import ParticipantAdd
from phases.commands.welcome import Challenge
from tests.phases.room import NOON, Room, without_log_consent
from tests.phases.shapes import begun, phase, words

LOG_TEXT: Final = {
    "challenge",
    "offer-add",
    "offer-edit",
    "choose",
    "no-measure",
    "activity-add",
    "activity-edit",
    "activity-end",
    "activity-evaluate",
    "activity-replace",
    "assess",
    "goal-add",
    "goal-edit",
    "goal-end",
    "park",
    "parked-handle",
    "note",
    "outcome",
    "inform-others",
    "feedback",
    "fill",
}
"""Activity, offer, challenge, decision, parked."""

FORM: Final = {
    "id": "more",
    "title": words("Meir"),
    "columns": [{"id": "text", "title": words("Tekst")}],
}

WRITING: Final = tuple(c for c in COMMANDS if c.writes_log)
OTHERS: Final = tuple(c for c in COMMANDS if not c.writes_log)


def written() -> Room:
    """A meeting with one of everything that can be written about."""
    room = begun(phase("talk", forms=[FORM]), phase("end"), child=True)
    room.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar"))
    room.do(OfferAdd(service="PPT", text="Rettleiing"))
    room.do(GoalAdd(text="Trygg på skulen", owner="Mor"))
    room.do(Park(text="SFO"))
    return room


def command_of(room: Room, kind: type[Command]) -> Command:
    """One that would be taken if the consents were in order."""
    activity, offer = next(iter(room.case.activities)), next(iter(room.case.offers))
    goal = next(iter(room.case.goals))
    made: dict[str, Command] = {
        "challenge": Challenge(text="Måndagar"),
        "offer-add": OfferAdd(service="PPT", text="Observasjon"),
        "offer-edit": OfferEdit(id=offer, value="Observasjon"),
        "choose": Choose(none_now=True),
        "no-measure": NoMeasure(why="tenkjetid"),
        "activity-add": ActivityAdd(title="Roleg start", owner="Mor"),
        "activity-edit": ActivityEdit(id=activity, value="Roleg start"),
        "activity-end": ActivityEnd(id=activity),
        "activity-evaluate": ActivityEvaluate(id=activity),
        "activity-replace": ActivityReplace(id=activity, title="Roleg start", owner="Mor"),
        "assess": Assess(id=activity),
        "goal-add": GoalAdd(text="Rolege morgonar"),
        "goal-edit": GoalEdit(id=goal, value="Rolege morgonar"),
        "goal-end": GoalEnd(id=goal),
        "park": Park(text="Ferie"),
        "note": NoteCommand(text="Ringjer"),
        "outcome": OutcomeCommand(kinds=("continue",), text="Held fram"),
        "inform-others": InformOthers(who="SFO"),
        "feedback": FeedbackCommand(who="Mor"),
        "fill": Fill(form="more", value="Ringjer"),
        "parked-handle": ParkedHandle(id=next(iter(room.case.parked))),
    }
    return made[kind.name]


def test_the_commands_that_write_log_text_are_these() -> None:
    assert {c.name for c in WRITING} == LOG_TEXT


@pytest.mark.parametrize("kind", WRITING, ids=lambda c: str(c.name))
def test_every_write_of_log_text_is_held_until_a_guardian_consents(kind: type[Command]) -> None:
    room = written()
    command = command_of(room, kind)
    assert not isinstance(room.ask(command), Refusal)
    without_log_consent(room)
    assert room.refused(command, reason="family-wishes").code == "R-C1"
    room.do(ConsentAdd(by="Far"))
    room.do(command)


@pytest.mark.parametrize("kind", WRITING, ids=lambda c: str(c.name))
def test_every_write_of_log_text_is_held_until_the_youth_consents(kind: type[Command]) -> None:
    room = written()
    command = command_of(room, kind)
    room.do(CaseSet(own_consent_from=NOON.date()))
    assert room.refused(command, reason="family-wishes").code == "R-C2"
    room.do(ConsentAdd(by="Eleven"))
    room.do(command)


@pytest.mark.parametrize("kind", OTHERS, ids=lambda c: str(c.name))
def test_set_up_clock_and_floor_ask_for_no_consent(kind: type[Command]) -> None:
    room = written()
    without_log_consent(room)
    room.do(CaseSet(own_consent_from=NOON.date()))
    found = room.ask(kind())
    assert not (isinstance(found, Refusal) and found.code in ("R-C1", "R-C2"))


def test_the_meeting_goes_on_without_a_consent() -> None:
    room = written()
    without_log_consent(room)
    room.do(ParticipantAdd(label="Vikar"))
    room.do(Pause())
    room.do(Next())
    assert room.sitting.line.phase == "end"
