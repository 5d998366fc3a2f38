"""Where a folder lies, as far as the system says."""

from __future__ import annotations

from pathlib import Path

import pytest

from data import network
from data.network import bsd_mounts, lies, linux_mounts
from data.vault_folder import check_folder

LINUX = r"""sysfs /sys sysfs rw,nosuid 0 0
/dev/sda2 / ext4 rw,relatime 0 0
fil:/heim /heim nfs4 rw 0 0
//skule/felles /mnt/felles\040mappe cifs rw 0 0
/dev/sdb1 /heim/lokal ext4 rw 0 0
host /mnt/vert fuse.sshfs rw 0 0
eit /mnt/eit fuse.noko rw 0 0
kort
"""
MAC = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//kari@skule/felles on /Volumes/felles (smbfs, nodev, nosuid, mounted by kari)
/dev/disk4s2 on /Volumes/On call (hfs, local, nodev)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
"""


@pytest.mark.parametrize(
    ("folder", "where"),
    [
        ("/home/kari/vault", "here"),
        ("/heim/kari", "network"),
        ("/heim/lokal/kari", "here"),
        ("/mnt/felles mappe/x", "network"),
        ("/mnt/felles", "here"),
        ("/mnt/vert", "network"),
        ("/mnt/eit/x", "unknown"),
    ],
)
def test_the_innermost_mount_tells(folder: str, where: str) -> None:
    assert network._of_kind(network._kind(Path(folder), linux_mounts(LINUX))) == where


@pytest.mark.parametrize(
    ("folder", "where"),
    [
        ("/Users/kari", "here"),
        ("/Volumes/felles/saker", "network"),
        ("/Volumes/On call/x", "here"),
        ("/System/Volumes/Data/home/x", "unknown"),
    ],
)
def test_what_mount_prints_on_macos_tells_the_same(folder: str, where: str) -> None:
    assert network._of_kind(network._kind(Path(folder), bsd_mounts(MAC))) == where


def test_where_nothing_is_known_it_is_said() -> None:
    assert network._of_kind(network._kind(Path("/x"), [])) == "unknown"


def test_a_mount_that_can_not_be_asked_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subprocess.run", _absent)
    assert bsd_mounts(network._mount_output()) == []


def _absent(*_: object, **__: object) -> None:
    raise FileNotFoundError


def test_a_folder_that_is_not_there_yet_lies_where_the_nearest_one_does(tmp_path: Path) -> None:
    assert lies(tmp_path / "a" / "b") == lies(tmp_path)


def test_a_folder_on_another_machine_gives_a_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network, "lies", lambda _: "network")
    tmp_path.chmod(0o700)
    assert check_folder(tmp_path) == ("network-folder",)
    assert check_folder(tmp_path / "new") == ("network-folder",)
