"""What exports hold that nobody expects: marks, half characters, values of the wrong kind, copies that are missing."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable

import pytest

from tonecheck.errors import Problem
from tonecheck.sources import source_for
from tonecheck.sources.layers import apply_edits, outer_edit, outer_span
from tonecheck.sources.library import UnknownShape
from tonecheck.sources.source import Context, Edit, SourceReply, Stretch

FRESH = '{"id": 1, "title": "ক", "content_html": %s, "content": %s}'


def stretches(path: str, text: str) -> list[Stretch]:
    found = list(source_for(path)(path, io.BytesIO(text.encode()), Context()))
    assert not [one for one in found if isinstance(one, Problem)]
    return [one for one in found if isinstance(one, Stretch)]


def replies(path: str, text: str) -> list[tuple[Stretch, SourceReply]]:
    found = []
    for stretch in stretches(path, text):
        for item in stretch.read(stretch.text):
            assert isinstance(item, SourceReply)
            found.append((stretch, item))
    return found


def problems(path: str, text: str) -> list[tuple[int, int, str]]:
    found = [item for stretch in stretches(path, text) for item in stretch.read(stretch.text)]
    return [(item.line, item.column, item.message) for item in found if isinstance(item, Problem)]


def canned(content: str) -> str:
    """A library with one reply in plain text, which is this JSON."""
    return f'[{{"name": "হাই", "draft": {{"text": {content}}}}}]'


@pytest.mark.parametrize(
    "content", ["12", "1.5e3", "true", "null", '""', '" \\n\\u00a0"', "[]", '["no 😀"]', '{"x": "না 😀"}']
)
def test_what_is_no_text_is_no_reply(content: str) -> None:
    assert replies("x.json", canned(content)) == []


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ('"A\ufeff B 😀 দুঃ\ufeffখিত"', "A\ufeff B 😀 দুঃ\ufeffখিত"),
        ('"A\\ufeff 😀 \\u09a6"', "A\ufeff 😀 দ"),
        ('"\u202eA\u200f! 😀 দুঃখিত\u200f"', "\u202eA\u200f! 😀 দুঃখিত\u200f"),
        ('"A \\ud83d 😀 \\ude00 দ"', "A \ud83d 😀 \ude00 দ"),
        ('"\\ude00\\ud83d\\ud83d\\ude00 দ"', "\ude00\ud83d😀 দ"),
        ('"A\\u0000 😀 দ\\u0000"', "A\0 😀 দ\0"),
        ('"A\\r\\nB\\rC\\n😀 দ\\u2028"', "A\r\nB\rC\n😀 দ\u2028"),
        ('"\\/দ\\/ 😀 \\\\\\" &#2404;"', '/দ/ 😀 \\" &#2404;'),
    ],
)
def test_every_character_has_its_place(content: str, text: str) -> None:
    ((stretch, source),) = replies("x.json", canned(content))
    assert source.reply.text == text
    for at, character in enumerate(text):
        start, end = outer_span(source.layers, at, at + 1)
        piece = stretch.text[start:end]
        assert piece == character or json.loads(f'"{piece}"') == character
    at = text.index("😀")
    edited = apply_edits(stretch.text, [outer_edit(source.layers, Edit(at, at + 1, "ভালো 🙂"))])
    ((_, again),) = replies("x.json", edited)
    assert again.reply.text == text[:at] + "ভালো 🙂" + text[at + 1 :]


def test_the_last_of_two_members_with_one_name_counts() -> None:
    text = '[{"draft": {"text": "ক 😀"}, "name": "x", "draft": {"text": "A", "text": "খ 😀"}, "name": "হাই"}]'
    ((_, source),) = replies("x.json", text)
    assert (source.reply.text, source.title) == ("খ 😀", "হাই")
    assert outer_span(source.layers, 0, 3) == (text.index("খ"), text.index("খ") + 3)


@pytest.mark.parametrize(
    ("html", "plain", "inside", "text", "twins"),
    [
        ('"<p>ক&#2404; 😀<\\/p>"', '"ক। 😀"', "$.content_html", "ক। 😀", 1),
        ('""', '"ক 😀"', "$.content", "ক 😀", 0),
        ("null", '"ক 😀"', "$.content", "ক 😀", 0),
        ('"<p></p><br>"', '"ক 😀"', "$.content", "ক 😀", 0),
        ('"<p>ক 😀</p>"', '" \\n"', "$.content_html", "ক 😀", 0),
        ('"<p>ক 😀</p>"', "7", "$.content_html", "ক 😀", 0),
    ],
)
def test_a_copy_without_words_is_no_copy(html: str, plain: str, inside: str, text: str, twins: int) -> None:
    ((_, source),) = replies("x.json", FRESH % (html, plain))
    assert (source.inside, source.reply.text, len(source.twins)) == (inside, text, twins)


def test_an_empty_name_is_no_name() -> None:
    (_, first), (_, second) = replies("x.csv", "id,code,reply,name\n,c1,দুঃখিত 😀,\n7,c2,না 😀,x\n")
    assert (first.reply.id, first.title) == ("c1", None)
    assert (second.reply.id, second.title) == ("7", "x")


CELLS = 'id,title,active,actions\r\n1,😀,true,"%s"\r\n'


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("call Rina 😀", None),
        ("[]", None),
        ("{}", None),
        ('[{"field": "comment_value"', "not valid JSON: Expecting ',' delimiter, at character 27"),
        ('[{"field": "comment_value", "value": "দুঃ\r\nখিত 😀"}]', "not valid JSON: Invalid control character, at character 42"),
        ("{😀}", "not valid JSON: Expecting property name enclosed in double quotes, at character 2"),
    ],
)  # fmt: skip
def test_json_in_a_cell_that_is_none(cell: str, problem: str | None) -> None:
    text = CELLS % cell.replace('"', '""')
    assert problems("x.csv", text) == ([(2, 10, f"{problem} of the text in $.actions")] if problem else [])
    ((_, source),) = replies("x.csv", CELLS % '[{""field"": ""comment_value"",\r\n ""value"": ""না\\r\\n😀""}]')
    assert source.reply.text == "না\r\n😀"


def test_a_json_string_in_json_that_is_none() -> None:
    """As above, with a profile that a team wrote."""
    from tonecheck.sources.profile import profile_of

    profile = profile_of("x", {"shape": ["rows[]"], "entry": "rows[]", "texts": [{"path": "data<json>.reply"}]})
    rows = [{"data": '{"reply": "না 😀"}'}, {"data": "দ"}, {"data": '{"reply": '}]
    for path, text in (
        ("x.json", json.dumps({"rows": rows}, ensure_ascii=False)),
        ("x.jsonl", json.dumps({"rows": rows})),
    ):
        context = Context(profile=profile)
        (stretch,) = source_for(path)(path, io.BytesIO(text.encode()), context)
        assert isinstance(stretch, Stretch)
        first, second = stretch.read(stretch.text)
        assert isinstance(first, SourceReply)
        assert first.reply.text == "না 😀"
        start, end = outer_span(first.layers, 3, 4)
        assert json.loads(f'"{text[start:end]}"') == "😀"
        assert isinstance(second, Problem)
        assert second.column == text.rindex('"{') + 1


def _macros(many: int) -> str:
    return json.dumps(
        {
            "macros": [
                {
                    "id": number,
                    "title": f"ক::{number}",
                    "actions": [
                        {"field": "comment_value", "value": f"দুঃখিত {number} 😀, we cannot do this. " * 8},
                        {"field": "comment_value_html", "value": f"<p>দুঃখিত {number} &#128512;, we <b>cannot</b> do this. </p>" * 8},
                    ],
                }
                for number in range(many)
            ]
        }
    )  # fmt: skip


def _cells(many: int) -> str:
    rows = (json.loads(_macros(many)))["macros"]
    cells = (json.dumps(row["actions"]).replace('"', '""') for row in rows)
    return "title,active,actions\n" + "".join(f'x,true,"{cell}"\n' for cell in cells)


def _lines(many: int) -> str:
    return "".join(json.dumps(row) + "\n" for row in json.loads(_macros(many))["macros"])


@pytest.mark.parametrize(("path", "macros"), [("x.json", _macros), ("x.csv", _cells), ("x.jsonl", _lines)])
def test_ten_times_the_macros_take_some_ten_times_as_long(path: str, macros: Callable[[int], str]) -> None:
    def seconds(text: str) -> float:
        begun = time.process_time()
        replies(path, text)
        return time.process_time() - begun

    few, many = macros(40), macros(400)
    seconds(few)
    assert seconds(many) < 0.1 + 25 * seconds(few)


@pytest.mark.parametrize(
    "text",
    [
        "[" + ",".join(["[" * 300 + '"দ😀"' + "]" * 300] * 300) + "]",
        "[" + ",".join(['{"short_code": "দ😀"}'] * 10_000) + ', {"content": 1}]',
        '{"macros": 1, "actions": 1, "a": [' + ",".join(['{"x":' * 150 + '"দ😀"' + "}" * 150] * 200) + "]}",
    ],
    ids=["deep", "nearly", "named"],
)
def test_a_large_file_of_no_known_shape_is_soon_refused(text: str) -> None:
    begun = time.process_time()
    with pytest.raises(UnknownShape):
        replies("x.json", text)
    assert time.process_time() - begun < 5
