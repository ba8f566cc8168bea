"""The text of a mail's part, character by character, through its transfer encoding and its charset."""

from __future__ import annotations

import binascii
import codecs
from collections.abc import Sequence
from itertools import accumulate

import regex

from tonecheck.sources.source import Characters

# As the standard decoder reads it: a byte, the end of a line that goes on, a doubled mark, what stands for itself.
_QUOTED = regex.compile(
    rb"=(?P<byte>[0-9A-Fa-f]{2})|(?P<soft>=(?:\r[^\n]*+\n?+|\n|\Z))|(?P<mark>==)"
    rb"|(?P<plain>(?:[^=]++|=(?![0-9A-Fa-f]{2}|[\r\n=]|\Z))++)"
)
_NO_BASE64 = regex.compile(rb"[^A-Za-z0-9+/]++")
_NO_CHARSETS = ("idna", "punycode", "undefined")


def text_of_part(raw: bytes, transfer: str, charset: str, places: Sequence[int]) -> tuple[str, Characters]:
    """The text that the bytes of a part are, and where its characters stand: ``places[i]`` is where byte ``i`` does,
    with one more for the end.

    Exact for parts that are written as they are and for quoted-printable ones; a character of a base64 part, or of an
    encoding in which characters cannot be told apart, stands for the first line of the part.
    """
    codec = _codec(charset)
    starts: Sequence[int] = range(len(raw))
    ends: Sequence[int] = range(1, len(raw) + 1)
    data = raw
    if transfer == "base64":
        data = _base64(raw)
    elif transfer == "quoted-printable":
        data, starts, ends = _quoted(raw)
    text = data.decode(codec, "replace")
    sizes = [len(character.encode(codec, "replace")) for character in text]
    if transfer == "base64" or sum(sizes) != len(data) or text.encode(codec, "replace") != data:
        line = raw.find(b"\n")
        last = places[line if line >= 0 else -1]
        return text, Characters(places[0], [places[0]] * len(text), [last] * len(text))
    firsts = list(accumulate(sizes, initial=0))
    return text, Characters(
        places[starts[0]] if text else places[0],
        [places[starts[at]] for at in firsts[:-1]],
        [places[ends[at - 1]] for at in firsts[1:]],
    )


def _quoted(raw: bytes) -> tuple[bytes, list[int], list[int]]:
    data = bytearray()
    starts: list[int] = []
    ends: list[int] = []
    for hit in _QUOTED.finditer(raw):
        match hit.lastgroup:
            case "byte":
                data.append(int(hit["byte"], 16))
            case "mark":
                data += b"="
            case "plain":
                data += hit[0]
                starts.extend(range(*hit.span()))
                ends.extend(range(hit.start() + 1, hit.end() + 1))
                continue
            case _:
                continue
        starts.append(hit.start())
        ends.append(hit.end())
    return bytes(data), starts, ends


def _base64(raw: bytes) -> bytes:
    letters = _NO_BASE64.sub(b"", raw)
    if len(letters) % 4 == 1:
        letters = letters[:-1]
    return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))


def _codec(charset: str) -> str:
    """The codec of a charset; UTF-8 for what is none, and in place of ASCII, which is part of it."""
    try:
        name = codecs.lookup(charset).name
        usable = name not in _NO_CHARSETS and "a".encode(name).decode(name) == "a"
    except (LookupError, ValueError):
        return "utf-8"
    return name if usable and name != "ascii" else "utf-8"
