from __future__ import annotations

import pytest

from tonecheck.rulebook.cases import unmark


@pytest.mark.parametrize("marked", ["<<a", "a>>", "<<a<<b>>", "<<a>> b>>"])
def test_marks_that_do_not_pair_are_refused(marked: str) -> None:
    with pytest.raises(ValueError, match=r"<<|>>"):
        unmark(marked)


@pytest.mark.parametrize(
    ("marked", "text", "spans"),
    [
        ("nothing 😊", "nothing 😊", ()),
        ("😊 আমি <<পারব না>>।", "😊 আমি পারব না।", ((6, 13),)),
        ("<<a>> b <<c>>", "a b c", ((0, 1), (4, 5))),
        ("😊 <<<নাম>>> <<c>>", "😊 <নাম> c", ((2, 7), (8, 9))),
        ("শেষে 😊<<>>", "শেষে 😊", ((6, 6),)),
    ],
)
def test_unmark(marked: str, text: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert unmark(marked) == (text, spans)
