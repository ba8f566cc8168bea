"""Changes of a file's text into the file: its bytes elsewhere as they were, and all of it or nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import BinaryIO, NamedTuple

from tonecheck.errors import InputError, Problem
from tonecheck.sources.decode import encoding_of, text_chunks


class Change(NamedTuple):
    """New text in the place of ``length`` code points from ``offset`` of the file's text on."""

    offset: int
    length: int
    text: str


class Version(NamedTuple):
    """What tells one state of a file from the next."""

    inode: int
    size: int
    changed: int


def version(file: BinaryIO) -> Version | None:
    """The state of an open file; ``None`` for what is no file, such as standard input."""
    try:
        return _version(os.fstat(file.fileno()))
    except OSError:
        return None


def write_back(path: str, file: BinaryIO, seen: Version | None, changes: Sequence[Change], usual: str) -> None:
    """Puts changes, in order and apart from each other, into the file ``path``, which is open as ``file`` and was in
    the state ``seen`` when it was read. Written beside it and renamed, so that nobody meets half a file; a link stays a
    link, mode and owner stay. Raises ``InputError`` when the file has changed meanwhile, ``OSError``."""
    real = os.path.realpath(path)
    file.seek(0)
    codec, mark = encoding_of(file.read(3), usual)
    file.seek(0)
    handle, beside = tempfile.mkstemp(prefix=".tonecheck-", dir=os.path.dirname(real))
    try:
        with open(handle, "wb") as new:
            new.write(mark)
            new.writelines(piece.encode(codec) for piece in splice(text_chunks(file, path, usual), changes))
            new.flush()
            os.fsync(new.fileno())
        _keep_mode(real, beside)
        if _version(os.stat(real)) != seen:
            message = "the file was changed by somebody else while it was read; nothing was written"
            raise InputError(Problem(path, 0, 0, message, "run it again"))
        os.replace(beside, real)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise


def splice(chunks: Iterable[str], changes: Sequence[Change]) -> Iterator[str]:
    """The text that comes in ``chunks``, with the changes made."""
    at = 0
    waiting = list(reversed(changes))
    skip = 0
    for chunk in chunks:
        done = min(skip, len(chunk))
        skip -= done
        while waiting and waiting[-1].offset < at + len(chunk):
            change = waiting.pop()
            yield chunk[done : change.offset - at]
            yield change.text
            done = change.offset - at + change.length
        if done > len(chunk):
            done, skip = len(chunk), done - len(chunk)
        yield chunk[done:]
        at += len(chunk)
    for change in reversed(waiting):
        yield change.text


def _keep_mode(old: str, new: str) -> None:
    shutil.copymode(old, new)
    before, after = os.stat(old), os.stat(new)
    if hasattr(os, "chown") and (before.st_uid, before.st_gid) != (after.st_uid, after.st_gid):
        with suppress(OSError):
            os.chown(new, before.st_uid, before.st_gid)


def _version(status: os.stat_result) -> Version:
    return Version(status.st_ino, status.st_size, status.st_mtime_ns)
