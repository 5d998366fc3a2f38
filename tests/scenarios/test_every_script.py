"""What holds in every script of this folder, whatever meeting it tells of."""

from __future__ import annotations

import pytest

from phases.export_document import CaseDocument
from phases.fold import fold
from tests.scenarios.playing import FOLDER, document, played

SCRIPTS = sorted(path.stem for path in FOLDER.glob("*.txt"))


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_exported_figures_of_every_meeting_add_up(name: str) -> None:
    for held in document(name).meetings:
        assert held.started_at is not None
        assert held.ended_at is not None
        assert sum(p.used_s for p in held.phases) == held.used_s
        length = (held.ended_at - held.started_at).total_seconds()
        assert held.used_s + held.paused_s == length
        for phase in held.phases:
            allotted = phase.planned_s + phase.replanned_s + phase.given_s
            assert phase.used_s + phase.unused_s - phase.overrun_s == allotted


@pytest.mark.parametrize("name", SCRIPTS)
def test_what_is_exported_can_be_read_back(name: str) -> None:
    assert CaseDocument.model_validate_json(document(name).model_dump_json()) == document(name)


@pytest.mark.parametrize("name", SCRIPTS)
def test_all_that_was_saved_folds_to_the_same_case(name: str) -> None:
    found = played(name)
    assert fold(found.case.empty(found.case.id), found.tables, found.case.revision) == found.case
