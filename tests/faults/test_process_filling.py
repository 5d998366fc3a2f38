"""A disk that fills up in the middle of a save."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.acts import Act
from tests.faults.filling import filling
from tests.faults.stores import Journalled


@pytest.mark.slow
@pytest.mark.parametrize(
    ("act", "step"),
    [(Act("add", "t-new", "fullt"), 61), (Act("redact", "start-2"), 1201)],
    ids=["save", "redaction"],
)
def test_the_old_content_stays_whole_and_the_save_works_when_there_is_room(
    tmp_path: Path, act: Act, step: int
) -> None:
    done = filling(Journalled(), tmp_path, step=step, act=act)
    assert done.wrong == []
    assert 5 < done.refused <= done.sizes
