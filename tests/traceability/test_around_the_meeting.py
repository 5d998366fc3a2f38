"""What the sources ask for around a meeting and of the forms' heads, shown one by one."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from app.cli.case_shown import shown_log
from app.papers.asking import Asked
from app.papers.texts import made_text
from app.words import LANGUAGES, Words
from data.texts.fields import TextKind
from data.texts.made import MadeText
from phases.changes import Refusal
from phases.commands.afterwards import Evaluate
from phases.commands.case_facts import CaseSet
from phases.commands.closing import FamilyLeft
from phases.commands.log import ActivityAdd
from phases.commands.log_assessing import Assess
from phases.commands.minutes import MinutesCommand, Sign
from phases.commands.outcome import OutcomeCommand
from phases.commands.preparing import NoticeCommand, OwnSystemCommand
from phases.minutes import minutes_of, recipients_of
from phases.rights import may
from phases.rounds import leading
from phases.rules import RULES
from phases.sms import GSM_LIMIT
from tests.phases.chain import FRIDAY, led, over, planned, second
from tests.phases.pairs_around import READY
from tests.phases.room import SHIPPED, Room, set_up, started
from tests.phases.walk import closed

OSLO = ZoneInfo("Europe/Oslo")


def label(room: Room, who: str) -> str:
    return room.case.label(who)


def text(room: Room, kind: TextKind, language: str) -> MadeText:
    """A text of the planned meeting, for everybody."""
    return made_text(Asked(room.case, room.context(), Words(language), room.sitting), kind)


@pytest.mark.realises("S0-07", "S0-08")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reminder_is_one_text_message_or_an_email_with_day_time_and_place(language: str) -> None:
    room = planned(plan=READY)
    for kind in ("reminder-sms", "reminder-email"):
        made = text(room, kind, language)
        assert {"nn": "13.00", "nb": "13.00", "en": "13:00"}[language] in made.whole
        assert "29" in made.whole
        assert "Grupperom 2" in made.body
    made = text(room, "reminder-sms", language)
    assert made.size is not None
    assert made.size.used <= GSM_LIMIT


@pytest.mark.realises("S1-06", "S4-40", "S4-41", "S4-42")
@pytest.mark.parametrize("language", LANGUAGES)
def test_summons_and_invitation_say_when_where_and_what_for(language: str) -> None:
    room = planned(plan=READY)
    for kind in ("summons", "invitation"):
        body = text(room, kind, language).body
        assert "Grupperom 2" in body
        assert "Beskrive situasjonen sammen" in body
        assert {"nn": "13.20", "nb": "13.20", "en": "13:20"}[language] in body


@pytest.mark.realises("S0-06", "S0-08", "S1-06", "S4-40")
@pytest.mark.parametrize(
    ("kind", "channel"),
    [("reminder", "sms"), ("reminder", "e-mail"), ("invitation", "log"), ("summons", "letter")],
)
def test_what_was_sent_is_kept_with_its_channel_and_without_its_text(
    kind: str, channel: str
) -> None:
    room = planned(plan=READY)
    room.do(NoticeCommand(kind=kind, channel=channel))  # type: ignore[arg-type]
    [notice] = room.case.notices.values()
    assert (notice.kind, notice.channel) == (kind, channel)
    assert notice.meeting == room.sitting.meeting.id
    assert "text" not in type(notice).model_fields


@pytest.mark.realises("S4-40", "S4-41", "S4-42")
def test_a_summons_is_refused_until_it_says_why_where_and_when() -> None:
    summons = NoticeCommand(kind="summons", channel="letter")
    refused = planned().ask(summons)
    assert isinstance(refused, Refusal)
    assert refused.code == "R-P6"
    assert not isinstance(planned(plan=READY).ask(summons), Refusal)


@pytest.mark.realises("S0-15", "S0-17")
def test_summons_and_note_in_the_own_system_are_ticked_with_which_system() -> None:
    room = planned()
    room.do(OwnSystemCommand(kind="summons", system="HSpro", who="Rektor"))
    room.do(OwnSystemCommand(kind="note", system="HSpro"))
    assert [(o.kind, o.system) for o in room.case.own_systems.values()] == [
        ("summons", "HSpro"),
        ("note", "HSpro"),
    ]


@pytest.mark.realises("S0-16")
def test_from_the_second_meeting_on_the_log_is_enough() -> None:
    found = second().ask(NoticeCommand())
    assert not isinstance(found, Refusal)
    assert "R-P4" in {f.rule for f in found.findings}


@pytest.mark.realises("S0-09", "S2-7")
def test_whoever_holds_the_baton_leads_unless_another_is_named() -> None:
    room = set_up()
    room.do(CaseSet(relay_holder="Kontaktlærar"))
    named = room.case.with_duty("leader")
    assert leading(room.case) == (named or room.case.find_participant("Kontaktlærar"))


@pytest.mark.realises("S0-10", "S2-8")
def test_the_log_is_written_by_leader_and_note_taker_while_the_meeting_runs() -> None:
    assert [w for w in ("lead", "notes", "guard", "wall") if may(w, "log")] == ["lead", "notes"]
    room = started()
    assert room.sitting.state == "running"
    room.do(ActivityAdd(title="Leksehjelp", owner="Mor", due=date(2027, 2, 9)))
    assert [a.title for a in room.case.activities.values()] == ["Leksehjelp"]


@pytest.mark.realises("S2-9")
def test_between_meetings_an_activity_is_assessed_with_whoever_is_responsible() -> None:
    room = closed()
    room.do(FamilyLeft())
    [activity] = [a for a in room.case.activities.values() if label(room, a.owner) == "Mor"]
    room.do(Assess(id=activity.id, decision="continue", comment="Går fint", by=("Mor",)))
    [look] = room.case.assessments.values()
    assert room.sitting.over
    assert (look.decision, [label(room, who) for who in look.by]) == ("continue", ["Mor"])


@pytest.mark.realises("S0-38", "S0-39")
def test_minutes_are_a_draft_made_from_the_log_in_one_form() -> None:
    room = over()
    assert minutes_of(room.case, room.sitting).status == "draft"
    shown = "\n".join(shown_log(room.case, room.clock.stamp(), Words("nb"), room.structures, OSLO))
    assert "18.02.2027" in shown or "18. februar" in shown


@pytest.mark.realises("S3-29", "S3-30", "S3-31")
def test_the_head_answers_for_the_minutes_and_everybody_gets_them() -> None:
    room = closed()
    room.do(MinutesCommand(status="final", filed=("folder",)))
    kept = minutes_of(room.case, room.sitting)
    assert label(room, kept.responsible) == "Rektor"
    assert kept.filed == ("folder",)
    assert set(kept.recipients) == set(recipients_of(room.case, room.context().today))


@pytest.mark.realises("S3-32")
def test_it_is_said_that_only_school_or_kindergarten_archives() -> None:
    from app.wording.rules import FINDINGS

    [rule] = [rule for rule in RULES if "S3-32" in rule.seed]
    assert "only school or kindergarten archives" in FINDINGS[rule.id]


@pytest.mark.parametrize(
    ("element", "question"),
    [("S3-28a", "a"), ("S3-28b", "b"), ("S3-28c", "c"), ("S3-28d", "d"), ("S3-28e", "e")],
)
def test_the_staff_answer_each_of_the_five_questions(element: str, question: str) -> None:
    del element
    room = closed()
    room.do(FamilyLeft())
    room.do(Evaluate(**{question: "Roleg og greitt"}))
    [evaluation] = room.case.evaluations.values()
    assert getattr(evaluation, question) == "Roleg og greitt"


@pytest.mark.realises("S4-03", "S4-04", "S4-05", "S4-06", "S4-07")
def test_the_forms_head_is_in_the_log_date_time_place_purpose_and_who_is_present() -> None:
    room = planned(plan=READY)
    held = room.sitting.meeting
    assert held.at == FRIDAY
    assert (held.place, held.purpose) == ("Grupperom 2", "Beskrive situasjonen sammen")
    assert [p.label for p in room.case.present] == ["Rektor", "Foresatt", "PPT-rådgiver"]


@pytest.mark.realises("S4-08")
def test_three_rows_are_signed_on_paper_and_dated() -> None:
    room = over()
    room.do(Sign(who="Foresatt", on=FRIDAY.date()))
    assert room.sitting.agenda.signatures == SHIPPED["meeting-1"].signatures == 3
    [signed] = room.sitting.meeting.signed
    assert (label(room, signed.who), signed.on) == ("Foresatt", FRIDAY.date())


@pytest.mark.parametrize(
    ("element", "outcome", "goes_on"),
    [
        ("S4-32a", OutcomeCommand(kinds=("closed",)), False),
        ("S4-32b", OutcomeCommand(kinds=("continue",)), True),
        ("S4-32c", OutcomeCommand(kinds=("referred",), to="BUP", responsible="Rektor"), False),
    ],
)
def test_the_third_meeting_ends_in_one_of_three_ways(
    element: str, outcome: OutcomeCommand, goes_on: bool
) -> None:
    del element
    room = led(ends=True)
    room.do(outcome)
    kept = room.sitting.meeting.outcome
    assert kept is not None
    assert kept.kinds == outcome.kinds
    assert kept.ends is not goes_on


@pytest.mark.realises("S4-32")
def test_closed_excludes_the_other_two() -> None:
    found = led(ends=True).ask(OutcomeCommand(kinds=("closed", "continue")))
    assert isinstance(found, Refusal)


@pytest.mark.realises("S0-12")
def test_a_room_without_a_screen_is_told_of_while_preparing() -> None:
    room = planned()
    found = room.ask(type(READY)(screen=False))
    assert not isinstance(found, Refusal)
    assert "R-P7" in {f.rule for f in found.findings}
