from __future__ import annotations

import pytest

from tests.sources.reading import Placed, places, read_all
from tonecheck.errors import InputError
from tonecheck.sources.layers import apply_edits, outer_edit
from tonecheck.sources.source import Context, Edit, SourceReply
from tonecheck.sources.xml.file import read

TEXT = """<?xml version="1.0" encoding="%s"?>
<EmailTemplate xmlns="http://soap.sforce.com/2006/04/metadata">
    <available>%s</available>
    <name>Case closed</name>
    <subject>Your case {!Case.CaseNumber}</subject>
    <textOnly>প্রিয় 😀 {!Contact.FirstName},

টাকা &amp; ছবি না দিলে হবে না।</textOnly>
</EmailTemplate>
"""


def replies(data: bytes, context: Context | None = None) -> list[Placed]:
    return [found for found in read_all(read, "x.email-meta.xml", data, context) if isinstance(found, Placed)]


@pytest.mark.parametrize(("text", "place"), [("<a>না😀\n  </b>", (2, 5)), ("<a>\n না😀 &laugh;</a>", (2, 6))])
def test_what_is_no_xml_is_an_error_with_its_place(text: str, place: tuple[int, int]) -> None:
    with pytest.raises(InputError) as caught:
        replies(text.encode())
    assert caught.value.problems[0][1:3] == place


def test_what_is_of_no_known_shape_is_told() -> None:
    with pytest.raises(InputError, match="no replies are known") as caught:
        replies("<a>না 😀</a>".encode())
    assert caught.value.unknown


def test_a_template_out_of_use_is_not_read() -> None:
    assert replies((TEXT % ("UTF-8", "false")).encode()) == []


def test_subject_and_text_are_read_at_their_places() -> None:
    text = (TEXT % ("UTF-8", "true")).replace("\n", "\r\n")
    subject, body = replies(b"\xef\xbb\xbf" + text.encode())
    assert subject.source.reply.text == "Your case {!Case.CaseNumber}"
    assert body.source.reply.text == "প্রিয় 😀 {!Contact.FirstName},\n\nটাকা & ছবি না দিলে হবে না।"
    assert (body.source.title, body.source.inside) == ("Case closed", "$.EmailTemplate[0].textOnly[0]['#text']")
    start = body.source.reply.text.index("& ছবি")
    first, last = places(body, start, start + 5)
    assert text[first.offset : last.offset] == "&amp; ছবি"
    assert (first.line, first.column) == (8, 6)


def test_an_edit_reads_back() -> None:
    _, body = replies((TEXT % ("UTF-8", "true")).encode())
    edit = outer_edit(body.source.layers, Edit(0, 6, 'না "😀" <&\n'))
    _, again = (
        item for item in body.stretch.read(apply_edits(body.stretch.text, [edit])) if isinstance(item, SourceReply)
    )
    assert again.reply.text == 'না "😀" <&\n' + body.source.reply.text[6:]


def test_a_declared_encoding_is_believed_but_not_written() -> None:
    data = (TEXT % ("iso-8859-1", "true")).replace("প্রিয় 😀", "Café").encode("latin-1", "xmlcharrefreplace")
    _, body = replies(data)
    assert body.source.reply.text.startswith("Café {!Contact")
    assert body.source.reply.text.endswith("না।")
    assert "save it as UTF-8, or give --encoding iso8859-1" in (body.source.read_only or "")
    _, named = replies(data, Context(encoding="iso-8859-1"))
    assert named.source.read_only is None
    edited = apply_edits(named.stretch.text, [outer_edit(named.source.layers, Edit(0, 4, "না😀"))])
    assert edited.encode("latin-1").decode("latin-1").count("&#2472;&#2494;&#128512;") == 1


def test_an_encoding_that_is_declared_wrongly_is_an_error() -> None:
    with pytest.raises(InputError, match="not UTF-8 text"):
        replies((TEXT % ("rot13", "true")).encode("utf-8") + b"\xff")
