from __future__ import annotations

import io
import json

import pytest

from tests.sources.reading import Placed, places, read_all
from tonecheck.errors import InputError, Problem
from tonecheck.model import Reply
from tonecheck.positions import line_starts, place
from tonecheck.sources.json.lines import read
from tonecheck.sources.source import Context


def read_lines(*lines: str | bytes, context: Context | None = None) -> list[Placed | Problem]:
    data = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    return read_all(read, "c.jsonl", data, context)


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        ("না😀", 1, "not valid JSON"),
        ('{"না": "😀", "text": "x}', 21, "not valid JSON: Unterminated string"),
        ('{"text": "a\tb"}', 12, "not valid JSON: Invalid control character"),
        ('["না"]', 1, "not a JSON object"),
        ("{}", 1, 'no "text"'),
        ('{"text": null}', 1, 'no "text"'),
        ('{"না😀": 1, "text": 3}', 20, '"text" must be a string'),
        ('{"text": "না😀", "id": true}', 23, '"id" must be'),
        ('{"text": "না😀", "customer": []}', 29, '"customer" must be a string'),
        ('{"text": "না😀", "channel": "fax"}', 28, '"channel" must be one of "email"'),
        ('{"text": "না😀", "kind": ["draft"]}', 25, '"kind" must be one of "draft"'),
        ('{"text": "না😀", "lang": 5}', 25, '"lang" must be a string'),
        ('{"text": "না😀", "waited_hours": "3"}', 33, '"waited_hours" must be a number'),
        ('{"text": "না😀", "waited_hours": NaN}', 33, '"waited_hours" must be a number'),
        ('{"text": "না😀", "waited_hours": true}', 33, '"waited_hours" must be a number'),
        ('{"text": "না😀", "waited_hours": -1}', 33, '"waited_hours" must be a number'),
        ("[" * 100_000, 1, "not usable JSON"),
        ('{"text": "x", "n": ' + "9" * 5000 + "}", 1, "not usable JSON"),
        ('{"text": "না😀'.encode() + b'\xff"}', 14, "not UTF-8 text"),
    ],
)
def test_a_bad_line_is_a_problem_and_the_others_are_read(line: str | bytes, column: int, message: str) -> None:
    before, problem, after = read_lines('{"text": "আগে"}', line, '{"text": "পরে"}')
    assert isinstance(before, Placed)
    assert before.source.reply.text == "আগে"
    assert isinstance(problem, Problem)
    assert (problem.path, problem.line, problem.column) == ("c.jsonl", 2, column)
    assert message in problem.message
    assert problem.hint
    assert isinstance(after, Placed)
    assert after.source.reply.text == "পরে"


def test_every_wrong_member_of_a_line_is_named() -> None:
    problems = read_lines('{"id": 1.5, "channel": "fax", "kind": "x"}')
    assert [problem.column for problem in problems if isinstance(problem, Problem)] == [8, 24, 39, 1]


def test_a_file_that_is_no_text_is_refused() -> None:
    data = b'{"text": "a"}\n\0\0'
    with pytest.raises(InputError, match=r"c\.jsonl:2:1: this is a binary file"):
        read_all(read, "c.jsonl", data)


@pytest.mark.parametrize("data", [b"", b"\n \r\n\t\n", b"\xef\xbb\xbf"])
def test_empty_lines_are_no_replies(data: bytes) -> None:
    assert read_all(read, "c.jsonl", data) == []


def test_what_a_line_says_goes_before_what_the_caller_says() -> None:
    context = Context("where?", "social", 30, "canned", "en")
    full = {"id": 7, "customer": "কই? 😀", "channel": "chat", "waited_hours": 2.5, "lang": "bn", "kind": "draft"}
    said, unsaid = read_lines(
        json.dumps({"text": "না", "note": {"any": ["thing"]}, **full}),
        json.dumps({"text": "না", **dict.fromkeys(full)}),
        context=context,
    )
    assert isinstance(said, Placed)
    assert isinstance(unsaid, Placed)
    assert said.source.reply == Reply(
        "না", customer="কই? 😀", channel="chat", waited_hours=2.5, kind="draft", language="bn", id="7"
    )
    assert unsaid.source.reply == Reply(
        "না", customer="where?", channel="social", waited_hours=30, kind="canned", language="en"
    )


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_places_are_those_of_the_file(ascii_only: bool, mark: bytes, end: str) -> None:
    text = "প্রিয় রিনা 😀,\n\n“সম্ভব না”\t\\ bye"
    lines = [json.dumps({"n": i, "text": text, "z": "সম্ভব"}, ensure_ascii=ascii_only) for i in range(3)]
    file = end.join(lines) + end
    start = text.index("সম্ভব")
    found = read_all(read, "c.jsonl", mark + file.encode())
    assert len(found) == 3
    for number, source in enumerate(found, 1):
        assert isinstance(source, Placed)
        first, last = places(source, start, start + 8)
        assert first.line == number
        assert (place(line_starts(file), first.offset), place(line_starts(file), last.offset)) == (first, last)
        assert json.loads(f'"{file[first.offset : last.offset]}"') == "সম্ভব না"
        assert lines[number - 1][first.column - 1 : last.column - 1] == file[first.offset : last.offset]
        ending = places(source, len(text), len(text))
        assert file[ending[0].offset - 3 : ending[0].offset + 1] == 'bye"'


def test_lines_are_read_one_by_one() -> None:
    read_so_far = 0

    class Endless(io.RawIOBase):
        def readline(self, size: int | None = -1, /) -> bytes:
            nonlocal read_so_far
            read_so_far += 1
            return '{"text": "না 😀"}\n'.encode()

    source = read("c.jsonl", Endless(), Context())  # type: ignore[arg-type]
    for _ in range(3):
        next(source)
    assert read_so_far <= 4
