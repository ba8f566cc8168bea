"""Build hook: the wheel carries the rulebook in its compiled form, so that an installed tonecheck reads no YAML."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledRulebook(BuildHookInterface):  # type: ignore[misc]  # hatchling's class is generic over its own types
    """Compile ``rules/`` and add it to the wheel. An editable install reads ``rules/`` itself, so it gets none."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        from tonecheck.rulebook.catalog import COMPILED_NAME
        from tonecheck.rulebook.compiled import dump
        from tonecheck.rulebook.loading import load

        compiled = Path(tempfile.mkdtemp()) / COMPILED_NAME
        compiled.write_text(dump(load([str(Path(self.root) / "rules")]).rulebook), encoding="utf-8")
        build_data["force_include"][str(compiled)] = f"tonecheck/rules/{COMPILED_NAME}"
