from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.reading import Placed, places, read_all
from tonecheck.errors import InputError
from tonecheck.sources.yaml.file import read

DATA = (Path(__file__).parents[1] / "files" / "support.yml").read_bytes()


def replies(data: bytes) -> list[Placed]:
    return [item for item in read_all(read, "x.yml", data) if isinstance(item, Placed)]


def test_a_file_that_is_no_yaml_says_where() -> None:
    with pytest.raises(InputError, match=r"x\.yml:2:5: not valid YAML: mapping values"):
        read_all(read, "x.yml", "না: 😀\n😀: b: c\n".encode())


def test_a_text_that_aliases_repeat_is_one_reply() -> None:
    found = [placed.source for placed in replies(DATA)]
    assert [source.reply.text for source in found].count("বিদায় 😀") == 1
    assert [source.reply.id for source in found] == [":hi", ":no", ":time", ":late", ":fold", ":html", ":bye"]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_words_stand_where_they_are_written(mark: bytes, line_end: bytes) -> None:
    data = mark + DATA.replace(b"\n", line_end)
    lines = data.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    for placed in replies(data):
        text = placed.source.reply.text
        for word in ("parcel", "ধ", "No", "12:30", "😀", "জানাব", "done", "please", "বিদায়"):
            if word in text:
                at, end = places(placed, text.index(word), text.index(word) + len(word))
                written = lines[at.line - 1][at.column - 1 : end.column - 1]
                assert written in (word, "\\u09A7")
