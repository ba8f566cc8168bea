"""Bytes of a file to text. The byte-order mark decides, else it must be UTF-8: guessing would move every column."""

from __future__ import annotations

from tonecheck.errors import InputError, Problem
from tonecheck.positions import line_starts, place

_UTF8_MARK = b"\xef\xbb\xbf"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes, path: str) -> str:
    """The text of a file, without its byte-order mark. Raises ``InputError``, with line and column, for no text."""
    if data.startswith(UTF16_MARKS):
        codec, body = ("utf-16-le" if data[0] == 0xFF else "utf-16-be"), data[2:]
    else:
        codec, body = "utf-8", data.removeprefix(_UTF8_MARK)
    try:
        text = body.decode(codec)
    except UnicodeDecodeError as error:
        raise InputError(_undecodable(body, codec, error.start, path)) from None
    nul = text.find("\0")
    if nul >= 0:
        hint = "leave out images, archives and office files; save a reply as UTF-8 text"
        raise InputError(_problem(text, nul, path, "this is a binary file, not text (it has a NUL character)", hint))
    return text


def _undecodable(body: bytes, codec: str, at: int, path: str) -> Problem:
    before = body[:at].decode(codec)
    if codec != "utf-8":
        return _problem(before, len(before), path, "this is not valid UTF-16 text", "save the file as UTF-8")
    if b"\0" in body:
        hint = "leave out images, archives and office files; save a reply as UTF-8 text"
        return _problem(before, len(before), path, f"this is a binary file, not text (byte 0x{body[at]:02x})", hint)
    message = f"this is not UTF-8 text (byte 0x{body[at]:02x})"
    return _problem(before, len(before), path, message, "save the file as UTF-8; it may be in Windows-1252 now")


def _problem(text: str, offset: int, path: str, message: str, hint: str) -> Problem:
    at = place(line_starts(text), offset)
    return Problem(path, at.line, at.column, message, hint)
