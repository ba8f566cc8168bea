"""Write the JSON Schemas of rule pack files and of the configuration to docs/schema, for editors."""

from __future__ import annotations

import json
from pathlib import Path

from tonecheck.config.keys import config_schema
from tonecheck.rulebook.schema import json_schemas

FOLDER = Path(__file__).parents[1] / "docs" / "schema"


def texts() -> dict[Path, str]:
    """The file of each schema and what stands in it."""
    return {
        FOLDER / f"{name}.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in (json_schemas() | {"config": config_schema()}).items()
    }


if __name__ == "__main__":
    for path, text in texts().items():
        path.write_text(text, encoding="utf-8")
