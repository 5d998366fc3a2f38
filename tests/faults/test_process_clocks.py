"""Clocks moved under a leader's real window: the time stays right, and one question is asked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.faults.clock_stories import STORIES
from tests.faults.shifted_clock import lacking

pytestmark = [pytest.mark.slow, pytest.mark.terminal]

SHORT = ("stays-open", "another-boot")
"""The others wait for hours to strike, or take more windows: `make faults` has them all."""


@pytest.mark.parametrize("name", SHORT)
def test_whatever_the_clocks_do_the_time_left_is_right(tmp_path: Path, name: str) -> None:
    if why := lacking():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{why}, and CI needs it")
        pytest.skip(why)
    told = STORIES[name].tell(tmp_path)
    assert told.wrong == []
    assert told.off_s <= 1.0
