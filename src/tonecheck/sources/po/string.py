"""The words between the quotes of a gettext PO file, piece by piece and character by character, and back."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from tonecheck.sources.layers import unbroken
from tonecheck.sources.source import Characters, Edit, Layer, Unwritable

_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "v": "\v", "f": "\f", '"': '"', "\\": "\\"}
_WRITTEN = str.maketrans({character: f"\\{letter}" for letter, character in _LETTERS.items()})
_INSIDE = regex.compile(r'(?:[^"\\]++|\\.)*+', flags=regex.DOTALL)
_ESCAPE = regex.compile(r'\\(?:([ntrabvf"\\])|([0-7]{1,3})|x([0-9a-fA-F]++))')


def layer(source: str, begin: int, end: int, fuzzy: bool) -> Layer:
    """The strings of ``source[begin:end]`` joined, with the way back. ``begin`` is at the first opening quote, or amid
    a string; ``end`` behind the last closing quote, or amid it. In a fuzzy entry nothing is written."""
    text, where = characters(source, begin, end)

    def write(edit: Edit) -> Edit:
        if fuzzy:
            raise Unwritable("the entry is fuzzy: a translator has to look at it first")
        first, last = unbroken(where, edit.start, edit.end, "the end of a line")
        if "\0" in edit.words:
            raise Unwritable("a NUL character cannot stand in a reply")
        words = edit.words.translate(_WRITTEN)
        # An octal or hexadecimal escape would take in a digit that is put behind it.
        edited = characters(
            f"{source[begin:first]}{words}{source[last:end]}", 0, end - begin + len(words) - last + first
        )
        if edited[0] != text[: edit.start] + edit.words + text[edit.end :]:
            raise Unwritable("the words would become part of the escape beside them")
        return Edit(first, last, words)

    return Layer(text, where, write)


def characters(source: str, begin: int, end: int) -> tuple[str, Characters]:
    """The value of the strings in ``source[begin:end]``, and where each of its characters stands in ``source``."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    pieces = list(_pieces(source, begin, end))
    for first, last in pieces:
        at = first
        while at < last:
            stop = source.find("\\", at, last)
            stop = last if stop < 0 else stop
            parts.append(source[at:stop])
            starts.extend(range(at, stop))
            ends.extend(range(at + 1, stop + 1))
            at = stop
            if stop < last:
                character, at = _escaped(source, stop)
                parts.append(character)
                starts.append(stop)
                ends.append(at)
    return "".join(parts), Characters(starts[0] if starts else pieces[0][0], tuple(starts), tuple(ends))


def _pieces(source: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The insides of the strings; between them are white space and the marks of obsolete lines."""
    at = begin + 1 if source[begin : min(begin + 1, end)] == '"' else begin
    while at <= end:
        last = _INSIDE.match(source, at, end).end()  # type: ignore[union-attr]
        yield at, last
        quote = source.find('"', last + 1, end)
        at = quote + 1 if quote >= 0 else end + 1


def _escaped(source: str, at: int) -> tuple[str, int]:
    """The character that an escape stands for and where the escape ends. One that has no meaning, or is a byte of an
    older encoding, stays as it is written."""
    hit = _ESCAPE.match(source, at)
    if hit and hit[1]:
        return _LETTERS[hit[1]], hit.end()
    code = 0 if hit is None else int(hit[2], 8) if hit[2] else int(hit[3][-3:], 16)
    return (chr(code), hit.end()) if hit and 0 < code < 128 and len(hit[3] or "") < 4 else ("\\", at + 1)
