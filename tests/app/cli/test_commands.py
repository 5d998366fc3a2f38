"""The commands doing what they are for, as a person or a program would use them."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tinydb import TinyDB

from data.entry import NewEntry
from data.exchange import read_tinydb
from data.vault import Vault
from phases.export_document import CaseDocument
from tests.app.cli.harness import Shell

ID = re.compile(r"[0-9a-f]{12}")


def add(shell: Shell, title: str = "Lesing", *more: str) -> str:
    return shell.ok(
        "activity", "add", "ELEV-A", "--title", title, "--owner", "Mor", "--due", "i dag", *more
    )


def document(shell: Shell) -> CaseDocument:
    return CaseDocument.model_validate_json(shell.ok("case", "export", "ELEV-A", "--json"))


# --- logs ------------------------------------------------------------------------------------


def test_a_new_log_is_made_in_the_language_that_is_asked_for(shell: Shell) -> None:
    assert shell.ok("--lang", "nn", "case", "new", "elev-a", "--unit", "kindergarten") == "ELEV-A"
    facts = document(shell).case
    assert (facts.language, facts.unit, facts.revision) == ("nn", "kindergarten", 1)
    assert shell.ok("case", "list").startswith("ELEV-A")


def test_settings_decide_what_a_new_log_is_like(shell: Shell) -> None:
    (shell.home / "settings.toml").write_text(
        'consent_age = 15\nunit = "kindergarten"\nlanguage = "nb"\n'
    )
    shell.ok("case", "new", "ELEV-A")
    facts = document(shell).case
    assert (facts.consent_age, facts.unit, facts.language) == (15, "kindergarten", "nb")


def test_a_bad_setting_is_told_with_its_line(shell: Shell) -> None:
    (shell.home / "settings.toml").write_text("sond = true\n")
    answer = shell("settings")
    assert answer.exit_code == 2
    assert "line 1" in answer.err
    assert "Did you mean “sound”?" in answer.err


def test_an_empty_vault_lists_nothing(shell: Shell) -> None:
    assert shell.ok("case", "list") == ""
    assert not shell.vault.exists()


def test_deleting_asks_first_and_leaves_nothing(seeded: Shell) -> None:
    seeded.ok("case", "delete", "ELEV-A", "--yes")
    assert seeded.ok("case", "list") == ""
    assert [p.name for p in seeded.vault.iterdir() if "ELEV-A" in p.name] == []


def test_the_history_tells_who_did_what_and_no_text(seeded: Shell) -> None:
    seeded.ok("--as", "Kari\x1b[1m", "activity", "add", "ELEV-A", "--title", "Hemmeleg",
              "--owner", "Mor")  # fmt: skip
    told = seeded.ok("case", "history", "ELEV-A")
    assert "Hemmeleg" not in told
    assert re.search(r"7  \d{4}-\d\d-\d\d \d\d:\d\d:\d\d  New +Kari\[1m", told)
    rows = [
        json.loads(line) for line in seeded.ok("case", "history", "ELEV-A", "--json").split("\n")
    ]
    assert rows[-1]["command"] == "activity-add"
    assert [row["revision"] for row in rows] == list(range(1, 8))


def test_what_is_redacted_is_gone_from_the_file_and_the_rest_still_verifies(seeded: Shell) -> None:
    made = add(seeded, "Hemmeleg")
    add(seeded, "Lesing")
    seeded.ok("activity", "edit", "ELEV-A", made, "--title", "Hemmelegare")
    seeded.ok("case", "redact", "ELEV-A", made, "--yes")
    assert b"Hemmeleg" not in (seeded.vault / "ELEV-A.journal").read_bytes()
    assert seeded.ok("activity", "list", "ELEV-A", "--plain") == "Lesing"
    add(seeded, "Rekning")


# --- out and in ------------------------------------------------------------------------------


def test_an_export_opens_in_a_stock_tinydb_and_comes_back_the_same(seeded: Shell) -> None:
    made = add(seeded)
    seeded.ok("do", "ELEV-A", "start")
    path = seeded.home / "out.json"
    seeded.ok("case", "export", "ELEV-A", "--format", "tinydb", "-o", str(path))
    assert path.stat().st_mode & 0o777 == 0o600
    with TinyDB(path, access_mode="r") as db:
        [found] = db.table("activities").all()
        assert (found["id"], found.doc_id) == (made, 1)
    assert seeded.ok("case", "import", "ELEV-B", str(path)) == "ELEV-B"
    before, after = (json.loads(seeded.ok("case", "export", case)) for case in ("ELEV-A", "ELEV-B"))
    for found in (before, after):
        del found["exported_at"], found["case"]["id"], found["case"]["revision"]
        for held in found["meetings"]:
            # The meeting is under way: its clock runs between the two.
            del held["used_s"]
            for phase in held["phases"]:
                del phase["used_s"], phase["unused_s"]
    assert before == after


def test_an_import_takes_all_or_nothing(seeded: Shell) -> None:
    path = seeded.home / "out.json"
    seeded.ok("case", "export", "ELEV-A", "--format", "tinydb", "-o", str(path))
    tables = json.loads(path.read_text(encoding="utf-8"))
    tables["participants"]["1"]["role"] = 5
    path.write_text(json.dumps(tables))
    assert seeded("case", "import", "ELEV-B", str(path)).exit_code == 2
    assert "ELEV-B" not in seeded.ok("case", "list")
    assert seeded("case", "import", "ELEV-A", str(path)).exit_code == 2


def test_what_an_import_would_make_is_told_first_and_nothing_is_made(seeded: Shell) -> None:
    add(seeded)
    path = seeded.home / "out.json"
    seeded.ok("case", "export", "ELEV-A", "--format", "tinydb", "-o", str(path))
    told = seeded.ok("--lang", "en", "case", "import", "ELEV-B", str(path), "--dry-run")
    assert told == "A new log ELEV-B: 3 people, 1 meeting, 1 activity, 1 consent"
    assert "ELEV-B" not in seeded.ok("case", "list")
    there = seeded("case", "import", "ELEV-A", str(path), "--dry-run")
    assert (there.exit_code, there.out) == (2, "")


def test_an_escape_sequence_is_refused_and_one_of_old_never_reaches_the_terminal(
    seeded: Shell,
) -> None:
    path = seeded.home / "out.json"
    add(seeded, "Lesing")
    seeded.ok("case", "export", "ELEV-A", "--format", "tinydb", "-o", str(path))
    text = path.read_text(encoding="utf-8").replace("Lesing", "Le\\u001b]52;c;x\\u0007sing")
    path.write_text(text, encoding="utf-8")
    refused = seeded("case", "import", "ELEV-B", str(path))
    assert (refused.exit_code, refused.err.count("\n")) == (2, 1)
    assert "ELEV-B" not in seeded.ok("case", "list")
    # An earlier version took it in.
    vault, at = Vault(seeded.home / "vault"), datetime(2026, 12, 1, 11, tzinfo=UTC)
    vault.create("ELEV-B", at, NewEntry("a" * 16, at, "", "import", read_tinydb(path)))
    for argv in (("case", "show", "ELEV-B"), ("activity", "list", "ELEV-B")):
        shown = seeded.ok(*argv)
        assert "\x1b" not in shown
        assert "\x07" not in shown
    assert "\x1b" not in seeded.ok("case", "export", "ELEV-B")


def test_a_log_comes_in_again_although_a_record_was_redacted(seeded: Shell) -> None:
    add(seeded)
    mother = next(p.id for p in document(seeded).participants if p.name == "Mor")
    seeded.ok("case", "redact", "ELEV-A", mother, "--yes")
    first, again = seeded.home / "first.json", seeded.home / "again.json"
    seeded.ok("case", "export", "ELEV-A", "--format", "tinydb", "-o", str(first))
    seeded.ok("case", "import", "ELEV-B", str(first))
    seeded.ok("case", "export", "ELEV-B", "--format", "tinydb", "-o", str(again))
    assert again.read_bytes() == first.read_bytes()


# --- people, consents, meetings --------------------------------------------------------------


def test_a_participant_gets_another_name_and_keeps_the_id(seeded: Shell) -> None:
    before = {p.id: p.name for p in document(seeded).participants}
    seeded.ok("participant", "edit", "ELEV-A", "PPT", "--name", "PPT Ås")
    again = seeded("participant", "edit", "ELEV-A", "PPT Ås", "--name", "mor")
    assert again.exit_code == 2
    after = {p.id: p.name for p in document(seeded).participants}
    assert [before[i] for i in after if after[i] != before[i]] == ["PPT"]
    assert "PPT Ås" in after.values()


def test_participants_are_added_changed_and_listed(seeded: Shell) -> None:
    made = seeded.ok("participant", "add", "ELEV-A", "Føresett B", "--role", "guardian",
                     "--call", "Far", "--new", "--absent", "--in-log", "no")  # fmt: skip
    assert ID.fullmatch(made)
    seeded.ok("participant", "edit", "ELEV-A", "Far", "--present", "--known", "--call", "Pappa",
              "--in-log", "yes")  # fmt: skip
    seeded.ok("participant", "edit", "ELEV-A", "PPT", "--duty", "guard", "--duty", "writer",
              "--substitute", "--service", "PP-tenesta")  # fmt: skip
    found = {p.name: p for p in document(seeded).participants}
    assert (found["Føresett B"].call, found["Føresett B"].new) == ("Pappa", False)
    assert not found["Føresett B"].absent
    assert found["Føresett B"].in_log
    assert found["PPT"].duties == ("guard", "writer")
    assert found["PPT"].substitute
    assert "Pappa (Føresett B)" in seeded.ok("participant", "list", "ELEV-A")


def test_what_is_true_of_a_log_is_set_and_told_and_the_birth_date_isnt_kept(seeded: Shell) -> None:
    told = seeded.ok("--lang", "en", "case", "set", "ELEV-A", "--birth-date", "20.1.2011",
                     "--level", "2", "--meeting-date", "9.2.2027")  # fmt: skip
    assert re.search(r"consents too from +20\.01\.2027", told)
    assert re.search(r"level of the work +2", told)
    facts = document(seeded).case
    assert str(facts.own_consent_from) == "2027-01-20"
    assert [level.level for level in facts.levels] == [2]
    for file in seeded.vault.rglob("*"):
        assert not file.is_file() or not re.search(rb"2011-01|20\.1\.2011", file.read_bytes())
    seeded.ok("case", "set", "ELEV-A", "--own-consent-from", "1.2.2027", "--consent-age", "15",
              "--guardians-too", "--relay-holder", "Mor", "--unit", "kindergarten")  # fmt: skip
    facts = document(seeded).case
    assert (str(facts.own_consent_from), facts.consent_age) == ("2027-02-01", 15)
    assert facts.guardians_too
    seeded.ok("case", "set", "ELEV-A", "--own-consent-from", "")
    assert document(seeded).case.own_consent_from is None


def test_setting_nothing_two_days_at_once_or_a_withdrawal_is_refused(seeded: Shell) -> None:
    assert seeded("case", "set", "ELEV-A").exit_code == 2
    two = ("--birth-date", "20.1.2011", "--own-consent-from", "1.2.2027")
    assert seeded("case", "set", "ELEV-A", *two).exit_code == 2
    taken_back = ("--status", "closed", "--closed-reason", "consent-withdrawn")
    assert seeded("case", "set", "ELEV-A", *taken_back).exit_code == 2
    told = seeded.ok("--lang", "en", "case", "set", "ELEV-A", "--status", "closed",
                     "--closed-reason", "goals-reached")  # fmt: skip
    assert "closed: the goals are reached" in told


def test_a_change_tells_how_things_stand_now(seeded: Shell) -> None:
    told = seeded.ok("--lang", "en", "participant", "edit", "ELEV-A", "PPT", "--joins", "phone")
    assert re.fullmatch(r"[0-9a-f]{12} +PPT +service +on the phone", told.strip())
    made = add(seeded)
    assert "Høgtlesing" in seeded.ok("activity", "edit", "ELEV-A", made, "--title", "Høgtlesing")
    goal = seeded.ok("goal", "add", "ELEV-A", "--text", "Ro i timane")
    assert "Ro heime" in seeded.ok("goal", "edit", "ELEV-A", goal, "--text", "Ro heime")
    assert goal in seeded.ok("goal", "end", "ELEV-A", goal)


def test_a_wish_for_a_language_and_a_channel_is_kept_and_taken_back(seeded: Shell) -> None:
    seeded.ok("participant", "add", "ELEV-A", "Bestemor", "--role", "guardian",
              "--language", "en", "--channel", "phone")  # fmt: skip
    grandmother = {p.name: p for p in document(seeded).participants}["Bestemor"]
    assert (grandmother.language, grandmother.channel) == ("en", "phone")
    assert "phone call, English" in seeded.ok("--lang", "en", "participant", "list", "ELEV-A")
    seeded.ok("participant", "edit", "ELEV-A", "Bestemor", "--channel", "none")
    grandmother = {p.name: p for p in document(seeded).participants}["Bestemor"]
    assert (grandmother.language, grandmother.channel) == ("en", "")
    seeded.ok("do", "ELEV-A", "participant-edit", "who=Bestemor", "language=")
    assert {p.name: p for p in document(seeded).participants}["Bestemor"].language == ""
    # A number has no place to stand in, on purpose (§3.4).
    assert seeded("participant", "edit", "ELEV-A", "Mor", "--channel", "90000000").exit_code == 2


def test_consents_are_noted_with_their_day_and_withdrawn(seeded: Shell) -> None:
    seeded.ok("consent", "add", "ELEV-A", "--by", "Mor", "--covers", "PPT", "--form", "oral",
              "--date", "1.9.2026")  # fmt: skip
    consent = document(seeded).consents[-1]
    assert (consent.covers, consent.form, str(consent.given)) == ("PPT", "oral", "2026-09-01")
    seeded.ok("consent", "withdraw", "ELEV-A", "--by", "Mor", "--covers", "PPT")
    # From now on the service is left out of what is written out.
    after = document(seeded)
    assert [c.covers for c in after.consents if c.covers == "PPT"] == []
    assert [(w.of, w.role) for w in after.withdrawals] == [("service", "guardian")]


def test_without_consent_no_text_is_written_and_the_rule_is_named(shell: Shell) -> None:
    shell.ok("case", "new", "ELEV-A")
    shell.ok("participant", "add", "ELEV-A", "Mor", "--role", "guardian")
    answer = shell("activity", "add", "ELEV-A", "--title", "x", "--owner", "Mor")
    assert answer.exit_code == 9
    assert "R-C1" in answer.err


def test_a_meeting_is_planned_as_people_write_time(seeded: Shell) -> None:
    made = seeded.ok("meeting", "plan", "ELEV-A", "--at", "19. jan 2027 kl. 13.00", "--place",
                     "Møterom 2", "--minutes", "5,5,10,5,10,5,4")  # fmt: skip
    held = document(seeded).meetings[0]
    assert held.id == made
    assert str(held.scheduled_at) == "2027-01-19 12:00:00+00:00"
    assert (held.place, held.planned_s) == ("Møterom 2", 2640)


# --- activities ------------------------------------------------------------------------------


def test_an_activity_is_added_edited_and_ended(seeded: Shell) -> None:
    made = add(seeded)
    assert ID.fullmatch(made)
    seeded.ok("activity", "edit", "ELEV-A", made, "--owner", "Lærar", "--was", "mor")
    seeded.ok("activity", "edit", "ELEV-A", made, "--due", "2. mars 2027")
    seeded.ok("activity", "edit", "ELEV-A", made, "--due", "9.3.2027", "--was", "2.3.2027")
    seeded.ok("activity", "end", "ELEV-A", made, "--effect", "wanted", "--comment", "-",
              stdin=b"Gjekk fint\nheile vegen\n")  # fmt: skip
    [found] = document(seeded).activities
    assert (str(found.due), found.status, found.effect) == ("2027-03-09", "ended", "wanted")
    assert found.comment == "Gjekk fint\nheile vegen"


def test_what_more_is_known_of_an_activity_is_written_and_changed(seeded: Shell) -> None:
    goal = seeded.ok("goal", "add", "ELEV-A", "--text", "Rolege morgonar", "--owner", "Mor")
    made = add(seeded, "Lesing", "--content", "Høgt", "--until", "1.3.2027", "--goal", goal,
               "--with", "Lærar", "--with", "Mor", "--level", "3", "--planned")  # fmt: skip
    seeded.ok("activity", "edit", "ELEV-A", made, "--until", "8. mars 2027", "--was", "2027-03-01")
    seeded.ok("activity", "edit", "ELEV-A", made, "--with", "Mor", "--was", "lærar,mor")
    seeded.ok("activity", "edit", "ELEV-A", made, "--follow-up", "Ringjer")
    [found] = document(seeded).activities
    assert (found.content, found.follow_up, str(found.period_end)) == (
        "Høgt", "Ringjer", "2027-03-08",
    )  # fmt: skip
    assert (found.level, found.status, len(found.contributors)) == (3, "planned", 1)
    assert found.goal == goal
    assert seeded.ok("activity", "list", "ELEV-A", "--plain", "--find", "høgt") == "Lesing"


def test_how_an_activity_has_gone_is_said_between_meetings(seeded: Shell) -> None:
    made = add(seeded)
    said = seeded.ok("activity", "assess", "ELEV-A", made, "--decision", "adjust",
                     "--effect", "partly", "--worked", "Fast dag", "--by", "Lærar")  # fmt: skip
    [found] = document(seeded).activities
    assert [(a.id, a.decision, a.meeting, len(a.by)) for a in found.assessments] == [
        (said, "adjust", None, 1)
    ]
    assert "held fram" in seeded.ok("--lang", "nn", "activity", "list", "ELEV-A")


def test_goals_are_listed_changed_and_ended(seeded: Shell) -> None:
    goal = seeded.ok("goal", "add", "ELEV-A", "--text", "Rolege morgonar", "--owner", "Mor")
    seeded.ok("goal", "edit", "ELEV-A", goal, "--text", "Rolege dagar", "--was", "Rolege morgonar")
    seeded.ok("goal", "edit", "ELEV-A", goal, "--shared", "yes")
    seeded.ok("goal", "end", "ELEV-A", goal)
    assert seeded.ok("goal", "list", "ELEV-A", "--plain") == "Rolege dagar"
    listed = seeded.ok("--lang", "nn", "goal", "list", "ELEV-A")
    assert re.search(r"Rolege dagar +Mor, alle +nådd", listed)
    assert seeded("goal", "edit", "ELEV-A", goal).exit_code == 2


def test_the_plain_list_is_one_title_a_line(seeded: Shell) -> None:
    add(seeded, "Lesing")
    add(seeded, "Rekning")
    assert seeded.ok("activity", "list", "ELEV-A", "--plain") == "Lesing\nRekning"
    assert re.search(r"[0-9a-f]{12}  Lesing +Mor", seeded.ok("activity", "list", "ELEV-A"))


def test_a_rule_that_warns_says_so_in_one_line_and_lets_it_be(seeded: Shell) -> None:
    answer = seeded("activity", "add", "ELEV-A", "--title", "x", "--owner", "Mor")
    assert answer.exit_code == 0
    assert ID.fullmatch(answer.out.strip())
    assert answer.errors == ["viddevakt: R-M14: No date yet: By when?"]


def test_who_is_viddevakt_can_be_nobody_and_the_advice_says_how(seeded: Shell) -> None:
    seeded.ok("consent", "add", "ELEV-A", "--by", "Mor", "--covers", "PPT")
    seeded.ok("do", "ELEV-A", "start")
    answer = seeded("do", "ELEV-A", "next")
    assert answer.exit_code == 9
    assert "(who=none)" in answer.err
    seeded.ok("do", "ELEV-A", "viddevakt", "who=none")
    assert "R-M1" not in seeded("do", "ELEV-A", "next").err


# --- meetings --------------------------------------------------------------------------------


def test_do_prints_how_the_meeting_stands(seeded: Shell) -> None:
    lines = seeded.ok("do", "ELEV-A", "start").splitlines()
    assert lines[:3] == ["state: under way", "phase: Welcome", "remaining_s: 300"]
    assert lines[4:6] == ["floor: Lærar leads", "running: yes"]
    made = seeded.ok("do", "ELEV-A", "park", "text=-", stdin=b"Skulevegen\n").splitlines()
    assert ID.fullmatch(made[0].removeprefix("id: "))


def test_a_day_that_has_gone_by_is_told_of_and_kept(seeded: Shell) -> None:
    """Reliability §5 row 60."""
    answer = seeded(
        "activity", "add", "ELEV-A", "--title", "Lesing", "--owner", "Mor", "--due", "1.2.2020"
    )
    assert answer.exit_code == 0
    assert answer.errors == ["viddevakt: INV-14: That day has gone by."]
    assert "01.02.2020" in seeded.ok("activity", "list", "ELEV-A")


def test_a_meeting_past_midnight_is_told_of_and_planned(seeded: Shell) -> None:
    """Reliability §5 row 63; the end comes from the minutes, so it can't be before the start."""
    answer = seeded("meeting", "plan", "ELEV-A", "--at", "i morgon 23:50")
    assert answer.exit_code == 0
    assert answer.errors == ["viddevakt: INV-15: The meeting would go on past midnight."]


def test_only_if_the_part_is_still_the_one_that_was_seen(seeded: Shell) -> None:
    seeded.ok("consent", "add", "ELEV-A", "--by", "Mor", "--covers", "PPT")
    seeded.ok("do", "ELEV-A", "start")
    seeded.ok("do", "ELEV-A", "viddevakt", "who=none", "--if-phase", "welcome")
    seeded.ok("do", "ELEV-A", "next", "phase=welcome")
    answer = seeded("do", "ELEV-A", "next", "phase=welcome")
    assert answer.exit_code == 4
    assert "already-in-phase" in answer.err


@pytest.mark.parametrize(("reason", "kept"), [("2", "family-wishes"), ("Vi er få", "Vi er få")])
def test_a_reason_is_a_number_a_code_or_words(seeded: Shell, reason: str, kept: str) -> None:
    seeded.ok("do", "ELEV-A", "start", "--reason", reason)
    whole = (seeded.vault / "ELEV-A.journal").read_text(encoding="utf-8")
    assert json.dumps(kept, ensure_ascii=False) in whole


def test_undo_takes_the_newest_step_back(seeded: Shell) -> None:
    seeded.ok("do", "ELEV-A", "start")
    assert "state: planned" in seeded.ok("undo", "ELEV-A")


def test_a_rehearsal_may_run_faster(shell: Shell) -> None:
    shell.ok("case", "new", "ELEV-A", "--rehearsal")
    shell.ok("meeting", "plan", "ELEV-A")
    assert "state: under way" in shell.ok("do", "ELEV-A", "start", "speed=60")


# --- batch -----------------------------------------------------------------------------------


def test_batch_acknowledges_each_line_once_it_is_durable(seeded: Shell) -> None:
    text = (
        "# a comment\n"
        "start --if-phase=''\n"
        "\n"
        "activity-add title='Fire samtalar' owner=Mor due=2027-02-09\n"
        "viddevakt who=none --reason 'ingen ledig'\n"
    )
    lines = seeded.ok("batch", "ELEV-A", stdin=text.encode()).splitlines()
    assert [line.split()[:2] for line in lines] == [["ACK", "2"], ["ACK", "4"], ["ACK", "5"]]
    [activity] = document(seeded).activities
    assert lines[1] == f"ACK 4 {activity.id}"


def test_batch_stops_at_the_first_line_that_cannot_be_done(seeded: Shell) -> None:
    answer = seeded("batch", "ELEV-A", stdin=b"start\nclose\npause\n")
    assert answer.exit_code == 2
    assert answer.out.startswith("ACK 1 ")
    assert "ACK 3" not in answer.out
    assert "line 2" in answer.err
    assert "state: under way" in seeded.ok("status", "ELEV-A")


# --- scripts, structures, what there is ------------------------------------------------------

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def test_play_prints_the_log_it_leads_to_and_saves_nothing(shell: Shell) -> None:
    shown = shell.ok("play", str(SCENARIOS / "sc01.txt"))
    assert "Helsesjukepleiar har fire samtalar innan 9. februar." in shown
    assert "Neste møte: tysdag 2. mars 2027" in shown
    assert "PPT: Rettleiing til kontaktlæraren" in shown
    assert not shell.vault.exists()


def test_play_as_json_is_the_document_of_the_export(shell: Shell) -> None:
    found = CaseDocument.model_validate_json(
        shell.ok("play", str(SCENARIOS / "sc08.txt"), "--json")
    )
    assert found.meetings[0].decision.none_now


def test_play_names_file_and_line_of_what_is_refused(shell: Shell) -> None:
    path = shell.home / "own.txt"
    path.write_text("case-new\nmeeting-plan\nstart\nnext\n")
    answer = shell("play", str(path))
    assert answer.exit_code == 9
    assert "own.txt:4" in answer.err
    assert "R-M1" in answer.err
    assert "(who=none)" in answer.err


def test_play_tries_a_structure_of_ones_own(shell: Shell) -> None:
    shipped = Path(__file__).parents[3] / "data" / "structures" / "bti-individual.toml"
    text = shipped.read_text(encoding="utf-8")
    own = shell.home / "own.toml"
    own.write_text(text.replace('id = "bti-individual"', 'id = "own"').replace(
        "minutes = 5", "minutes = 4"), encoding="utf-8")  # fmt: skip
    script = shell.home / "own.txt"
    script.write_text("case-new structure=own.toml\nmeeting-plan\n")
    found = CaseDocument.model_validate_json(shell.ok("play", str(script), "--json"))
    assert found.meetings[0].structure == "own"
    own.write_text("mintues = 5")
    answer = shell("play", str(script))
    assert answer.exit_code == 2
    assert len(answer.errors) == 1
    assert "own.toml" in answer.err


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
def test_the_demo_scripts_can_be_played(shell: Shell, language: str) -> None:
    demo = Path(__file__).parents[3] / "data" / "demo" / f"{language}.txt"
    assert "DEMO" in shell.ok("play", str(demo))


def test_structures_are_listed_and_shown(shell: Shell) -> None:
    assert "\nbti-individual    45 min  5 5 10 5 10 5 5" in shell.ok("structure", "list")
    shown = shell.ok(
        "--lang", "nn", "structure", "show", "bti-individual", "--unit", "kindergarten"
    )
    assert "1. Velkomen (welcome), 5 min" in shown
    assert "den pedagogiske leiaren" in shown
    assert "kontaktlæraren" not in shown


def test_the_commands_are_listed_for_people_and_for_programs(shell: Shell) -> None:
    told = json.loads(shell.ok("commands", "--json"))
    names = [command["name"] for command in told]
    assert names[0] == "case-new"
    assert names[-1] == "undo"
    [away] = [c for c in told if c["name"] == "away"]
    assert away["arguments"][1]["choices"] == ["count", "out"]
    assert "away seconds=NUMBER answer=count|out" in shell.ok("commands")


def test_settings_are_shown_with_their_places(shell: Shell) -> None:
    shown = shell.ok("settings")
    assert str(shell.home / "settings.toml") in shown
    assert str(shell.vault) in shown
    assert "consent_age = 16" in shown


def test_the_version_is_told(shell: Shell) -> None:
    assert re.fullmatch(r"viddevakt, version \d+\.\d+.*", shell.ok("--version"))


# --- languages -------------------------------------------------------------------------------


def test_the_log_is_spoken_of_in_its_own_language_unless_another_is_asked_for(shell: Shell) -> None:
    shell.ok("--lang", "nn", "case", "new", "ELEV-A")
    shell.ok("participant", "add", "ELEV-A", "Mor", "--role", "guardian")
    assert "føresett" in shell.ok("participant", "list", "ELEV-A")
    assert "guardian" in shell.ok("--lang", "en", "participant", "list", "ELEV-A")
    (shell.home / "settings.toml").write_text('language = "nb"\n')
    assert "foresatt" in shell.ok("participant", "list", "ELEV-A")


# --- the reminder ----------------------------------------------------------------------------


def test_the_reminder_of_the_planned_meeting_can_be_printed(seeded: Shell) -> None:
    seeded.ok("meeting", "plan", "ELEV-A", "--at", "i dag 13:00", "--place", "Møterom 1")
    text = seeded.ok("--lang", "nn", "meeting", "reminder", "ELEV-A")
    assert text.startswith("Hei! Vi minner om møtet ")
    assert " klokka 13.00, Møterom 1. Velkomen!" in text


def test_without_a_planned_meeting_there_is_nothing_to_remind_of(shell: Shell) -> None:
    shell.ok("case", "new", "ELEV-A")
    answer = shell("--lang", "en", "meeting", "reminder", "ELEV-A")
    assert answer.exit_code == 2
    assert "No meeting is planned" in answer.err


# --- consents --------------------------------------------------------------------------------


def test_consents_are_listed_with_what_became_of_them(seeded: Shell) -> None:
    seeded.ok("consent", "add", "ELEV-A", "--by", "Mor", "--covers", "cooperation",
              "--expires", "31.12.2099", "--purpose", "School", "--document", "Folder")  # fmt: skip
    listed = seeded.ok("consent", "list", "ELEV-A")
    assert "the cooperation" in listed
    assert "until 31.12.2099" in listed


def test_a_withdrawal_stands_in_the_history_with_its_role(seeded: Shell) -> None:
    seeded.ok("do", "ELEV-A", "start")
    seeded.ok("consent", "withdraw", "ELEV-A", "--by", "Mor", "--covers", "log")
    assert "Withdraw a consent (guardian)" in seeded.ok("case", "history", "ELEV-A")
    last = seeded.ok("case", "history", "ELEV-A", "--json").splitlines()[-1]
    assert json.loads(last)["role"] == "guardian"
    answer = seeded("activity", "add", "ELEV-A", "--title", "x", "--owner", "Mor")
    assert (answer.exit_code, "R-C6" in answer.err) == (9, True)
    assert "R-C6" in seeded("undo", "ELEV-A").err


def test_who_is_not_covered_is_left_out_and_takes_part_again(seeded: Shell) -> None:
    seeded.ok("participant", "leave-out", "ELEV-A", "PPT")
    assert "PPT" not in seeded.ok("participant", "list", "ELEV-A")
    seeded.ok("participant", "leave-out", "ELEV-A", "PPT", "--back")
    seeded.ok("participant", "edit", "ELEV-A", "PPT", "--joins", "phone", "--sits-in-for", "BUP")
    assert "on the phone, sits in for BUP" in seeded.ok("participant", "list", "ELEV-A")


def test_who_sits_in_is_told_without_for_whom_too(seeded: Shell) -> None:
    seeded.ok("participant", "add", "ELEV-A", "Vikar", "--role", "other", "--substitute")
    assert "sits in" in seeded.ok("participant", "list", "ELEV-A")


def test_an_interpreter_is_planned_for_with_more_time(seeded: Shell) -> None:
    seeded.ok("participant", "add", "ELEV-A", "Tolk", "--role", "interpreter")
    seeded.ok("do", "ELEV-A", "meeting-plan", "place=Rom")
    seeded.ok("meeting", "plan", "ELEV-A", "--interpreter", "--structure", "bti-individual")
    meeting = document(seeded).meetings[-1]
    assert meeting.interpreter
    # With one service 35 minutes are proposed.
    assert sum(p.planned_s for p in meeting.phases) == 45 * 60
