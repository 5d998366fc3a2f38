"""A meeting led by Enter in a real terminal at speed 60; `make walks` walks through each structure.

The shorter walk stands here: what was said is ticked beside it, by a note-taker's window.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.terminal.walking import Walk

pytestmark = pytest.mark.terminal


def test_enter_alone_leads_a_meeting_from_its_start_to_its_close(tmp_path: Path) -> None:
    walk = Walk.of(tmp_path, "bti-basic", points_by_enter=False)
    try:
        told = walk.to_the_end()
    finally:
        walk.window.end()
    assert set(told.entered) == {"answered", "next", "close"}
    assert list(dict.fromkeys(told.opened)) == [
        "measures",
        "next-meeting",
        "inform-child",
        "feedback",
    ]
