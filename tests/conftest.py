"""What every test shares: the compiled translations, and how hard Hypothesis looks."""

from __future__ import annotations

import os

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
