"""Turn the wordlists into their compiled form when a wheel is built, so that an installed stigmalint is quick from its first run.

The surprise: nothing depends on it. Where the inflection library would be asked (a word was added and its forms not written down)
it is left out, and the first run compiles instead.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledWordlists(BuildHookInterface):  # type: ignore[type-arg]
    """Adds ``stigmalint/_compiled`` to a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, except for an editable install: there the wordlists are still being written."""
        if version != "standard":
            return
        sys.path.insert(0, self.root)
        from stigmalint.packs.store import write_shipped  # noqa: PLC0415  only now can it be found

        self._made = tempfile.TemporaryDirectory()
        try:
            files = write_shipped(Path(self.root) / "wordlists", Path(self._made.name))
        except ModuleNotFoundError as error:
            self.app.display_warning(
                f"The wordlists are not compiled: {error.name} is missing; run python -m stigmalint.packs.forms"
            )
            return
        build_data["force_include"] |= {str(file): f"stigmalint/_compiled/{file.name}" for file in files}

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Clear away what was copied into the wheel."""
        if version == "standard":
            self._made.cleanup()
