"""Reading in tests: all items of a file at once, each with its stretch, and the places of their words."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from tonecheck.errors import Problem
from tonecheck.positions import Place
from tonecheck.sources.layers import outer_span
from tonecheck.sources.source import Context, SourceReply, Stretch, in_file

Read = Callable[[str, BinaryIO, Context], Iterator[Stretch | Problem]]


class Placed(NamedTuple):
    """A reply of a file and the stretch it stands in."""

    stretch: Stretch
    source: SourceReply


def read_all(read: Read, path: str, data: bytes, context: Context | None = None) -> list[Placed | Problem]:
    """The replies and problems of a file; replies that are left out are not among them."""
    found: list[Placed | Problem] = []
    for stretch in read(path, io.BytesIO(data), context or Context()):
        if isinstance(stretch, Problem):
            found.append(stretch)
            continue
        for item in stretch.read(stretch.text):
            if isinstance(item, Problem):
                found.append(item)
            elif isinstance(item, SourceReply):
                found.append(Placed(stretch, item))
    return found


def places(placed: Placed, start: int, end: int) -> tuple[Place, Place]:
    """Where ``reply.text[start:end]`` stands in the file."""
    first, last = outer_span(placed.source.layers, start, end)
    return in_file(placed.stretch, first), in_file(placed.stretch, last)
