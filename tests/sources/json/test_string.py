from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from tonecheck.sources.json.string import characters

TEXT = st.text(alphabet=st.one_of(st.characters(), st.sampled_from('"\\/\n\t\b\u2028আষ্😀\ud83d\ude00')), max_size=30)


def test_each_character_stands_where_it_is_written() -> None:
    source = r'{"text": "না\u09A8\n\uD83D\uDE00\"x"}'
    text, where = characters(source, source.index("না"))
    assert text == 'নান\n😀"x'
    written = [source[start:end] for start, end in zip(where.starts, where.ends, strict=True)]
    assert written == ["ন", "া", "\\u09A8", "\\n", "\\uD83D\\uDE00", '\\"', "x"]


def test_an_empty_string_keeps_its_place() -> None:
    text, where = characters('"😀না": ""', 8)
    assert (text, where) == ("", (8, (), ()))


@given(TEXT, st.booleans())
def test_reads_what_json_reads(text: str, ascii_only: bool) -> None:
    literal = json.dumps(text, ensure_ascii=ascii_only)
    value, where = characters(literal, 1)
    assert value == json.loads(literal)
    assert len(value) == len(where.starts) == len(where.ends)
    for character, start, end in zip(value, where.starts, where.ends, strict=True):
        assert json.loads(f'"{literal[start:end]}"') == character
    assert [*where.starts, len(literal) - 1] == [1, *where.ends]


@given(st.lists(st.sampled_from([r"\ud83d", r"\ude00", r"\u0995", "ক", "😀", r"\\", r"\"", "u"]), max_size=8))
def test_halves_of_pairs_are_read_as_json_reads_them(pieces: list[str]) -> None:
    literal = '"' + "".join(pieces) + '"'
    value, where = characters(literal, 1)
    assert value == json.loads(literal)
    assert len(value) == len(where.starts)
