from __future__ import annotations

import json

import pytest

from tonecheck.sources.json.tree import read_tree
from tonecheck.sources.nodes import Found, path_text
from tonecheck.sources.paths import BadPath, captured, find, first_text, parse_path

LIBRARY = {
    "name": "কই 😀",
    "macros": [
        {"id": 1, "on": True, "acts": [{"field": "body", "value": "ক"}, {"field": "tag", "value": "x"}]},
        {"id": 2, "acts": [{"field": "body", "value": ["chat", "খ😀"]}], "odd.name": "গ"},
    ],
    "responses": {"utter_hi": [{"text": "হাই"}], "utter_bye": [{"text": "বিদায়"}], "other": [{"text": "না"}]},
    "deep": {"er": [{"macros": "in"}]},
}
TEXT = json.dumps(LIBRARY, ensure_ascii=False)
ROOT = Found(read_tree(TEXT), ())


@pytest.mark.parametrize("source", ["a.[b", "a[", "a[]]", "'a", "a..b", "[x=", "{"])
def test_a_path_that_cannot_be_read_is_refused(source: str) -> None:
    with pytest.raises(BadPath, match="cannot read the path"):
        parse_path(source)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("nothing", []),
        ("macros.id", []),
        ("name[]", []),
        ("name[x]", []),
        ("macros[7].id", []),
        ("", ["$"]),
        ("name", ["$.name"]),
        ("$.name", ["$.name"]),
        ("macros[].id", ["$.macros[0].id", "$.macros[1].id"]),
        ("macros[1].id", ["$.macros[1].id"]),
        ("macros[on].id", ["$.macros[0].id"]),
        ("macros[on=true].id", ["$.macros[0].id"]),
        ("macros[id=2].id", ["$.macros[1].id"]),
        ("macros[].acts[field=body].value", ["$.macros[0].acts[0].value", "$.macros[1].acts[0].value"]),
        ("macros[].acts[field=body].value[1]", ["$.macros[1].acts[0].value[1]"]),
        ("macros[].'odd.name'", ["$.macros[1]['odd.name']"]),
        ("responses.utter_*[].text", ["$.responses.utter_hi[0].text", "$.responses.utter_bye[0].text"]),
        ("**.macros", ["$.macros", "$.deep.er[0].macros"]),
        ("**[field].field", ["$.macros[0].acts[0].field", "$.macros[0].acts[1].field", "$.macros[1].acts[0].field"]),
    ],
)
def test_what_a_path_leads_to(path: str, expected: list[str]) -> None:
    assert [path_text(found.keys) for found in find(parse_path(path), ROOT)] == expected


def test_a_path_from_the_root_and_the_first_text_of_several() -> None:
    entry = next(find(parse_path("macros[1]"), ROOT))
    assert first_text((parse_path("name"), parse_path("/name")), entry, ROOT) == "কই 😀"
    assert first_text((parse_path("on"), parse_path("acts")), entry, ROOT) is None


def test_what_a_star_stands_for() -> None:
    path = parse_path("responses.utter_*[].text")
    assert [captured(path, found.keys) for found in find(path, ROOT)] == ["hi", "bye"]
    assert captured(parse_path("name"), ("name",)) is None


def test_nodes_know_where_they_stand() -> None:
    node = next(find(parse_path("macros[1].acts[0].value[1]"), ROOT)).node
    assert json.loads(TEXT[node.begin : node.end]) == "খ😀"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("macros[].acts[field=b*y].value", ["$.macros[0].acts[0].value", "$.macros[1].acts[0].value"]),
        ("macros[].acts[field=*ag].value", ["$.macros[0].acts[1].value"]),
        ("macros[].acts[field=ody*].value", []),
        ("macros[].acts[value=*].value", ["$.macros[0].acts[0].value", "$.macros[0].acts[1].value"]),
        ("macros[on][id].id", ["$.macros[0].id"]),
    ],
)
def test_a_star_in_a_value_and_two_conditions(path: str, expected: list[str]) -> None:
    assert [path_text(found.keys) for found in find(parse_path(path), ROOT)] == expected
