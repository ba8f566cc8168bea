from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.config.places import Keys, key_places, place_of

SOURCE = '''\
# ভাষা = "😀"
"চিঠি😀" = "a = 1" # not = a key
  select = [
  "b = 2", # ]
  ["c"], {d = 1, "ঙ" = {e = 2}},
]
text = """
[not-a-table]
f = 1 \\" still
"""
raw = \'\'\'
[nor-this]\'\'\'
when = 1979-05-27 07:32:00.5
a . "খ.গ" . c = 1.5
[severity] # [x]
calm-down = "off"
[ tool . "ট 😀" ]
x = {y = [1, 2], z = "}"}
[[many]]
n = 1
[[many]]
o = 2
'''


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (("চিঠি😀",), (2, 1)),
        (("select",), (3, 3)),
        (("select", "d"), (5, 11)),
        (("select", "ঙ"), (5, 18)),
        (("select", "ঙ", "e"), (5, 25)),
        (("text",), (7, 1)),
        (("raw",), (11, 1)),
        (("when",), (13, 1)),
        (("a",), (14, 1)),
        (("a", "খ.গ"), (14, 5)),
        (("a", "খ.গ", "c"), (14, 13)),
        (("severity",), (15, 2)),
        (("severity", "calm-down"), (16, 1)),
        (("tool", "ট 😀"), (17, 10)),
        (("tool", "ট 😀", "x", "z"), (18, 18)),
        (("many",), (19, 3)),
        (("many", "n"), (20, 1)),
        (("many", "o"), (22, 1)),
    ],
)
def test_where_a_key_stands(keys: Keys, place: tuple[int, int]) -> None:
    tomllib.loads(SOURCE)
    assert key_places(SOURCE)[keys] == place


def test_what_is_in_texts_and_comments_is_no_key() -> None:
    first = {keys[0] for keys in key_places(SOURCE)}
    assert first == {"চিঠি😀", "select", "text", "raw", "when", "a", "severity", "tool", "many"}


def test_a_key_that_stands_nowhere_is_where_its_table_is() -> None:
    places = key_places("[a]\nb = 1 # 😀 ক\n")
    assert place_of(("a", "x", "y"), places) == (1, 2)
    assert place_of(("z",), places) == (1, 1)


_keys = st.text("aক😀 .\"'\\=[]{}#\n", max_size=4)
_values = st.recursive(
    st.integers(0, 9) | st.text("aক😀 \"'\\=[]{}#\n,", max_size=5) | st.booleans(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(_keys, inner, max_size=2),
    max_leaves=6,
)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _written(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_quoted(key)} = {_written(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_written, value)) + "]"
    return _quoted(value) if isinstance(value, str) else str(value).lower()


def _paths(value: Any, above: Keys = ()) -> set[Keys]:
    if isinstance(value, dict):
        own = {(*above, key) for key in value}
        return own.union(*(_paths(item, (*above, key)) for key, item in value.items()))
    if isinstance(value, list):
        return set().union(*(_paths(item, above) for item in value))
    return set()


@given(st.dictionaries(_keys, _values, max_size=4))
def test_every_key_of_a_text_is_found_at_its_own_words(values: dict[str, Any]) -> None:
    source = "".join(f"{_quoted(key)} = {_written(value)} # 😀 ক\n" for key, value in values.items())
    assert tomllib.loads(source) == values
    places = key_places(source)
    assert places.keys() == _paths(values)
    lines = source.split("\n")
    for keys, (line, column) in places.items():
        assert lines[line - 1][column - 1 :].startswith(_quoted(keys[-1]))


@given(st.text("ab=[]{}\"'#.,\n 😀ক", max_size=30))
def test_no_text_makes_it_fail(source: str) -> None:
    key_places(source)
