"""A zip archive (exports of Alfred, Dialogflow and others): each member by its own source. Read only, and nothing of it
is ever written to the disk."""

from __future__ import annotations

import lzma
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from tonecheck.errors import InputError, Problem
from tonecheck.sources import SUFFIXES, source_for, suffix
from tonecheck.sources.library import unknown_shape
from tonecheck.sources.source import Context, Item, SourceReply, Stretch

READ_ONLY = "a zip archive is only read: change the files and export again"
LARGEST = 64 << 20
"""A member has at most so many bytes when it is unpacked."""
LARGEST_OF_ALL = 512 << 20
"""All members that are read have."""
MOST = 10_000
"""So many members an archive may have."""
# What a damaged or unusual archive makes the standard reader raise.
_BROKEN = (BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
_HINT = "export it again, or unpack it and check the folder"


def read(path: str, file: BinaryIO, context: Context) -> Iterator[Stretch | Problem]:
    """The stretches of every member with a known suffix, archives left out. A member that cannot be read is a problem
    and stops nothing. Raises ``InputError`` for an archive that is broken, locked or too large, ``UnknownShape`` when
    there are no replies in it."""
    found = False
    with _opened(path, file) as archive:
        for member in _members(path, archive):
            inner = f"{path}/{_shown(member.filename)}"
            data = None if member.file_size > LARGEST else _unpacked(path, archive, member)
            if data is None or len(data) > LARGEST:
                message = f"this file has more than {LARGEST >> 20} MB and is not read"
                yield Problem(inner, 0, 0, message, "is it really a file of replies? unpack and split it")
                continue
            for stretch in _stretches(inner, data, context):
                found = True
                yield stretch
    if not found:
        raise unknown_shape(path)


def _opened(path: str, file: BinaryIO) -> ZipFile:
    try:
        return ZipFile(file if file.seekable() else BytesIO(file.read()))
    except _BROKEN as error:
        raise _broken(path, error) from None


def _unpacked(path: str, archive: ZipFile, member: ZipInfo) -> bytes:
    try:
        with archive.open(member) as packed:
            # The archive may say less than there is.
            return packed.read(LARGEST + 1)
    except _BROKEN as error:
        raise _broken(path, error) from None


def _broken(path: str, error: Exception) -> InputError:
    return InputError(
        Problem(path, 0, 0, f"this zip archive cannot be read: {str(error) or type(error).__name__}", _HINT)
    )


def _members(path: str, archive: ZipFile) -> list[ZipInfo]:
    """The members to read, in the order of the archive."""
    every = archive.infolist()
    if len(every) > MOST:
        raise InputError(Problem(path, 0, 0, f"this zip archive has more than {MOST:,} files", _HINT))
    members = [member for member in every if _is_source(member)]
    if any(member.flag_bits & 1 for member in members):
        raise InputError(Problem(path, 0, 0, "this zip archive is locked with a password", "unpack it first"))
    if sum(member.file_size for member in members if member.file_size <= LARGEST) > LARGEST_OF_ALL:
        message = f"the files in this zip archive have more than {LARGEST_OF_ALL >> 20} MB together"
        raise InputError(Problem(path, 0, 0, message, "unpack it and check the folder"))
    return members


def _is_source(member: ZipInfo) -> bool:
    name = member.filename.rpartition("/")[2]
    # What macOS puts beside each file begins with "._" and is no text.
    if member.is_dir() or name.startswith("."):
        return False
    return SUFFIXES.get(suffix(name), "archive.file") != "archive.file"


def _stretches(path: str, data: bytes, context: Context) -> Iterator[Stretch | Problem]:
    try:
        for stretch in source_for(path)(path, BytesIO(data), context):
            yield stretch if isinstance(stretch, Problem) else _in_archive(stretch, path)
    except InputError as error:
        if not error.unknown:
            yield from error.problems


def _in_archive(stretch: Stretch, path: str) -> Stretch:
    def read(text: str) -> Iterator[Item]:
        for item in stretch.read(text):
            yield item._replace(read_only=READ_ONLY) if isinstance(item, SourceReply) else item

    return stretch._replace(read=read, path=path)


def _shown(name: str) -> str:
    """A member's name for people: a name can hold what a terminal would obey."""
    return "".join("?" if ord(character) < 32 or ord(character) == 127 else character for character in name)
