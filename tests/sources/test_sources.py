"""What holds for every source."""

from __future__ import annotations

import io
import json
from importlib import import_module

import pytest

from tonecheck.model import Reply
from tonecheck.positions import line_starts, place
from tonecheck.sources import SUFFIXES, source_for, suffix
from tonecheck.sources.source import Context, SourceReply, places

TEXT = "প্রিয় রিনা 😀,\n\nদুঃখিত, এটা সম্ভব না।\n"
FILES = {
    "plain": TEXT.replace("\n", "\r\n"),
    "conversation": json.dumps({"id": "৭", "text": TEXT}, ensure_ascii=False) + "\n",
}


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


@pytest.mark.parametrize("name", sorted(set(SUFFIXES.values())))
def test_contract(name: str) -> None:
    path = next(f"না{ending}" for ending, module in SUFFIXES.items() if module == name)
    file = FILES[name]
    (source,) = source_for(path)(path, io.BytesIO(b"\xef\xbb\xbf" + file.encode()), Context(channel="chat"))
    assert isinstance(source, SourceReply)
    assert source.path == path
    assert source.reply.channel == "chat"
    start = source.reply.text.index("সম্ভব না")
    first, last = places(source, start, start + len("সম্ভব না"))
    assert file[first.offset : last.offset] == "সম্ভব না"
    assert place(line_starts(file), first.offset) == first
    assert place(line_starts(file), last.offset) == last


def test_plain_keeps_the_text_as_it_is() -> None:
    (source,) = source_for("a.md")("a.md", io.BytesIO(FILES["plain"].encode()), Context(customer="কই?"))
    assert isinstance(source, SourceReply)
    assert source.reply == Reply(FILES["plain"], customer="কই?")
    assert source.characters is None
