"""A mail that was saved: the text part is a draft. Read only: a mail is written anew by the program that sends it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import BinaryIO

from tonecheck.errors import InputError, Problem
from tonecheck.positions import line_starts
from tonecheck.sources.bodies import body_layer
from tonecheck.sources.decode import decode
from tonecheck.sources.library import UnknownShape
from tonecheck.sources.mail.parts import Part, header_of, text_parts, words_of
from tonecheck.sources.mail.text import text_of_part
from tonecheck.sources.replies import reply_of
from tonecheck.sources.source import Context, Edit, Item, Layer, Layers, SourceReply, Stretch, Unwritable

READ_ONLY = "a mail file is only read"


def read(path: str, file: BinaryIO, context: Context) -> Iterator[Stretch]:
    """The draft of a mail: its first text/plain part, else its first text/html part; attachments are left out. Raises
    ``InputError`` for what is no text, or is a mail without any."""
    text, data, codec = _decoded(file.read(), path)
    raw = data.decode("latin-1")
    parts = list(text_parts(raw))
    part = next((part for part in parts if part.header.get_content_type() == "text/plain"), None)
    part = part or next(iter(parts), None)
    if part is None:
        raise UnknownShape(Problem(path, 0, 0, "there is no text in this mail", "save the reply itself as text"))
    layers = _layers(part, data, codec, context.encoding)
    header, _ = header_of(raw, 0, len(raw))
    language = words_of(part.header, "Content-Language") or words_of(header, "Content-Language")
    reply = reply_of(layers[0].text, context, channel="email", kind="draft", language=language)
    found = SourceReply(reply, layers, words_of(header, "Subject"), read_only=READ_ONLY)

    def replies(_: str) -> Iterator[Item]:
        yield found

    yield Stretch(text, line_starts(text), replies)


def _decoded(data: bytes, path: str) -> tuple[str, bytes, str]:
    """The text of the file, the bytes of the mail, and the codec between them: a character a byte where the parts are
    in several encodings and not all in UTF-8."""
    try:
        text = decode(data, path)
    except InputError:
        if b"\0" in data:
            raise
        return data.decode("latin-1"), data, "latin-1"
    return text, text.encode("utf-8"), "utf-8"


def _layers(part: Part, data: bytes, codec: str, usual: str) -> Layers:
    header = part.header
    transfer = str(header.get("Content-Transfer-Encoding", "")).strip().lower()
    charset = header.get_content_charset() or usual
    raw = data[part.begin : part.end]
    places = _places(raw, len(data[: part.begin].decode(codec)), codec)
    text, where = text_of_part(raw, transfer, charset, places)
    layer = Layer(text, where, _refuse)
    return (body_layer("html", text), layer) if header.get_content_type() == "text/html" else (layer,)


def _places(raw: bytes, offset: int, codec: str) -> Sequence[int]:
    """Where each byte of a part stands in the text of the file, and one more for the end."""
    if codec != "utf-8" or raw.isascii():
        return range(offset, offset + len(raw) + 1)
    # The bytes of a character behind its first begin with the bits 10.
    return list(accumulate((byte & 0xC0 != 0x80 for byte in raw), initial=offset))


def _refuse(edit: Edit) -> Edit:
    raise Unwritable(READ_ONLY)
