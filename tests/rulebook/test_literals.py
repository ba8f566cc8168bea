"""The prefilter must never lose a match: whatever a pattern matches holds one of its literals."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.rulebook.literals import required_literals


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("a?b?", ()),
        (r"\w+", ()),
        (r"\?\s*$", ()),
        ("(*SKIP)never", ()),
        ("never(", ()),
        ("never heard of", (("never heard of",),)),
        ("(?:can't|cannot) help", (("can't help", "cannot help"), ("can't", "cannot"))),
        (r"\bno\b", (("no",),)),
        ("(?!x)foo(?:bar)?", (("foo",),)),
        ("[ab]cd+e", (("ac", "bc"),)),
        ("na+ hobe", ((" hobe",),)),
        ("না|হবে না", (("না",),)),
        ("(?P<mark>calm) down", (("calm down",),)),
        (r"(?:\w+ ){0,3}down", (("down",),)),
        (r"we (?:can|will) \w+ never", ((" never",), ("we can ", "we will "), ("can", "will"))),
        ("(?:soon|\\w+)", ()),
    ],
)
def test_what_a_pattern_needs(pattern: str, expected: tuple[tuple[str, ...], ...]) -> None:
    assert required_literals(pattern) == expected


_LETTERS = "ab না"
_leaf = st.one_of(
    st.text(_LETTERS, min_size=1, max_size=3),
    st.sampled_from(["[ab]", "[^a]", ".", r"\w", "(?=a)", "(?!b)", r"\b", "^", "$"]),
)


def _grow(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    group = inner.map(lambda text: f"(?:{text})")
    return st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map("|".join).map(lambda text: f"(?:{text})"),
        st.tuples(group, st.sampled_from(["?", "*", "+", "{2}", "{0,2}", "{1,3}", "+?"])).map("".join),
    )


@given(st.recursive(_leaf, _grow, max_leaves=8), st.text(_LETTERS, max_size=20))
def test_a_match_holds_one_of_the_literals(pattern: str, text: str) -> None:
    literals = required_literals(pattern)
    if regex.search(pattern, text):
        assert all(any(literal in text for literal in group) for group in literals)
