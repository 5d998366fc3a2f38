"""Three conversations on one case, each following from the last, that end in a referral (S4)."""

from __future__ import annotations

from datetime import date

import pytest

from phases.deadlines import ONE_MONTH, TWO_MONTHS, latest_meeting_day
from phases.records import Meeting
from phases.sitting import Sitting
from phases.suggesting import Suggestion, suggestion
from tests.scenarios.playing import SHIPPED, agreed, before, closures_w8, meeting, played, refused

DAYS = (date(2026, 11, 17), date(2026, 12, 15), date(2027, 2, 12))


def sittings() -> list[Sitting]:
    case = played("referral").case
    return [case.sitting_of(m.id) for m in sorted(case.meetings.values(), key=lambda m: m.number)]


def meetings() -> list[Meeting]:
    return [sitting.meeting for sitting in sittings()]


def cells(number: int, form: str) -> dict[tuple[str, str], str]:
    """Row and column -> what stands in that form of that meeting."""
    case = played("referral").case
    here = meetings()[number - 1].id
    return {
        (a.row, a.column): a.text
        for a in case.answers.values()
        if a.meeting == here and a.form == form
    }


def test_the_three_follow_each_other_without_being_named() -> None:
    assert [s.agenda.structure for s in sittings()] == ["meeting-1", "meeting-2", "meeting-3"]
    assert [s.state for s in sittings()] == ["closed"] * 3
    assert [s.line.started.utc.date() for s in sittings() if s.line.started] == [*DAYS]
    case = before("referral", "2026-11-24T08:00")
    assert suggestion(case, SHIPPED) == Suggestion("meeting-2", "chain")


@pytest.mark.realises("S4-13", "S4-23")
def test_each_is_booked_within_its_deadline_and_one_too_late_warned() -> None:
    first, second = DAYS[0], DAYS[1]
    assert latest_meeting_day(first, ONE_MONTH, closures_w8()) == date(2026, 12, 17)
    assert latest_meeting_day(second, TWO_MONTHS, closures_w8()) >= DAYS[2]
    warnings = [
        r.finding.args["day"] for r in played("referral").remarks if r.finding.rule == "R-E2"
    ]
    assert warnings == ["2026-12-17"]
    booked = [m.next_meeting.on for m in meetings() if m.next_meeting is not None]
    assert booked == [DAYS[1], DAYS[2]]


@pytest.mark.realises("S4-40", "S4-41", "S4-42")
def test_a_summons_without_purpose_and_place_is_refused() -> None:
    assert refused("referral") == ["R-P6", "closed-stands-alone"]


@pytest.mark.realises("S4-11", "S4-12")
def test_the_first_one_holds_the_situation_as_each_sees_it_and_who_finds_out_what() -> None:
    assert cells(1, "situation") == {
        ("guardians", "text"): "Leker godt hjemme, sier lite ute",
        ("unit", "text"): "Peker og viser, få ord i leken",
        ("others", "text"): "Forstår det som blir sagt",
    }
    case = played("referral").case
    tasks = cells(1, "information")
    assert {row: case.label(tasks[row, "who"]) for row, column in tasks if column == "who"} == {
        "unit": "Pedagogisk leder",
        "guardians": "Mor",
    }
    assert cells(1, "cooperation") == {("1", "given"): "yes", ("1", "with"): "PPT"}


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.realises("S4-53")
def test_each_asks_whether_it_reached_its_purpose(number: int) -> None:
    assert "purpose-reached" in meetings()[number - 1].ticked
    assert meeting("referral", number).ticked[:2] == ("agenda", "where-to")


@pytest.mark.realises("S4-08")
def test_three_sign_the_first_one_on_paper() -> None:
    case = played("referral").case
    assert [case.label(s.who) for s in meetings()[0].signed] == ["Mor", "Far", "Styrer"]
    assert sittings()[0].agenda.signatures == 3


@pytest.mark.realises("S4-22")
def test_the_second_one_agrees_on_five_measures_with_all_that_a_measure_has() -> None:
    case = played("referral").case
    found = agreed(case, meetings()[1].id)
    assert {t: case.label(a.owner) for t, a in found.items()} == {
        "Lek i liten gruppe": "Pedagogisk leder",
        "Lese sammen": "Mor",
        "Bilder av dagen": "Pedagogisk leder",
        "Sang og rim": "Far",
        "Veiledning til avdelingen": "PPT-rådgiver",
    }
    assert all(a.content and a.extent and a.start and a.period_end for a in found.values())
    assert found["Lek i liten gruppe"].organisation == "Eget rom"
    assert cells(2, "analysis") == {("1", "text"): "Små grupper gir flere ord"}


@pytest.mark.realises("S4-31")
def test_the_third_one_tells_effect_what_worked_and_what_stood_in_the_way() -> None:
    told = cells(3, "effect")
    assert {row for row, _ in told} == {"guardians", "unit", "others"}
    assert told["unit", "well"] == "Liten gruppe"
    assert told["guardians", "obstacles"] == "Travle kvelder"


@pytest.mark.realises("S4-32c")
def test_a_referral_asks_to_whom_and_who_and_ends_the_chain_without_a_date() -> None:
    case, last = played("referral").case, meetings()[2]
    assert last.outcome is not None
    assert last.outcome.kinds == ("referred",)
    assert last.outcome.to == "Logopeden"
    assert case.label(last.outcome.responsible) == "PPT-rådgiver"
    assert last.next_meeting is None
    asked = [r.finding.args for r in played("referral").remarks if r.finding.rule == "R-E15"]
    assert asked == [{"missing": "to, responsible"}]


@pytest.mark.realises("S4-33")
def test_the_services_asked_for_stand_in_a_table_of_their_own() -> None:
    told = cells(3, "services-asked")
    assert (told["1", "service"], told["1", "with"]) == ("Logopeden", "Utredning av språk")
    assert played("referral").case.label(told["1", "who"]) == "PPT-rådgiver"


def test_a_kindergarten_has_an_educator_and_no_teacher() -> None:
    case = played("referral").case
    roles = {p.role for p in case.participants.values()}
    assert case.facts.unit == "kindergarten"
    assert "educator" in roles
    assert "teacher" not in roles
