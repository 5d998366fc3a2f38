"""What every test shares: compiled translations, how hard Hypothesis looks, what is measured."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, settings

from scripts.translations import compile_catalogues

# In CI a run must say the same thing about the same change each time; elsewhere each run looks in
# new places. No deadline: two busy cores make a slow example, not a wrong one.
settings.register_profile("dev", deadline=None, max_examples=50)
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "dev")


def pytest_configure() -> None:
    """Compile what is newer than its .mo, so that a checkout without a build can be tested."""
    compile_catalogues()


def pytest_collection_finish() -> None:
    """Keep what was collected out of the garbage collector's way.

    Thousands of tests and their modules live to the end; to look through them each time a few
    windows have come and gone took a seventh of all the time. The collector is called less often,
    too: what a window leaves may lie a little, and a tenth of the time of window tests goes.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)


@pytest.fixture
def processes_unmeasured(monkeypatch: pytest.MonkeyPatch) -> None:
    """No lines are counted in the programs that a test starts."""
    for name in ("COVERAGE_PROCESS_CONFIG", "COVERAGE_PROCESS_START"):
        monkeypatch.delenv(name, raising=False)


UNMEASURED: Final = (
    "app/screens/beside/test_agreement.py",
    "app/screens/lead/test_lead_agreeing.py",
    "app/screens/lead/test_lead_away.py",
    "app/screens/lead/test_lead_beside_wall.py",
    "app/screens/lead/test_lead_calm.py",
    "app/screens/lead/test_lead_clock.py",
    "app/screens/lead/test_lead_clock_faults.py",
    "app/screens/lead/test_lead_drafts.py",
    "app/screens/lead/test_lead_enter.py",
    "app/screens/lead/test_lead_forms.py",
    "app/screens/lead/test_lead_help.py",
    "app/screens/lead/test_lead_hidden.py",
    "app/screens/lead/test_lead_hostile.py",
    "app/screens/lead/test_lead_keys.py",
    "app/screens/lead/test_lead_lists.py",
    "app/screens/lead/test_lead_next_line.py",
    "app/screens/lead/test_lead_part_limits.py",
    "app/screens/lead/test_lead_safe.py",
    "app/screens/lead/test_lead_sizes.py",
    "app/screens/lead/test_lead_store.py",
    "app/screens/lead/test_sc01_by_keys.py",
    "app/screens/test_choice.py",
    "app/screens/test_confirm.py",
    "app/screens/test_evaluate.py",
    "app/screens/test_evaluate_shown.py",
    "app/screens/test_setup_consents.py",
    "app/screens/test_setup_fields.py",
    "app/screens/test_setup_minutes.py",
    "app/screens/test_setup_people.py",
    "app/screens/wall/test_wall.py",
    "app/screens/wall/test_wall_baton.py",
    "app/screens/wall/test_wall_pictures.py",
    "app/screens/wall/test_wall_safe.py",
    "app/screens/wall/test_wall_waiting.py",
)
"""Tests that walk where others have walked: in every size, with every hostile text.

They are run, but which lines they reach isn't counted: counting makes a test of a screen twice as
long on Python 3.11, and these are most of the time. Chosen by trying: what these alone reach, most
of them none, is 300 lines of 21 000.
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the tests of `UNMEASURED` out of the coverage, and only out of that."""
    here = Path(__file__).parent
    left_out = {here / name for name in UNMEASURED}
    gone = [path.name for path in left_out if not path.is_file()]
    if gone:
        raise pytest.UsageError(f"UNMEASURED names what isn't there: {', '.join(gone)}")
    for item in items:
        if item.path in left_out:
            item.add_marker(pytest.mark.no_cover)
