from __future__ import annotations

import pytest

from tonecheck.errors import InputError
from tonecheck.sources.decode import decode


@pytest.mark.parametrize(
    ("data", "line", "column", "message"),
    [
        ("না 😀\r\nক".encode() + b"\xe9t\xe9", 2, 2, "not UTF-8 text (byte 0xe9)"),
        ("😀\nনা\0".encode(), 2, 3, "a binary file"),
        (b"\x89PNG\r\n\x1a\n\0\0", 1, 1, "a binary file"),
        (b"\xff\xfe" + "না😀".encode("utf-16-le") + b"\0\xd8", 1, 4, "not valid UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_where_it_goes_wrong(data: bytes, line: int, column: int, message: str) -> None:
    with pytest.raises(InputError) as refused:
        decode(data, "draft.txt")
    (problem,) = refused.value.problems
    assert (problem.path, problem.line, problem.column) == ("draft.txt", line, column)
    assert message in problem.message
    assert problem.hint


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_part_of_the_text(codec: str) -> None:
    assert decode("না 😀\r\n".encode(codec), "draft.txt") == "না 😀\r\n"


def test_big_endian() -> None:
    assert decode(b"\xfe\xff" + "না 😀".encode("utf-16-be"), "draft.txt") == "না 😀"
