"""Bytes of a file to text. The byte-order mark decides, else the encoding that the caller names: guessing would move
every column."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO, NamedTuple

from tonecheck.errors import InputError, Problem
from tonecheck.positions import line_starts, place

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHUNK = 1 << 16
_NAMES = {"utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
_BINARY = "leave out images, archives and office files; save a reply as UTF-8 text"
# A line or a record of more code points than this is no text that people keep replies in; it would fill the memory.
LONGEST = 64_000_000


class Encoding(NamedTuple):
    """How a file is written: the codec, and the byte-order mark that its text begins behind."""

    codec: str
    mark: bytes


def encoding_of(head: bytes, usual: str = "utf-8") -> Encoding:
    """The encoding of a file from its first bytes (three are enough)."""
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return Encoding(codec, mark)
    return Encoding(codecs.lookup(usual).name, b"")


def read_text(file: BinaryIO, path: str, usual: str = "utf-8") -> str:
    """The text of a whole file, without its byte-order mark. Raises ``InputError``, with line and column."""
    return decode(file.read(), path, usual)


def decode(data: bytes, path: str, usual: str = "utf-8") -> str:
    """The text of bytes, without their byte-order mark. Raises ``InputError``, with line and column, for no text."""
    codec, mark = encoding_of(data[:3], usual)
    return _text(data[len(mark) :], codec, path)


def _text(body: bytes, codec: str, path: str) -> str:
    try:
        text = body.decode(codec)
    except UnicodeDecodeError as error:
        raise InputError(_undecodable(body, codec, error.start, path)) from None
    nul = text.find("\0")
    if nul >= 0:
        raise InputError(_problem(text, nul, path, "this is a binary file, not text (it has a NUL character)", _BINARY))
    return text


def text_chunks(file: BinaryIO, path: str, usual: str = "utf-8") -> Iterator[str]:
    """The text of a file in pieces, of which only one is in memory. Raises ``InputError`` where it is no text."""
    head = file.read(_CHUNK)
    codec, mark = encoding_of(head[:3], usual)
    decoder = codecs.getincrementaldecoder(codec)()
    lines, data = 0, head[len(mark) :]
    tail = ""
    while data:
        try:
            text = decoder.decode(data)
        except UnicodeDecodeError as error:
            problem = _undecodable(error.object, codec, error.start, path)
            column = problem.column + (len(tail) if problem.line == 1 else 0)
            raise InputError(problem._replace(line=problem.line + lines, column=column)) from None
        if "\0" in text:
            at = place(line_starts(text), text.index("\0"))
            column = at.column + (len(tail) if at.line == 1 else 0)
            message = "this is a binary file, not text (it has a NUL character)"
            raise InputError(Problem(path, at.line + lines, column, message, _BINARY))
        lines += text.count("\n")
        tail = text.rpartition("\n")[2] if "\n" in text else tail + text
        yield text
        data = file.read(_CHUNK)
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        name = _NAMES.get(codec, codec)
        problem = Problem(path, lines + 1, len(tail) + 1, f"this is not valid {name} text: it ends amid a character")
        raise InputError(problem._replace(hint="save the file as UTF-8")) from None


def text_lines(file: BinaryIO, path: str, usual: str = "utf-8") -> Iterator[str]:
    """The lines of a file with their ends, of which only one is in memory; they end at ``\\n`` only. Raises
    ``InputError`` for what is no text."""
    pending: list[str] = []
    length = number = 0
    for chunk in text_chunks(file, path, usual):
        *lines, rest = chunk.split("\n")
        for line in lines:
            yield "".join((*pending, line, "\n"))
            pending, length, number = [], 0, number + 1
        pending.append(rest)
        length += len(rest)
        if length > LONGEST:
            hint = "is it really a file of replies? write a line for each"
            raise InputError(Problem(path, number + 1, 1, f"this line is longer than {LONGEST:,} characters", hint))
    if length:
        yield "".join(pending)


class BadLine(NamedTuple):
    """A line that is no text: what is wrong, and how many code points it counts for in offsets."""

    problem: Problem
    length: int


def each_line(file: BinaryIO, path: str, usual: str = "utf-8") -> Iterator[str | BadLine]:
    """As ``text_lines``, but a line that cannot be decoded stops nothing. Raises ``InputError`` for a binary file."""
    first = file.readline(LONGEST)
    codec, mark = encoding_of(first[:3], usual)
    if codec.startswith("utf-16"):
        rest = BytesIO(first + file.read())
        yield from text_lines(rest, path, usual)
        return
    number, raw = 1, first[len(mark) :]
    while raw:
        try:
            line = _text(raw, codec, path)
        except InputError as error:
            problem = error.problems[0]._replace(line=number)
            if b"\0" in raw:
                raise InputError(problem) from None
            yield BadLine(problem, len(raw.decode(codec, "replace")))
        else:
            yield line
        number, raw = number + 1, file.readline(LONGEST)


def _undecodable(body: bytes, codec: str, at: int, path: str) -> Problem:
    before = body[:at].decode(codec, "replace")
    if codec.startswith("utf-16"):
        return _problem(before, len(before), path, "this is not valid UTF-16 text", "save the file as UTF-8")
    if b"\0" in body:
        message = f"this is a binary file, not text (byte 0x{body[at]:02x})"
        return _problem(before, len(before), path, message, _BINARY)
    message = f"this is not {_NAMES.get(codec, codec)} text (byte 0x{body[at]:02x})"
    hint = "save the file as UTF-8, or name its encoding: --encoding cp1252 for a file of Windows-1252"
    return _problem(before, len(before), path, message, hint)


def _problem(text: str, offset: int, path: str, message: str, hint: str) -> Problem:
    at = place(line_starts(text), offset)
    return Problem(path, at.line, at.column, message, hint)
