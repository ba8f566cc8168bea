from __future__ import annotations

import pytest

from tonecheck.sources.source import Edit, Unwritable
from tonecheck.sources.twins import edit_copy

TEXT = "Hi {{name}} 😀,\n\nএটা সম্ভব না। Bye."
COPY = 'Hi <attribute key="name" default="there"/> 😀, এটা  সম্ভব\nনা।\tBye.'


def test_a_copy_that_says_something_else_is_not_touched() -> None:
    with pytest.raises(Unwritable, match="says something else"):
        edit_copy(TEXT, COPY.replace("Bye", "Buy"), Edit(0, 2, "Hello"))


def test_words_that_cut_a_placeholder_are_not_touched() -> None:
    with pytest.raises(Unwritable, match="amid a placeholder"):
        edit_copy(TEXT, COPY, Edit(0, TEXT.index("name") + 2, "Hello"))


@pytest.mark.parametrize(
    ("old", "words", "expected"),
    [
        ("Hi", "Hello 🙂", COPY.replace("Hi", "Hello 🙂")),
        ("এটা সম্ভব না।", "কাল পাঠাব।", COPY.replace("এটা  সম্ভব\nনা।", "কাল পাঠাব।")),
        ("Bye.", "", COPY.replace("Bye.", "")),
        (" Bye.", "", COPY.replace("\tBye.", "")),
    ],
)
def test_the_same_words_are_changed_in_the_copy(old: str, words: str, expected: str) -> None:
    start = TEXT.index(old)
    edit = edit_copy(TEXT, COPY, Edit(start, start + len(old), words))
    assert COPY[: edit.start] + edit.words + COPY[edit.end :] == expected


@pytest.mark.parametrize(("at", "expected"), [(0, f"X {COPY}"), (len(TEXT), f"{COPY}X ")])
def test_an_insertion_goes_behind_the_word_before_it(at: int, expected: str) -> None:
    edit = edit_copy(TEXT, COPY, Edit(at, at, "X "))
    assert COPY[: edit.start] + edit.words + COPY[edit.end :] == expected
