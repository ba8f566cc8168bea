"""Any text: the whole file is one reply, character by character."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from tonecheck.model import Reply
from tonecheck.positions import line_starts
from tonecheck.sources.decode import decode
from tonecheck.sources.source import Context, SourceReply


def read(path: str, file: BinaryIO, context: Context) -> Iterator[SourceReply]:
    """The one reply of a text file. Raises ``InputError`` for what is no text."""
    text = decode(file.read(), path)
    reply = Reply(
        text,
        customer=context.customer,
        channel=context.channel,
        waited_hours=context.waited_hours,
        kind=context.kind,
        language=context.language,
    )
    yield SourceReply(path, reply, line_starts(text))
