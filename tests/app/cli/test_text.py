"""`text`, and the texts of a planned meeting from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.cli.harness import Shell, raw_controls

SUMMONED = ("meeting", "plan", "ELEV-A", "--at", "i morgon 13:00", "--place", "Rom 2")


def summoned(shell: Shell) -> None:
    shell.ok("--lang", "nn", *SUMMONED, "--purpose", "Get further together")


def test_a_text_is_listed_copied_worded_anew_checked_and_used(seeded: Shell) -> None:
    summoned(seeded)
    assert "your own" not in seeded.ok("text", "list")
    path = Path(seeded.ok("text", "new", "reminder-sms.en"))
    assert path == seeded.vault / "texts" / "reminder-sms.en.txt"
    assert path.stat().st_mode & 0o777 == 0o600
    path.write_text("See you {{ day }} at {{ time }}. {{ sender }}", encoding="utf-8")
    assert "See you" in seeded.ok("text", "show", "reminder-sms.en")
    assert "Eksempelvik" in seeded.ok("text", "check", "reminder-sms.en")
    assert "your own" in seeded.ok("text", "list")
    (seeded.home / "settings.toml").write_text('sender = "Sund skule"\n', encoding="utf-8")
    assert seeded.ok("meeting", "reminder", "ELEV-A").endswith("at 13:00. Sund skule")
    again = seeded("text", "new", "reminder-sms.en")
    assert (again.exit_code, len(again.errors)) == (2, 1)


def test_what_is_wrong_is_told_by_file_and_line_with_the_right_name(seeded: Shell) -> None:
    summoned(seeded)
    path = Path(seeded.ok("text", "new", "reminder-sms.en"))
    path.write_text("Hello\n{{ plaec }}\n{{ purpose }}", encoding="utf-8")
    found = seeded("text", "check", "reminder-sms.en")
    assert (found.exit_code, found.out) == (2, "")
    assert found.errors == [
        "viddevakt: reminder-sms.en.txt:2: plaec: is no name that this text is given; "
        "did you mean place?",
        "viddevakt: reminder-sms.en.txt:3: purpose: isn't given to SMS and e-mail, "
        "which others can read on the way",
    ]
    before = seeded.bytes()
    used = seeded("meeting", "reminder", "ELEV-A")
    assert (used.exit_code, len(used.errors), used.out) == (2, 1, "")
    assert "plaec" in used.err
    assert seeded.bytes() == before


def test_a_name_that_is_none_is_told_with_the_nearest(shell: Shell) -> None:
    for verb in ("show", "new", "check"):
        found = shell("text", verb, "remindersms.nn")
        assert (found.exit_code, len(found.errors)) == (2, 1)
        assert "reminder-sms.nn" in found.err
    missing = shell("text", "check", "nowhere/summons.nn.txt")
    assert (missing.exit_code, len(missing.errors)) == (3, 1)
    assert not shell.vault.exists()


def test_a_wording_that_tells_too_much_or_needs_another_alphabet_is_warned_of(
    shell: Shell,
) -> None:
    path = shell.home / "reminder-sms.nn.txt"
    path.write_text("BTI-møte om eleven Šárka {{ time }}", encoding="utf-8")
    found = shell("text", "check", str(path))
    assert found.exit_code == 0
    assert "BTI, eleven" in found.errors[0]
    assert "of 70 characters" in found.errors[1]
    assert "Š" in found.errors[1]
    path.write_text("Ring 01010750160 {{ time }}", encoding="utf-8")
    assert "R-S2" in shell("text", "check", str(path)).err


def test_a_strange_file_beside_ones_own_is_listed_as_such(shell: Shell) -> None:
    folder = shell.vault / "texts"
    folder.mkdir(parents=True)
    (folder / "summons.nn.text.txt").write_text("x", encoding="utf-8")
    assert "did you mean summons.nn.txt?" in shell.ok("text", "list")


def test_a_reminder_is_in_the_readers_language_and_by_their_channel(seeded: Shell) -> None:
    summoned(seeded)
    seeded.ok("participant", "edit", "ELEV-A", "Mor", "--language", "nb", "--channel", "e-mail")
    mail = seeded.ok("meeting", "reminder", "ELEV-A", "--for", "Mor")
    assert mail.startswith("Emne: Møte ")
    assert "Hilsen skolen" in seeded.ok(
        "meeting", "reminder", "ELEV-A", "--for", "Mor", "--channel", "sms"
    )
    assert "From the school" in seeded.ok("meeting", "reminder", "ELEV-A")


@pytest.mark.parametrize(
    ("asked", "spoken", "hello"),
    [
        ((), "nb", "Du er kalt inn"),
        ((), "", "Du er kalla inn"),
        (("--lang", "en"), "nb", "You are"),
        (("--lang", "nn"), "en", "Du er kalla inn"),
    ],
)
def test_what_is_asked_for_comes_before_the_readers_language_and_that_before_the_logs(
    seeded: Shell, asked: tuple[str, ...], spoken: str, hello: str
) -> None:
    summoned(seeded)
    seeded.ok("case", "set", "ELEV-A", "--language", "nn")
    if spoken:
        seeded.ok("participant", "edit", "ELEV-A", "Mor", "--language", spoken)
    report = ("report", "ELEV-A", "--kind", "summons", "--for", "Mor")
    assert hello in seeded.ok(*asked, *report)
    assert hello in seeded.ok(*report, *asked)


@pytest.mark.parametrize("language", ["nn", "nb", "en"])
def test_a_summons_is_refused_until_it_says_why_and_where(seeded: Shell, language: str) -> None:
    refused = seeded("--lang", language, "report", "ELEV-A", "--kind", "summons")
    assert (refused.exit_code, len(refused.errors), refused.out) == (9, 1, "")
    assert "R-P6" in refused.err
    summoned(seeded)
    text = seeded.ok("--lang", language, "report", "ELEV-A", "--kind", "summons", "--for", "Mor")
    assert "Get further together" in text
    assert "Rom 2" in text


def test_hostile_text_in_the_plan_stays_text(seeded: Shell) -> None:
    seeded.ok(
        *("meeting", "plan", "ELEV-A", "--at", "i morgon 13:00"),
        *("--place", "{{ 7*7 }} \x1b]52;c;x\x07", "--purpose", "{% include '/etc/passwd' %} [/]"),
    )
    for argv in (
        ("meeting", "reminder", "ELEV-A"),
        ("report", "ELEV-A", "--kind", "summons"),
        ("report", "ELEV-A", "--kind", "reminder"),
    ):
        out = seeded.ok(*argv)
        assert "{{ 7*7 }}" in out
        assert raw_controls(out) == []


def test_without_a_planned_meeting_there_is_no_text(shell: Shell) -> None:
    shell.ok("case", "new", "ELEV-B")
    for argv in (("meeting", "reminder", "ELEV-B"), ("report", "ELEV-B", "--kind", "invitation")):
        refused = shell(*argv)
        assert (refused.exit_code, len(refused.errors), refused.out) == (2, 1, "")
