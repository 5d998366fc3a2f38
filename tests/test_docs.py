"""The pages that are made from the code say what the code says today."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.structures import load_structure
from phases.commands import COMMANDS
from phases.rules import RULES
from scripts.docs import PAGES, ROOT, main
from scripts.structures_page import EXAMPLE, PARTS


@pytest.mark.parametrize("name", PAGES)
def test_a_made_page_is_up_to_date(name: str) -> None:
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == PAGES[name](), "run: make docs"


def test_every_command_and_every_rule_has_its_place() -> None:
    commands, rules = PAGES["commands.md"](), PAGES["rules.md"]()
    assert all(f"## `{command.name}`\n" in commands for command in COMMANDS)
    assert all(f"| {rule.id} | {rule.priority} |" in rules for rule in RULES)


def test_it_is_told_which_blocks_a_reason_passes_and_that_the_others_have_none() -> None:
    told = " ".join(PAGES["rules.md"]().split())
    passed = " and ".join(rule.id for rule in RULES if rule.override)
    assert f"`--reason` passes {passed} alone" in told
    assert "no other block lets a reason pass" in told


@pytest.mark.parametrize("part", PARTS)
def test_every_key_of_a_structure_file_is_told(part: str) -> None:
    model, keys = PARTS[part]
    assert list(keys) == list(model.model_fields)


def test_the_example_of_a_structure_file_can_be_used(tmp_path: Path) -> None:
    path = tmp_path / "short-talk.toml"
    path.write_text(EXAMPLE, encoding="utf-8")
    shape = load_structure(path)
    assert (shape.id, shape.total_s) == ("short-talk", 20 * 60)
    assert set(shape.title) == {"nb"}


def test_writing_again_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(tmp_path)
    assert capsys.readouterr().out == "".join(f"docs/{name}\n" for name in PAGES)
    main(tmp_path)
    assert capsys.readouterr().out == ""
