"""Files that say themselves which encoding they are written in."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

import regex

from tonecheck.sources.decode import encoding_of
from tonecheck.sources.source import Context, Item, SourceReply, Stretch
from tonecheck.sources.tree_file import TreeFormat, read_tree_file

_HEAD = 1 << 16
# Those that write ASCII as it is and have no state: a declaration can name codecs that are no text at all.
_FAMILIES = ("iso8859-", "cp", "koi8-", "gb", "big5", "euc_", "shift_jis", "mac-", "tis-620")


def read_declared(
    format: str, module: TreeFormat, path: str, file: BinaryIO, context: Context, declaration: regex.Pattern[bytes]
) -> Stretch:
    """As ``read_tree_file``, but a declared encoding (the first group of ``declaration``) is believed where the caller
    names none. Such a file is only read: what writes it knows the caller's encoding alone."""
    data = file.read()
    codec = _declared(data, declaration) if context.encoding == "utf-8" else None
    if codec is None:
        return read_tree_file(format, module, path, BytesIO(data), context)
    stretch = read_tree_file(format, module, path, BytesIO(data), context._replace(encoding=codec))
    reason = f"the file is written in {codec}: save it as UTF-8, or give --encoding {codec}"

    def read(text: str) -> Iterator[Item]:
        for item in stretch.read(text):
            yield item._replace(read_only=item.read_only or reason) if isinstance(item, SourceReply) else item

    return stretch._replace(read=read)


def _declared(data: bytes, declaration: regex.Pattern[bytes]) -> str | None:
    """The codec that a file declares, ``None`` where UTF-8 reads it as well."""
    if data.isascii() or encoding_of(data[:3]).mark:
        return None
    hit = declaration.search(data, 0, _HEAD)
    try:
        codec = codecs.lookup(hit[1].decode("ascii", "replace")).name if hit else ""
    except LookupError:
        return None
    return codec if codec.startswith(_FAMILIES) else None
