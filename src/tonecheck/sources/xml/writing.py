"""Words into the text of XML: escaped as their neighbours are, or not at all."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import regex

from tonecheck.sources.layers import unbroken
from tonecheck.sources.source import Edit, Layer, Unwritable
from tonecheck.sources.xml.text import words_of

# What XML 1.0 cannot say, not even as a number.
_FORBIDDEN = regex.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECLARED = regex.compile(r"""<\?xml[^>]*?encoding\s*=\s*["'](?!utf-?8["'])""", flags=regex.IGNORECASE)


class Style(NamedTuple):
    """How a file is written: its line ends, and numbers, ``x`` for hexadecimal ones, in place of other characters than
    those of ASCII; ``ascii_only`` where its encoding may not have those."""

    line_end: str
    number: str | None
    ascii_only: bool


def layer(source: str, begin: int, end: int) -> Layer:
    """The text of an element, ``source[begin:end]`` being what is between its tags, or of an attribute, between its
    quotes; with the way back."""
    quote = source[begin - 1]
    attribute = quote != ">"
    text, where, cdata = words_of(source, begin, end, attribute)

    def write(edit: Edit) -> Edit:
        first, last = unbroken(where, edit.start, edit.end, "markup")
        edited = text[: edit.start] + edit.words + text[edit.end :]
        if not attribute and (not edited or edited.isspace()):
            raise Unwritable("no text would be left in the element")
        if _FORBIDDEN.search(edit.words):
            raise Unwritable("XML has no way to write a control character")
        style = style_of(source)
        if any(start <= first <= stop for start, stop in cdata):
            words = _in_cdata(edit.words, style)
        elif attribute:
            words = _numbered(_escaped(edit.words, quote).translate({9: "&#9;", 10: "&#10;", 13: "&#13;"}), style)
        else:
            words = _escaped(edit.words, _escaped_quotes(source[begin:end])).replace("\r", "&#13;")
            words = _numbered(words.replace("\n", style.line_end), style)
        before, after = source[begin:first], source[last:end]
        if not attribute and "]]>" in before[-2:] + words + after[:2]:
            raise Unwritable("]]> cannot stand in the text of XML")
        whole = f"{quote}{before}{words}{after}"
        if words_of(whole, 1, len(whole), attribute).text != edited:
            raise Unwritable("the line ends of the file are mixed")
        return Edit(first, last, words)

    return Layer(text, where, write)


# All texts of a file share its style; only that of the last file is kept.
@lru_cache(maxsize=1)
def style_of(source: str) -> Style:
    """The style of an XML text."""
    line_end = regex.search(r"\r\n?|\n", source)
    declared = _DECLARED.match(source) is not None
    number = ("x" if "&#x" in source else "") if declared or source.isascii() else None
    return Style(line_end[0] if line_end else "\n", number, declared)


def _escaped_quotes(raw: str) -> str:
    return "".join(mark for mark, name in (('"', "&quot;"), ("'", "&apos;")) if name in raw and mark not in raw)


def _escaped(words: str, quotes: str) -> str:
    words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    words = words.replace('"', "&quot;") if '"' in quotes else words
    return words.replace("'", "&apos;") if "'" in quotes else words


def _numbered(words: str, style: Style) -> str:
    if style.number is None or words.isascii():
        return words
    write = "&#x{:x};" if style.number else "&#{};"
    return "".join(character if character.isascii() else write.format(ord(character)) for character in words)


def _in_cdata(words: str, style: Style) -> str:
    if "\r" in words:
        raise Unwritable("a carriage return cannot stand in CDATA")
    if style.ascii_only and not words.isascii():
        raise Unwritable("the encoding of the file may not have these letters, and CDATA no other way to write them")
    return words.replace("\n", style.line_end)
