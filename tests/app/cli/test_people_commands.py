"""People, consents and what is true of a log, from the command line."""

from __future__ import annotations

import json
import re

from tests.app.cli.done import ID, add, document
from tests.app.cli.harness import Shell


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


def test_changing_nothing_of_somebody_is_refused(seeded: Shell) -> None:
    refused = seeded("participant", "edit", "ELEV-A", "Mor")
    assert (refused.exit_code, len(refused.errors)) == (2, 1)


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
