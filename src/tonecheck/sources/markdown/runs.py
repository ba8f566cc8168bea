"""The characters of a block without the marks of what it stands in, and where they stand in the source."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

import regex

from tonecheck.sources.markdown.blocks import Block
from tonecheck.sources.markdown.inline import Piece

Span = tuple[int, int]
_PREFIX = r"[ \t]*(?:(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)*"


class Runs(NamedTuple):
    """``content`` is put together of runs of the source: the one from ``inner[i]`` on stands at ``outer[i]``."""

    content: str
    inner: list[int]
    outer: list[int]

    def pieces(self, pieces: list[Piece]) -> list[Piece]:
        """Pieces of the content as pieces of the source."""
        return [Piece(self._at(start), self._at(end - 1) + 1, text) for start, end, text in pieces]

    def _at(self, offset: int) -> int:
        run = bisect_right(self.inner, offset) - 1
        return self.outer[run] + offset - self.inner[run]


def runs_of(source: str, spans: list[Span], joint: str = "\n") -> Runs:
    """The content that spans of the source make up, with a line end (or nothing) between them."""
    parts: list[str] = []
    inner: list[int] = []
    at = 0
    for start, end in spans:
        inner.append(at)
        parts.append(source[start:end])
        at += end - start + len(joint)
    return Runs(joint.join(parts), inner, [start for start, _ in spans])


def content_spans(source: str, lines: list[Span], content: str) -> list[Span] | None:
    """Where the lines of a block's content stand in its lines, at whose ends they are; the last one without the space
    behind it. ``None`` when they do not fit, which no text should bring about."""
    wanted = content.split("\n")
    if len(wanted) != len(lines):
        return None
    spans = []
    for (start, end), words in zip(lines, wanted, strict=True):
        trimmed = start + len(source[start:end].rstrip(" \t"))
        begin = trimmed - len(words.strip(" \t"))
        if begin < start:
            return None
        spans.append((begin, end))
    spans[-1] = (spans[-1][0], spans[-1][0] + len(wanted[-1].strip(" \t")))
    return spans


def heading_span(source: str, line: Span, content: str) -> Span | None:
    """Where the words of a heading with hashes stand in its line."""
    start, end = line
    end = start + len(source[start:end].rstrip(" \t"))
    bare = start + len(source[start:end].rstrip("#"))
    if start < bare < end and source[bare - 1] in " \t":
        end = start + len(source[start:bare].rstrip(" \t"))
    return (end - len(content), end) if content and end - len(content) > start else None


def row_cells(source: str, line: Span) -> tuple[list[Piece], list[Runs]]:
    """The pieces that part the cells of a table's row, and its cells. A bar between two cells is a line break."""
    start, end = line
    start = regex.compile(_PREFIX).match(source, start, end).end()  # type: ignore[union-attr]
    bars = [at for at in range(start, end) if source[at] == "|" and (at == start or source[at - 1] != "\\")]
    edges = [start - 1, *bars, end]
    pieces: list[Piece] = []
    cells: list[Runs] = []
    done = start
    for before, after in pairwise(edges):
        first, last = _trimmed(source, before + 1, after)
        if first == last and (before < start or after == end):
            continue
        if first == last:
            first = last = after
        pieces.append(Piece(done, first, "\n" if cells else ""))
        cells.append(_cell(source, first, last, pieces))
        done = last
    pieces.append(Piece(done, end, ""))
    return [piece for piece in pieces if piece.start < piece.end], cells


def _cell(source: str, first: int, last: int, pieces: list[Piece]) -> Runs:
    spans = []
    start = first
    for at in range(first, last):
        # An escaped bar is one for every part of the cell, even for code.
        if source[at] == "|" and source[at - 1] == "\\":
            spans.append((start, at - 1))
            pieces.append(Piece(at - 1, at + 1, "|"))
            start = at
    return runs_of(source, [*spans, (start, last)], "")


def _trimmed(source: str, start: int, end: int) -> Span:
    words = source[start:end]
    stripped = words.strip(" \t")
    start += len(words) - len(words.lstrip(" \t")) if stripped else 0
    return start, start + len(stripped)


def code_spans(source: str, lines: list[Span], block: Block) -> list[Span]:
    """The lines of a block that is left out, without the marks of the quotation that it stands in."""
    spans = []
    for number, (start, end) in enumerate(lines):
        begin = start
        if number == 0 and block.kind == "fence":
            begin = source.index(block.markup, start)
        elif number == 0 and block.kind == "code_block":
            begin = end - len(block.content.partition("\n")[0].lstrip(" \t"))
            begin = start + len(source[start:begin].rstrip(" \t"))
        elif number == 0 or "blockquote" in block.path:
            prefix = _PREFIX if number == 0 else r"[ \t]*(?:>[ \t]?)*"
            begin = regex.compile(prefix).match(source, start, end).end()  # type: ignore[union-attr]
        spans.append((max(begin, start), end))
    return [span for span in spans if span[0] < span[1]]
