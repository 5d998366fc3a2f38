"""`meeting sent` and whom a text comes from: who has got theirs, and whom they can call."""

from __future__ import annotations

import json

from tests.app.cli.harness import Shell
from tests.app.cli.test_text import summoned


def test_who_has_got_theirs_is_told_by_name_noted_and_taken_back(seeded: Shell) -> None:
    summoned(seeded)
    before = seeded.ok("--lang", "en", "meeting", "sent", "ELEV-A").splitlines()
    assert [line.partition(":")[0] for line in before] == ["Summons", "Reminder"]
    assert all(": not yet: " in line for line in before)
    told = seeded.ok(
        "--lang", "en", "meeting", "sent", "ELEV-A", "reminder", "--to", "Mor", "--channel", "sms"
    )
    reminder = told.splitlines()[1]
    assert "Mor: sent" in reminder
    assert "text message" in reminder
    assert "Mor" not in reminder.partition("not yet: ")[2]
    rows = json.loads(seeded.ok("meeting", "sent", "ELEV-A", "--json"))
    got = [row["name"] for row in rows if row["sent_on"]]
    assert got == ["Mor"]
    assert {row["channel"] for row in rows if row["name"] == "Mor"} == {None, "sms"}
    seeded.ok("meeting", "sent", "ELEV-A", "reminder", "--channel", "e-mail")
    assert "not yet" not in seeded.ok("--lang", "en", "meeting", "sent", "ELEV-A").splitlines()[1]
    seeded.ok("undo", "ELEV-A")
    seeded.ok("undo", "ELEV-A")
    rows = json.loads(seeded.ok("meeting", "sent", "ELEV-A", "--json"))
    assert not [row for row in rows if row["sent_on"]]


def test_a_wrong_name_or_half_a_wish_is_refused(seeded: Shell) -> None:
    summoned(seeded)
    for argv in (("reminder", "--to", "Ingen"), ("--to", "Mor"), ("letter",)):
        answer = seeded("meeting", "sent", "ELEV-A", *argv)
        assert (answer.exit_code, len(answer.errors), answer.out) == (2, 1, "")
    assert not [
        r for r in json.loads(seeded.ok("meeting", "sent", "ELEV-A", "--json")) if r["sent_on"]
    ]


def test_a_text_without_a_number_says_so_until_the_sender_has_one(seeded: Shell) -> None:
    summoned(seeded)
    found = seeded("--lang", "en", "meeting", "reminder", "ELEV-A")
    assert "viddevakt settings sender" in found.err
    seeded.ok("settings", "sender", "Sund skule, tlf. 12 34 56 78")
    found = seeded("--lang", "en", "meeting", "reminder", "ELEV-A")
    assert found.err == ""
    assert found.out.strip().endswith("Sund skule, tlf. 12 34 56 78")


def test_a_setting_is_shown_set_and_taken_out(seeded: Shell) -> None:
    assert seeded.ok("settings", "minutes_days") == "minutes_days = 2"
    assert seeded.ok("settings", "minutes_days", "5") == "minutes_days = 5"
    assert "minutes_days = 5" in seeded.ok("settings")
    assert seeded.ok("settings", "minutes_days", "") == "minutes_days = 2"
    for argv in (("minute_days", "5"), ("minutes_days", "99"), ("minute_days",)):
        answer = seeded("settings", *argv)
        assert (answer.exit_code, len(answer.errors), answer.out) == (2, 1, "")
