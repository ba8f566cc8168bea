"""A JSON string literal, character by character, and back in the style of the text that it stands in."""

from __future__ import annotations

import json
from collections.abc import Callable

import regex

from tonecheck.sources.layers import span
from tonecheck.sources.source import Characters, Edit, Layer, Unwritable

_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def layer(source: str, begin: int, style: Callable[[str], str]) -> Layer:
    """The value of the valid JSON string literal whose opening quote is ``source[begin - 1]``, with the way back.
    ``style`` is that of the text around it (see ``style_of``)."""
    text, where = characters(source, begin)

    def write(edit: Edit) -> Edit:
        return Edit(*span(where, edit.start, edit.end), style(edit.words))

    return Layer(text, where, write)


def characters(source: str, begin: int) -> tuple[str, Characters]:
    """The value of the valid JSON string literal whose opening quote is ``source[begin - 1]``, and where each of its
    characters stands in ``source``. A surrogate pair is one character of twelve."""
    parts: list[str] = []
    starts: list[int] = []
    at = begin
    while True:
        stop = _next_special(source, at)
        parts.append(source[at:stop])
        starts.extend(range(at, stop))
        if source[stop] == '"':
            return "".join(parts), Characters(begin, tuple(starts), (*starts[1:], stop) if starts else ())
        starts.append(stop)
        character, at = _escaped(source, stop)
        parts.append(character)


def style_of(source: str) -> Callable[[str], str]:
    """How words are written between the quotes of this JSON text: with ``\\u`` where it is all ASCII, with ``\\/`` and
    ``\\u003c`` where it escapes a slash (as PHP does) or markup. The function raises ``Unwritable``."""
    ascii_only = source.isascii()
    upper = bool(regex.search(r"\\u[0-9a-f]*[A-F]", source)) and not regex.search(r"\\u[0-9A-F]*[a-f]", source)
    extra = {"/": "\\/"} if "\\/" in source and not regex.search(r"[^\\<]/", source) else {}
    for character in "<>&'=":
        escape = f"\\u{ord(character):04x}"
        if escape in source.lower():
            extra[character] = escape.upper().replace("\\U", "\\u") if upper else escape
    table = str.maketrans(extra)

    def write(words: str) -> str:
        if "\0" in words:
            raise Unwritable("a NUL character cannot stand in a reply")
        encoded = json.dumps(words, ensure_ascii=ascii_only)[1:-1]
        if upper and ascii_only:
            encoded = regex.sub(
                r"(?<!\\)((?:\\\\)*)\\u([0-9a-f]{4})", lambda hit: f"{hit[1]}\\u{hit[2].upper()}", encoded
            )
        return encoded.translate(table)

    return write


def _next_special(source: str, at: int) -> int:
    quote = source.index('"', at)
    escape = source.find("\\", at, quote)
    return escape if escape >= 0 else quote


def _escaped(source: str, at: int) -> tuple[str, int]:
    letter = source[at + 1]
    if letter != "u":
        return _ESCAPES[letter], at + 2
    code = int(source[at + 2 : at + 6], 16)
    if 0xD800 <= code < 0xDC00 and source[at + 6 : at + 8] == "\\u":
        low = int(source[at + 8 : at + 12], 16)
        if 0xDC00 <= low < 0xE000:
            return chr(0x10000 + ((code - 0xD800) << 10 | (low - 0xDC00))), at + 12
    return chr(code), at + 6
