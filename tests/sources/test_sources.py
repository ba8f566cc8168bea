"""What holds for every source."""

from __future__ import annotations

import html
import io
import json
import zipfile
from importlib import import_module

import pytest

from tests.sources.reading import Placed, places, read_all
from tonecheck.errors import InputError, Problem
from tonecheck.fixes import Fix
from tonecheck.fixing import fix_one
from tonecheck.model import Finding, Suggestion
from tonecheck.positions import line_starts, place
from tonecheck.sources import SUFFIXES, source_for, suffix
from tonecheck.sources.layers import outer_edit
from tonecheck.sources.source import Context, Edit, Unwritable

WORDS = "সম্ভব না 😀 নয়"
TEXT = f"প্রিয় রিনা 😀, এটা {WORDS}। ভালো থাকবেন।"


def _zipped(name: str, data: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, data)
    return stream.getvalue()


# A small file for each module: the words stand in it as they are, or escaped.
FILES: dict[str, str] = {
    "plain": TEXT,
    "markdown.file": f"---\ntitle: 😀\n---\n\n**প্রিয়** {TEXT}\n",
    "html.file": f"<p>😀 <b>প্রিয়</b>&nbsp;রিনা</p><p>{TEXT}</p>",
    "json.file": json.dumps([{"short_code": "😀", "content": TEXT}], ensure_ascii=False),
    "json.lines": json.dumps({"id": "৭", "text": TEXT}, ensure_ascii=False) + "\n",
    "csv.file": f'id,reply\r\n😀,"{TEXT}"\r\n',
    "yaml.file": f"matches:\n  - trigger: 😀\n    replace: {TEXT}\n",
    "po.file": f'msgid ""\nmsgstr "Language: bn\\n"\n\nmsgid "😀"\nmsgstr "{TEXT}"\n',
    "xml.file": f"<EmailTemplate><name>😀</name><textOnly>{TEXT}</textOnly></EmailTemplate>",
    "mail.file": f"Subject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{TEXT}\n",
    "archive.file": TEXT,
}
EXACT = sorted(set(FILES) - {"archive.file"})
WRITTEN = sorted(set(EXACT) - {"mail.file"})


def data_of(name: str) -> bytes:
    return _zipped("না😀.txt", TEXT) if name == "archive.file" else FILES[name].encode()


def path_of(name: str) -> str:
    return next(f"না{ending}" for ending, module in SUFFIXES.items() if module == name)


def only(name: str, data: bytes, context: Context | None = None) -> Placed:
    (found,) = read_all(source_for(path_of(name)), path_of(name), data, context)
    assert isinstance(found, Placed)
    return found


@pytest.mark.parametrize(
    ("path", "expected"),
    [("a.TXT", ".txt"), ("a.b/c", ""), ("a.b\\c", ""), (".md", ""), ("না😀.jsonl", ".jsonl"), ("-", ""), ("x.", ".")],
)
def test_suffix(path: str, expected: str) -> None:
    assert suffix(path) == expected


def test_every_suffix_has_its_module_and_what_is_unknown_is_plain() -> None:
    for ending, name in SUFFIXES.items():
        assert source_for(f"x{ending}") is import_module(f"tonecheck.sources.{name}").read
    assert source_for("-") is import_module("tonecheck.sources.plain").read
    assert set(FILES) == set(SUFFIXES.values())


@pytest.mark.parametrize("name", sorted(FILES))
@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"\x00\x01\x02", b"{[<%'\"\n\t---\n", b"\x89PNG\r\n\x1a\n\xe9"])
def test_what_is_no_such_file_is_told_and_never_a_crash(name: str, data: bytes) -> None:
    try:
        found = read_all(source_for(path_of(name)), path_of(name), data)
    except InputError as error:
        found = list(error.problems)
    problems = [item for item in found if isinstance(item, Problem)]
    assert all(problem.path and problem.message and problem.hint for problem in problems)


@pytest.mark.parametrize("name", sorted(FILES))
def test_what_the_caller_says_of_the_replies(name: str) -> None:
    reply = only(
        name, data_of(name), Context(customer="কই?", channel="social", waited_hours=3, kind="draft")
    ).source.reply
    assert (reply.customer, reply.channel, reply.waited_hours, reply.kind) == ("কই?", "social", 3, "draft")
    assert WORDS in reply.text


@pytest.mark.parametrize("name", EXACT)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_words_stand_where_they_are(name: str, mark: bytes) -> None:
    if mark and name == "mail.file":
        pytest.skip("a mail begins with its headers")
    placed = only(name, mark + data_of(name))
    file = FILES[name]
    start = placed.source.reply.text.index(WORDS)
    first, last = places(placed, start, start + len(WORDS))
    assert html.unescape(file[first.offset : last.offset]) == WORDS
    assert place(line_starts(file), first.offset) == first
    assert place(line_starts(file), last.offset) == last


@pytest.mark.parametrize("name", WRITTEN)
def test_other_words_are_written_in_their_place(name: str) -> None:
    placed = only(name, data_of(name))
    start = placed.source.reply.text.index(WORDS)
    edit = Edit(start, start + len(WORDS), 'হবে 🙂 "কাল"')
    outer = outer_edit(placed.source.layers, edit)
    stretch = placed.stretch.text
    edited = stretch[: outer.start] + outer.words + stretch[outer.end :]
    (after,) = [item for item in placed.stretch.read(edited) if not isinstance(item, Problem)]
    assert after.reply.text == placed.source.reply.text.replace(WORDS, 'হবে 🙂 "কাল"')  # type: ignore[union-attr]


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("words", ["\ud83d", "😀\udc00না"], ids=["half", "other half"])
def test_half_a_character_is_never_written(name: str, words: str) -> None:
    placed = only(name, data_of(name))
    start = placed.source.reply.text.index(WORDS)
    finding = Finding("r", "error", "bn", "", start, start + 2, WORDS[:2], (), ())
    fix = Fix(finding, Suggestion(words, start, start + 2, "safe"))
    with pytest.raises(Unwritable):
        fix_one(placed.stretch, placed.stretch.text, [placed.source], 0, fix, "utf-8", by_hand=False)
