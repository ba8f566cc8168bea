from __future__ import annotations

import pytest

from tests.sources.reading import Placed, places, read_all
from tonecheck.errors import InputError
from tonecheck.positions import line_starts, place
from tonecheck.sources.layers import apply_edits, outer_edit
from tonecheck.sources.po.file import read
from tonecheck.sources.source import Context, Edit, SourceReply

TEXT = """# উত্তর 😀
msgid ""
msgstr "Content-Type: text/plain; charset=%s\\nLanguage: bn\\n"

msgid "You must wait."
msgstr ""
"অপেক্ষা 😀 করুন, "
"দুঃখিত।"

msgctxt "closing"
msgid "%%d day"
msgid_plural "%%d days"
msgstr[0] "%%d দিন"
msgstr[1] "%%d দিন 😀"

msgid "Source language only"
msgstr ""

#~ msgid "old"
#~ msgstr "পুরনো"
"""


def replies(data: bytes, context: Context | None = None) -> list[Placed]:
    return [found for found in read_all(read, "bn.po", data, context) if isinstance(found, Placed)]


@pytest.mark.parametrize(
    ("data", "line", "column"), [(TEXT.encode() + b'msgid "x', 21, 7), ("# না\nmsgid x".encode(), 2, 7), (b"a\0", 1, 2)]
)
def test_what_is_no_po_is_an_error_with_its_place(data: bytes, line: int, column: int) -> None:
    with pytest.raises(InputError) as caught:
        replies(data)
    assert caught.value.problems[0][:3] == ("bn.po", line, column)


def test_neither_the_source_language_nor_obsolete_entries_are_read() -> None:
    found = [(placed.source.reply.id, placed.source.reply.text) for placed in replies((TEXT % "UTF-8").encode())]
    assert found == [
        ("You must wait.", "অপেক্ষা 😀 করুন, দুঃখিত।"),
        ("closing", "%d দিন"),
        ("closing", "%d দিন 😀"),
    ]


def test_replies_are_canned_in_the_language_of_the_header() -> None:
    first, *_ = replies(b"\xef\xbb\xbf" + (TEXT % "UTF-8").encode())
    assert (first.source.reply.kind, first.source.reply.language) == ("canned", "bn")
    assert first.source.inside == "$.entries[0].msgstr"


def test_places_are_those_of_the_file() -> None:
    text = (TEXT % "UTF-8").replace("\n", "\r\n")
    first, *_ = replies(text.encode())
    at = first.source.reply.text.index("দুঃখিত")
    start, end = places(first, at, at + len("দুঃখিত"))
    assert text[start.offset : end.offset] == "দুঃখিত"
    assert place(line_starts(text), start.offset) == start
    assert (start.line, start.column) == (8, 2)


def test_an_edit_reads_back() -> None:
    text = TEXT % "UTF-8"
    *_, last = replies(text.encode())
    edit = outer_edit(last.source.layers, Edit(3, 6, 'না "😀"\n'))
    again = [item for item in last.stretch.read(apply_edits(text, [edit])) if isinstance(item, SourceReply)]
    assert [item.reply.text for item in again] == ["অপেক্ষা 😀 করুন, দুঃখিত।", "%d দিন", '%d না "😀"\n 😀']


def test_a_declared_encoding_is_believed_but_not_written() -> None:
    text = '\nmsgid "😀"\nmsgstr "Café est fermé"\n'.replace("😀", "x")
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-1\\n"\n'
    (told,) = replies((head + text).encode("latin-1"))
    assert told.source.reply.text == "Café est fermé"
    assert told.source.read_only == "the file is written in iso8859-1: save it as UTF-8, or give --encoding iso8859-1"
    (named,) = replies((head + text).encode("latin-1"), Context(encoding="iso-8859-1"))
    assert named.source.read_only is None


@pytest.mark.parametrize("charset", ["CHARSET", "UTF-8", "rot13", "zlib", "unicode_escape", "utf-16", "ASCII"])
def test_what_is_no_such_encoding_is_not_believed(charset: str) -> None:
    assert len(replies((TEXT % charset).encode())) == 3
