"""What the project says about itself is true: dependencies, locks and licence."""

from __future__ import annotations

import re
import subprocess
import tomllib
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from hatchling.builders.wheel import WheelBuilder

from scripts.translations import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^\w-]", requirement)[0] for requirement in requirements}


def test_every_dependency_has_its_reason_written_down() -> None:
    said = set(re.findall(r"[\w-]+", (ROOT / "docs" / "dependencies.md").read_text("utf-8")))
    document = project()
    wanted = names(document["project"]["dependencies"])
    for group in document["dependency-groups"].values():
        wanted |= names(group)
    assert wanted - said == set()


def test_the_build_asks_for_what_its_group_locks() -> None:
    document = project()
    assert document["build-system"]["requires"] == document["dependency-groups"]["build"]


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_by_hash_and_names_no_place(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    pins = re.findall(r"^([\w.-]+)==\S+.*\\$", text, flags=re.MULTILINE)
    assert len(pins) == len(re.findall(r"^[\w.-]+", text, flags=re.MULTILINE))
    assert text.count("--hash=sha256:") >= len(pins)
    assert "/" not in re.sub(r"# (via )?-c .*", "", text)
    document = project()
    locked = {pin.lower() for pin in pins}
    assert names(document["project"]["dependencies"]) <= locked


def test_both_locks_agree_on_every_version() -> None:
    versions = [
        dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / name).read_text("utf-8"), flags=re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    ]
    run, dev = versions
    assert {name: dev.get(name) for name in run} == run


def test_the_wheel_holds_what_the_program_reads_and_no_more(tmp_path: Path) -> None:
    [wheel] = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    names_inside = zipfile.ZipFile(wheel).namelist()
    outside = {name.partition("/")[0] for name in names_inside} - {"app", "phases", "data"}
    assert all(name.endswith(".dist-info") for name in outside)
    wanted = {
        path.relative_to(ROOT).as_posix()
        for pattern in (
            "app/**/*.py",
            "app/**/*.tcss",
            "app/papers/formats/paper.*",
            "phases/**/*.py",
            "data/**/*.py",
            "data/structures/*.toml",
            "data/calendars/*",
            "data/demo/*",
            "data/translations/*/LC_MESSAGES/*.mo",
        )
        for path in ROOT.glob(pattern)
        if path.is_file()
    }
    assert len([name for name in wanted if name.endswith(".mo")]) == 2
    templates = {name.rpartition(".")[2] for name in wanted if "/formats/paper." in name}
    assert templates == {"css", "html", "typ"}
    assert wanted - set(names_inside) == set()
    shipped = [name for name in names_inside if ".dist-info/" not in name]
    assert not [name for name in shipped if name.endswith((".po", ".pot", ".pyc"))]
    lists = [name for name in shipped if name.startswith("data/translations/")]
    assert not [name for name in lists if name.endswith(".txt")]
    assert "data/demo/nn.txt" in shipped


def test_make_says_each_step_of_installing_before_it_takes_its_time() -> None:
    recipe = subprocess.run(
        ["make", "--dry-run", "--always-make", "run"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout.splitlines()
    slow = [place for place, line in enumerate(recipe) if " -m venv " in line or "pip inst" in line]
    assert len(slow) == 3
    assert all(recipe[place - 1].startswith("echo '") for place in slow)
