"""What people see and do: screens, widgets, command line, documents, and their languages."""

from __future__ import annotations

# Written here rather than asked of the installed metadata: reading that costs some 20 ms at
# every start, and a checkout that was never installed has none. The build reads it from here.
__version__ = "0.1.0"
