"""The only place that turns offsets into lines and columns.

Offsets are code points from 0, lines and columns count from 1. Lines end at ``\n``, ``\r\n`` and ``\r`` and nowhere
else: editors do not break a line at U+2028 or U+0085, as ``str.splitlines`` would.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Place(NamedTuple):
    """A position in a file: line and column from 1 in code points, offset from 0."""

    line: int
    column: int
    offset: int


def line_starts(text: str) -> tuple[int, ...]:
    """The offset at which each line of ``text`` begins; never empty."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    at = text.find("\r")
    if at < 0:
        return tuple(starts)
    while at >= 0:
        if text[at + 1 : at + 2] != "\n":
            starts.append(at + 1)
        at = text.find("\r", at + 1)
    return tuple(sorted(starts))


def place(starts: tuple[int, ...], offset: int) -> Place:
    """Where ``offset`` stands in the text whose ``line_starts`` are ``starts``."""
    line = bisect_right(starts, offset)
    return Place(line, offset - starts[line - 1] + 1, offset)


def utf16_column(before: str) -> int:
    """The column from 1 in UTF-16 code units of what stands behind ``before`` in its line: an emoji, outside the basic
    plane, is two."""
    return len(before.encode("utf-16-le", "surrogatepass")) // 2 + 1


def utf8_column(before: str) -> int:
    """The column from 1 in UTF-8 bytes of what stands behind ``before`` in its line: a Bengali letter is three."""
    return len(before.encode("utf-8", "surrogatepass")) + 1
