"""Several processes at one log, and one that stops with the lock in its hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.stores import Journalled
from tests.faults.together import stopped, together


@pytest.mark.slow
def test_three_writers_and_a_reader_lose_nothing(tmp_path: Path) -> None:
    done = together(Journalled(), tmp_path / "vault", 3, 30)
    assert done.ended == []
    assert (done.acknowledged, done.lost, done.doubles, done.torn) == (90, 0, 0, 0)
    assert done.reads > 0


@pytest.mark.slow
@pytest.mark.parametrize("killed", [False, True], ids=["goes on", "is killed"])
def test_a_writer_that_stands_still_stops_the_others_for_two_seconds_at_most(
    tmp_path: Path, killed: bool
) -> None:
    met = stopped(tmp_path / "vault", killed=killed)
    assert met.exit_code == 5
    assert "Another window" in met.told
    # The start of the program comes on top, however busy the machine is.
    assert 2.0 <= met.waited_s < 4.0 + 5 * met.start_s
    assert met.read_code == 0
    assert met.after_code == 0
    assert met.holder == ("READY" if killed else "ACK")
