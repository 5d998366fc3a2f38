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
from tests.app.cli.done import add, document
from tests.app.cli.harness import Shell

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
