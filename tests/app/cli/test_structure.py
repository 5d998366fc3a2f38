"""`structure`: what there is, what is in it, whether one's own can be used, and making one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from data.structures.own import FOLDER
from tests.app.cli.harness import Shell

SHIPPED = "bti-individual"


def own(shell: Shell, name: str = "mine") -> Path:
    """A structure of the vault's own."""
    return Path(shell.ok("structure", "new", name, "--from", SHIPPED))


def change(path: Path, old: str, new: str) -> int:
    """Replace it where it stands first; the number of the line."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_a_structure_is_made_listed_shown_and_planned_by(shell: Shell) -> None:
    path = own(shell)
    assert path == shell.vault / FOLDER / "mine.toml"
    change(path, "minutes = 10", "minutes = 12")
    listed = shell.ok("structure", "list").splitlines()
    line = " ".join(listed[-1].split())
    assert line == "mine 47 min 5 5 12 5 10 5 5 BTI meeting about one child (a copy) your own"
    assert not listed[0].endswith("your own")
    assert "3. Clarifying round (clarifying), 12 min" in shell.ok("structure", "show", "mine")
    assert shell.ok("structure", "check", str(path)) == "mine: 7 parts, 47 min"
    shell.ok("case", "new", "ELEV-B", "--structure", "mine")
    shell.ok("meeting", "plan", "ELEV-B", "--at", "i dag 13:00")
    assert "Clarifying round" in shell.ok("--lang", "en", "case", "show", "ELEV-B")


def test_a_script_may_name_one_of_the_vaults_own(shell: Shell) -> None:
    own(shell)
    script = shell.home / "script.txt"
    script.write_text("case-new structure=mine\nmeeting-plan\n", encoding="utf-8")
    assert '"structure": "mine"' in shell.ok("play", str(script), "--json")


def test_show_tells_whose_rows_a_form_has_in_the_words_of_the_unit(shell: Shell) -> None:
    told = shell.ok("--lang", "nn", "structure", "show", "meeting-1", "--unit", "kindergarten")
    assert "Situasjonen no (Barnehagen, Barnet, Føresette, Andre × Skildring)" in told


def test_show_draws_the_minutes_as_bars_and_says_who_has_the_floor(shell: Shell) -> None:
    told = shell.ok("--lang", "nn", "structure", "show", SHIPPED, "--unit", "kindergarten")
    lines = told.splitlines()
    assert lines[0].endswith("45 min")
    assert [each.strip() for each in lines[1].strip("│").split("│")] == [
        "5", "5", "10", "5", "10", "5", "5",
    ]  # fmt: skip
    assert len(lines[1]) <= 80
    assert "   " + "█" * 10 in lines
    assert "familien fortel, den pedagogiske leiaren fortel" in told
    assert "(éin gong for kvar teneste)" in told


def test_a_broken_one_is_named_and_stops_nothing(shell: Shell) -> None:
    path = own(shell)
    own(shell, "whole")
    line = change(path, "minutes = 5", "mintues = 5")
    answer = shell("structure", "list")
    assert answer.exit_code == 0
    assert [line.split()[0] for line in answer.out.splitlines() if "min " in line][-1] == "whole"
    assert "Can't be used:" in answer.out
    told = f"mine.toml:{line}: phases[0].mintues: is not a known key; did you mean minutes?"
    assert f"  {told}" in answer.out.splitlines()
    shell.ok("case", "new", "ELEV-B", "--structure", "whole")
    for asked in (("structure", "show", "mine"), ("case", "new", "ELEV-C", "--structure", "mine")):
        refused = shell(*asked)
        assert refused.exit_code == 2
        assert told in refused.err
        assert len(refused.errors) == 1


def test_a_meeting_goes_on_though_its_structure_was_broken_since(shell: Shell) -> None:
    path = own(shell)
    shell.ok("case", "new", "ELEV-B", "--structure", "mine")
    shell.ok("meeting", "plan", "ELEV-B", "--at", "i dag 13:00")
    path.write_text("nothing of use", encoding="utf-8")
    assert shell.ok("status", "ELEV-B")
    shell.ok("meeting", "plan", "ELEV-B", "--place", "Rom 2")
    path.unlink()
    assert shell.ok("case", "show", "ELEV-B")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nn", "phases[0].mintues: finst ikkje her; meinte du minutes?"),
        ("nb", "phases[0].mintues: finnes ikke her; mente du minutes?"),
        ("en", "phases[0].mintues: is not a known key; did you mean minutes?"),
    ],
)
def test_check_tells_every_fault_with_its_line_in_the_language(
    shell: Shell, language: str, told: str
) -> None:
    path = own(shell)
    line = change(path, "minutes = 5", "mintues = 5")
    change(path, "minutes = 10", "minutes = -3")
    for asked in (str(path), "mine"):
        answer = shell("--lang", language, "structure", "check", asked)
        assert answer.exit_code == 2
        assert answer.out == ""
        assert answer.errors[0] == f"viddevakt: mine.toml:{line}: {told}"
        assert len(answer.errors) == 2
        assert "phases[2].minutes" in answer.errors[1]
        assert "-3" in answer.errors[1]


def test_check_of_a_file_that_isnt_there_says_so(shell: Shell) -> None:
    for asked in ("nowhere.toml", "nowhere"):
        answer = shell("structure", "check", asked)
        assert answer.exit_code == 3
        assert len(answer.errors) == 1


def test_more_than_an_hour_warns_and_can_be_used(shell: Shell) -> None:
    path = own(shell)
    change(path, "minutes = 10", "minutes = 30")
    answer = shell("structure", "check", "mine")
    assert answer.exit_code == 0
    assert answer.out == "mine: 7 parts, 65 min\n"
    assert answer.errors[0].startswith("viddevakt: R-P5: ")
    # A limit of one's own tells when to warn in the meeting, and not what an hour is to a family.
    change(path, "limit_minutes = 60", "limit_minutes = 90")
    [told] = shell("structure", "check", "mine").errors
    assert "60" in told


def test_texts_in_one_language_are_enough_and_it_is_told_that_another_stands_in(
    shell: Shell,
) -> None:
    path = own(shell)
    lines = path.read_text("utf-8").split("\n")
    path.write_text("\n".join(x for x in lines if not x.startswith("title.en")), encoding="utf-8")
    answer = shell("structure", "check", "mine")
    assert answer.exit_code == 0
    told = "English: 8 texts are missing; another language stands in"
    assert answer.errors == [f"viddevakt: {told}"]
    assert told in shell.ok("--lang", "en", "structure", "show", "mine").splitlines()


def test_a_name_is_refused_with_one_to_use(shell: Shell) -> None:
    for name, code, advice in (
        ("Møte på SFO", "structure-id", "mote-pa-sfo"),
        (SHIPPED, "structure-taken", ""),
        ("…", "structure-id", "my-meeting"),
    ):
        answer = shell("structure", "new", name, "--from", SHIPPED)
        assert answer.exit_code == 2
        assert code in answer.err
        assert advice in answer.err
    assert shell("structure", "new", "mine", "--from", "nothing").exit_code == 2
    assert shell("structure", "new", "mine").exit_code == 2
    own(shell)
    assert shell("structure", "new", "mine", "--from", SHIPPED).exit_code == 2


def test_a_chain_that_leads_back_is_told_and_one_meeting_again_and_again_is_not(
    shell: Shell,
) -> None:
    """Row 43."""
    path = own(shell)
    change(path, "version = 1", 'version = 1\nnext_structure = "mine"')
    assert shell("structure", "check", "mine").errors == []
    second = path.with_name("mine-2.toml")
    second.write_text(path.read_text("utf-8").replace('id = "mine"', 'id = "mine-2"'), "utf-8")
    change(path, 'next_structure = "mine"', 'next_structure = "mine-2"')
    [told] = shell("structure", "check", "mine").errors
    assert "next_structure: leads back to this one" in told
    assert "mine – mine-2 – mine" in told


def test_a_next_meeting_that_is_not_there_is_told_and_hinders_nothing(shell: Shell) -> None:
    path = own(shell)
    change(path, "version = 1", 'version = 1\nnext_structure = "mine-2"')
    answer = shell("structure", "check", str(path))
    assert answer.exit_code == 0
    [told] = answer.errors
    assert told.startswith("viddevakt: mine.toml:")
    assert "next_structure: names no meeting structure that is there (it says mine-2)" in told
    line = int(told.split(":")[2])
    assert path.read_text("utf-8").split("\n")[line - 1] == 'next_structure = "mine-2"'
    change(path, '"mine-2"', '"meting-2"')
    [told] = shell("structure", "check", str(path)).errors
    assert told.endswith("did you mean meeting-2?")
    change(path, '"meting-2"', '"mine-2"')
    change(path, '"mine-2"', '"meeting-2"')
    assert shell("structure", "check", str(path)).errors == []


def test_a_bare_text_is_told_to_say_in_which_language(shell: Shell) -> None:
    path = own(shell)
    text = path.read_text("utf-8")
    first = text.index("title.nn")
    lines = text[first:].split("\n")
    path.write_text(text[:first] + "\n".join(['title = "Mål"', *lines[3:]]), encoding="utf-8")
    answer = shell("structure", "check", "mine")
    assert answer.exit_code == 2
    assert re.search(
        r"mine\.toml:\d+: title: must say in which language .*Mål.*did you mean title\.nb\?",
        answer.errors[0],
    )


@pytest.mark.parametrize(("language", "told"), [("nn", "ein kopi"), ("en", "a copy")])
def test_a_copy_says_so_in_its_title_and_its_first_line(
    shell: Shell, language: str, told: str
) -> None:
    path = Path(shell.ok("--lang", language, "structure", "new", "mine", "--from", SHIPPED))
    lines = path.read_text("utf-8").split("\n")
    assert told in lines[0].lower()
    assert f"({told})" in shell.ok("--lang", language, "structure", "list")
    # What ships is explained in English: elsewhere those remarks make room.
    explained = any("S3-0" in line for line in lines if line.startswith("#"))
    assert explained is (language == "en")
    assert shell("structure", "check", "mine").exit_code == 0
