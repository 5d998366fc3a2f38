"""The texts before a meeting, from a case to what is copied or put on paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.papers.asking import Asked
from app.papers.errors import PaperError
from app.papers.kinds import paper
from app.papers.making import make
from app.papers.paper import Bullets, Facts
from app.papers.texts import made_text
from app.words import LANGUAGES, Words
from data.structures.problems import StructureError
from data.texts.fields import KINDS, TextKind
from data.texts.made import MadeText
from phases.commands.consents import ConsentAdd, LeaveOut
from phases.commands.participants import ParticipantAdd, ParticipantEdit
from phases.commands.planning import MeetingPlan
from tests.phases.chain import led, over, planned
from tests.phases.room import NOON, Room, set_up

PLAN = MeetingPlan(
    at=NOON + timedelta(days=14), place="Møterom 2", purpose="Bli einige om vegen vidare"
)
CANARY = "Hemmeleg"


@pytest.fixture
def room() -> Room:
    """SC-01's people, a child whose name is a canary, and a meeting in a fortnight."""
    room = set_up()
    room.do(ParticipantAdd(label=CANARY, role="child"), PLAN)
    return room


def asked(room: Room, language: str = "nn", reader: str = "", **more: Any) -> Asked:
    person = room.case.find_participant(reader) if reader else None
    return Asked(room.case, room.context(), Words(language), room.sitting, person, **more)


def own(folder: Path, name: str, text: str) -> Path:
    (folder / "texts").mkdir(exist_ok=True)
    (folder / "texts" / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_text_is_made_in_every_language_with_what_it_may_say(
    room: Room, kind: TextKind, language: str
) -> None:
    made = made_text(asked(room, language, sender="Eksempelvik skule"), kind)
    at = "13:00" if language == "en" else "13.00"
    assert all(said in made.whole for said in (at, "Møterom 2", "Eksempelvik skule", "2"))
    assert not made.placeless
    neutral = kind in ("reminder-sms", "reminder-email")
    for private in (CANARY, "vegen vidare", "Mor", "PPT", "ELEV-A", "BTI"):
        assert not (neutral and private in made.whole), private
    assert neutral or "Bli einige om vegen vidare" in made.body


def test_the_sms_counts_its_characters_and_takes_signs_that_a_telephone_has(room: Room) -> None:
    room.do(MeetingPlan(place="Rom 2 – 3. høgda"))
    made = made_text(asked(room), "reminder-sms")
    assert "Rom 2 - 3. høgda" in made.body
    assert made.size is not None
    assert (made.size.alphabet, made.size.used) == ("GSM-7", len(made.body))


@pytest.mark.parametrize(
    "place", ["x" * 120, f"heime hos {CANARY}", "hos mor", "čŋ" * 10, "sjå ELEV-A"]
)
def test_a_place_that_is_too_long_or_names_somebody_is_left_out_of_an_sms(
    room: Room, place: str
) -> None:
    room.do(ParticipantEdit(who="Føresett 1", call="Mor"), MeetingPlan(place=place))
    made = made_text(asked(room), "reminder-sms")
    assert made.placeless
    assert place not in made.body
    assert made.size is not None
    assert made.size.fits


def test_a_long_place_stays_in_an_email_and_a_name_does_not(room: Room) -> None:
    room.do(MeetingPlan(place="x" * 120))
    assert "x" * 120 in made_text(asked(room), "reminder-email").body
    room.do(MeetingPlan(place=f"hos {CANARY}"))
    made = made_text(asked(room), "reminder-email")
    assert made.placeless
    assert CANARY not in made.whole


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Møte om {{ purpose }} {{ time }}", "template-private"),
        (f"Møte om {CANARY} {{{{ time }}}}", "template-names"),
        ("{{ time }}" + "x" * 200, "template-sms"),
        ("{{ tmie }}", "template-name"),
    ],
)
def test_ones_own_sms_that_says_too_much_is_refused_where_it_is_used(
    room: Room, tmp_path: Path, text: str, kind: str
) -> None:
    vault = own(tmp_path, "reminder-sms.nn.txt", text)
    with pytest.raises(StructureError) as found:
        made_text(asked(room, vault=vault), "reminder-sms")
    assert found.value.first.kind == kind
    assert CANARY not in str(found.value)
    assert made_text(asked(room, "nb", vault=vault), "reminder-sms").own is False


def test_ones_own_wording_is_used_in_its_language(room: Room, tmp_path: Path) -> None:
    vault = own(tmp_path, "summons.nb.txt", "Kom!\n\n{{ place }}: {{ purpose }} {{ leader }}")
    made = made_text(asked(room, "nb", vault=vault), "summons")
    assert (made.title, made.own) == ("Kom!", True)
    assert made.body == "Møterom 2: Bli einige om vegen vidare Rektor"


def refused(made: Callable[[], MadeText]) -> tuple[str, int]:
    with pytest.raises(PaperError) as found:
        made()
    return found.value.code, found.value.exit_code


@pytest.mark.parametrize("lacking", [{"purpose": ""}, {"place": ""}])
def test_a_summons_without_purpose_or_place_is_refused(room: Room, lacking: dict[str, str]) -> None:
    room.do(MeetingPlan(**lacking))  # type: ignore[arg-type]
    assert refused(lambda: made_text(asked(room), "summons")) == ("R-P6", 9)
    assert made_text(asked(room), "invitation").body


def test_a_meeting_without_a_time_has_no_text(room: Room) -> None:
    bare = planned(plan=MeetingPlan(place="Rom", purpose="Snakke saman"))
    assert refused(lambda: made_text(asked(bare), "summons")) == ("R-P6", 9)
    for kind in KINDS[1:]:
        assert refused(lambda k=kind: made_text(asked(bare), k))[0] == "no-meeting"  # type: ignore[misc]
    for later in (led(), over()):
        assert refused(lambda r=later: made_text(asked(r), "reminder-sms"))[0] == "no-meeting"  # type: ignore[misc]
    del room


def test_a_service_that_no_consent_covers_gets_no_letter_and_a_covered_one_does() -> None:
    room = planned(plan=PLAN)
    assert refused(lambda: made_text(asked(room, reader="PPT-rådgiver"), "summons")) == ("R-E9", 9)
    assert made_text(asked(room, reader="PPT-rådgiver"), "reminder-sms").body
    assert made_text(asked(room, reader="Rektor"), "summons").body
    room.do(ConsentAdd(by="Foresatt", covers="PPT"))
    assert "PPT-rådgiver!" in made_text(asked(room, reader="PPT-rådgiver"), "summons").body


def test_a_service_that_no_consent_covers_is_named_to_the_family_alone() -> None:
    room = planned(plan=PLAN)
    told = {p: made_text(asked(room, reader=p), "summons").body for p in ("Foresatt", "Rektor")}
    assert "PPT-rådgiver" in told["Foresatt"]
    assert "PPT-rådgiver" not in told["Rektor"]
    room.do(ConsentAdd(by="Foresatt", covers="PPT"))
    assert "PPT-rådgiver" in made_text(asked(room, reader="Rektor"), "summons").body


def test_a_letter_speaks_to_whom_it_is_for_and_plainly_to_a_child(room: Room) -> None:
    child = made_text(asked(room, reader=CANARY), "summons").body
    adult = made_text(asked(room, reader="Rektor"), "summons").body
    assert "Du bestemmer sjølv kor mykje du vil seie" in child
    assert "minutt\n" not in child
    assert "- 13.00 Velkomen, 5 minutt" in adult
    assert adult.startswith("Hei, Rektor!")


def test_a_letter_tells_of_an_interpreter_and_until_when_to_ask_for_another_day(room: Room) -> None:
    before = made_text(asked(room), "invitation").body
    assert "tolk" not in before
    assert "seinast tysdag 26. januar" in before
    room.do(ParticipantAdd(label="Tolk", role="interpreter"))
    room.clock.tick(86400 * 9)
    body = made_text(asked(room, reader="Tolk"), "invitation").body
    assert "Det kjem tolk til møtet." in body
    assert "seinast" not in body


def test_somebody_who_is_left_out_stands_in_no_text(room: Room) -> None:
    room.do(MeetingPlan(purpose="Snakke med PPT-rådgjevar"))
    assert "PPT-rådgjevar" in made_text(asked(room), "summons").body
    room.do(LeaveOut(who="PPT-rådgjevar"))
    for kind in KINDS:
        assert "PPT-rådgjevar" not in made_text(asked(room), kind).whole


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_filed_tells_the_year_and_what_is_read_at_once_does_not(
    room: Room, kind: TextKind
) -> None:
    assert ("tysdag 2. februar 2027" in made_text(asked(room), kind).whole) is (
        kind in ("summons", "invitation")
    )


def test_a_letter_becomes_a_paper_with_facts_and_a_list(room: Room) -> None:
    found = paper("summons", asked(room))
    assert found.title.startswith("Innkalling til møte")
    [facts] = [b for b in found.blocks if isinstance(b, Facts)]
    assert facts.rows[1] == ("Kvar", "Møterom 2")
    [parts] = [b for b in found.blocks if isinstance(b, Bullets)]
    assert len(parts.items) == len(room.sitting.agenda.phases)


@pytest.mark.parametrize(
    ("channel", "sms", "email"), [("", 1, 1), ("sms", 1, 0), ("e-mail", 0, 1), ("letter", 1, 1)]
)
def test_a_reminder_comes_as_its_reader_prefers(
    room: Room, channel: str, sms: int, email: int
) -> None:
    room.do(ParticipantEdit(who="Rektor", channel=channel))  # type: ignore[arg-type]
    text = make(asked(room, "en", reader="Rektor"), "reminder", "txt").decode()
    assert (text.count("As an SMS"), text.count("As an e-mail")) == (sms, email)
    assert text.count("Subject:") == email


@pytest.mark.parametrize("kind", ["summons", "invitation", "reminder"])
def test_the_same_log_gives_the_same_bytes(room: Room, kind: str) -> None:
    assert make(asked(room), kind, "json") == make(asked(room), kind, "json")
