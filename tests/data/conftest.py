"""What is collected here depends on the system: Windows has no modes, symlinks and pipes."""

from __future__ import annotations

import os

collect_ignore = ["test_posix_files.py", "test_posix_saving.py"] if os.name == "nt" else []
