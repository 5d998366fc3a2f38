"""Structures of a vault's own: found beside those that ship, and never in their way."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest

from data.errors import UsageError
from data.structures import StructureError, own, shipped
from data.structures.making import CopyWords, nearest_id, new_structure
from data.structures.own import FOLDER, MOST, KnownStructures, known, read_own

SHIPPED = "bti-individual"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return tmp_path / "vault"


def made(vault: Path, name: str = "mine") -> Path:
    """A structure of one's own, copied from the one that ships."""
    return new_structure(known(vault), SHIPPED, name)


def write(vault: Path, name: str, text: str) -> Path:
    folder = vault / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_without_any_of_its_own_a_vault_has_those_that_ship(vault: Path) -> None:
    found = known(vault)
    assert set(found) == set(shipped())
    assert len(found) == len(shipped())
    assert found.faults() == ()
    assert not found.is_own(SHIPPED)
    assert not vault.exists()


def test_a_copy_keeps_every_line_but_the_id(vault: Path) -> None:
    path = made(vault)
    ours, theirs = path.read_text(encoding="utf-8"), shipped().file(SHIPPED).read_text("utf-8")
    differ = [(a, b) for a, b in zip(ours.split("\n"), theirs.split("\n"), strict=True) if a != b]
    assert differ == [('id = "mine"', f'id = "{SHIPPED}"')]
    found = known(vault)
    assert found["mine"].phases == found[SHIPPED].phases
    assert found.is_own("mine")
    assert tuple(found)[-1] == "mine"


TOLD = CopyWords(("Ein kopi",), "Del {number}", {"nn": "ein kopi", "en": "a copy"}, False)


def test_a_copy_says_that_it_is_one_and_explains_itself_in_ones_own_language(vault: Path) -> None:
    path = new_structure(known(vault), SHIPPED, "mine", TOLD)
    lines = path.read_text(encoding="utf-8").split("\n")
    remarks = [line for line in lines if line.startswith("#")]
    parts = len(shipped()[SHIPPED].phases)
    assert remarks == ["# Ein kopi", *(f"# Del {n}" for n in range(1, parts + 1))]
    theirs, ours = shipped()[SHIPPED], known(vault)["mine"]
    assert ours.title["nn"] == f"{theirs.title['nn']} (ein kopi)"
    assert ours.title["nb"] == theirs.title["nb"]
    assert ours.phases == theirs.phases


def test_a_copy_of_ones_own_keeps_its_remarks_and_says_copy_once(vault: Path) -> None:
    new_structure(known(vault), SHIPPED, "mine", TOLD)
    told = TOLD._replace(keeps_remarks=True)
    path = new_structure(known(vault), "mine", "mine-too", told)
    assert "# Del 2" in path.read_text(encoding="utf-8").split("\n")
    assert known(vault)["mine-too"].title == known(vault)["mine"].title


def test_a_title_that_is_full_stays_as_it_is(vault: Path) -> None:
    path = new_structure(known(vault), SHIPPED, "mine")
    long = "x" * 60
    text = re.sub(r'^title\.nn = ".*"$', f'title.nn = "{long}"', path.read_text("utf-8"), count=1,
                  flags=re.MULTILINE)  # fmt: skip
    path.write_text(text, encoding="utf-8")
    new_structure(known(vault), "mine", "mine-too", TOLD)
    assert known(vault)["mine-too"].title["nn"] == long


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the rights of the profile")
def test_a_copy_is_for_its_owner_alone(vault: Path) -> None:
    old = os.umask(0)
    try:
        path = made(vault)
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(vault.stat().st_mode) == 0o700


def test_a_copy_of_a_copy_is_made_as_well(vault: Path) -> None:
    made(vault)
    new_structure(known(vault), "mine", "mine-too")
    assert known(vault)["mine-too"].id == "mine-too"


def test_nothing_that_is_there_is_overwritten(vault: Path) -> None:
    path = made(vault)
    path.write_text("mine alone", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        made(vault)
    assert caught.value.code == "structure-exists"
    assert path.read_text(encoding="utf-8") == "mine alone"


def test_a_link_to_nowhere_isnt_followed(vault: Path, tmp_path: Path) -> None:
    (vault / FOLDER).mkdir(parents=True)
    (vault / FOLDER / "mine.toml").symlink_to(tmp_path / "elsewhere.toml")
    with pytest.raises(UsageError):
        made(vault)
    assert not (tmp_path / "elsewhere.toml").exists()


@pytest.mark.parametrize("typed", ["", "Mine", "my meeting", "../mine", "møte", "con", "a" * 41])
def test_a_name_that_isnt_an_id_is_refused_with_one_that_is(vault: Path, typed: str) -> None:
    with pytest.raises(UsageError) as caught:
        made(vault, typed)
    assert caught.value.code == "structure-id"
    assert not vault.exists()


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("Møte på SFO", "mote-pa-sfo"),
        ("  2. møte ", "mote"),
        ("Ærlig/samtale", "aerlig-samtale"),
        ("con", ""),
        ("…", ""),
        ("x" * 60, "x" * 40),
    ],
)
def test_the_nearest_id_looks_like_what_was_typed(typed: str, nearest: str) -> None:
    assert nearest_id(typed) == nearest


def test_an_id_that_ships_is_refused_for_a_new_one_and_for_a_file(vault: Path) -> None:
    with pytest.raises(UsageError) as caught:
        made(vault, SHIPPED)
    assert caught.value.code == "structure-taken"
    path = write(vault, f"{SHIPPED}.toml", shipped().file(SHIPPED).read_text("utf-8"))
    with pytest.raises(StructureError) as refused:
        read_own(path, known(vault).shipped_ids)
    assert refused.value.first.kind == "id-taken"
    found = known(vault)
    assert found[SHIPPED] == shipped()[SHIPPED]
    assert not found.is_own(SHIPPED)
    assert [fault.first.kind for fault in found.faults()] == ["id-taken"]


def test_a_broken_one_is_as_if_it_werent_there_and_is_told_of(vault: Path) -> None:
    made(vault)
    write(vault, "broken.toml", 'id = "broken"\nversion = \n')
    write(vault, "other.toml", (vault / FOLDER / "mine.toml").read_text("utf-8"))
    write(vault, ".hidden.toml", "not a structure")
    write(vault, "mine.toml~", "an editor's copy")
    found = known(vault)
    assert set(found) == {*shipped(), "mine"}
    assert "broken" not in found
    assert found.get("broken") is None
    with pytest.raises(KeyError):
        found["broken"]
    told = {f.path.name: (f.first.kind, f.first.line) for f in found.faults()}
    assert told == {"broken.toml": ("syntax", 2), "other.toml": ("id-file", told_line(vault))}
    fault = found.fault("broken")
    assert fault is not None
    assert fault.exit_code == 2


def told_line(vault: Path) -> int:
    lines = (vault / FOLDER / "mine.toml").read_text("utf-8").split("\n")
    return lines.index('id = "mine"') + 1


def test_an_id_from_a_log_never_leads_out_of_the_folder(vault: Path) -> None:
    made(vault)
    outside = write(vault.parent / "x", "evil.toml", "")
    assert known(vault).get(f"../../x/{FOLDER}/{outside.stem}") is None


def test_one_id_reads_one_file(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(vault)
    made(vault, "mine-too")
    read: list[str] = []

    def counted(path: Path, taken: tuple[str, ...]) -> object:
        read.append(path.name)
        return read_own(path, taken)

    monkeypatch.setattr(own, "read_own", counted)
    found = known(vault)
    assert found[SHIPPED].id == SHIPPED
    assert read == []
    assert found["mine"].id == "mine"
    assert found["mine"].id == "mine"
    assert read == ["mine.toml"]


def test_a_folder_that_cant_be_read_is_told_of_and_stops_nothing(vault: Path) -> None:
    vault.mkdir()
    (vault / FOLDER).write_text("a file in its place", encoding="utf-8")
    found = known(vault)
    assert set(found) == set(shipped())
    assert [(f.first.kind, f.exit_code) for f in found.faults()] == [("unreadable", 3)]


def test_too_many_are_told_of_and_the_first_ones_read(vault: Path) -> None:
    made(vault, "a")
    for number in range(MOST):
        write(vault, f"b{number}.toml", "=")
    found = KnownStructures(vault / FOLDER)
    assert "a" in found
    assert found.faults()[-1].first.kind == "many"
