"""Reading a structure file: what is wrong is told with file, line, key and the nearest right key.

The rows named are those of the table of bad inputs that the project was planned with (40 to 47).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from data.structures import load_structure
from tests.data.structure_files import GOOD, Write, line_of, refused


def test_a_good_file_is_read(write: Write) -> None:
    made = load_structure(write(GOOD))
    assert [phase.id for phase in made.phases] == ["welcome", "closing"]
    assert made.phase("closing").title["nn"] == "Avslutning"


def test_a_file_with_a_mark_in_front_and_windows_line_ends_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert load_structure(path).id == "mine"


@pytest.mark.parametrize(
    ("broken", "line", "column"),
    [
        ('id = "mine"\nversion = = 1\n', 2, 11),
        ('id = "mine"\nid = "twice"\n', 2, None),
        ("minutes = null\n", 1, 11),
        ('id = "mine"\n\ntitle = "unclosed', 3, None),
        ('id = "\x1b[31m"\n', 1, 7),
    ],
)
def test_broken_toml_gives_line_and_column(
    write: Write, broken: str, line: int, column: int | None
) -> None:
    """Row 40."""
    error = refused(write(broken))
    assert error.code == "structure-syntax"
    assert error.exit_code == 2
    assert error.first.line == line
    assert column is None or error.first.column == column
    assert str(error).startswith(f"mine.toml:{line}:")


@pytest.mark.parametrize(
    "text", ["x = " + "[" * 50_000, "[" * 50_000, "minutes = " + "9" * 5_000, "x = 0x" + "f" * 5000]
)
def test_what_would_bring_the_parser_down_is_an_error_like_any_other(
    write: Write, text: str
) -> None:
    """Row 40."""
    assert refused(write(text)).exit_code == 2


def phases(count: int, minutes: int) -> str:
    """A structure file of so many phases of so many minutes each."""
    head, one, _ = GOOD.split("[[phases]]")
    return head + "".join(
        "[[phases]]" + one.replace("welcome", f"p{n}").replace("= 5", f"= {minutes}")
        for n in range(count)
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (GOOD.split("[[phases]]", maxsplit=1)[0], "missing"),
        (GOOD.split("[[phases]]", maxsplit=1)[0] + "phases = []", "few"),
        (phases(200, 5), "many"),
        (phases(4, 480), "too-long"),
    ],
)
def test_no_phases_too_many_or_more_than_24_hours_is_refused(
    write: Write, text: str, kind: str
) -> None:
    """Row 41."""
    error = refused(write(text))
    assert (error.first.kind, error.first.key) == (kind, "phases")


@pytest.mark.parametrize(
    "value", ["-5", "0", "481", '"fem"', '"5"', "nan", "inf", "1e999", "5.5", "true", "2026-01-01"]
)
def test_bad_minutes_are_told_with_their_path_and_line(write: Write, value: str) -> None:
    """Row 42 (TOML has no null: that one is a syntax error)."""
    text = phases(5, 5).replace('id = "p3"\nminutes = 5', f'id = "p3"\nminutes = {value}')
    error = refused(write(text))
    assert len(error.problems) == 1
    assert error.first.key == "phases[3].minutes"
    assert error.first.line == line_of(text, f"minutes = {value}")
    assert error.code == "structure-minutes"
    assert "whole number from 1 to 480" in str(error)


def test_two_phases_with_the_same_id_are_refused_at_the_second(write: Write) -> None:
    """Row 43."""
    text = GOOD.replace('"closing"', '"welcome"')
    error = refused(write(text))
    assert error.first.key == "phases[1].id"
    assert error.first.line == text[: text.rindex('id = "welcome"')].count("\n") + 1


def test_phases_have_no_next_that_could_point_nowhere_or_in_a_circle(write: Write) -> None:
    """Row 43: the order is the order in the file."""
    error = refused(write(GOOD.replace("minutes = 5", 'minutes = 5\nnext = "nowhere"', 1)))
    assert (error.first.kind, error.first.key) == ("unknown-key", "phases[0].next")


def test_minutes_for_a_phase_that_is_not_there_are_refused(write: Write) -> None:
    """Row 43."""
    text = GOOD.replace("[[phases]]", "[single_service_minutes]\nclosin = 5\n[[phases]]", 1)
    error = refused(write(text))
    assert error.first.key == "single_service_minutes.closin"
    assert error.first.nearest == "closing"
    assert error.first.line == line_of(text, "closin = 5")


@pytest.mark.parametrize(
    ("right", "wrong", "key", "nearest"),
    [
        ("minutes", "mintues", "phases[0].mintues", "minutes"),
        ("purpose.nn", "purpos.nn", "phases[0].purpos", "purpose"),
        ("activity_label", "activty_label", "activty_label", "activity_label"),
        ("act =", "akt =", "phases[0].floor[0].akt", "act"),
        ('"leader"', '"leadre"', "phases[0].floor[0].who", "leader"),
        ("title.nn", "title.nm", "title.nm", "nn"),
    ],
)
def test_a_misspelt_key_or_word_is_told_once_with_what_was_meant(
    write: Write, right: str, wrong: str, key: str, nearest: str
) -> None:
    """Row 44."""
    text = GOOD.replace(right, wrong, 1)
    error = refused(write(text))
    assert len(error.problems) == 1
    assert (error.first.key, error.first.nearest) == (key, nearest)
    assert error.first.line == line_of(text, wrong)
    assert str(error).endswith(f"did you mean {nearest}?")


@pytest.mark.parametrize(
    "literal",
    ["[red]", "[/]", "[@click=app.quit]", "{0.__class__}", "%s", "${HOME}", "=cmd|' /C calc'!A0"],
)
def test_markup_and_placeholders_are_only_text(write: Write, literal: str) -> None:
    """Rows 45 and 46."""
    made = load_structure(write(GOOD.replace('"Velkomen"', f'"{literal}"')))
    assert made.phase("welcome").title["nn"] == literal


def test_yaml_is_no_format_of_ours(tmp_path: Path, write: Write) -> None:
    """Row 47: not by its name, and not inside a .toml either."""
    yaml = "phases: !!python/object/apply:os.system ['true']\n"
    (tmp_path / "mine.yaml").write_text(yaml, encoding="utf-8")
    assert refused(tmp_path / "mine.yaml").code == "structure-not-toml"
    assert refused(write(yaml)).code == "structure-syntax"


def test_a_control_character_written_as_an_escape_is_refused_and_not_shown(write: Write) -> None:
    error = refused(write(GOOD.replace('"Velkomen"', '"\\u001b[31mHei"')))
    assert error.first.key == "phases[0].title.nn"
    assert "\x1b" not in error.first.value
    assert not any("\x1b" in part for part in error.args_.values())


def test_all_faults_are_told_in_the_order_of_the_file(write: Write) -> None:
    text = GOOD.replace("minutes = 5", "minutes = 0").replace("version = 1", 'version = "one"')
    error = refused(write(text))
    keys = [problem.key for problem in error.problems]
    assert keys == ["version", "phases[0].minutes", "phases[1].minutes"]
    assert str(error).endswith("(and 2 more)")
    assert error.args_["line"] == "2"


@pytest.mark.parametrize(
    ("typed", "key", "kind", "value"),
    [
        ("thresholds = [0.2, 7]", "phases[0].thresholds[1]", "share", "7"),
        ("thresholds = [0.1, 0.2]", "phases[0].thresholds", "thresholds", ""),
        ("droppable = 1", "phases[0].droppable", "type", "1"),
        ("settle = true", "phases[0].settle", "type", "true"),
        ("settle = { choice = 1 }", "phases[0].settle", "type", ""),
        ('settle = ["choice", "choice"]', "phases[0].settle[1]", "doubled", ""),
        ("round = true", "phases[0].round", "round", ""),
    ],
)
def test_each_kind_of_fault_has_its_key_and_shows_only_a_plain_value(
    write: Write, typed: str, key: str, kind: str, value: str
) -> None:
    text = GOOD.replace("minutes = 5", f"minutes = 5\n{typed}", 1)
    first = refused(write(text)).first
    assert (first.key, first.kind, first.value) == (key, kind, value)
    assert first.line == line_of(text, typed)


def test_a_very_long_wrong_value_is_cut(write: Write) -> None:
    error = refused(write(GOOD.replace("minutes = 5", f'minutes = "{"x" * 5000}"', 1)))
    assert len(error.first.value) == 40


def test_a_huge_number_is_named_and_not_written_out(write: Write) -> None:
    error = refused(write(GOOD.replace("minutes = 5", "minutes = 0x" + "f" * 5000, 1)))
    assert error.first.value == "a huge number"
