"""A Markdown text to its words: which characters of the source are marks, and what stands in their place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import regex

from tonecheck.positions import line_starts
from tonecheck.sources.layers import unmapped
from tonecheck.sources.markdown.blocks import Block, read_blocks
from tonecheck.sources.markdown.inline import Piece, html_pieces, inline_pieces, outermost
from tonecheck.sources.markdown.mask import mask
from tonecheck.sources.markdown.runs import (
    Span,
    code_spans,
    content_spans,
    heading_span,
    row_cells,
    runs_of,
)
from tonecheck.sources.source import Characters

_TASK = ("[ ] ", "[x] ", "[X] ")
# "--" under the last words is the delimiter of a signature, whatever Markdown makes of it.
_SHORTEST_UNDERLINE = 3


class Part(NamedTuple):
    """Characters ``start`` to ``end`` of the words stand in a block with this path (see ``Block``)."""

    start: int
    end: int
    path: str


class Reading(NamedTuple):
    """The words of a Markdown text, where they stand, and in what blocks; ``items`` counts what they are apart from
    paragraphs (see ``Blocks``)."""

    text: str
    where: Characters
    parts: tuple[Part, ...]
    items: int


def read_markdown(source: str, references: Mapping[str, Any]) -> Reading:
    """The words of a text. List markers, the marks of quotations, hashes before a heading and code between backticks
    stand in them as they are, for they say what the words are; blocks of code are left out."""
    masked, pieces = _without_footnotes(mask(source))
    found = read_blocks(masked, references)
    lines = _lines(masked)
    for block in found.blocks:
        pieces += _pieces(masked, lines[block.first : block.last], block, found.references)
    for first, last in found.definitions:
        start = masked.index("[", lines[first][0])
        pieces.append(Piece(start, lines[first][1], ""))
        pieces += (Piece(start, end, "") for start, end in lines[first + 1 : last] if start < end)
    text, where = _put_together(source, outermost(pieces))
    parts = tuple(
        Part(
            bisect_left(where.starts, lines[block.first][0]),
            bisect_left(where.starts, lines[block.last - 1][1]),
            block.path,
        )
        for block in found.blocks
    )
    return Reading(text, where, parts, found.items)


def _lines(text: str) -> list[Span]:
    starts = line_starts(text)
    ends = [start - (2 if text[start - 2 : start] == "\r\n" else 1) for start in starts[1:]]
    return list(zip(starts, (*ends, len(text)), strict=True))


def _without_footnotes(masked: str) -> tuple[str, list[Piece]]:
    """The marks of footnotes, and the text with letters in their place."""
    if "[^" not in masked:
        return masked, []
    defined = regex.compile(r"(?:^|(?<=[\r\n]))[ ]{0,3}(\[\^[^\]\s\[]+\]):[ \t]*")
    names = {hit[1] for hit in defined.finditer(masked)}
    pieces = [Piece(hit.start(1), hit.end(), "") for hit in defined.finditer(masked)]
    for hit in regex.compile(r"\[\^[^\]\s\[]+\]").finditer(masked):
        if hit[0] in names and masked[hit.end() : hit.end() + 1] not in ("(", ":"):
            pieces.append(Piece(*hit.span(), ""))
    pieces = outermost(pieces)
    parts: list[str] = []
    done = 0
    for start, end, _ in pieces:
        parts += masked[done:start], "é" * (end - start)
        done = end
    return "".join([*parts, masked[done:]]), pieces


def _pieces(masked: str, lines: list[Span], block: Block, references: Mapping[str, Any]) -> Iterator[Piece]:
    match block.kind:
        case "paragraph":
            yield from _words(masked, content_spans(masked, lines, block.content), block, references)
        case "heading" if block.markup.startswith("#"):
            span = heading_span(masked, lines[0], block.content)
            if span:
                yield from _words(masked, [span], block, references)
                if "#" in masked[span[1] : lines[0][1]]:
                    yield Piece(span[1], lines[0][1], "")
        case "heading":
            yield from _words(masked, content_spans(masked, lines[:-1], block.content), block, references)
            yield from _line_of(masked, lines[-1], block.markup, _SHORTEST_UNDERLINE)
        case "hr":
            yield from _line_of(masked, lines[0], block.markup[0] + " \t", len(block.markup) - 1)
        case "table":
            for number, line in enumerate(lines):
                if number == 1:
                    yield Piece(
                        line[0] + len(masked[slice(*line)]) - len(masked[slice(*line)].lstrip(" \t>")), line[1], ""
                    )
                    continue
                pieces, cells = row_cells(masked, line)
                yield from pieces
                for cell in cells:
                    yield from cell.pieces(inline_pieces(cell.content, references))
        case "html_block":
            yield from _html(masked, lines, block)
        case _ if block.kind == "code_block" or _is_closed(masked, lines, block):
            yield from (Piece(start, end, "") for start, end in code_spans(masked, lines, block))


def _words(masked: str, spans: list[Span] | None, block: Block, references: Mapping[str, Any]) -> Iterator[Piece]:
    if spans is None:
        return
    runs = runs_of(masked, spans)
    if block.begins_item and runs.content.startswith(_TASK):
        yield Piece(spans[0][0], spans[0][0] + 4, "")
    yield from runs.pieces(inline_pieces(runs.content, references))


def _line_of(masked: str, line: Span, marks: str, least: int) -> Iterator[Piece]:
    """The line that is drawn at the end of a line: so many of its first mark, and others between them."""
    start, end = line
    at, count = end, 0
    while at > start and masked[at - 1] in marks + " \t" and (count < least or len(marks) == 1):
        at -= 1
        count += masked[at] == marks[0]
    if count >= least:
        yield Piece(at, end, "")


def _html(masked: str, lines: list[Span], block: Block) -> Iterator[Piece]:
    words = block.content.lstrip().lower()
    if words.startswith(("<!", "<?", "<script", "<style", "<pre", "<textarea")):
        yield from (Piece(start, end, "") for start, end in code_spans(masked, lines, block))
        return
    spans = content_spans(masked, lines, block.content.removesuffix("\n"))
    if spans is not None:
        runs = runs_of(masked, spans)
        yield from runs.pieces(html_pieces(runs.content))


def _is_closed(masked: str, lines: list[Span], block: Block) -> bool:
    """Whether a fence is closed; one that is not hides nothing."""
    last = masked[slice(*lines[-1])].strip(" \t>")
    return len(lines) > 1 and len(last) >= len(block.markup) and not last.strip(block.markup[0])


def _put_together(source: str, pieces: list[Piece]) -> tuple[str, Characters]:
    if not pieces:
        return source, unmapped(0, len(source))
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for start, end, text in (*pieces, Piece(len(source), len(source), "")):
        parts += source[done:start], text
        starts += range(done, start)
        ends += range(done + 1, start + 1)
        if text:
            # An entity of two characters is the first one's; the second stands at its end.
            starts += [start, *[end] * (len(text) - 1)]
            ends += [end] * len(text)
        done = end
    return "".join(parts), Characters(0, starts, ends)
