"""A short of the four hours of `make faults`, and what would be told of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.clocks import Told
from tests.faults.long_meeting import Soaked, long_meeting
from tests.faults.report_windows import broken_windows, window_tables


@pytest.mark.slow
@pytest.mark.terminal
def test_a_long_meeting_drifts_in_no_window_and_grows_in_none(tmp_path: Path) -> None:
    done = long_meeting(tmp_path / "vault", 10.0)
    assert broken_windows([], done) == []
    assert done.phases >= 2
    assert done.compared >= 4


def test_what_went_wrong_in_a_window_is_told() -> None:
    told = Told("another boot", questions=2, wrong=["asked 2 times"])
    good = Soaked(compared=3, grown={"lead": 1.0})
    assert broken_windows([told], good) == ["clocks, another boot: asked 2 times"]
    for bad in (
        Soaked(compared=3, grown={"lead": 21.0}),
        Soaked(compared=3, grown={"lead": 1.0}, drift_s=1.1),
        Soaked(compared=3, grown={"lead": 1.0}, shown_off_s=2.0),
        Soaked(compared=3, grown={"lead": 1.0}, log_bytes=1_000_001),
        Soaked(compared=0, grown={"lead": 1.0}),
        Soaked(compared=3, grown={"lead": 1.0}, wrong=["wall shows no time"]),
    ):
        assert len(broken_windows([], bad)) == 1
    assert "| another boot | 0.00 s | 2 | – | 1 |" in window_tables([told], good)
    assert "Not run" in window_tables([], None)
    good.curve = {"lead": [0.5, 0.8, 0.9, 1.0]}
    assert "| the same after each quarter | lead 0.5, 0.8, 0.9, 1.0 |" in window_tables([], good)
