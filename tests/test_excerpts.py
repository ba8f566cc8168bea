from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.excerpts import Excerpt, excerpt


@pytest.mark.parametrize(
    ("text", "before", "words", "after"),
    [
        ("প্রিয় রিনা,\r\n\r\nএটা «সম্ভব না»। বাই 😀", "এটা ", "সম্ভব না", "।"),
        ("দেখেছি। 😀 It is\nnot «a  thing\nwe\tdo». Bye.", " 😀 It is not ", "a thing we do", "."),
        ("One line\r\nand «next» one\r\nstill.", "One line and ", "next", " one still."),
        ("At 3.50 it «costs» 2.1 😀", "At 3.50 it ", "costs", " 2.1 😀"),
        ("Why?! «Not possible.» Bye না.", " ", "Not possible.", ""),
        ("“Why?” «No» না", " ", "No", " না"),
        ("«না»", "", "না", ""),
        ("😀 «One. Two» three. না", "😀 ", "One. Two", " three."),
    ],
)
def test_the_sentence_around_words(text: str, before: str, words: str, after: str) -> None:
    start, end = text.index("«"), text.index("»") - 1
    assert excerpt(text.replace("«", "").replace("»", ""), start, end) == Excerpt(before, words, after)


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("দেখছি 😀। It is sent.¦\n\nSam", " It is sent.", ""),
        ("Hi রিনা 😀,\n\n¦It is sent. Bye.", "Hi রিনা 😀, ", "It is sent."),
        ("¦না 😀। It is", "", "না 😀।"),
        ("¦", "", ""),
    ],
)
def test_the_place_of_what_is_missing(text: str, before: str, after: str) -> None:
    at = text.index("¦")
    found = excerpt(text.replace("¦", ""), at, at)
    assert (found.before, found.words, found.after.rstrip()) == (before, "", after)


@given(st.text(alphabet='aআ😀 .।!\r\n"”', max_size=30), st.data())
def test_the_words_are_always_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = excerpt(text, start, end)
    assert found.words.split() == text[start:end].split()
    assert "".join(found.before.split()) in "".join(text[:start].split())
    assert "".join(text[end:].split()).startswith("".join(found.after.split()))
    assert not set("".join(found)) & set("\r\n")
