"""Any text: the whole file is one reply, character by character. Excel saves tables as such files too."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from tonecheck.errors import Problem
from tonecheck.positions import line_starts
from tonecheck.sources.decode import decode
from tonecheck.sources.layers import identity
from tonecheck.sources.replies import draft
from tonecheck.sources.source import Context, SourceReply, Stretch

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read(path: str, file: BinaryIO, context: Context) -> Iterator[Stretch | Problem]:
    """The one reply of a text file; the rows of a table that Excel saved as "Unicode Text": UTF-16 with tabs. Raises
    ``InputError`` for what is no text."""

    def reply(text: str) -> Iterator[SourceReply]:
        yield SourceReply(draft(text, context), (identity(text),))

    data = file.read()
    text = decode(data, path, context.encoding)
    if data.startswith(_UTF16_MARKS) and "\t" in text.partition("\n")[0]:
        from tonecheck.sources.csv import file as csv_file

        yield from csv_file.read(path, BytesIO(data), context)
        return
    yield Stretch(text, line_starts(text), reply)
