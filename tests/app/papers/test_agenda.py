"""The agenda on paper: a meeting on one A4 page, with clock times, in the chosen language."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import timedelta

import pypdf
import pytest

from app.papers.agenda import BOX
from app.papers.asking import Asked
from app.papers.errors import PaperError
from app.papers.formats import write
from app.papers.kinds import paper
from app.papers.paper import Facts, Paper, Table
from app.phase_words import phase_words
from app.words import Words
from phases.commands.clock import BreakOff, Start
from phases.commands.participants import ParticipantAdd
from phases.commands.planning import MeetingPlan
from phases.words import Language
from tests.phases.room import NOON, SHIPPED, Room, id_of, set_up

STRUCTURES = sorted(SHIPPED)
SERVICES = (
    "Barnevernstenesta",
    "Barne- og ungdomspsykiatrisk poliklinikk",
    "Spesialpedagogisk rettleiar",
    "Fysioterapeut",
    "Miljøterapeut",
)


def made(room: Room, language: str = "nn", reader: str = "") -> Paper:
    person = room.case.participants.get(reader)
    return paper("agenda", Asked(room.case, room.context(), Words(language), reader=person))


def room_by(structure: str, *, crowded: bool = False) -> Room:
    """A planned meeting by this structure, with a handful of people or with many."""
    room = set_up(child=True)
    room.do(MeetingPlan(structure=structure, purpose="Vi ser saman på korleis hausten har vore"))
    for service in SERVICES if crowded else ():
        room.do(ParticipantAdd(label=service, role="service", service=service))
    return room


def parts(found: Paper) -> Table:
    return next(block for block in found.blocks if isinstance(block, Table))


@pytest.mark.parametrize("crowded", [False, True])
@pytest.mark.parametrize("structure", STRUCTURES)
def test_it_stands_on_one_page_whatever_the_structure(structure: str, crowded: bool) -> None:
    made_pdf = write(made(room_by(structure, crowded=crowded)), "pdf")
    (page,) = pypdf.PdfReader(io.BytesIO(made_pdf)).pages
    width, height = (round(float(side) / 72 * 25.4) for side in page.mediabox[2:])
    assert (width, height) == (210, 297)


def test_a_page_that_has_room_is_given_rows_to_write_in_and_a_full_one_keeps_a_few() -> None:
    """Where the machine fails, it is on this page that an agreement is written down."""

    def rows(found: Paper) -> int:
        written = found.blocks[-1]
        assert isinstance(written, Table)
        return len(written.rows)

    few, many = (rows(made(room_by(s, crowded=True))) for s in ("bti-individual", "bti-basic"))
    assert few == 2
    assert many >= 7


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
@pytest.mark.parametrize("structure", STRUCTURES)
def test_it_holds_each_part_with_its_sentences_and_what_is_to_be_ticked(
    structure: str, language: Language
) -> None:
    room = room_by(structure)
    rows = parts(made(room, language)).rows
    assert len(rows) == len(room.sitting.agenda.phases)
    for row, phase in zip(rows, room.sitting.agenda.phases, strict=True):
        said = phase_words(SHIPPED[structure], phase.id, "school", language)
        assert said is not None
        assert row[0].endswith(f"\n{said.title}")
        assert row[1]
        assert row[2].split("\n") == list(said.say)
        assert row[3].count(BOX) == len(phase.settle)
    assert not re.search(r"\{\w+\}", str(rows))


def test_the_clock_times_follow_each_other_from_the_start_to_the_end() -> None:
    spans = [
        row[0].split("\n")[0].split("–") for row in parts(made(room_by("bti-individual"))).rows
    ]
    assert spans[0][0] == "13.00"
    assert spans[-1][1] == "13.45"
    assert [end for _, end in spans[:-1]] == [begin for begin, _ in spans[1:]]


def test_minutes_stand_in_for_clock_times_where_no_time_is_set() -> None:
    room = set_up(at=None)
    assert parts(made(room)).rows[1][0] == "5′–10′\nSlik opplever vi det"


def test_people_are_named_with_their_tasks_and_as_those_who_speak() -> None:
    found = made(room_by("bti-individual"))
    facts = next(block for block in found.blocks if isinstance(block, Facts))
    assert dict(facts.rows)["Kven kjem"].startswith("Rektor (leier, oppsummerer), Kontaktlærar")
    turns = [row[1] for row in parts(found).rows]
    assert turns[0] == "Rektor leier møtet"
    assert turns[1] == "Mor, Far og Eleven fortel\nKontaktlærar fortel"
    assert turns[2].endswith("\nskulehelseteneste, PPT")


def test_nothing_is_made_of_a_meeting_that_is_over_or_was_never_planned() -> None:
    room = room_by("bti-individual")
    room.do(Start(), BreakOff())
    for each in (room, Room()):
        with pytest.raises(PaperError) as told:
            made(each)
        assert (told.value.code, told.value.exit_code) == ("no-meeting", 2)


def test_a_service_that_no_consent_covers_gets_none() -> None:
    room = room_by("bti-individual")
    room.do(ParticipantAdd(label="BUP", role="service", service="BUP"))
    with pytest.raises(PaperError) as told:
        made(room, reader=id_of(room, "BUP"))
    assert (told.value.code, told.value.exit_code) == ("R-E9", 9)
    assert made(room, reader=id_of(room, "Helsesjukepleiar")).blocks


def test_the_same_log_gives_the_same_page() -> None:
    room = room_by("meeting-1")
    room.do(MeetingPlan(at=NOON + timedelta(days=3)))
    assert write(made(room), "pdf") == write(made(room), "pdf")


def test_word_and_the_browser_set_it_as_close() -> None:
    found = made(room_by("bti-individual"))
    with zipfile.ZipFile(io.BytesIO(write(found, "docx"))) as parts_of:
        styles = parts_of.read("word/styles.xml").decode("utf-8")
    assert '<w:sz w:val="18"/>' in styles  # half points: 9
    assert '<main class="small">' in write(found, "html").decode("utf-8")
