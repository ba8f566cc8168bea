from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tonecheck.engine.prefilter import held_groups, literal_index

WORDS = st.text(alphabet="abcানআ😀 ", min_size=1, max_size=6)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), max_size=8), st.text(alphabet="abcানআ😀 \n", max_size=40))
def test_the_index_holds_what_a_search_for_each_literal_finds(groups: list[list[str]], text: str) -> None:
    index = literal_index(["\n".join(group) for group in groups])
    assert held_groups(index, text) == {
        number: any(literal in text for literal in group) for number, group in enumerate(groups)
    }


def test_one_text_leaves_no_trace_in_the_next() -> None:
    index = literal_index(["দুঃখিত\nsorry 😀", "না"])
    assert held_groups(index, "আমি দুঃখিত") == {0: True, 1: False}
    assert held_groups(index, "এটা না 😀") == {0: False, 1: True}
