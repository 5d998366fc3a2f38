"""Setting a case up: by keyboard, by mouse, saved at once, refused beside the field."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from app.screens.confirm import ConfirmScreen
from app.screens.setup import SetupScreen
from app.screens.setup.fields import past_date, school_year_dates
from app.screens.setup.grids import ConsentGrid, MinutesGrid, PeopleGrid
from app.screens.setup.missing import can_wait, missing
from app.screens.setup.person_page import PersonPage
from app.screens.setup.section import Section
from app.screens.text_page import TextPage
from app.widgets.choice_line import ChoiceLine
from app.widgets.entry_row import EntryRow
from app.words import Words
from data.caselog import CaseLog
from phases.case import Case
from phases.commands.case_facts import CaseSet
from phases.commands.clock import Start
from phases.commands.consents import ConsentAdd
from phases.commands.participants import ParticipantAdd, ParticipantEdit
from phases.commands.planning import MeetingPlan
from tests.app.screens.held import hold
from tests.app.screens.stage import HOSTILE, LARGE, SMALL, Stage, do, said, shown
from tests.phases.room import NOON

DAY = date(2027, 1, 19)


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path)


def set_up(stage: Stage, log: CaseLog) -> SetupScreen:
    return SetupScreen(log, stage.words, stage.around)


def now(log: CaseLog) -> Case:
    log.refresh()
    return log.case


async def type_in(pilot: Pilot[Any], text: str) -> None:
    await pilot.press(*("space" if char == " " else char for char in text))


def lacks(stage: Stage, log: CaseLog) -> list[str]:
    return missing(log.case, stage.around.context(), Words("en"))


# -- what is missing


def test_an_empty_case_lacks_what_the_meeting_cant_do_without(stage: Stage) -> None:
    log = stage.case()
    assert lacks(stage, log) == [
        "day and time",
        "a guardian",
        "who leads",
        "consent from a guardian",
    ]


def test_a_ready_case_lacks_nothing(stage: Stage) -> None:
    log = stage.ready_case()
    assert lacks(stage, log) == []
    assert can_wait(log.case, Words("en")) == ["viddevakt"]


def test_a_service_without_consent_is_named_and_one_that_stays_away_is_not(stage: Stage) -> None:
    log = stage.ready_case()
    do(log, ParticipantAdd(label="Barnevern", role="service", service="barnevern"))
    assert lacks(stage, log) == ["consent to share with barnevern"]
    do(log, ParticipantEdit(who="Barnevern", absent=True))
    assert lacks(stage, log) == []


def test_the_young_persons_own_consent_is_missing_from_its_day_on(stage: Stage) -> None:
    log = stage.ready_case()
    do(log, CaseSet(own_consent_from=DAY))
    assert lacks(stage, log) == ["the young person's own consent"]


def test_a_meeting_that_is_over_makes_room_for_the_next(stage: Stage) -> None:
    log = stage.ready_case()
    hold(stage, log)
    assert lacks(stage, log) == ["day and time"]


# -- reading dates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1.12.", date(2026, 12, 1)),
        ("19. januar", DAY),
        ("20.1.", date(2026, 1, 20)),
        ("i dag", DAY),
        ("1.12.2025", date(2025, 12, 1)),
    ],
)
def test_the_day_of_a_consent_lies_behind_us(text: str, found: date) -> None:
    assert past_date(text, DAY, "nn") == found


def test_planned_days_without_a_year_belong_to_the_school_year() -> None:
    found = school_year_dates("8.9., 27.10., 1. des; 19.1., 2. mars, 20.4.", DAY, "nn")
    assert found == (
        date(2026, 9, 8),
        date(2026, 10, 27),
        date(2026, 12, 1),
        date(2027, 1, 19),
        date(2027, 3, 2),
        date(2027, 4, 20),
    )
    assert school_year_dates(" , ", DAY, "nn") == ()
    assert school_year_dates("1.9.", date(2027, 8, 1), "nn") == (date(2027, 9, 1),)


# -- the whole of it by keyboard


async def test_a_case_is_set_up_by_keyboard_alone(stage: Stage) -> None:
    log = stage.case()
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test(size=SMALL) as pilot:
        await pilot.pause()
        await type_in(pilot, "22. jan")
        await pilot.press("tab")
        await type_in(pilot, "13.00")
        await pilot.press("tab")
        await type_in(pilot, "Rom 2")
        await pilot.press("tab")
        await pilot.pause()
        assert screen.query_one(PeopleGrid).has_focus
        # A head teacher: the role proposes name, leading and summing up.
        await pilot.press("a")
        await pilot.pause()
        await pilot.press("right", "right", "right", "enter")
        await pilot.pause()
        # A guardian, who says what they want to be called.
        await pilot.press("a")
        await pilot.pause()
        await pilot.press("right", "left", "tab")
        await pilot.press(*("backspace",) * 12)
        await type_in(pilot, "Mor")
        await pilot.press("f2")
        await pilot.pause()
        # A service, known by nothing but its name.
        await pilot.press("a")
        await pilot.pause()
        await pilot.press(*("right",) * 4, "tab", "tab", "tab")
        await type_in(pilot, "PPT")
        await pilot.press("enter")
        await pilot.pause()
        # Both consents.
        await pilot.press("tab", "space", "down", "enter")
        await pilot.pause()
        assert stage.words("Ready for the meeting") in shown(screen)
        await pilot.press("f2")
    case = now(log)
    assert case.sitting is not None
    assert case.sitting.meeting.at == datetime(2027, 1, 22, 12, 0, tzinfo=UTC)
    assert case.sitting.meeting.place == "Rom 2"
    found = [(p.name, p.role, p.service, p.duties) for p in case.participants.values()]
    assert found == [
        ("Rektor", "head", "", ("leader", "summariser")),
        ("Mor", "guardian", "", ()),
        ("PPT", "service", "PPT", ()),
    ]
    consents = [(c.covers, c.form, c.given) for c in case.consents.values()]
    assert consents == [("log", "written", DAY), ("PPT", "written", DAY)]
    # One service: the rounds became shorter by themselves.
    assert [p.planned_s / 60 for p in case.sitting.agenda.phases] == [5, 5, 5, 5, 5, 5, 5]


@pytest.mark.parametrize(
    ("language", "size"), [("nn", SMALL), ("nb", SMALL), ("en", SMALL), ("nn", LARGE)]
)
async def test_every_part_can_be_reached_and_is_seen_when_it_is(
    tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    stage = Stage(tmp_path, language)
    log = stage.ready_case()
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test(size=size) as pilot:
        await pilot.pause()
        seen = set()
        for _ in range(14):
            focused = screen.focused
            assert focused is not None
            seen.add(focused.id)
            page = screen.query_one("#setup-parts").region
            assert page.contains_region(focused.region) or focused.region.height > page.height
            await pilot.press("tab")
            await pilot.pause()
        assert seen >= {
            "setup-unit",
            "setup-language",
            "entry-date",
            "entry-time",
            "entry-place",
            "setup-people",
            "setup-consents",
            "setup-form",
            "entry-given",
            "entry-own",
            "setup-minutes",
            "entry-dates",
        }


async def test_in_a_large_window_all_of_it_is_seen_at_once(stage: Stage) -> None:
    log = stage.ready_case()
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test(size=LARGE) as pilot:
        await pilot.pause()
        assert screen.query_one("#setup-parts").max_scroll_y == 0
        seen = shown(screen)
        for text in ("Mor", "PPT", "Avslutning", "45 minutt", "tysdag 19. januar 2027", "✓"):
            assert text in seen


# -- fields


async def test_a_day_alone_waits_for_its_time(stage: Stage) -> None:
    log = stage.case()
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        await type_in(pilot, "22. jan")
        await pilot.press("tab")
        await pilot.pause()
        assert stage.words("Which time?") in shown(screen)
        assert now(log).sitting is None


@pytest.mark.parametrize(("day", "time"), [("32.13.", "13.00"), ("22. jan", "25.00"), ("[/]", "")])
async def test_a_bad_day_or_time_is_told_beside_the_field_and_kept(
    stage: Stage, day: str, time: str
) -> None:
    log = stage.case()
    before = log.revision
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        row = screen.query_one("#setup-when", EntryRow)
        row.set_values({"date": day, "time": time})
        await pilot.press("tab", "tab", "tab")
        await pilot.pause()
        [fault] = [line for line in shown(screen).splitlines() if line.startswith("  ! ")]
        assert (time if day.startswith("22") else day) in fault
        assert row.values["date"] == day
        await pilot.press("f2")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ConfirmScreen)
        await pilot.press("n")
    assert log.revision == before


async def test_what_was_saved_is_spelled_out_with_its_weekday(stage: Stage) -> None:
    log = stage.case()
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        await type_in(pilot, "22.01.")
        await pilot.press("tab")
        await type_in(pilot, "9:05")
        await pilot.press("enter")
        await pilot.pause()
        row = screen.query_one("#setup-when", EntryRow)
        assert row.values["date"] == "fredag 22. januar 2027"
        assert row.values["time"] == "09.05"


async def test_leaving_a_field_unchanged_writes_nothing(stage: Stage) -> None:
    log = stage.ready_case()
    before = log.revision
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        await pilot.press(*("tab",) * 16)
        await pilot.press("f2")
        await pilot.pause()
    assert now(log).revision == before


async def test_the_six_meetings_are_kept_and_told(stage: Stage) -> None:
    log = stage.case()
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        screen.query_one("#entry-dates").focus()
        await type_in(pilot, "8.9., 27.10., 1.12., 19.1., 2.3., 20.4.")
        await pilot.press("enter")
        await pilot.pause()
        assert len(now(log).facts.meeting_dates) == 6
        assert screen.query_one("#part-dates", Section).said.startswith("6 møte")


async def test_unit_and_language_are_chosen_by_arrow(stage: Stage) -> None:
    log = stage.case()
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        screen.query_one("#setup-unit").focus()
        await pilot.press("right", "tab", "right")
        await pilot.pause()
    facts = now(log).facts
    assert (facts.unit, facts.language) == ("kindergarten", "nb")


async def test_the_words_of_the_roles_follow_the_unit(stage: Stage) -> None:
    log = stage.case("ELEV-A", CaseSet(unit="kindergarten"))
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        await pilot.press("f5")
        await pilot.pause()
        seen = shown(pilot.app.screen)
        assert "styrar" in seen
        assert "pedagogisk leiar" in seen
        assert "kontaktlærar" not in seen


async def test_what_another_window_saves_shows_but_not_over_what_is_typed(stage: Stage) -> None:
    log = stage.ready_case()
    other = stage.vault.open("ELEV-A", stage.clock, stage.structures)
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        screen.query_one("#entry-place").focus()
        await type_in(pilot, "x")
        do(other, ParticipantAdd(label="Tolken", role="interpreter"), MeetingPlan(place="Aula"))
        screen._follow()
        await pilot.pause()
        assert screen.query_one("#setup-when", EntryRow).values["place"] == "Møterom 2x"
        assert "Tolken" in shown(screen)


# -- people


async def test_a_participant_is_changed_and_what_isnt_touched_stays(stage: Stage) -> None:
    log = stage.ready_case()
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PersonPage)
        await type_in(pilot, "Kari")
        await pilot.press("f2")
        await pilot.pause()
        assert "Kari (Kontaktlærar)" in shown(screen)
    found = now(log).find_participant("Kontaktlærar")
    assert found is not None
    assert (found.call, found.role, found.duties) == ("Kari", "teacher", ("writer",))


async def test_duties_and_marks_are_ticked_with_space(stage: Stage) -> None:
    log = stage.ready_case()
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        page = pilot.app.screen
        page.query_one("#person-duties").focus()
        await pilot.press("right", "space", "right", "space", "tab", "space")
        await pilot.press("f2")
        await pilot.pause()
    found = now(log).find_participant("Kontaktlærar")
    assert found is not None
    assert set(found.duties) == {"writer", "relay-holder", "guard"}
    assert found.new
    assert now(log).facts.relay_holder == found.id


async def test_a_guardian_cant_be_viddevakt_and_is_told_why(stage: Stage) -> None:
    log = stage.ready_case()
    before = log.revision
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        page = pilot.app.screen
        page.query_one("#person-duties", ChoiceLine).choose("guard")
        await pilot.press("f2")
        await pilot.pause()
        assert pilot.app.screen is page
        assert stage.words("Guardians and child don't have this task") in shown(page)
        await pilot.press("escape", "j")
    assert log.revision == before


async def test_two_of_the_same_name_are_refused(stage: Stage) -> None:
    log = stage.ready_case()
    before = log.revision
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        await pilot.press("a")
        await pilot.pause()
        page = pilot.app.screen
        page.query_one("#person-role", ChoiceLine).choose("other")
        page.query_one("#person-names", EntryRow).set_values({"label": "mor"})
        await pilot.press("f2")
        await pilot.pause()
        assert pilot.app.screen is page
        assert "! " in shown(page)
    assert log.revision == before


async def test_numbers_are_never_proposed_for_people(stage: Stage) -> None:
    log = stage.case("ELEV-A", ParticipantAdd(label="Føresett", role="guardian"))
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        await pilot.press("f5")
        await pilot.pause()
        await pilot.press("right", "left")
        await pilot.pause()
        page = pilot.app.screen
        assert page.query_one("#person-names", EntryRow).values["label"] == ""


async def test_a_role_comes_first(stage: Stage) -> None:
    screen = set_up(stage, stage.case())
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        await pilot.press("f5")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert stage.words("Choose a role first.") in shown(pilot.app.screen)


async def test_taking_somebody_out_is_asked_first(stage: Stage) -> None:
    log = stage.ready_case()
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        await pilot.press("down", "delete")
        await pilot.pause()
        await pilot.press("enter", "n")
        await pilot.pause()
        assert now(log).find_participant("Kontaktlærar") is not None
        await pilot.press("d")
        await pilot.pause()
        assert "Kontaktlærar" in shown(pilot.app.screen)
        await pilot.press("j")
        await pilot.pause()
        assert now(log).find_participant("Kontaktlærar") is None


async def test_somebody_with_a_consent_stays_and_the_reason_is_told(stage: Stage) -> None:
    log = stage.ready_case()
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        await pilot.press("down", "down", "delete")
        await pilot.pause()
        await pilot.press("j")
        await pilot.pause()
        assert screen.query_one("#part-people", Section).said.startswith("! ")
        assert now(log).find_participant("Mor") is not None


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_name_is_only_a_name_everywhere(stage: Stage, name: str) -> None:
    log = stage.case(
        "ELEV-A",
        ParticipantAdd(label=name, role="guardian"),
        ParticipantAdd(label="T", role="service", service=f"{name} 2"),
    )
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test(size=LARGE) as pilot:
        await pilot.pause()
        screen.query_one(PeopleGrid).focus()
        for keys in ((), ("enter",), ("escape", "delete"), ("n",)):
            await pilot.press(*keys)
            await pilot.pause()
            seen = shown(pilot.app.screen)
            assert "\x1b" not in seen
            assert "\u202e" not in seen
            if name.isprintable():
                assert name in seen
    assert pilot.app.return_value is None


# -- consents


async def test_a_consent_keeps_form_and_day(stage: Stage) -> None:
    log = stage.case("ELEV-A", ParticipantAdd(label="Mor", role="guardian"))
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        screen.query_one("#setup-form", ChoiceLine).focus()
        await pilot.press("right", "tab")
        await type_in(pilot, "8.12.")
        screen.query_one(ConsentGrid).focus()
        await pilot.press("enter")
        await pilot.pause()
        assert "munnleg 8. des." in shown(screen)
    [consent] = now(log).consents.values()
    assert (consent.covers, consent.form, consent.given) == ("log", "oral", date(2026, 12, 8))


@pytest.mark.parametrize("text", ["1.2.2027", "[/]"])
async def test_a_day_to_come_or_no_day_at_all_gives_no_consent(stage: Stage, text: str) -> None:
    log = stage.case("ELEV-A", ParticipantAdd(label="Mor", role="guardian"))
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        screen.query_one("#setup-given", EntryRow).set_values({"given": text})
        screen.query_one(ConsentGrid).focus()
        await pilot.press("space")
        await pilot.pause()
        assert "! " in shown(screen)
    assert not now(log).consents


@pytest.mark.parametrize(("key", "left"), [("n", True), ("j", False)])
async def test_taking_a_consent_back_is_asked_and_needs_no_reason(
    stage: Stage, key: str, left: bool
) -> None:
    log = stage.case("ELEV-A", ParticipantAdd(label="Mor", role="guardian"), ConsentAdd(by="Mor"))
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        screen.query_one(ConsentGrid).focus()
        await pilot.press("space")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ConfirmScreen)
        await pilot.press("enter", key)
        await pilot.pause()
    assert now(log).consent_holds("log", DAY) is left


async def test_a_consent_is_ticked_by_a_click(stage: Stage) -> None:
    log = stage.case(
        "ELEV-A",
        ParticipantAdd(label="Mor", role="guardian"),
        ParticipantAdd(label="Far", role="guardian"),
        ParticipantAdd(label="PPT", role="service"),
    )
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test(size=LARGE) as pilot:
        await pilot.pause()
        await pilot.click(ConsentGrid, offset=(22 + 26, 2))
        await pilot.pause()
    [consent] = now(log).consents.values()
    assert consent.covers == "PPT"
    assert log.case.label(consent.by) == "Far"


async def test_a_participant_is_opened_by_a_click(stage: Stage) -> None:
    log = stage.ready_case()
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test(size=LARGE) as pilot:
        await pilot.pause()
        await pilot.click(PeopleGrid, offset=(3, 1))
        await pilot.pause()
        assert isinstance(pilot.app.screen, PersonPage)
        assert "Kontaktlærar" in shown(pilot.app.screen)


# -- minutes


async def test_minutes_are_shown_at_once_and_saved_as_one_change(stage: Stage) -> None:
    log = stage.ready_case()
    before = log.revision
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        screen.query_one(MinutesGrid).focus()
        await pilot.press("+", "plus", "right", "down", "-")
        assert "47 minutt i alt" in said(screen.query_one("#setup-sum"))
        assert log.revision == before
        screen.save_minutes()
        await pilot.pause()
    case = now(log)
    assert case.sitting is not None
    assert [p.planned_s / 60 for p in case.sitting.agenda.phases] == [8, 4, 10, 5, 10, 5, 5]
    assert log.revision == before + 1


async def test_leaving_saves_minutes_that_were_just_changed(stage: Stage) -> None:
    log = stage.ready_case()
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        screen.query_one(MinutesGrid).focus()
        await pilot.press("plus", "f2")
        await pilot.pause()
    case = now(log)
    assert case.sitting is not None
    assert case.sitting.agenda.phases[0].planned_s == 360


async def test_no_part_gets_less_than_a_minute(stage: Stage) -> None:
    log = stage.ready_case()
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        grid = screen.query_one(MinutesGrid)
        grid.focus()
        await pilot.press(*("minus",) * 8)
        assert grid.minutes[0] == 1
        screen.save_minutes()


async def test_chosen_minutes_stay_when_a_service_leaves_the_list(stage: Stage) -> None:
    log = stage.case(
        "ELEV-A",
        ParticipantAdd(label="PPT", role="service"),
        ParticipantAdd(label="BUP", role="service"),
        MeetingPlan(at=NOON, minutes=(5, 5, 9, 5, 9, 5, 5)),
    )
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        screen.query_one(PeopleGrid).focus()
        await pilot.press("delete")
        await pilot.pause()
        await pilot.press("j")
        await pilot.pause()
    case = now(log)
    assert case.sitting is not None
    assert case.services == ("BUP",)
    assert case.sitting.agenda.phases[2].planned_s == 540


async def test_a_meeting_under_way_keeps_its_plan_and_says_why(stage: Stage) -> None:
    log = stage.ready_case()
    do(log, Start())
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        screen.query_one(MinutesGrid).focus()
        await pilot.press("plus")
        screen.save_minutes()
        await pilot.pause()
        fault = screen.query_one("#part-minutes", Section).said
        assert stage.words("A meeting is under way") in fault
        assert screen.query_one(MinutesGrid).minutes[0] == 5


# -- undo, help, leaving


async def test_undo_takes_back_the_last_thing_done_here(stage: Stage) -> None:
    log = stage.ready_case()
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        screen.query_one("#setup-unit").focus()
        await pilot.press("right", "u")
        await pilot.pause()
        assert now(log).facts.unit == "school"
        assert screen.query_one("#setup-unit", ChoiceLine).value == "school"
        assert stage.words("Undone.") in shown(screen)


async def test_undo_never_takes_back_the_meeting_itself(stage: Stage) -> None:
    log = stage.ready_case()
    do(log, Start())
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        await pilot.press("u")
        await pilot.pause()
        assert stage.words("There is nothing to undo here.") in shown(screen)
        assert log.case.sitting is not None
        assert log.case.sitting.underway


async def test_the_reminder_of_the_duty_to_report_stands_in_the_help(tmp_path: Path) -> None:
    stage = Stage(tmp_path, "en")
    screen = set_up(stage, stage.ready_case())
    async with stage.app(lambda: screen).run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "duty to report" not in shown(screen)
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(pilot.app.screen, TextPage)
        await pilot.press(*("pagedown",) * 6)
        await pilot.pause()
        seen = shown(pilot.app.screen)
        assert "The duty to report:" in seen
        assert "small pause." in seen
        assert "Esc" in seen


async def test_a_letter_typed_in_a_field_is_text_and_the_footer_names_other_keys(
    stage: Stage,
) -> None:
    screen = set_up(stage, stage.case())
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        assert "F5 " in shown(screen).splitlines()[-1]
        await pilot.press("a", "u", "q")
        assert screen.query_one("#setup-when", EntryRow).values["date"] == "auq"
        screen.query_one("#setup-when", EntryRow).clear()
        screen.query_one(PeopleGrid).focus()
        await pilot.pause()
        assert " a " in shown(screen).splitlines()[-1]


async def test_escape_leaves_the_field_first_and_keeps_the_text(stage: Stage) -> None:
    log = stage.ready_case()
    screen = set_up(stage, log)
    async with stage.app(lambda: screen).run_test() as pilot:
        await pilot.pause()
        screen.query_one("#entry-place").focus()
        await type_in(pilot, "b")
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is screen
    case = now(log)
    assert case.sitting is not None
    assert case.sitting.meeting.place == "Møterom 2b"
