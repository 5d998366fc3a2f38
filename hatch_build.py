"""The build hook: every wheel, an editable one too, gets its translations compiled."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface[Any]):
    """Makes the .mo files beside the .po files; git ignores them, the wheel takes them in."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile the catalogues before the files of the wheel are collected."""
        # The build starts in a process that doesn't know the checkout.
        sys.path.insert(0, self.root)
        try:
            from scripts.translations import compile_catalogues
        finally:
            sys.path.remove(self.root)
        compile_catalogues(Path(self.root, "data", "translations"))
