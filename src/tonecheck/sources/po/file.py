"""A gettext PO file: one stretch. The header entry names its encoding where that is not UTF-8."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import regex

from tonecheck.sources.comments import po_comments
from tonecheck.sources.declared import read_declared
from tonecheck.sources.po import tree as po_tree
from tonecheck.sources.source import Context, Stretch

_CHARSET = regex.compile(rb"Content-Type:[^\r\n]*charset=([\w.:-]+)", flags=regex.IGNORECASE)


def read(path: str, file: BinaryIO, context: Context) -> Iterator[Stretch]:
    """The whole file. Raises ``InputError`` for what is no PO, ``UnknownShape`` where no profile fits."""
    yield read_declared("po", po_tree, path, file, context, _CHARSET)._replace(comments=po_comments)
