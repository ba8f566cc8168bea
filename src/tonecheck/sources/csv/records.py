"""The records of a table in text form, one in memory at a time, and what stands between its cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import regex

from tonecheck.errors import Problem
from tonecheck.positions import line_starts, place
from tonecheck.sources.csv.rows import HINT, QUOTED, cell_pattern
from tonecheck.sources.decode import LONGEST

DELIMITERS = ",;\t|"
# One record is a row of people's words; longer ones are what a forgotten quote makes of the rest of a file.
LONGEST_RECORD = LONGEST // 64
# So many are read at once.
_BLANK_LINES = 10_000


class Record(NamedTuple):
    """A record with its line end, or some blank lines: it begins at code point ``offset``, at the start of line
    ``line`` (from 1). ``lines`` are its line starts."""

    text: str
    lines: tuple[int, ...]
    line: int
    offset: int


def records(chunks: Iterable[str], delimiters: str, path: str) -> Iterator[Record | Problem]:
    """The records of a text that comes in pieces, in which each of the delimiters ends a cell. A quote that is never
    closed, or a record that is too long, is a problem, and the last thing that is read."""
    line, offset = 1, 0
    for text, ended in _split(chunks, delimiters):
        lines = line_starts(text)
        if len(text) > LONGEST_RECORD or not (ended or regex.fullmatch(_row(delimiters), text)):
            yield _problem(text, lines, line, delimiters, path)
            return
        yield Record(text, lines, line, offset)
        line += len(lines) - 1
        offset += len(text)


def delimiter_of(header: str, usual: str = "") -> str:
    """What stands most often between the cells of the first record, ``usual`` where it does at all; empty when nothing
    does."""
    cell = regex.compile(cell_pattern(DELIMITERS))
    counts: Counter[str] = Counter()
    at = 0
    while hit := cell.match(header, at):
        stop = header[hit.end() : hit.end() + 1]
        if not stop or stop not in DELIMITERS:
            break
        counts[stop] += 1
        at = hit.end() + 1
    if counts[usual]:
        return usual
    return max(DELIMITERS, key=lambda delimiter: counts[delimiter]) if counts else ""


def _split(chunks: Iterable[str], delimiters: str) -> Iterator[tuple[str, bool]]:
    """Each record and whether its line end was found; only the last one may have none."""
    record = _record(delimiters)
    rest, wanted = "", 0
    for chunk in chunks:
        rest += chunk
        if len(rest) < wanted:
            continue
        at = 0
        # A line feed may follow a carriage return in the next piece.
        while (hit := record.match(rest, at)) and (hit.end() < len(rest) or not rest.endswith("\r")):
            yield hit[0], True
            at = hit.end()
        rest = rest[at:]
        if len(rest) > LONGEST_RECORD:
            break
        # To begin again with each piece would take quadratic time.
        wanted = min(2 * len(rest), LONGEST_RECORD + 1)
    at = 0
    while hit := record.match(rest, at):
        yield hit[0], True
        at = hit.end()
    if at < len(rest):
        yield rest[at:], False


def _problem(text: str, lines: tuple[int, ...], line: int, delimiters: str, path: str) -> Problem:
    """What is wrong with a text that is no record, or too long for one."""
    before = regex.match(_ended_cells(delimiters), text)
    at = before.end() if before else 0
    if text.startswith('"', at) and not regex.match(QUOTED, text, pos=at):
        within = f"not closed within {LONGEST_RECORD:,} characters" if len(text) > LONGEST_RECORD else "never closed"
        begin = place(lines, at)
        hint = f"{HINT}. Nothing after it was read"
        return Problem(path, begin.line + line - 1, begin.column, f"this quote is {within}", hint)
    message = f"this row is longer than {LONGEST_RECORD:,} characters"
    return Problem(path, line, 1, message, "is it really a table of replies? Nothing after it was read")


@cache
def _record(delimiters: str) -> regex.Pattern[str]:
    line_end = r"(?:\r\n|\n|\r)"
    return regex.compile(rf"{line_end}{{1,{_BLANK_LINES}}}+|{_row(delimiters)}{line_end}")


def _row(delimiters: str) -> str:
    return _ended_cells(delimiters) + cell_pattern(delimiters)


def _ended_cells(delimiters: str) -> str:
    """The pattern of cells with a delimiter after each."""
    return rf"(?:{cell_pattern(delimiters)}[{regex.escape(delimiters)}])*+" if delimiters else ""
