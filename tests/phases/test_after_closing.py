"""What is kept once a meeting is over: minutes, signatures, the family's word, the papers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from data.wall import wall_view
from phases.commands.consents import ConsentWithdraw
from phases.commands.minutes import FeedbackCommand, MinutesCommand, Retention, Sign
from phases.commands.outcome import DistributionCommand, InformOthers, OutcomeCommand
from phases.commands.participants import ParticipantAdd, ParticipantRemove
from phases.commands.preparing import AttendanceCleared, NoticeCommand, OwnSystemCommand
from phases.export import CaseDocument, export
from phases.settle import to_ask
from tests.phases.chain import FRIDAY, led, on, over, planned, second
from tests.phases.room import Room
from tests.phases.rooms import shown


def called(room: Room, ids: tuple[str, ...]) -> list[str]:
    return [room.case.label(i) for i in ids]


def test_minutes_begin_as_a_draft_of_whoever_has_the_duty() -> None:
    room = over()
    room.do(MinutesCommand(status="read-through"))
    [minutes] = room.case.minutes.values()
    assert (minutes.status, room.case.label(minutes.responsible)) == ("read-through", "Rektor")
    assert minutes.on is None


@pytest.mark.realises("S3-31")
def test_final_minutes_have_their_day_and_go_to_those_whom_the_consent_covers() -> None:
    room = over()
    room.do(MinutesCommand(status="final"))
    [minutes] = room.case.minutes.values()
    assert minutes.on == FRIDAY.date()
    assert called(room, minutes.recipients) == ["Rektor", "Foresatt"]
    room.do(MinutesCommand(status="draft"))
    assert next(iter(room.case.minutes.values())).on is None


@pytest.mark.realises("S3-30", "S4-09")
def test_minutes_are_filed_where_the_structure_says_or_in_the_folder_and_nowhere_else() -> None:
    room = over()
    room.do(MinutesCommand(filed=("Samspill", "archive", "folder")))
    assert next(iter(room.case.minutes.values())).filed == ("samspill", "archive", "folder")
    refused = room.refused(MinutesCommand(filed=("skyen",)))
    assert (refused.code, refused.args["allowed"]) == (
        "bad-value",
        "folder, log, archive, samspill",
    )


def test_minutes_are_of_the_meeting_that_was_held_though_the_next_is_planned() -> None:
    room = second(MinutesCommand(status="final"))
    [minutes] = room.case.minutes.values()
    assert room.case.meetings[minutes.id].number == 1
    assert room.refused(MinutesCommand(status="final", meeting=2)).code == "not-held"
    assert room.refused(MinutesCommand(status="final", meeting=7)).code == "no-meeting"


def test_nothing_is_left_of_a_meeting_that_was_never_held() -> None:
    room = planned()
    for command in (MinutesCommand(), Sign(who="Rektor"), FeedbackCommand(who="Foresatt")):
        assert room.refused(command).code == "not-held"


def test_a_signature_on_paper_has_its_date_and_can_be_taken_away() -> None:
    room = over()
    room.do(Sign(who="Foresatt"), Sign(who="Rektor", on=date(2027, 1, 29)))
    assert len(room.sitting.meeting.signed) == 2
    room.do(Sign(who="Foresatt", signed=False))
    assert called(room, tuple(s.who for s in room.sitting.meeting.signed)) == ["Rektor"]
    assert room.refused(Sign(who="Rektor", on=date(2027, 2, 1))).code == "day-ahead"


def test_the_next_meeting_doesnt_wait_for_two_working_days_to_be_over() -> None:
    """Friday's minutes are due on Tuesday; the weekend counts for nothing (R-E6)."""
    assert "R-E6" not in shown(on(over(), date(2027, 2, 2)), "due")
    assert "R-E6" in shown(on(over(), date(2027, 2, 3)), "due")


@pytest.mark.realises("S0-40", "S1-18")
def test_a_guardians_word_settles_for_the_guardians_and_a_child_has_its_own() -> None:
    room = led()
    room.do(ParticipantAdd(label="Eleven", role="child"))
    assert [p.label for p in to_ask(room.case, room.sitting)] == ["Foresatt", "Eleven"]
    room.do(FeedbackCommand(who="Foresatt", heard="partly", differently="Kortere møte"))
    assert [p.label for p in to_ask(room.case, room.sitting)] == ["Eleven"]
    room.do(FeedbackCommand(who="Eleven", heard="declined", differently="Sier noe likevel"))
    assert to_ask(room.case, room.sitting) == ()
    assert [f.differently for f in room.case.feedback.values()] == ["Kortere møte", ""]


def test_a_later_answer_stands_instead_of_the_first() -> None:
    room = over()
    room.do(FeedbackCommand(who="Foresatt", heard="no"))
    room.do(FeedbackCommand(who="Foresatt", heard="yes"))
    assert [f.heard for f in room.case.feedback.values()] == ["yes"]


def test_only_guardians_and_child_are_asked_how_it_was() -> None:
    assert over().refused(FeedbackCommand(who="Rektor")).code == "family-answers"


def test_what_was_sent_and_ticked_is_kept_with_its_day() -> None:
    room = planned()
    room.do(OwnSystemCommand(kind="summons", system="WebSak", who="Rektor"))
    room.do(NoticeCommand(kind="invitation", channel="letter", on=date(2027, 1, 8)))
    room.do(AttendanceCleared())
    [ticked], [notice] = room.case.own_systems.values(), room.case.notices.values()
    assert (ticked.system, ticked.on) == ("WebSak", date(2027, 1, 11))
    assert (notice.sent_on, notice.channel) == (date(2027, 1, 8), "letter")
    assert room.sitting.meeting.attendance_cleared
    assert room.refused(NoticeCommand(on=date(2027, 1, 12))).code == "day-ahead"


def test_how_long_a_log_is_kept_can_be_said_and_taken_back() -> None:
    room = over()
    room.do(Retention(until=date(2027, 6, 30), archived=True, where="P360"))
    facts = room.case.facts
    assert (facts.keep_until, facts.archived, facts.archived_in) == (
        date(2027, 6, 30),
        True,
        "P360",
    )
    room.do(Retention(until=""))
    assert room.case.facts.keep_until is None
    assert room.refused(Retention()).code == "empty"


def test_a_withdrawn_log_is_taken_over_by_somebody_who_is_named() -> None:
    room = over()
    room.do(ConsentWithdraw(by="Foresatt"))
    assert room.refused(Retention(archived=True, where="mappa")).args["field"] == "by"
    room.do(Retention(archived=True, where="mappa", by="Rektor Berg"))
    assert room.case.facts.archived_by == "Rektor Berg"


def test_how_long_a_log_is_kept_comes_with_why_and_who_deletes_it() -> None:
    room = over()
    room.do(Retention(until=date(2027, 6, 30), why="Arkivplanen", deleter="Sekretær"))
    facts = room.case.facts
    assert (facts.keep_until, facts.keep_why, facts.deleted_by) == (
        date(2027, 6, 30), "Arkivplanen", "Sekretær",
    )  # fmt: skip
    room.do(Retention(until=""))
    assert room.case.facts.keep_why == "Arkivplanen"
    room.do(Retention(archived=False))


@pytest.mark.parametrize(
    "command",
    [
        Sign(who="PPT-rådgiver"),
        MinutesCommand(responsible="PPT-rådgiver"),
        OutcomeCommand(kinds=("continue",), responsible="PPT-rådgiver"),
        OwnSystemCommand(who="PPT-rådgiver"),
    ],
)
def test_nobody_is_removed_of_whom_the_papers_speak(command: Any) -> None:
    room = over()
    room.do(command)
    assert room.refused(ParticipantRemove(who="PPT-rådgiver")).code == "still-named"


def test_the_document_tells_what_stands_around_a_meeting_and_names_nobody_uncovered() -> None:
    room = over(ends=True)
    room.do(OwnSystemCommand(kind="note", system="WebSak", who="PPT-rådgiver"))
    room.do(Sign(who="Foresatt"), FeedbackCommand(who="Foresatt", differently="Kortere"))
    room.do(MinutesCommand(status="final", filed=("folder",)))
    found = export(room.case, room.clock.stamp())
    around = found.meetings[-1].around
    assert around.outcome is not None
    assert around.outcome.kinds == ("continue",)
    assert around.minutes is not None
    assert (around.minutes.status, around.minutes.filed) == ("final", ("folder",))
    assert [f.differently for f in around.feedback] == ["Kortere"]
    assert len(around.signed) == 1
    assert [ticked.system for ticked in found.own_systems] == ["WebSak"]
    assert CaseDocument.model_validate_json(found.model_dump_json()) == found


def test_a_planned_meeting_has_no_minutes_in_the_document() -> None:
    room = planned()
    assert export(room.case, room.clock.stamp()).meetings[-1].around.minutes is None


@pytest.mark.parametrize("ended", [False, True])
def test_neither_the_familys_word_nor_the_papers_are_ever_on_the_wall(ended: bool) -> None:
    room = over(ends=True) if ended else led(ends=True)
    before = wall_view(room.case, room.structures, room.clock.stamp())
    room.do(FeedbackCommand(who="Foresatt", heard="no", differently="Kortere"))
    room.do(InformOthers(who="SFO"), DistributionCommand(how="parts"))
    if ended:
        room.do(Sign(who="Foresatt"), MinutesCommand(status="final", filed=("folder",)))
    assert wall_view(room.case, room.structures, room.clock.stamp()) == before
