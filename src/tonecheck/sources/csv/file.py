"""A table in text form: comma-separated values and their kin, a stretch a record, of any length."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO, NamedTuple

import regex

from tonecheck.errors import Problem, did_you_mean
from tonecheck.positions import line_starts, place
from tonecheck.sources.csv.columns import (
    Columns,
    columns_for,
    columns_of,
    has_texts,
    inside,
    row_node,
    text_columns,
)
from tonecheck.sources.csv.records import DELIMITERS, Record, delimiter_of, records
from tonecheck.sources.csv.rows import Dialect, cells, layer, quotes_cells
from tonecheck.sources.decode import encoding_of, text_chunks
from tonecheck.sources.library import Tree, UnknownShape, read_replies, unknown_shape
from tonecheck.sources.nodes import BadSyntax, Node
from tonecheck.sources.profile import Profile
from tonecheck.sources.profiles import profile_for
from tonecheck.sources.source import Context, Item, Stretch


class _Begin(NamedTuple):
    """The delimiter of a file and its text from the begin: whether a first line ``sep=;`` names the delimiter, and
    whether it was found by counting."""

    delimiter: str
    chunks: Iterator[str]
    named: bool = False
    counted: bool = False


def read(path: str, file: BinaryIO, context: Context) -> Iterator[Stretch | Problem]:
    """The records of a file that hold replies, one in memory at a time. A quote that is never closed, or a record that
    is too long, is a ``Problem`` and ends the file. Raises ``InputError`` for what is no text, ``UnknownShape`` where
    no profile fits."""
    wide = _is_utf16(file, context.encoding)
    begin = _begin(text_chunks(file, path, context.encoding), path, wide)
    rows: Iterator[Record | Problem] = _filled(records(begin.chunks, begin.delimiter, path))
    if begin.named:
        next(rows)
    header = next(rows, None)
    if header is None or isinstance(header, Problem):
        yield from () if header is None else (header,)
        return
    first = cells(header.text, begin.delimiter)
    profile = _profile(path, header, first, context)
    columns = columns_for(profile, first)
    # A file of one column is often written with delimiters in it that nobody put in quotes.
    dialect = Dialect(begin.delimiter, "" if begin.delimiter else DELIMITERS, wide or begin.delimiter != "\t")
    if columns.names:
        dialect = _seen(dialect, header, header)
    else:
        rows = chain((header,), rows)
    for number, row in enumerate(rows, 2 if columns.names else 1):
        if isinstance(row, Problem):
            yield row
            return
        dialect = _seen(dialect, header, row)
        # The first record tells the delimiter, so an edit of it must not tell another one.
        counted = row is header and begin.counted
        own = dialect._replace(guarded=DELIMITERS) if counted else dialect
        yield _stretch(path, row, number, columns, own, profile, context)


def _stretch(
    path: str, row: Record, number: int, columns: Columns, dialect: Dialect, profile: Profile, context: Context
) -> Stretch:
    def items(text: str) -> Iterator[Item]:
        try:
            tree = Tree(
                row_node(cells(text, dialect.delimiter), columns, len(text)),
                lambda cell: layer(text, cell, dialect),
                lambda keys: inside(columns, number, keys),
            )
            yield from read_replies(tree, profile, context)
        except BadSyntax as error:
            at = place(line_starts(text), error.offset)
            yield Problem(path, at.line + row.line - 1, at.column, error.message, error.hint)

    return Stretch(row.text, row.lines, items, row.line, row.offset)


def _begin(chunks: Iterator[str], path: str, wide: bool) -> _Begin:
    seen: list[str] = []

    def keep() -> Iterator[str]:
        for chunk in chunks:
            seen.append(chunk)
            yield chunk

    first = next(_filled(records(keep(), DELIMITERS, path)), None)
    header = first.text if isinstance(first, Record) else "".join(seen).strip("\r\n").partition("\n")[0]
    again = chain(seen, chunks)
    if hit := regex.fullmatch(r'"?sep=([^"\r\n])"?[\r\n]*', header, flags=regex.IGNORECASE):
        return _Begin(hit[1], again, named=True)
    if path.lower().endswith(".tsv"):
        return _Begin("\t", again)
    return _Begin(delimiter_of(header, "\t" if wide else ""), again, counted=True)


def _filled(rows: Iterator[Record | Problem]) -> Iterator[Record | Problem]:
    """Rows without the blank lines, which are no records."""
    return (row for row in rows if isinstance(row, Problem) or row.text.strip("\r\n"))


def _profile(path: str, header: Record, first: tuple[Node, ...], context: Context) -> Profile:
    """The profile of a file with this first record. Raises ``UnknownShape``."""
    columns = columns_of(first)
    row = row_node(first, columns, len(header.text))
    profile = profile_for(row, "csv", context)
    known = profile is not None and has_texts(profile, row)
    if profile is None or not (known or context.profile):
        raise unknown_shape(path)
    if not known:
        wanted = text_columns(profile)
        name = wanted[0] if wanted else ""
        hint = did_you_mean(name, columns.names)
        raise UnknownShape(Problem(path, header.line, 1, f"the first row has no column {name!r}", hint))
    return profile


def _seen(dialect: Dialect, header: Record, row: Record) -> Dialect:
    """What is known of a file's style after one more record."""
    if not dialect.quoting and quotes_cells(row.text, dialect.delimiter):
        dialect = dialect._replace(quoting=True)
    of_windows = len(row.lines) > 2 and header.text.endswith("\r\n") and row.text.endswith("\r\n", 0, row.lines[1])
    return dialect._replace(line_break="\r\n") if of_windows else dialect


def _is_utf16(file: BinaryIO, usual: str) -> bool:
    """Whether a file is written as the "Unicode Text" of Excel is: with tabs, and with quotes around cells."""
    if not file.seekable():
        return False
    at = file.tell()
    head = file.read(3)
    file.seek(at)
    return encoding_of(head, usual).codec.startswith("utf-16")
