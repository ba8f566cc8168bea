from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.positions import Place, line_starts, place, utf8_column, utf16_column

TEXTS = st.text(alphabet=st.sampled_from("ab \r\n\t\u2028\u0085আমিকষ্টো😀👩\u200d🔧"), max_size=40)


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        pytest.param("না\u2028😀\u0085\x0b\x0cনা", (0,), id="other separators end no line"),
        pytest.param("", (0,), id="empty"),
        pytest.param("না\n😀", (0, 3), id="line feed"),
        pytest.param("না\r\n😀", (0, 4), id="CRLF is one end"),
        pytest.param("না\r😀", (0, 3), id="carriage return"),
        pytest.param("না\r\r\n\n😀\n", (0, 3, 5, 6, 8), id="all of them"),
    ],
)
def test_line_starts(text: str, starts: tuple[int, ...]) -> None:
    assert line_starts(text) == starts


@pytest.mark.parametrize(
    ("text", "offset", "expected", "utf16", "utf8"),
    [
        ("দুঃখিত, এটা আমাদের", 12, Place(1, 13, 12), 13, 31),
        ("ok\r\n😀 দুঃখিত", 6, Place(2, 3, 6), 4, 6),
        ("😀😀", 2, Place(1, 3, 2), 5, 9),
        ("না\n", 3, Place(2, 1, 3), 1, 1),
        ("😀\r\nনা", 2, Place(1, 3, 2), 4, 6),
    ],
)
def test_place_and_its_columns(text: str, offset: int, expected: Place, utf16: int, utf8: int) -> None:
    at = place(line_starts(text), offset)
    assert at == expected
    before = text[at.offset - at.column + 1 : at.offset]
    assert (utf16_column(before), utf8_column(before)) == (utf16, utf8)


@given(TEXTS)
def test_every_offset_can_be_found_again(text: str) -> None:
    starts = line_starts(text)
    lines = text.replace("\r\n", "\n\0").replace("\r", "\n").split("\n")  # \0 keeps the length of CRLF
    for offset in range(len(text) + 1):
        at = place(starts, offset)
        assert starts[at.line - 1] + at.column - 1 == offset == at.offset
        assert at.line <= len(lines)
    assert len(starts) == len(lines)


def test_a_lone_surrogate_has_a_column() -> None:
    assert (utf16_column("আ\ud83d😀"), utf8_column("আ\ud83d😀")) == (5, 11)
