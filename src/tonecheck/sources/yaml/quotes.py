"""Words of YAML on one line: when they need quotes, and how double quotes write them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import regex
import yaml

from tonecheck.sources.source import Edit

_ESCAPES = {
    '"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\v": "\\v", "\f": "\\f", "\r": "\\r",
    "\x1b": "\\e", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P",
}  # fmt: skip
_SPACE = " \t\r\n\x85\u2028\u2029"
_UNPRINTABLE = r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"


class Style(NamedTuple):
    """How double quotes write what is not ASCII: with escapes, and those with capital letters."""

    escapes: bool
    capitals: bool


def style_of(source: str, written: str) -> Style:
    """The style of what stands between double quotes, where it has escapes or letters that are not ASCII; else that of
    the whole source."""
    for piece in (written, _facts(source)):
        escapes = "\\u" in piece or "\\U" in piece
        if escapes or not piece.isascii():
            capitals = not regex.search(r"\\[uU][0-9A-F]*[a-f]", piece)
            return Style(escapes and piece.isascii(), capitals)
    return Style(False, True)


def quoted(words: str, style: Style) -> str:
    """Words as they stand between double quotes, on one line."""
    if words.isascii() and not regex.search(r'[\x00-\x1f\x7f"\\]', words):
        return words
    return "".join(_written(character, style) for character in words)


def quoted_source(written: str) -> str:
    """A stretch of an unquoted text, with its line breaks, as it stands between double quotes."""
    return written.replace("\\", "\\\\").replace('"', '\\"')


def is_plain(value: str, edit: Edit, flow: bool) -> bool:
    """Whether a text that was unquoted can stay so after an edit that made it ``value``; ``flow`` is within ``[]``."""
    if not value or value[0] in _SPACE or value[-1] in _SPACE or regex.search(_UNPRINTABLE, edit.words):
        return False
    # Signs that were there before are proven where they stand; at the beginning the next character matters too.
    if edit.start < 2 and value[0] in "-?:,[]{}#&*!|>'\"%@`":
        return False
    if regex.search(rf":(?:[{_SPACE}]|\Z)|[{_SPACE}]#", value):
        return False
    if flow and (regex.search(r"[,\[\]{}?]", edit.words) or regex.search(r":[,\[\]{}?]", value)):
        return False
    return not _is_more(value)


def _is_more(value: str) -> bool:
    """Whether programs may read an unquoted text as a number, a date, a truth value or nothing."""
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers.get(value[0], ())
    return any(pattern.match(value) for _, pattern in resolvers)


def _written(character: str, style: Style) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    code = ord(character)
    if regex.match(_UNPRINTABLE, character) or (style.escapes and code > 0x7F):
        digits = f"{code:04x}" if code < 0x10000 else f"{code:08x}"
        return f"\\{'u' if code < 0x10000 else 'U'}{digits.upper() if style.capitals else digits}"
    return character


@lru_cache(maxsize=2)
def _facts(source: str) -> str:
    """As much of a text as tells its style: a letter that is not ASCII, or its escapes."""
    if not source.isascii():
        return "ন"
    return "".join(regex.findall(r"\\[uU][0-9a-fA-F]{4,8}", source))
