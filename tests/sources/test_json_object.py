from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.sources.json_object import json_object

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize("source", ["[1]", '"{}"', "null", "3"])
def test_other_values_are_no_object(source: str) -> None:
    assert json_object(source) is None


def test_the_last_of_two_members_counts() -> None:
    members = json_object(' {"না😀" : 1 ,\t"না😀": "x"} \r\n')
    assert members == {"না😀": ("x", 21)}


@given(st.dictionaries(st.text(max_size=4), JSON, max_size=4), st.sampled_from([None, 1]))
def test_values_and_their_places(value: dict[str, object], indent: int | None) -> None:
    source = json.dumps(value, ensure_ascii=False, indent=indent)
    members = json_object(source)
    assert members is not None
    assert {name: member.value for name, member in members.items()} == value
    for member in members.values():
        assert json.JSONDecoder().raw_decode(source, member.begin)[0] == member.value
