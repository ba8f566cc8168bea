"""The published JSON Schemas are those of the code, and say the same of our own rule files as the loader."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.rulebook.packs import RULE, rule_with
from tests.scripts import script
from tonecheck.rulebook.files import pack_paths
from tonecheck.rulebook.schema import json_schemas

TOP = Path(__file__).parents[2]
KEYS = {"change": "change", "find": "rule", "cues": "signal", "pieces": "vocabulary", "rules": "preset"}


def test_the_schemas_in_docs_are_current() -> None:
    for path, text in script("write_schemas").texts().items():
        assert path.read_text(encoding="utf-8") == text, "run 'make pages'"


class Loader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: only true and false are yes/no values."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load_yaml(text: str) -> Any:
    return yaml.load(text, Loader)


def kind(values: dict[str, object]) -> str:
    return next((name for key, name in KEYS.items() if key in values), "passages")


@pytest.mark.parametrize("path", pack_paths(str(TOP / "rules")), ids=lambda path: Path(path).name)
def test_our_rule_files_hold_to_the_schema(path: str) -> None:
    values = load_yaml(Path(path).read_text(encoding="utf-8"))
    jsonschema.validate(values, json_schemas()[kind(values)])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("severity: warning", "severity: warn"),
        ("why: It is.\n", ""),
        ("category:", "categry:"),
        ("en: ['never", "xx: ['never"),
    ],
)
def test_what_the_loader_refuses_the_schema_refuses(old: str, new: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(load_yaml(rule_with(old, new)), json_schemas()["rule"])


def test_a_good_rule_holds_to_the_schema() -> None:
    jsonschema.validate(load_yaml(RULE), json_schemas()["rule"])
