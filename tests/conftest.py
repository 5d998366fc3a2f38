"""What every test shares: compiled translations, how hard Hypothesis looks, what is measured."""

from __future__ import annotations

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


UNMEASURED: Final = (
    "app/screens/beside/test_agreement.py",
    "app/screens/lead/test_lead_agreeing.py",
    "app/screens/lead/test_lead_clock_faults.py",
    "app/screens/lead/test_lead_drafts.py",
    "app/screens/lead/test_lead_enter.py",
    "app/screens/lead/test_lead_hostile.py",
    "app/screens/lead/test_lead_keys.py",
    "app/screens/lead/test_lead_lists.py",
    "app/screens/lead/test_lead_next_line.py",
    "app/screens/lead/test_lead_safe.py",
    "app/screens/lead/test_lead_sizes.py",
    "app/screens/lead/test_lead_store.py",
    "app/screens/lead/test_sc01_by_keys.py",
    "app/screens/test_setup_fields.py",
    "app/screens/test_setup_people.py",
    "app/screens/wall/test_wall_safe.py",
)
"""Tests that walk where others have walked: in every size, with every hostile text.

They are run, but which lines they reach isn't counted: counting makes a test of a screen two and
a half times as long on Python 3.11, and these are most of the time.
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
