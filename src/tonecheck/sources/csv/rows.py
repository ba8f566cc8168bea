"""A row of a table in text form (CSV, TSV), cell by cell and character by character, and back in the style of its file.

A cell is read as Python's csv module reads it: a quote opens only at the begin of a cell, what follows the closing one
belongs to the cell, a quote amid a bare cell is a character like any other.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from tonecheck.sources.layers import span, unmapped
from tonecheck.sources.nodes import BadSyntax, Node
from tonecheck.sources.source import Characters, Edit, Layer, Unwritable

QUOTED = r'"[^"]*+(?:""[^"]*+)*+"'
HINT = 'write " at the end of the cell; a quote inside a quoted cell is written twice: ""'


class Dialect(NamedTuple):
    """How a file writes its rows.

    ``delimiter`` stands between cells and is empty in a file of one column. Characters of ``guarded`` stand in quoted
    cells only. Without ``quoting`` the file is not known to put cells in quotes, so that none may be put around one.
    ``line_break`` is what a line ends with inside a cell that has but one so far.
    """

    delimiter: str
    guarded: str
    quoting: bool = True
    line_break: str = "\n"


def cell_pattern(delimiters: str) -> str:
    """The pattern of one cell of a file in which each of these characters ends a cell."""
    bare = rf"[^{regex.escape(delimiters)}\r\n]*+"
    return rf'(?:{QUOTED}{bare}|(?!"){bare})'


def cells(text: str, delimiter: str) -> tuple[Node, ...]:
    """The cells of the one row that a text is, with or without its line end: their values, and where they stand with
    their quotes. A blank line has none. Raises ``BadSyntax`` for a quote that is never closed, and for a second row."""
    found: list[Node] = []
    cell, at, stop = _cell(delimiter), -1, delimiter
    while stop == delimiter and at < len(text):
        hit = cell.match(text, at + 1)
        if hit is None:
            raise BadSyntax(at + 1, "this quote is never closed", HINT)
        begin, at = hit.span("cell")
        stop = text[at : at + 1]
        found.append(Node(_value(text, begin, at), begin, at))
    if text[at:] not in ("", "\r\n", "\n", "\r"):
        raise BadSyntax(at, "there is more than one row here", "put a cell with line breaks in quotes")
    return () if len(found) == 1 and found[0].end == 0 else tuple(found)


def layer(text: str, cell: Node, dialect: Dialect) -> Layer:
    """The words of a cell of the row that ``text`` is."""
    words = str(cell.value)
    if not text.startswith('"', cell.begin, cell.end):
        where = unmapped(cell.begin, len(words))
        return Layer(words, where, lambda edit: _into_bare(text, cell, where, dialect, edit))
    close = _close(text, cell.begin, cell.end)
    where = _characters(text, cell, close)

    def write(edit: Edit) -> Edit:
        start, end = span(where, edit.start, edit.end)
        if end > close:
            return _anew(cell, dialect, edit)
        return Edit(start, end, _fitting(words, dialect, edit.words).replace('"', '""'))

    return Layer(words, where, write)


def quotes_cells(row: str, delimiter: str) -> bool:
    """Whether a cell of a row is in quotes."""
    return '"' in row and any(row.startswith('"', cell.begin) for cell in cells(row, delimiter))


def _into_bare(text: str, cell: Node, where: Characters, dialect: Dialect, edit: Edit) -> Edit:
    old, words = str(cell.value), edit.words
    new = old[: edit.start] + words + old[edit.end :]
    special = any(character in words for character in f"{dialect.guarded}{dialect.delimiter}\r\n")
    # A row of one empty cell would be a blank line, which is no row at all.
    alone = not new and cell.begin == 0 and text[cell.end : cell.end + 1] in ("", "\r", "\n")
    if not dialect.quoting:
        if special or alone or new.startswith('"'):
            what = (
                "a delimiter or a line break"
                if special
                else "nothing at all"
                if alone
                else "a quote as the first character"
            )
            raise Unwritable(f"the file puts no cells in quotes, and {what} cannot stand in a bare one")
    # Some readers drop spaces around a bare cell.
    elif special or alone or '"' in words or new.startswith('"') or (_has_edges(new) and not _has_edges(old)):
        return _anew(cell, dialect, edit)
    return Edit(*span(where, edit.start, edit.end), _fitting(old, dialect, words))


def _anew(cell: Node, dialect: Dialect, edit: Edit) -> Edit:
    """The edit that writes the whole cell again, in quotes."""
    old = str(cell.value)
    new = old[: edit.start] + _fitting(old, dialect, edit.words) + old[edit.end :]
    doubled = new.replace('"', '""')
    return Edit(cell.begin, cell.end, f'"{doubled}"')


def _fitting(old: str, dialect: Dialect, words: str) -> str:
    """New words with the line breaks of the cell, or of the file where the cell has none. Raises ``Unwritable``."""
    if "\0" in words:
        raise Unwritable("a NUL character cannot stand in a reply")
    if "\n" not in words and "\r" not in words:
        return words
    own = next((line_break for line_break in ("\r\n", "\n", "\r") if line_break in old), dialect.line_break)
    return words.replace("\r\n", "\n").replace("\r", "\n").replace("\n", own)


def _has_edges(words: str) -> bool:
    return words != words.strip(" \t")


def _characters(text: str, cell: Node, close: int) -> Characters:
    """Where the characters of a quoted cell stand whose closing quote is at ``close``; a doubled quote is one."""
    begin = cell.begin + 1
    starts: list[int] = []
    ends: list[int] = []
    at = begin
    while (pair := text.find('""', at, close)) >= 0:
        starts += range(at, pair + 1)
        ends += [*range(at + 1, pair + 1), pair + 2]
        at = pair + 2
    if not starts and close + 1 == cell.end:
        return unmapped(begin, close - begin)
    starts += [*range(at, close), *range(close + 1, cell.end)]
    ends += [*range(at + 1, close + 1), *range(close + 2, cell.end + 1)]
    return Characters(begin, tuple(starts), tuple(ends))


def _value(text: str, begin: int, end: int) -> str:
    if not text.startswith('"', begin, end):
        return text[begin:end]
    close = _close(text, begin, end)
    return text[begin + 1 : close].replace('""', '"') + text[close + 1 : end]


def _close(text: str, begin: int, end: int) -> int:
    """The offset of the quote that closes a quoted cell."""
    hit = _quoted().match(text, begin, end)
    assert hit, "a cell that begins with a quote was read, so it is closed"
    return hit.end() - 1


@cache
def _quoted() -> regex.Pattern[str]:
    return regex.compile(QUOTED)


@cache
def _cell(delimiter: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?P<cell>{cell_pattern(delimiter)})")
