"""Forks and signals are POSIX's; the damage tests run everywhere."""

from __future__ import annotations

import os

collect_ignore_glob = ["test_process_*.py"] if os.name == "nt" else []
