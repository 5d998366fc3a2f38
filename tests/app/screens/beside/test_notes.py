"""The note-taker's desk, by its keys."""

from __future__ import annotations

from pathlib import Path

from app.keys import NOTES_KEYS
from app.screens.log_forms.panel import EntryPanel
from app.screens.more import MorePage
from app.screens.notes.acts import MARK_S
from app.widgets.key_footer import KeyFooter, place_keys
from app.widgets.log_table import LogTable
from phases.commands.afterwards import Undo
from phases.commands.choosing import OfferAdd
from phases.commands.clock import Minute, Next, Start
from phases.commands.consents import ConsentWithdraw
from phases.commands.log import ActivityAdd, Park
from phases.commands.planning import MeetingPlan
from phases.commands.welcome import ConsentTold
from tests.app.screens.beside.desk_at import room_at, rows
from tests.app.screens.beside.table import place
from tests.app.screens.lead import walks
from tests.app.screens.lead.seat import Seat

LEADERS = frozenset({"next", "back", "pause", "minute", "minute-less", "replan", "hide", "guard"})


async def test_three_fields_make_a_line_and_the_form_stays_for_the_next(tmp_path: Path) -> None:
    notes = place(room_at(tmp_path), "notes")
    async with notes.seated():
        await notes.press("a")
        await notes.type("Leksehjelp tysdag", then="tab")
        await notes.type("Kontaktlærar", then="tab")
        await notes.type("9.2.", then="enter")
        await notes.press("enter")
        assert rows(notes) == ["Leksehjelp tysdag"]
        assert notes.screen.focused is notes.screen.query_one(LogTable)


async def test_letters_that_are_keys_are_text_while_somebody_types(tmp_path: Path) -> None:
    notes = place(room_at(tmp_path), "notes")
    async with notes.seated():
        await notes.press("a", *"noaupqlo", "slash")
        assert notes.app.screen.focused.value == "noaupqlo/"  # type: ignore[union-attr]
        assert notes.screen.is_attached


async def test_a_function_key_goes_to_another_form_and_the_draft_stays(tmp_path: Path) -> None:
    notes = place(room_at(tmp_path), "notes")
    async with notes.seated():
        await notes.press("a")
        await notes.type("Halv tanke")
        await notes.press("f7")
        await notes.type("Mor ringjer", then="enter")
        await notes.press("f5")
        assert notes.app.screen.focused.value == "Halv tanke"  # type: ignore[union-attr]
        assert [n.text for n in notes.case.notes.values()] == ["Mor ringjer"]


async def test_a_note_is_changed_by_enter_on_its_row(tmp_path: Path) -> None:
    notes = place(room_at(tmp_path), "notes")
    async with notes.seated():
        await notes.press("n")
        await notes.type("Mor ringjer", then="enter")
        await notes.press("escape")
        note = next(iter(notes.case.notes))
        notes.screen.query_one(LogTable).go_to(note)
        await notes.press("enter")
        await notes.type("Far ringjer", then="enter")
        assert notes.case.notes[note].text == "Far ringjer"


async def test_find_shows_what_holds_the_text_and_escape_everything(tmp_path: Path) -> None:
    room = room_at(tmp_path)
    room.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar", comment="på biblioteket"))
    room.do(OfferAdd(service="PPT", text="Observasjon"), Park(text="SFO"))
    notes = place(room, "notes")
    async with notes.seated():
        everything = rows(notes)
        await notes.press("slash")
        await notes.type("BIBLIO")
        assert rows(notes) == ["Leksehjelp"]
        await notes.type("finst ikkje")
        assert rows(notes) == []
        assert "Fann ikkje noko" in notes.shown()
        await notes.press("escape")
        assert rows(notes) == everything == ["Leksehjelp", "Observasjon", "SFO"]


async def test_what_others_change_is_marked_some_seconds_with_who_it_was(tmp_path: Path) -> None:
    room = room_at(tmp_path)
    kari = place(room, "notes", 3, who="Kari")
    notes = place(room, "notes")
    async with notes.seated(120, 36):
        kari.desk.log.refresh()
        kari.desk.log.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar"))
        room.do(Park(text="SFO"))
        await notes.settle()
        assert "● Kari" in notes.shown()
        assert "● møteleiaren" in notes.shown()
        room.real_s += MARK_S
        await notes.settle()
        assert "●" not in notes.shown()
        await notes.press("n")
        await notes.type("Eige notat", then="enter")
        assert "●" not in notes.shown()


async def test_undo_takes_back_the_own_line_and_never_the_leaders(tmp_path: Path) -> None:
    room = room_at(tmp_path)
    notes = place(room, "notes")
    async with notes.seated():
        await notes.press("n")
        await notes.type("Mor ringjer", then="enter")
        await notes.press("escape")
        given = walks.sitting(room).line.given
        room.do(Minute(1), ActivityAdd(title="Leksehjelp", owner="Kontaktlærar"))
        await notes.press("u")
        assert rows(notes) == ["Leksehjelp"]
        assert "Teke tilbake: Notat" in notes.line("message")
        await notes.press("u")
        assert rows(notes) == ["Leksehjelp"]
        assert walks.sitting(room).line.given != given


async def test_a_line_taken_away_elsewhere_is_told_of(tmp_path: Path) -> None:
    room = room_at(tmp_path)
    room.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar"))
    notes = place(room, "notes")
    async with notes.seated():
        room.do(Undo())
        await notes.settle()
        assert "«Leksehjelp»" in notes.line("message")


async def test_the_time_is_there_whatever_is_open(tmp_path: Path) -> None:
    notes = place(room_at(tmp_path, "offers"), "notes")
    async with notes.seated():
        assert "10:00 att" in notes.line("head-right")
        await notes.press("a")
        notes.room.clock.tick(61)
        await notes.settle()
        assert "08:59 att" in notes.line("head-right")
        assert "Ferdig ca." in notes.shown()


async def test_no_key_and_no_click_of_the_leader_moves_the_meeting(tmp_path: Path) -> None:
    room = room_at(tmp_path)
    notes = place(room, "notes")
    async with notes.seated():
        before = walks.kinds(room)
        await notes.press("f2", "f3", "f4", "f8", "f9", "space", *"bvsx", "plus", "minus")
        footer = notes.screen.query_one(KeyFooter)
        for act in sorted(LEADERS):
            footer.post_message(KeyFooter.Pressed(footer, act))
            await notes.settle()
            assert "Det går ikkje i dette vindauget" in notes.line("message"), act
        room.desk.log.refresh()
        assert walks.kinds(room) == before


async def test_every_key_of_the_footer_is_a_click(tmp_path: Path) -> None:
    notes = place(room_at(tmp_path), "notes")
    async with notes.seated(120, 36):
        footer = notes.screen.query_one(KeyFooter)
        placed = place_keys(footer.keys, footer.last, footer.content_size.width)
        acts = {p.key.action for p in placed if p.key}
        assert acts <= {key.act for key in NOTES_KEYS}
        assert {"activity-add", "find", "undo", "help"} <= acts


async def test_help_names_the_keys_and_q_leaves(tmp_path: Path) -> None:
    notes = place(room_at(tmp_path), "notes")
    async with notes.seated():
        await notes.press("question_mark")
        assert isinstance(notes.app.screen, MorePage)
        await notes.press("escape", "q")
        assert notes.app.screen is not notes.screen


async def test_a_draft_outlives_the_window(tmp_path: Path) -> None:
    room = room_at(tmp_path)
    notes = place(room, "notes")
    async with notes.seated():
        await notes.press("n")
        await notes.type("Halv tanke")
    again = place(room, "notes")
    async with again.seated():
        await again.press("n")
        assert again.app.screen.focused.value == "Halv tanke"  # type: ignore[union-attr]


async def test_a_goal_and_a_look_at_an_activity_are_written_from_the_desk(tmp_path: Path) -> None:
    room = room_at(tmp_path)
    walks.go_to(room, "clarifying")
    room.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar"))
    notes = place(room, "notes")
    async with notes.seated():
        await notes.press("g")
        await notes.type("Rolege morgonar")
        await notes.press("enter", "enter")
        await notes.press("h", "1", "2", "1")
        await notes.type("går betre")
        await notes.press("enter")
        [goal], [said] = notes.case.goals.values(), notes.case.assessments.values()
        assert goal.text == "Rolege morgonar"
        assert (said.effect, said.decision, said.comment) == ("partly", "continue", "går betre")


async def test_a_word_that_interprets_brings_a_kind_hint_to_whoever_writes(tmp_path: Path) -> None:
    room = Seat(tmp_path)
    room.do(MeetingPlan(structure="know-can-will-do"), Start(), ConsentTold())
    while walks.phase(room) != "know":
        room.do(Next())
    notes = place(room, "notes")
    async with notes.seated():
        await notes.press("n")
        await notes.type("Han er lat", then="enter")
        assert "Fortel kva de såg eller høyrde" in notes.shown()
        assert [n.text for n in notes.case.notes.values()] == ["Han er lat"]


async def test_a_log_that_was_closed_for_good_is_read_only_and_says_why(tmp_path: Path) -> None:
    room = room_at(tmp_path)
    room.do(ActivityAdd(title="Leksehjelp", owner="Kontaktlærar"))
    notes = place(room, "notes")
    async with notes.seated():
        room.do(ConsentWithdraw(by="Mor"))
        notes.screen.beat()
        await notes.settle()
        assert "samtykket" in notes.shown()
        assert [key.label for key in notes.screen.query_one(KeyFooter).keys] == ["/", "q"]
        for key in ("a", "o", "n", "p", "enter", "u"):
            await notes.press(key)
            assert notes.screen.query_one(EntryPanel).form is None
        assert rows(notes) == ["Leksehjelp"]
        assert "samtykket" in notes.shown()
