"""The pages that are made from the code say what the code says today."""

from __future__ import annotations

from pathlib import Path

import pytest

from phases.commands import COMMANDS
from phases.rules import RULES
from scripts.docs import PAGES, ROOT, main


@pytest.mark.parametrize("name", PAGES)
def test_a_made_page_is_up_to_date(name: str) -> None:
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == PAGES[name](), "run: make docs"


def test_every_command_and_every_rule_has_its_place() -> None:
    commands, rules = PAGES["commands.md"](), PAGES["rules.md"]()
    assert all(f"## `{command.name}`\n" in commands for command in COMMANDS)
    assert all(f"| {rule.id} | {rule.priority} |" in rules for rule in RULES)


def test_it_is_told_which_blocks_a_reason_passes_and_that_the_others_have_none() -> None:
    told = " ".join(PAGES["rules.md"]().split())
    [passed] = [rule.id for rule in RULES if rule.override]
    assert f"`--reason` passes {passed} alone" in told
    assert "no other block lets a reason pass" in told


def test_writing_again_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(tmp_path)
    assert capsys.readouterr().out == "docs/commands.md\ndocs/rules.md\n"
    main(tmp_path)
    assert capsys.readouterr().out == ""
