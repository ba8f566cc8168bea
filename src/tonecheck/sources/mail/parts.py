"""The parts of a mail and where each stands in its bytes. The standard library reads the header of each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import HeaderParser
from typing import NamedTuple

import regex

# As the standard parser has it: what is no header line begins the body.
_HEADER = regex.compile(r"(?:(?:From |[\x21-\x39\x3b-\x7e]*+:|[ \t])[^\r\n]*+(?:\r\n|\r|\n|\Z))*+")
_LINE_END = regex.compile(r"\r\n|\r|\n")
# Encoded words; white space between them is no part of the text.
_ENCODED = regex.compile(r"=\?[^?\s]++\?[bBqQ]\?[^?]*+\?=(?:\s++=\?[^?\s]++\?[bBqQ]\?[^?]*+\?=)*+")
_DEEPEST = 20
# So much of a header is read: the standard reader takes long over a hostile one.
_LONGEST = 100_000
_MOST = 1000


class Part(NamedTuple):
    """A part that is no container: its header, and where its body stands."""

    header: Message[str, str]
    begin: int
    end: int


def header_of(raw: str, begin: int, end: int) -> tuple[Message[str, str], int]:
    """The header of the part ``raw[begin:end]`` and where its body begins; ``raw`` has a character for each byte."""
    last = _HEADER.match(raw, begin, end).end()  # type: ignore[union-attr]
    # With the older policy: the newer one cannot read every header that mail programs write.
    header = HeaderParser().parsestr(raw[begin : min(last, begin + _LONGEST)])
    blank = _LINE_END.match(raw, last, end)
    return header, blank.end() if blank else last


def words_of(header: Message[str, str], name: str) -> str | None:
    """The value of a field on one line, decoded; ``None`` when there is none."""
    value = header.get(name)
    if value is None:
        return None
    text = str(value).encode("latin-1", "replace").decode("utf-8", "replace")
    return " ".join(_ENCODED.sub(_decoded, text).split()) or None


def _decoded(words: regex.Match[str]) -> str:
    with suppress(HeaderParseError, LookupError, ValueError):
        return str(make_header(decode_header(words[0])))
    return words[0]


def text_parts(raw: str) -> Iterator[Part]:
    """The texts of a mail in its order, plain and HTML; no attachments and no mails in the mail."""
    yield from _inside(raw, 0, len(raw), 0)


def _inside(raw: str, begin: int, end: int, depth: int) -> Iterator[Part]:
    header, body = header_of(raw, begin, end)
    if header.get_content_disposition() == "attachment":
        return
    boundary = header.get_boundary()
    if header.get_content_maintype() == "multipart" and boundary:
        if depth < _DEEPEST:
            for first, last in _between(raw, body, end, boundary):
                yield from _inside(raw, first, last, depth + 1)
    elif header.get_content_type() in ("text/plain", "text/html"):
        yield Part(header, body, end)


def _between(raw: str, begin: int, end: int, boundary: str) -> list[tuple[int, int]]:
    """Where the parts between the lines of a boundary stand; the line end before such a line belongs to it."""
    line = regex.compile(rf"(?:^|(?<=[\r\n]))--{regex.escape(boundary)}(--)?[ \t]*+(?:\r\n|\r|\n|\Z)")
    parts = []
    first = -1
    for hit in line.finditer(raw, begin, end):
        if first >= 0:
            parts.append((first, max(first, _before_line_end(raw, hit.start()))))
        first = hit.end()
        if hit[1] or len(parts) > _MOST:
            return parts
    return [*parts, (first, end)] if first >= 0 else parts


def _before_line_end(raw: str, at: int) -> int:
    if raw[at - 2 : at] == "\r\n":
        return at - 2
    return at - 1 if raw[at - 1] in "\r\n" else at
