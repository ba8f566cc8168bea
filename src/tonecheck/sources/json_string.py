"""A JSON string literal, character by character."""

from __future__ import annotations

from tonecheck.sources.source import Characters

_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


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
