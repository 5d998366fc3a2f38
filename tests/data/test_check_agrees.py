"""Whatever is done to a file, the check and a reader agree about it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.check import check_case
from data.codec import PlainCodec
from data.errors import DamagedError
from data.salvage import salvage
from data.vault import Vault
from tests.data.store import CASE, activity, do, ready_case


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    """A case of eight entries."""
    made, log = ready_case(tmp_path)
    for title in ("Leksehjelp", "Turgruppe", "Fast plass", "Samtale"):
        do(log, activity(title))
    return made


@settings(max_examples=150)
@given(data=st.data())
def test_whatever_is_done_to_a_file_check_and_reader_agree(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Lines dropped, doubled, moved, cut and flipped: faults are found where a reader stops."""
    folder = tmp_path_factory.getbasetemp() / "agree"
    if not folder.exists():
        _, log = ready_case(folder)
        do(log, activity("Ein"))
    path = folder / "vault" / f"{CASE}.journal"
    kept = folder / "kept"
    if not kept.exists():
        kept.write_bytes(path.read_bytes())
    whole = kept.read_bytes()
    lines = whole.splitlines(keepends=True)
    order = data.draw(
        st.one_of(
            st.permutations(range(len(lines))),
            st.lists(st.integers(0, len(lines) - 1), max_size=len(lines) + 1),
            st.just(range(len(lines))),
        )
    )
    changed = bytearray(b"".join(lines[number] for number in order))
    if changed and data.draw(st.booleans()):
        changed[data.draw(st.integers(0, len(changed) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(bytes(changed))
    vault = Vault(folder / "vault")
    checked = check_case(vault, CASE)
    try:
        vault.journal(CASE).history()
    except DamagedError:
        assert checked.faults
    else:
        assert not checked.faults
    ids = {entry.id for entry in salvage(whole, CASE, PlainCodec(), None).entries}
    assert {entry.id for entry in checked.found.entries} <= ids
